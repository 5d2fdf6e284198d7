import type { Host } from '../../../shared/host/host.ts';
import { failureSentence } from '../host/failureSentence.ts';
import { newId } from '../store/newId.ts';
import { createWorkspace } from '../store/contents.ts';
import { MusterDatabase } from '../store/db.ts';

/**
 * Starts a new workspace in a database that holds none, and notes where it is. The answer is `null`, or the sentence
 * that says why there is none.
 */
export async function startWorkspace(host: Host, database: string, name: string): Promise<string | null> {
  const workspace = { id: newId(), name, createdAt: new Date().toISOString() };
  const db = new MusterDatabase(database);
  try {
    await db.open();
    await createWorkspace(db, workspace);
  } catch (thrown) {
    return `The workspace could not be stored. Make room on the disk, then try again. (${String(thrown)})`;
  } finally {
    db.close();
  }
  const noted = await host.writeMarker({ workspaceId: workspace.id, database });
  return noted.kind === 'failed' ? `Muster could not note where the workspace is. ${failureSentence(noted)}` : null;
}
