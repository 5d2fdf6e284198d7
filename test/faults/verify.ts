import { dequal } from 'dequal';
import type { MusterDatabase } from '../../renderer/src/store/db.ts';
import { replayed } from '../../renderer/src/store/replay.ts';
import { attachmentsNamed } from '../../shared/rows/attachmentsNamed.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { noRecords, recordTables } from '../../shared/rows/records.ts';
import { sha256 } from '../../shared/workspace/sha256.ts';

/** The number and the id of an entry of the history. */
export type Entry = readonly [seq: number, id: string];

/** What is in a database, held against what was acknowledged. */
export interface Verdict {
  /** Acknowledged entries that are not there, or are others. */
  readonly lost: number;
  /** What is there and is not whole: each a sentence. */
  readonly torn: readonly string[];
  /** Every entry that is there. */
  readonly entries: readonly Entry[];
}

/**
 * Looks whether every acknowledged entry is in the history, and whether the rows and attached files are what this history makes
 * of an empty workspace: nothing more, nothing less and nothing by halves.
 */
export async function verify(db: MusterDatabase, acknowledged: readonly Entry[]): Promise<Verdict> {
  const stored = await db.history.toArray();
  const history = stored.map(({ touched: _touched, ...entry }): HistoryEntry => entry);
  const head = (await db.workspace())?.head.seq ?? 0;
  const torn: string[] = [];
  if (!history.every(({ seq }, at) => seq === at + 1)) torn.push('The history has gaps.');
  if (history.length !== head) torn.push(`The history has ${history.length} entries, and its head says ${head}.`);
  const whole = replayed({ ...noRecords, workspace: { id: '', name: '', createdAt: '' }, history: [] }, history);
  if (whole === null) torn.push('The entries of the history do not follow one another.');
  for (const table of whole === null ? [] : recordTables) {
    const rows = await db.table<{ readonly id: string }>(table).toArray();
    if (!dequal(byId(rows), byId(whole?.[table] ?? []))) torn.push(`${table} is not what the history made.`);
    for (const hash of attachmentsNamed(rows)) {
      const file = await db.attachments.get(hash);
      if (file === undefined || (await sha256(file.bytes)) !== hash)
        torn.push(`The attached file ${hash} is not there.`);
    }
  }
  const ids = new Map(history.map(({ seq, id }) => [seq, id]));
  const lost = acknowledged.filter(([seq, id]) => ids.get(seq) !== id).length;
  return { lost, torn, entries: [...ids] };
}

function byId(rows: readonly { readonly id: string }[]): readonly unknown[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
