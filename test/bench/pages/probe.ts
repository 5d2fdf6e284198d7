import { v7 as uuidv7 } from 'uuid';
import { changeOrganisation } from '../../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../../renderer/src/store/newId.ts';
import { addRecords } from '../../../renderer/src/store/commands/records.ts';
import { createWorkspace } from '../../../renderer/src/store/contents.ts';
import { MusterDatabase, type StoredHistoryEntry } from '../../../renderer/src/store/db.ts';
import { NoticesDatabase } from '../../../renderer/src/store/notices/noticesDatabase.ts';
import { storeNotices } from '../../../renderer/src/store/notices/storeNotices.ts';
import { firstDatabase } from '../../../renderer/src/store/databases.ts';
import { openStore } from '../../../renderer/src/store/openStore.ts';
import type { Store } from '../../../renderer/src/store/store.ts';
import type { Bid } from '../../../shared/domain/bid/bid.ts';
import { newOrganisation } from '../../../shared/domain/organisation/organisation.ts';
import type { Tender } from '../../../shared/domain/tender/tender.ts';
import { agendaOf, summariseTender } from '../../../shared/domain/tender/tenderSummary.ts';
import { adopt } from '../../../shared/interchange/ocds/adopt.ts';
import { identifyNotices, readNotices } from '../../../shared/interchange/ocds/readNotices.ts';
import type { RecordLists } from '../../../shared/rows/records.ts';

/** What the bench drives in the page: the real store, and the floor it is measured against. */
const probe = {
  /** Makes the application's own workspace hold these records, organisations in chunks as an import would. */
  async seed({ organisations = [], ...others }: Partial<RecordLists>): Promise<void> {
    const store = await openNew(firstDatabase);
    for (let at = 0; at < organisations.length; at += 1000) {
      await addRecords(store, { organisations: organisations.slice(at, at + 1000) }, [], 'the bench', true);
    }
    await addRecords(store, others, [], 'the bench');
    store.db.close();
  },

  /** Adds to that workspace `count` tenders made of a page of notices, and for the first of them `bids` bids like `bid`. */
  async seedTenders(page: string, count: number, bid: Bid, bids: number): Promise<void> {
    const opening = await openStore('none');
    if (opening.kind !== 'ready') throw new Error(opening.kind);
    const { store } = opening;
    const tenders = tendersOf(page, count);
    for (let at = 0; at < count; at += 500) {
      await addRecords(store, { tenders: tenders.slice(at, at + 500) }, [], 'the bench');
    }
    const members = (await store.db.organisations.limit(bid.members.length).toArray()).map(({ id }) => id);
    const copies = tenders.slice(0, bids).map((tender, at) => bidFor(tender, bid, at, members));
    await addRecords(store, { bids: copies }, [], 'the bench');
    store.db.close();
  },

  /**
   * Milliseconds of `rounds` commands that change one organisation, and in turn of bare Dexie transactions that read
   * and write the same rows.
   */
  async command(rounds: number): Promise<{ readonly commands: number[]; readonly floor: number[] }> {
    const store = await openNew(`bench-${uuidv7()}`);
    const id = newId();
    await addRecords(store, { organisations: [newOrganisation(id, 'Kestrel Row CIC')] }, [], 'the bench');
    const commands: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      commands.push(
        await timed(() => changeOrganisation(store, id, 'notes', (one) => ({ ...one, notes: `${round}` }))),
      );
      floor.push(await timed(() => bareTransaction(store, id, round)));
    }
    store.db.close();
    return { commands, floor };
  },

  /**
   * Milliseconds of `rounds` imports of a page of notices into an empty database, and in turn of JSON.parse and one
   * transaction that puts the same rows.
   */
  async importNotices(page: string, rounds: number): Promise<{ readonly imports: number[]; readonly floor: number[] }> {
    const bytes = new TextEncoder().encode(page);
    const rows = await withNotices(async (db) => {
      await importPage(db, bytes);
      return { summaries: await db.summaries.toArray(), releases: await db.releases.toArray() };
    });
    const imports: number[] = [];
    const floor: number[] = [];
    // The first transaction of a database is its slowest: each has one of its own.
    const timeImport = async () => imports.push(await withNotices((db) => timed(() => importPage(db, bytes))));
    const putRows = (db: NoticesDatabase) => {
      JSON.parse(page);
      return db.transaction('rw', [db.summaries, db.releases], () =>
        Promise.all([db.summaries.bulkPut(rows.summaries), db.releases.bulkPut(rows.releases)]),
      );
    };
    const timeFloor = async () => floor.push(await withNotices((db) => timed(async () => putRows(db))));
    for (let round = 0; round < rounds; round += 1) {
      // What one leaves behind is cleared away in the time of the other: neither is always the second.
      for (const time of round % 2 === 0 ? [timeImport, timeFloor] : [timeFloor, timeImport]) await time();
    }
    return { imports, floor };
  },

  /** Milliseconds to read the summaries of `count` tenders made of a notice, and in turn the tenders themselves. */
  async tenders(
    page: string,
    count: number,
    rounds: number,
  ): Promise<{ readonly summaries: number[]; readonly rows: number[] }> {
    const store = await openNew(`bench-${newId()}`);
    const tenders = tendersOf(page, count);
    for (let at = 0; at < count; at += 500) {
      await addRecords(store, { tenders: tenders.slice(at, at + 500) }, [], 'the bench', true);
    }
    const summaries: number[] = [];
    const rows: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      summaries.push(await timed(async () => agendaOf(await store.db.tenderSummaries.toArray(), new Date())));
      rows.push(await timed(async () => agendaOf((await store.db.tenders.toArray()).map(summariseTender), new Date())));
    }
    store.db.close();
    return { summaries, rows };
  },
};

/** A bid like `bid`, for the first lot of a tender and by these members. */
function bidFor(tender: Tender, bid: Bid, at: number, members: readonly string[]): Bid {
  const lotId = tender.lots[0]?.id ?? '';
  return {
    ...bid,
    id: newId(),
    name: `${bid.name} ${at}`,
    tenderId: tender.id,
    lotIds: [lotId],
    members: bid.members.map((member, index) =>
      Object.assign({}, member, {
        organisationId: members[index] ?? '',
        shares: member.shares.map(({ basisPoints }) => ({ lotId, basisPoints })),
      }),
    ),
  };
}

/** So many tenders, made of the notices of a page over and over. */
function tendersOf(page: string, count: number): readonly Tender[] {
  const read = readNotices(new TextEncoder().encode(page));
  const releases = read.ok ? read.value.releases : [];
  return Array.from({ length: count }, (_, at) => releases[at % releases.length]).flatMap((release) =>
    release === undefined ? [] : [adopt(release, newId, new Date())],
  );
}

/** Some work in a database of notices that is empty before and gone after. */
async function withNotices<T>(work: (db: NoticesDatabase) => Promise<T>): Promise<T> {
  const db = new NoticesDatabase(`bench-notices-${newId()}`);
  await db.open();
  const result = await work(db);
  await db.delete();
  return result;
}

async function importPage(db: NoticesDatabase, bytes: Uint8Array): Promise<void> {
  const read = identifyNotices(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  await storeNotices(db, read.value.releases, 'page.json', { now: new Date() });
}

async function openNew(name: string): Promise<Store> {
  const db = new MusterDatabase(name);
  await db.open();
  const workspace = { id: newId(), name: 'Bench', createdAt: new Date().toISOString() };
  await createWorkspace(db, workspace);
  db.close();
  const opening = await openStore({ workspaceId: workspace.id, database: name });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  return opening.store;
}

function bareTransaction({ db }: Store, id: string, round: number): Promise<unknown> {
  return db.transaction('rw', [db.organisations, db.history, db.meta], async () => {
    const workspace = await db.workspace();
    const before = await db.organisations.get(id);
    if (workspace === undefined || before === undefined) return;
    const after = { ...before, notes: `bare ${round}` };
    await db.organisations.put(after);
    const seq = workspace.head.seq + 1;
    await db.history.add({
      seq,
      id: uuidv7(),
      at: new Date().toISOString(),
      label: 'bare',
      kind: 'do',
      reverses: null,
      schemaVersion: 2,
      changes: [{ table: 'organisations', id, before, after }],
      undoTop: seq,
      redoTop: null,
      below: null,
      touched: [id],
      filed: ['organisations/changed'],
    } satisfies StoredHistoryEntry);
    await db.meta.put({ ...workspace, head: { ...workspace.head, seq } });
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

declare global {
  interface Window {
    probe: typeof probe;
  }
}
window.probe = probe;
