import type { Host } from '../../../shared/host/host.ts';
import { failureSentence } from '../host/failureSentence.ts';
import { changeInUse, type Place, putInUse } from '../safekeeping/inUse.ts';
import { nextLineage } from '../safekeeping/lineages.ts';
import { createWorkspace } from '../store/contents.ts';
import { newDatabaseName, removeDatabase } from '../store/databases.ts';
import { MusterDatabase } from '../store/db.ts';
import { newId } from '../store/newId.ts';
import { removeDraftsWhere } from '../ui/draftStorage.ts';

/** `taken`: another window has started, opened or brought back a workspace meanwhile, and that is the one there is. */
export type StartedWorkspace =
  | { readonly kind: 'started' }
  | { readonly kind: 'taken' }
  /** The sentence that says why there is none. */
  | { readonly kind: 'notStarted'; readonly sentence: string };

/** Starts a new workspace in a database that holds none, and notes where it is. */
export async function startWorkspace(
  host: Host,
  place: Exclude<Place, { readonly kind: 'workspace' }>,
  name: string,
): Promise<StartedWorkspace> {
  return (await changeInUse(host, place, () => start(host, place, name))) ?? { kind: 'taken' };
}

async function start(
  host: Host,
  place: Exclude<Place, { readonly kind: 'workspace' }>,
  name: string,
): Promise<StartedWorkspace> {
  const workspace = { id: newId(), name, createdAt: new Date().toISOString() };
  const database = place.kind === 'empty' ? place.database : await newDatabaseName(new Date());
  const db = new MusterDatabase(database);
  try {
    await db.open();
    // A window that could not note it may have started one here.
    if (!(await createWorkspace(db, workspace, await nextLineage(host, [])))) return { kind: 'taken' };
  } catch (thrown) {
    return {
      kind: 'notStarted',
      sentence: `The workspace could not be stored. Make room on the disk, then try again. (${String(thrown)})`,
    };
  } finally {
    db.close();
  }
  const noted = await putInUse(host, { workspaceId: workspace.id, database });
  if (noted.kind === 'written') {
    // What was being typed belonged to the workspace before it.
    removeDraftsWhere(() => true);
    return { kind: 'started' };
  }
  // The next start would take it for the one in use.
  await removeDatabase(database);
  return {
    kind: 'notStarted',
    sentence: `Muster could not note where the workspace is. ${failureSentence(noted, 'own')}`,
  };
}
