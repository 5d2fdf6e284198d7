import { recordKindOf } from '../../../shared/rows/activity.ts';
import type { HistoryEntry, RowChange } from '../../../shared/rows/history.ts';
import type { RecordTable } from '../../../shared/rows/records.ts';
import { upgradeRow } from '../../../shared/rows/upgrade.ts';
import type { MusterDatabase } from './db.ts';
import { isSameRow, type Row, withParts } from './rowChange.ts';

/** A record as it stood before or after an entry of the history. */
export interface Version {
  readonly table: RecordTable;
  readonly id: string;
  readonly seq: number;
  readonly side: 'before' | 'after';
}

/** One side of a change, as the present version has rows. */
export function rowOf(change: RowChange, side: 'before' | 'after', entry: HistoryEntry): Row | null {
  const row = change[side];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history holds rows of the table it names
  return row === null ? null : (upgradeRow(change.table, row, entry.schemaVersion) as Row);
}

/** The row as it was before a change that turned `to` into `from`; `undefined` where `from` no longer stands. */
export function turnedBack(now: Row | null = null, from: Row | null, to: Row | null): Row | null | undefined {
  if (from === null || to === null) return isSameRow(now, from) ? to : undefined;
  return now === null ? undefined : (withParts(now, from, to) ?? undefined);
}

/** How many reads a transaction can be asked to wait for, well below what Dexie keeps it alive over. */
const mostReads = 40;
const chunk = 500;

/**
 * A record as it stood then: `now` walked back through the newest entries, of which some hundreds are in memory at a time.
 * `null` where there was no such record, `undefined` where the history and the record no longer fit together.
 */
export async function rowAt(db: MusterDatabase, version: Version, now: Row | null): Promise<Row | null | undefined> {
  const { table, id, seq, side } = version;
  const touching = await db.history.where('touched').equals(id).primaryKeys();
  const later = touching.filter((key) => key > seq || (key === seq && side === 'before')).sort((a, b) => b - a);
  const size = Math.max(chunk, Math.ceil(later.length / mostReads));
  let row: Row | null | undefined = now;
  for (let from = 0; from < later.length; from += size) {
    for (const entry of await db.history.bulkGet(later.slice(from, from + size))) {
      for (const change of entry?.changes ?? []) {
        if (entry === undefined || change.id !== id || change.table !== table) continue;
        row = turnedBack(row, rowOf(change, 'after', entry), rowOf(change, 'before', entry));
        if (row === undefined) return undefined;
      }
    }
  }
  return row;
}

/** What a record was when it was last removed, and the entry that did it. */
export interface Removed {
  readonly entry: HistoryEntry;
  readonly row: Row;
}

/** The last removal of each of these records, none of which is there now; those of which the history knows none are left out. */
export async function lastRemovals(
  db: MusterDatabase,
  table: RecordTable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Removed>> {
  const found = new Map<string, Removed>();
  if (ids.length === 0) return found;
  const touching = new Set(await db.history.where('touched').anyOf(ids).primaryKeys());
  const removing = await db.history
    .where('filed')
    .equals(`${recordKindOf(table)}/removed`)
    .primaryKeys();
  const seqs = removing.filter((seq) => touching.has(seq)).sort((a, b) => b - a);
  const sought = new Set(ids);
  for (const entry of await db.history.bulkGet(seqs)) {
    for (const change of entry?.changes ?? []) {
      if (entry === undefined || change.table !== table || change.after !== null || !sought.has(change.id)) continue;
      const row = rowOf(change, 'before', entry);
      if (row !== null && !found.has(change.id)) found.set(change.id, { entry, row });
    }
  }
  return found;
}
