import type { Result } from '../../../shared/domain/basics/result.ts';
import { err, ok } from '../../../shared/domain/basics/result.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import type { RefusalSentence } from '../../../shared/workspace/refusal.ts';
import { namedAttachments, withoutAttachments } from '../../../shared/rows/attachmentsNamed.ts';
import { type ErasedSubject, stillHeld } from '../../../shared/rows/personalData/stillHeld.ts';
import { recordLists, recordTables } from '../../../shared/rows/records.ts';
import { replaceContents } from '../store/contents.ts';
import { countedOnFrom, type TenderDates } from '../store/dateRevisions.ts';
import { MusterDatabase } from '../store/db.ts';
import { type KeptState, readKept } from './keptStates.ts';
import { nextLineage } from './lineages.ts';

export interface BroughtBack {
  readonly workspaceId: string;
  /** The names of the attached files that are kept nowhere any more. The records that named them no longer do. */
  readonly missing: readonly string[];
  /** The names of people whose data was erased meanwhile and who are in it again. */
  readonly heldAgain: readonly string[];
}

/**
 * Puts a kept state into a database of its own that holds nothing; what is in any other stays as it is. `erased`: whose data was
 * erased in what was open; `dates`: the dates that were in it, for the revisions of those brought back.
 */
export async function bringBack(
  files: StoredFiles,
  state: KeptState,
  database: string,
  erased: readonly ErasedSubject[] = [],
  dates: readonly TenderDates[] = [],
): Promise<Result<BroughtBack, RefusalSentence>> {
  const kept = await readKept(files, state);
  if (!kept.ok) return kept;
  const { missing, ...found } = kept.value;
  const lost = new Set(missing);
  const records = recordLists((table) => found[table].map((row: unknown) => withoutAttachments(row, lost)));
  const contents = { ...found, ...records, tenders: countedOnFrom(dates, records.tenders) };
  const names = recordTables.flatMap((table) =>
    namedAttachments(found[table]).filter(({ sha256 }) => lost.has(sha256)),
  );
  const db = new MusterDatabase(database);
  try {
    await db.open();
    const label = `Brought back the workspace as it was after change ${state.seq}`;
    const lineage = await nextLineage(files, [state.lineage]);
    const isDone = await replaceContents(db, contents, label, null, null, lineage, erased);
    return isDone
      ? ok({
          workspaceId: contents.workspace.id,
          missing: [...new Set(names.map(({ name }) => name))],
          heldAgain: stillHeld(contents, erased),
        })
      : err(notEmpty);
  } finally {
    db.close();
  }
}

const notEmpty: RefusalSentence = {
  what: 'The new database already holds a workspace.',
  safe: 'Nothing was changed.',
  next: 'Look again, then choose once more.',
};
