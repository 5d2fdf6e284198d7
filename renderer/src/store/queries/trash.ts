import { isRemoval } from '../../../../shared/rows/activity.ts';
import type { HistoryEntry } from '../../../../shared/rows/history.ts';
import type { Records } from '../../../../shared/rows/records.ts';
import { trashTables } from '../commands/restore.ts';
import type { MusterDatabase, StoredHistoryEntry } from '../db.ts';
import { useStoreQuery } from '../StoreContext.tsx';
import { rowOf } from '../versions.ts';

export type TrashTable = (typeof trashTables)[number];

/** A record that was removed and is not there now, as it was. */
export type TrashedRecord = {
  readonly [Table in TrashTable]: { readonly table: Table; readonly row: Records[Table] };
}[TrashTable];

/** What one entry removed, as far as it is not there now. */
export interface TrashItem {
  readonly seq: number;
  readonly at: string;
  readonly label: string;
  readonly records: readonly TrashedRecord[];
  /** How many of the organisations among them take what is known of their capabilities with them. */
  readonly profiles: number;
}

interface Trash {
  /** Newest removal first. */
  readonly items: readonly TrashItem[];
  /** Whether there may be more than were asked for. */
  readonly more: boolean;
}

const chunk = 40;

/** The newest `wanted` removals whose records are not there now, live; of one table where `only` names it. */
export function useTrash(wanted: number, only: TrashTable | null): Trash | undefined {
  return useStoreQuery(({ db }) => readTrash(db, wanted, only), [wanted, only]);
}

/**
 * The trash is what the history says was removed and is not there now: there is no second copy that could differ from it.
 * A record that was removed more than once is listed under its last removal.
 */
export async function readTrash(db: MusterDatabase, wanted: number, only: TrashTable | null = null): Promise<Trash> {
  const tables = only === null ? trashTables : [only];
  const removing = await Promise.all(
    tables.map((table) => db.history.where('filed').equals(`${table}/removed`).primaryKeys()),
  );
  const seqs = [...new Set(removing.flat())].sort((a, b) => b - a);
  const seen = new Set<string>();
  const items: TrashItem[] = [];
  let from = 0;
  for (; from < seqs.length && items.length < wanted; from += chunk) {
    const entries = await db.history.bulkGet(seqs.slice(from, from + chunk));
    const found = entries.filter((entry) => entry !== undefined);
    const there = await idsThere(db, found, tables);
    for (const entry of found) {
      const records = entry.changes.flatMap((change) => {
        const key = `${change.table}/${change.id}`;
        const table = tables.find((one) => one === change.table);
        if (table === undefined || !isRemoval(change) || there.has(key) || seen.has(key)) return [];
        seen.add(key);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history holds rows of the table it names
        return [{ table, row: rowOf(change, 'before', entry) } as TrashedRecord];
      });
      if (records.length > 0) items.push(itemOf(entry, records));
    }
  }
  return { items: items.slice(0, wanted), more: from < seqs.length || items.length > wanted };
}

function itemOf({ seq, at, label, changes }: HistoryEntry, records: readonly TrashedRecord[]): TrashItem {
  const ids = new Set(records.map(({ row }) => row.id));
  const profiles = changes.filter(
    ({ table, id, after }) => table === 'capabilityProfiles' && after === null && ids.has(id),
  );
  return { seq, at, label, records, profiles: profiles.length };
}

/** Those of the removed records that are there again, as `table/id`, without reading any of them. */
async function idsThere(
  db: MusterDatabase,
  entries: readonly StoredHistoryEntry[],
  tables: readonly TrashTable[],
): Promise<ReadonlySet<string>> {
  const there = await Promise.all(
    tables.map(async (table) => {
      const removed = entries.flatMap(({ changes }) => changes.filter((one) => one.table === table && isRemoval(one)));
      const ids = [...new Set(removed.map(({ id }) => id))];
      const keys = await db.table<unknown, string>(table).where(':id').anyOf(ids).primaryKeys();
      return keys.map((id) => `${table}/${id}`);
    }),
  );
  return new Set(there.flat());
}
