import { unreachable } from '../../../../shared/domain/basics/result.ts';
import { lotName } from '../../../../shared/domain/agreement/agreementFacts.ts';
import type { Records, RecordTable } from '../../../../shared/rows/records.ts';
import { nameOf } from '../commands/records.ts';
import { trashTables } from '../commands/restore.ts';
import type { MusterDatabase } from '../db.ts';
import { useStoreQuery } from '../StoreContext.tsx';
import { lastRemovals } from '../versions.ts';

type Table = (typeof trashTables)[number];

/** A record by its name, and whether it is there now. */
export interface RecordName {
  readonly table: Table;
  readonly name: string;
  readonly isThere: boolean;
}

/** Whose names are wanted: records by id, and the lots of tenders. */
export interface Wanted {
  readonly records: Readonly<Record<Table, readonly string[]>>;
  readonly lotsOf: { readonly tenders: readonly string[]; readonly bids: readonly string[] };
}

export interface KnownNames {
  readonly records: ReadonlyMap<string, RecordName>;
  readonly lots: ReadonlyMap<string, string>;
}

/** What records are called, live; those that were removed by their last name, those that never were not at all. */
export function useNames(wanted: Wanted): KnownNames | undefined {
  return useStoreQuery(({ db }) => readNames(db, wanted), [JSON.stringify(wanted)]);
}

/** The record with this id, of whatever table, live; `null` where the workspace never had one. */
export function useRecordName(id: string | null): RecordName | null | undefined {
  const ids = id === null ? [] : [id];
  const names = useNames({
    records: { organisations: ids, tenders: ids, bids: ids, capabilities: ids },
    lotsOf: { tenders: [], bids: [] },
  });
  return id === null || names === undefined ? undefined : (names.records.get(id) ?? null);
}

export async function readNames(db: MusterDatabase, { records, lotsOf }: Wanted): Promise<KnownNames> {
  const found = new Map<string, RecordName>();
  for (const table of trashTables) {
    const ids = [...new Set(records[table])];
    const there = await namesThere(db, table, ids);
    for (const [id, name] of there) found.set(id, { table, name, isThere: true });
    const gone = await lastRemovals(
      db,
      table,
      ids.filter((id) => !there.has(id)),
    );
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history holds rows of the table it names
    for (const [id, { row }] of gone) found.set(id, { table, name: nameOf(row as Records[Table]), isThere: false });
  }
  return { records: found, lots: await readLots(db, lotsOf) };
}

async function namesThere(
  db: MusterDatabase,
  table: Table,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // Tenders and bids by their summaries: they carry notices and answers.
  const rows = await {
    organisations: () => db.organisations.bulkGet([...ids]),
    tenders: () => db.tenderSummaries.bulkGet([...ids]),
    bids: () => db.bidSummaries.bulkGet([...ids]),
    capabilities: () => db.capabilities.bulkGet([...ids]),
  }[table]();
  const there = rows.filter((row) => row !== undefined);
  return new Map(there.map((row) => [row.id, ('name' in row ? row.name : row.title).trim() || 'Unnamed']));
}

async function readLots(db: MusterDatabase, { tenders, bids }: Wanted['lotsOf']): Promise<ReadonlyMap<string, string>> {
  const summaries = await db.bidSummaries.bulkGet([...bids]);
  const ids = [...tenders, ...summaries.flatMap((bid) => bid?.tenderId ?? [])];
  const rows = await db.tenders.bulkGet([...new Set(ids)]);
  return new Map(rows.flatMap((tender) => tender?.lots.map((lot) => [lot.id, lotName(lot)] as const) ?? []));
}

/** The address of a record's page; `null` where the table has none. */
export function pageOf(table: RecordTable, id: string): string | null {
  switch (table) {
    case 'organisations':
    case 'capabilityProfiles':
      return `/organisations/${id}`;
    case 'tenders':
      return `/tenders/${id}`;
    case 'bids':
      return `/bids/${id}`;
    case 'capabilities':
      return `/capabilities?show=${id}`;
    case 'retentionRules':
      return null;
    default:
      return unreachable(table);
  }
}
