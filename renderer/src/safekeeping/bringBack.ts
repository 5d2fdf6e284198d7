import type { Result } from '../../../shared/domain/basics/result.ts';
import { err, ok } from '../../../shared/domain/basics/result.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import type { RefusalSentence } from '../../../shared/workspace/refusal.ts';
import { replaceContents } from '../store/contents.ts';
import { MusterDatabase } from '../store/db.ts';
import { type KeptState, readKept } from './keptStates.ts';
import { nextLineage } from './lineages.ts';

export interface BroughtBack {
  readonly workspaceId: string;
  /** How many attached files are kept nowhere any more. */
  readonly missing: number;
}

/** Puts a kept state into a database of its own that holds nothing; what is in any other stays as it is. */
export async function bringBack(
  files: StoredFiles,
  state: KeptState,
  database: string,
): Promise<Result<BroughtBack, RefusalSentence>> {
  const kept = await readKept(files, state);
  if (!kept.ok) return kept;
  const { missing, ...contents } = kept.value;
  const db = new MusterDatabase(database);
  try {
    await db.open();
    const label = `Brought back the workspace as it was after change ${state.seq}`;
    const lineage = await nextLineage(files, [state.lineage]);
    const isDone = await replaceContents(db, contents, label, null, null, lineage);
    return isDone ? ok({ workspaceId: contents.workspace.id, missing: missing.length }) : err(notEmpty);
  } finally {
    db.close();
  }
}

const notEmpty: RefusalSentence = {
  what: 'The new database already holds a workspace.',
  safe: 'Nothing was changed.',
  next: 'Look again, then choose once more.',
};
