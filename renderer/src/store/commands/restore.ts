import { dequal } from 'dequal';
import type { Bid } from '../../../../shared/domain/bid/bid.ts';
import type { CapabilityProfile } from '../../../../shared/domain/capability/capability.ts';
import type { Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { err, ok, type Result } from '../../../../shared/domain/basics/result.ts';
import { isRemoval } from '../../../../shared/rows/activity.ts';
import { attachmentsNamed, withoutAttachments } from '../../../../shared/rows/attachmentsNamed.ts';
import type { HistoryEntry } from '../../../../shared/rows/history.ts';
import { type RecordLists, recordLists, type Records, type RecordTable } from '../../../../shared/rows/records.ts';
import { type CommandOutcome, type Decision, type ReadRows, runCommand, type Write } from '../runCommand.ts';
import type { Store } from '../store.ts';
import { lastRemovals, type Removed, rowAt, rowOf, type Version } from '../versions.ts';
import { countedRecords, inWords, nameOf, type NamedTable } from './records.ts';

/** The tables whose records go to the trash, in the order in which one hangs on another. */
export const trashTables = [
  'organisations',
  'tenders',
  'capabilities',
  'bids',
] as const satisfies readonly NamedTable[];
type TrashTable = (typeof trashTables)[number];

/**
 * Brings back what an entry removed and is not there now, with all that belongs to it, as one step: an organisation with
 * what it can do, a bid with the tender and the members it hangs on where those were removed too.
 */
export function restoreRemoved(store: Store, seq: number, confirmed = false): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const entry = await store.db.history.get(seq);
    if (entry === undefined) return err('The history no longer knows what was removed.');
    const gone = await notThere(entry, read);
    if (trashTables.every((table) => gone[table].length === 0)) return err('What was removed here is back already.');
    const back = await withRelations(store, read, gone);
    if (!back.ok) return back;
    return ok({ ...back.value, label: labelOf(gone, back.value), confirmed });
  });
}

/**
 * Puts a record back as it stood before or after an entry, as one new step. `what` says which version that is, for the
 * history: "version before Mon 23 Nov 2026, 14:05". A record that was removed meanwhile comes back with what it hangs on.
 */
export function bringBack(store: Store, version: Version, what: string): Promise<CommandOutcome> {
  const { table, id } = version;
  return runCommand(store, async (read) => {
    const [now = null] = await read(table, [id]);
    const found = await rowAt(store.db, version, now);
    const row = found === null || found === undefined ? found : withDecisionsSince(found, now);
    if (row === undefined) {
      return err('This version cannot be brought back: the record and its history no longer fit together.');
    }
    if (row === null) return err('There was no such record then. To be without it, remove it on its page.');
    const [organisation = null] = table === 'capabilityProfiles' ? await read('organisations', [id]) : [];
    if (table === 'capabilityProfiles' && organisation === null) {
      return err('The organisation itself has been removed. Restore it first.');
    }
    const wanted = recordLists((one) => (one === table ? [row] : []));
    if (dequal(row, now)) return ok({ label: what, writes: [] });
    const profiles = table === 'organisations' && now === null ? await profileAt(store, version, read) : [];
    const back = await withRelations(store, read, {
      ...wanted,
      capabilityProfiles: [...wanted.capabilityProfiles, ...profiles],
    });
    if (!back.ok) return back;
    const name = organisation === null ? firstName(wanted) : `${nameOf(organisation)}: capabilities`;
    return ok({ ...back.value, label: `${name}: ${what} brought back${back.value.remark}` });
  });
}

/** Decisions are facts: a bid that is brought back to what it was before one has taken it all the same. */
function withDecisionsSince<Record extends object>(row: Record, now: object | null): Record {
  return now !== null && 'decisions' in row && 'decisions' in now ? { ...row, decisions: now.decisions } : row;
}

/** What an organisation that was removed could do at that time. */
async function profileAt(store: Store, version: Version, read: ReadRows): Promise<readonly CapabilityProfile[]> {
  const [now = null] = await read('capabilityProfiles', [version.id]);
  const row = await rowAt(store.db, { ...version, table: 'capabilityProfiles' }, now);
  return (row ?? null) === null || dequal(row, now) ? [] : rowsAs('capabilityProfiles', [row]);
}

/** The records that an entry removed and that are not there now, with the profiles that went with them. */
async function notThere(entry: HistoryEntry, read: ReadRows): Promise<RecordLists> {
  const gone = new Map<string, readonly unknown[]>();
  for (const table of trashTables) {
    const changes = entry.changes.filter((change) => change.table === table && isRemoval(change));
    const now = await read(
      table,
      changes.map(({ id }) => id),
    );
    gone.set(
      table,
      changes.filter((_, at) => now[at] === null).map((change) => rowOf(change, 'before', entry)),
    );
  }
  const lists = recordLists((table) => gone.get(table) ?? []);
  return { ...lists, capabilityProfiles: lists.organisations.flatMap(({ id }) => profileIn(entry, id)) };
}

/** What an entry that removed an organisation says it could do. */
function profileIn(entry: HistoryEntry, id: string): RecordLists['capabilityProfiles'] {
  const change = entry.changes.find((one) => one.table === 'capabilityProfiles' && one.id === id);
  const row = change?.after === null ? rowOf(change, 'before', entry) : null;
  return row === null ? [] : rowsAs('capabilityProfiles', [row]);
}

interface Back extends Pick<Decision, 'writes'> {
  /** What had to come back too, or could not, to be added to the label. */
  readonly remark: string;
}

/** The writes that bring records back together with what they hang on, or what stands against that. */
async function withRelations(store: Store, read: ReadRows, wanted: RecordLists): Promise<Result<Back, string>> {
  const tenders = await missing(
    store,
    read,
    'tenders',
    wanted,
    wanted.bids.map(({ tenderId }) => tenderId),
  );
  const members = wanted.bids.flatMap((bid) => bid.members.map(({ organisationId }) => organisationId));
  const organisations = await missing(store, read, 'organisations', wanted, members);
  const asked = wanted.bids.flatMap((bid) => bid.requirements.flatMap(({ capabilityId }) => capabilityId ?? []));
  const capabilities = await missing(store, read, 'capabilities', wanted, asked);
  const lost = wanted.bids.find((bid) => hangsOnNothing(bid, tenders.unknown, organisations.unknown));
  if (lost !== undefined) {
    const what = tenders.unknown.has(lost.tenderId) ? 'its tender' : 'one of its members';
    return err(`The bid “${nameOf(lost)}” hangs on ${what}, which is neither here nor in the trash.`);
  }

  const all: RecordLists = {
    ...wanted,
    tenders: [...tenders.rows, ...wanted.tenders],
    organisations: [...organisations.rows, ...wanted.organisations],
    capabilities: [...capabilities.rows, ...wanted.capabilities],
    capabilityProfiles: [
      ...organisations.removed.flatMap(({ entry, row }) => profileIn(entry, row.id)),
      ...wanted.capabilityProfiles,
    ],
  };
  const twin = await sameProcurement(store, all.tenders);
  if (twin !== null) return err(twin);
  const files = await withoutLostFiles(store, all.organisations);
  const kept = { ...all, organisations: files.organisations };
  const also = (['tenders', 'organisations', 'capabilities'] as const).flatMap((table) => {
    const count = all[table].length - wanted[table].length;
    return count === 0 ? [] : [countedRecords(table, count)];
  });
  const remarks = [
    ...(also.length === 0 ? [] : [`, with ${inWords(also)} that had been removed too`]),
    ...(files.lost === 0
      ? []
      : [`, without ${files.lost === 1 ? 'a file that is' : `${files.lost} files that are`} no longer kept`]),
  ];
  return ok({ writes: writesOf(kept), remark: remarks.join('') });
}

interface Missing<Table extends TrashTable> {
  readonly rows: readonly Records[Table][];
  readonly removed: readonly Removed[];
  /** Those that the trash does not hold either. */
  readonly unknown: ReadonlySet<string>;
}

/** Those of the records `ids` that are neither there nor coming back anyway, as they were when they were removed. */
async function missing<Table extends TrashTable>(
  { db }: Store,
  read: ReadRows,
  table: Table,
  wanted: RecordLists,
  ids: readonly string[],
): Promise<Missing<Table>> {
  const coming = new Set(wanted[table].map(({ id }) => id));
  const sought = [...new Set(ids)].filter((id) => !coming.has(id));
  const now = await read(table, sought);
  const gone = sought.filter((_, at) => now[at] === null);
  const removals = await lastRemovals(db, table, gone);
  const removed = [...removals.values()];
  return {
    rows: rowsAs(
      table,
      removed.map(({ row }) => row),
    ),
    removed,
    unknown: new Set(gone.filter((id) => !removals.has(id))),
  };
}

function hangsOnNothing(bid: Bid, tenders: ReadonlySet<string>, organisations: ReadonlySet<string>): boolean {
  return tenders.has(bid.tenderId) || bid.members.some(({ organisationId }) => organisations.has(organisationId));
}

/** Why a tender cannot come back: its procurement has been adopted again meanwhile. */
async function sameProcurement({ db }: Store, tenders: readonly Tender[]): Promise<string | null> {
  const ids = new Set(tenders.map(({ id }) => id));
  const ocids = tenders.flatMap(({ ocid }) => ocid ?? []);
  if (ocids.length === 0) return null;
  const found = await db.tenderSummaries.where('ocid').anyOf(ocids).toArray();
  const twin = found.find(({ id }) => !ids.has(id));
  return twin === undefined
    ? null
    : `This procurement is among the tenders again, as “${twin.title}”. Remove that one first, or go on with it.`;
}

/** The organisations without evidence whose file is no longer kept, which no workspace file could be opened with. */
async function withoutLostFiles({ db }: Store, organisations: readonly Organisation[]) {
  const named = attachmentsNamed(organisations);
  const kept = new Set(named.length === 0 ? [] : await db.attachments.where('sha256').anyOf(named).primaryKeys());
  const lost = new Set(named.filter((sha256) => !kept.has(sha256)));
  return { lost: lost.size, organisations: organisations.map((one) => withoutAttachments(one, lost)) };
}

function writesOf(lists: RecordLists): readonly Write[] {
  return [...trashTables, 'capabilityProfiles' as const].flatMap((table) =>
    lists[table].map((row) => ({ table, id: row.id, row })),
  );
}

/** Rows of the history, which are of the shape of the table they were written to. */
function rowsAs<Table extends RecordTable>(table: Table, rows: readonly unknown[]): readonly Records[Table][] {
  return recordLists(() => rows)[table];
}

function firstName(lists: RecordLists): string {
  const [first] = trashTables.flatMap((table) => lists[table].map(nameOf));
  return first ?? 'Unnamed';
}

function labelOf(restored: RecordLists, { remark }: Back): string {
  const counts = trashTables.flatMap((table) =>
    restored[table].length === 0 ? [] : [countedRecords(table, restored[table].length)],
  );
  const single = trashTables.reduce((sum, table) => sum + restored[table].length, 0) === 1;
  return `Restored ${single ? firstName(restored) : inWords(counts)}${remark}`;
}
