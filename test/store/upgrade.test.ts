import { done, markerOf, workspace } from './support.ts';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTender } from '../../renderer/src/store/commands/tenders.ts';
import { attachmentSize } from '../../renderer/src/store/attachments.ts';
import { databaseVersion, MusterDatabase } from '../../renderer/src/store/db.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import { summariseBid } from '../../shared/domain/bid/bidSummary.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
import { contents, hollowell, kestrel } from '../workspace/contents.ts';
import { contentsOf2, fullContents, parksBid } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

const renamed = { ...kestrel, name: 'Kestrel Row Community Interest Company' };

/** Kestrel Row renamed, as version 1 recorded it: whole rows on both sides. */
const rename: HistoryEntry = {
  seq: 5,
  id: idOf('h-5'),
  at: '2026-11-23T22:04:00Z',
  label: 'Kestrel Row: legal name',
  kind: 'do',
  reverses: null,
  schemaVersion: 1,
  changes: [{ table: 'organisations', id: kestrel.id, before: kestrel, after: renamed }],
  undoTop: 5,
  redoTop: null,
  below: 4,
};

function asStored(entry: HistoryEntry): object {
  return { ...entry, touched: entry.changes.map(({ id }) => id) };
}

/** A database as version 1 laid it out and left it, made without the code under test. */
async function versionOne(): Promise<string> {
  const name = `muster-${newId()}`;
  const db = new Dexie(name);
  db.version(1).stores({ organisations: 'id, name', history: 'seq, *touched', attachments: 'sha256', meta: 'key' });
  await db.open();
  await db.table('organisations').bulkAdd([renamed, hollowell]);
  await db.table('attachments').bulkAdd([...contents.attachments]);
  await db.table('history').bulkAdd([...contents.history, rename].map(asStored));
  await db.table('meta').bulkAdd([
    { key: 'migratedTo', version: 1 },
    {
      key: 'workspace',
      ...workspace,
      head: { seq: 5, undoTop: 5, redoTop: null, changes: 4 },
      replaced: null,
      lastSaved: null,
    },
  ]);
  db.close();
  return name;
}

async function opened(name: string): Promise<Store> {
  const opening = await openStore(markerOf(name));
  if (opening.kind !== 'ready') throw new Error(`expected a ready store, got ${JSON.stringify(opening)}`);
  return opening.store;
}

async function nativeVersion(name: string): Promise<number | undefined> {
  return (await indexedDB.databases()).find((one) => one.name === name)?.version;
}

afterEach(() => {
  vi.restoreAllMocks();
});

/** A database as version 2 laid it out and left it, made without the code under test, with more entries than one chunk holds. */
async function versionTwo(entries = 700): Promise<string> {
  const name = `muster-${newId()}`;
  const db = new Dexie(name);
  db.version(2).stores(layoutOfTwo);
  await db.open();
  await db.table('organisations').bulkAdd([hollowell]);
  const plain = { kind: 'do', reverses: null, schemaVersion: 2, redoTop: null } as const;
  const history = Array.from({ length: entries }, (_, at): HistoryEntry => {
    const [seq, notes] = [at + 1, String(at)];
    const { id } = hollowell;
    const change =
      at === 0
        ? { before: null, after: { ...hollowell, notes } }
        : { before: { id, notes: String(at - 1) }, after: { id, notes } };
    return {
      ...plain,
      seq,
      id: idOf(`h-${seq}`),
      at: '2026-11-25T09:00:00.000Z',
      label: `Entry ${seq}`,
      changes: [{ table: 'organisations', id, ...change }],
      undoTop: seq,
      below: at === 0 ? null : at,
    };
  });
  await db.table('organisations').put({ ...hollowell, notes: String(entries - 1) });
  await db.table('history').bulkAdd(history.map(asStored));
  await db.table('meta').bulkAdd([
    { key: 'migratedTo', version: 2 },
    {
      key: 'workspace',
      ...workspace,
      head: { seq: entries, undoTop: entries, redoTop: null, changes: entries },
      replaced: null,
      lastSaved: null,
    },
  ]);
  db.close();
  return name;
}

const layoutOfTwo = {
  organisations: 'id, name',
  history: 'seq, *touched',
  attachments: 'sha256',
  meta: 'key',
  tenders: 'id',
  bids: 'id',
  capabilities: 'id',
  capabilityProfiles: 'id',
  tenderSummaries: 'id, ocid',
  bidSummaries: 'id, tenderId, *memberIds, *capabilityIds',
};

describe('a database of version 2', () => {
  test('has every entry of its history filed, and can be undone as before', async () => {
    const name = await versionTwo();
    const store = await opened(name);
    expect(await store.db.migratedTo()).toBe(databaseVersion);
    expect(await store.db.history.where('filed').equals('organisations/added').primaryKeys()).toEqual([1]);
    expect(await store.db.history.where('filed').equals('organisations/changed').count()).toBe(699);
    expect(await store.db.history.get(2)).toEqual({
      seq: 2,
      id: idOf('h-2'),
      at: '2026-11-25T09:00:00.000Z',
      label: 'Entry 2',
      kind: 'do',
      reverses: null,
      schemaVersion: 2,
      changes: [
        {
          table: 'organisations',
          id: hollowell.id,
          before: { id: hollowell.id, notes: '0' },
          after: { id: hollowell.id, notes: '1' },
        },
      ],
      undoTop: 2,
      redoTop: null,
      below: 1,
      touched: [hollowell.id],
      filed: ['organisations/changed'],
    });
    await done(undo(store));
    expect(await store.db.organisations.get(hollowell.id)).toEqual({ ...hollowell, notes: '698' });
  });

  test('without any history but its beginning is upgraded too', async () => {
    const store = await opened(await versionTwo(1));
    expect(await store.db.migratedTo()).toBe(databaseVersion);
    expect(await store.db.history.where('filed').equals('organisations/added').count()).toBe(1);
  });

  test('stays whole and of version 2 where filing fails half-way, and is upgraded once it can be', async () => {
    const name = await versionTwo();
    // oxlint-disable-next-line typescript/unbound-method -- it is applied to the store it was called on
    const original = IDBObjectStore.prototype.put;
    let written = 0;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      written += 1;
      if (written > 300) throw new DOMException('No room', 'QuotaExceededError');
      return original.apply(this, row);
    });
    expect(await openStore(markerOf(name))).toMatchObject({ kind: 'unreadable' });
    expect(written).toBeGreaterThan(300);
    expect(await nativeVersion(name)).toBe(20);
    put.mockRestore();
    const store = await opened(name);
    expect(await store.db.history.where('filed').equals('organisations/changed').count()).toBe(699);
  });

  test('is not believed to be upgraded where the upgrade did nothing', async () => {
    const name = await versionTwo();
    const silent = new Dexie(name);
    silent.version(databaseVersion).stores({ ...layoutOfTwo, history: 'seq, at, reverses, *touched, *filed' });
    await silent.open();
    silent.close();
    expect(await openStore(markerOf(name))).toEqual({ kind: 'upgradeIncomplete' });
  });
});

describe('a database of version 1', () => {
  test('is upgraded with everything in it, and can then hold what version 2 brought', async () => {
    const name = await versionOne();
    const store = await opened(name);
    expect(await nativeVersion(name)).toBe(databaseVersion * 10);
    expect(await store.db.migratedTo()).toBe(databaseVersion);
    expect(await store.db.history.where('filed').equals('organisations/changed').primaryKeys()).toEqual([5]);
    expect(await store.db.organisations.toArray()).toEqual([renamed, hollowell]);
    expect(await store.db.attachments.toArray()).toEqual(contents.attachments);
    expect(await store.db.history.count()).toBe(5);
    await done(createTender(store, newId(), 'Parks'));
    expect((await store.db.tenderSummaries.toArray()).map(({ title }) => title)).toEqual(['Parks']);
  });

  test('is upgraded once: what is up to date already is left as it is', async () => {
    const name = await versionOne();
    const first = await opened(name);
    const before = [await first.db.organisations.toArray(), await first.db.meta.toArray()];
    first.db.close();
    const second = await opened(name);
    expect([await second.db.organisations.toArray(), await second.db.meta.toArray()]).toEqual(before);
  });

  test('stays whole and of version 1 where the upgrade fails, and is upgraded once it can be', async () => {
    const name = await versionOne();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    expect(await openStore(markerOf(name))).toMatchObject({ kind: 'unreadable' });
    expect(await nativeVersion(name)).toBe(10);
    put.mockRestore();
    const store = await opened(name);
    expect(await store.db.organisations.toArray()).toEqual([renamed, hollowell]);
  });

  test('is not believed to be upgraded where the upgrade did nothing', async () => {
    const name = await versionOne();
    const silent = new Dexie(name);
    silent.version(2).stores(layoutOfTwo);
    await silent.open();
    silent.close();
    expect(await openStore(markerOf(name))).toEqual({ kind: 'upgradeIncomplete' });
  });

  test('has a history that is undone and redone after the upgrade as before it', async () => {
    const store = await opened(await versionOne());
    const tender = newId();
    await done(createTender(store, tender, 'Parks'));

    await done(undo(store));
    expect(await store.db.tenders.count()).toBe(0);
    await done(undo(store));
    expect(await store.db.organisations.get(kestrel.id)).toEqual(kestrel);
    await done(undo(store));
    expect(await store.db.organisations.get(kestrel.id)).toBeUndefined();

    await done(redo(store));
    await done(redo(store));
    expect(await store.db.organisations.get(kestrel.id)).toEqual(renamed);
    await done(redo(store));
    expect(await store.db.tenders.get(tender)).toMatchObject({ title: 'Parks' });
    const versions = (await store.db.history.toArray()).map(({ schemaVersion }) => schemaVersion);
    expect(versions).toEqual([1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4, 4]);
  });
});

/** As version 2 left it: a tender that has no documents yet, and its renaming in the history. */
async function tenderOfTwo(): Promise<string> {
  const name = `muster-${newId()}`;
  const db = new MusterDatabase(name, 2);
  await db.open();
  const [parks] = contentsOf2.tenders;
  if (parks === undefined) throw new Error('no tender');
  const { documents: _none, ...asOf2 } = parks;
  await db.table('tenders').add({ ...asOf2, title: 'Parks' });
  const change = {
    table: 'tenders' as const,
    id: parks.id,
    before: { id: parks.id, title: parks.title },
    after: { id: parks.id, title: 'Parks' },
  };
  const entry = { ...rename, seq: 1, schemaVersion: 2, undoTop: 1, below: null, changes: [change] };
  await db.table('history').add(asStored(entry));
  await db.attachments.bulkAdd([...contents.attachments]);
  await db.table('meta').add({
    key: 'workspace',
    ...workspace,
    head: { seq: 1, undoTop: 1, redoTop: null, changes: 1 },
    replaced: null,
    lastSaved: null,
  });
  db.close();
  return name;
}

describe('a tender of version 2', () => {
  test('can have documents, and the size of an attachment beside it needs no reading', async () => {
    const store = await opened(await tenderOfTwo());
    expect(await store.db.migratedTo()).toBe(databaseVersion);
    expect((await store.db.tenders.toArray()).map(({ documents }) => documents)).toEqual([[]]);
    const [certificate] = contents.attachments;
    expect(await attachmentSize(store.db, certificate?.sha256 ?? '')).toBe(certificate?.size);
  });

  test('undoes a change of before, and leaves the documents that a tender has got since', async () => {
    const store = await opened(await tenderOfTwo());
    const [tender] = await store.db.tenders.toArray();
    const [parks] = fullContents.tenders;
    await store.db.tenders.put({ ...tender, documents: parks?.documents } as Tender);
    await done(undo(store));
    expect(await store.db.tenders.toArray()).toEqual([parks]);
  });
});

/** As version 4 of the database left it, whose bids had no questions to the buyer: members met the turnover combined. */
async function bidOfThree(): Promise<string> {
  const name = `muster-${newId()}`;
  const db = new MusterDatabase(name, 4);
  await db.open();
  const { clarifications: _none, decisions: _undecided, ...asOf3 } = parksBid;
  const [condition] = asOf3.conditions;
  if (condition === undefined) throw new Error('no condition');
  const { turnover: _notAsked, combining: _notSaid, ...conditionOf3 } = condition;
  const change = {
    table: 'bids' as const,
    id: parksBid.id,
    before: { id: parksBid.id, conditions: [{ ...conditionOf3, state: 'unknown' }] },
    after: { id: parksBid.id, conditions: [conditionOf3] },
  };
  const entry = { ...rename, seq: 1, schemaVersion: 3, undoTop: 1, below: null, changes: [change] };
  await db.table('tenders').bulkAdd([...contentsOf2.tenders]);
  await db.table('organisations').bulkAdd([...contentsOf2.organisations]);
  await db.table('bids').add({ ...asOf3, conditions: [conditionOf3] });
  await db
    .table('bidSummaries')
    .add({ id: parksBid.id, tenderId: parksBid.tenderId, memberIds: [], capabilityIds: [] });
  await db.table('history').add({ ...asStored(entry), filed: ['bids/changed'] });
  await db.table('meta').add({
    key: 'workspace',
    ...workspace,
    head: { seq: 1, undoTop: 1, redoTop: null, changes: 1 },
    replaced: null,
    lastSaved: null,
  });
  db.close();
  return name;
}

describe('a bid of version 3', () => {
  test('passes what it passed before, with its summary made again', async () => {
    const store = await opened(await bidOfThree());
    expect(await store.db.migratedTo()).toBe(databaseVersion);
    expect(await store.db.bids.toArray()).toEqual([parksBid]);
    expect(await store.db.bidSummaries.toArray()).toEqual([summariseBid(parksBid)]);
  });

  test('undoes and redoes a change to a condition of before', async () => {
    const store = await opened(await bidOfThree());
    await done(undo(store));
    expect((await store.db.bids.toArray())[0]?.conditions).toMatchObject([{ state: 'unknown', combining: 'unknown' }]);
    await done(redo(store));
    expect(await store.db.bids.toArray()).toEqual([parksBid]);
  });
});
