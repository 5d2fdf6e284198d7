import { freshDatabase, markerOf, openReady, workspace } from './support.ts';
import { Dexie } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { createOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { readContents, replaceContents } from '../../renderer/src/store/contents.ts';
import { databaseVersion, MusterDatabase } from '../../renderer/src/store/db.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import { undo } from '../../renderer/src/store/undo.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { summariseBid } from '../../shared/domain/bid/bidSummary.ts';
import { summariseTender } from '../../shared/domain/tender/tenderSummary.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { fullContents } from '../workspace/fullContents.ts';

async function withDatabase(name: string, work: (db: MusterDatabase) => Promise<unknown>): Promise<void> {
  const db = new MusterDatabase(name);
  await db.open();
  await work(db);
  db.close();
}

describe('opening', () => {
  test('a computer without a workspace is empty, and stays so until one is created', async () => {
    const name = `muster-${newId()}`;
    for (let round = 0; round < 2; round += 1) {
      const opening = await openStore({ workspaceId: '', database: name });
      expect(opening.kind).toBe('lost');
    }
    const opening = await openStore('none');
    expect(opening.kind).toBe('empty');
    if (opening.kind === 'empty') opening.db.close();
  });

  test('a workspace whose marker is missing opens and asks for the marker to be written', async () => {
    const database = await freshDatabase();
    const opening = await openStore('none');
    // Other databases of this file may be newer by name; open ours through its name.
    if (opening.kind === 'ready') opening.store.db.close();
    const ours = await openStore({ ...(markerOf(database) as { workspaceId: string; database: string }) });
    expect(ours).toMatchObject({ kind: 'ready', markerToWrite: false });
  });

  test('a database emptied behind our back is lost, not new, even where the layout looks healthy', async () => {
    const database = await freshDatabase();
    await withDatabase(database, (db) => db.delete({ disableAutoOpen: true }));
    expect((await openStore(markerOf(database))).kind).toBe('lost');
    // Dexie has now laid out an empty database under the name; it must still count as lost.
    expect((await openStore(markerOf(database))).kind).toBe('lost');
  });

  test('a storage that does not even say what is in it is unreadable, as Chromium leaves one whose files it finds damaged', async () => {
    const marker = markerOf(await freshDatabase());
    const asked = vi.spyOn(indexedDB, 'databases');
    asked.mockRejectedValueOnce(new DOMException('Internal error opening backing store.', 'UnknownError'));
    expect(await openStore(marker)).toMatchObject({ kind: 'unreadable' });
    expect(await openStore(marker)).toMatchObject({ kind: 'ready' });
  });

  test('another workspace than the one this computer knows is not written to', async () => {
    const database = await freshDatabase();
    const expected = newId();
    expect(await openStore({ workspaceId: expected, database })).toEqual({
      kind: 'differs',
      found: workspace.id,
      expected,
    });
  });

  test('a replacement that died before the marker was written is recognised as what it is', async () => {
    const database = await freshDatabase();
    const other = { id: newId(), name: 'Other', createdAt: '2026-01-01T00:00:00.000Z' };
    await withDatabase(database, (db) =>
      replaceContents(
        db,
        { ...noRecords, workspace: other, history: [], attachments: [] },
        'Opened other.muster',
        null,
        1,
      ),
    );
    expect(await openStore(markerOf(database))).toMatchObject({ kind: 'ready', markerToWrite: true });
  });

  test('a database of a newer Muster is left alone, though Dexie would open it', async () => {
    const database = await freshDatabase();
    const newer = new Dexie(database);
    newer
      .version(databaseVersion + 1)
      .stores({ organisations: 'id, name', history: 'seq, *touched', attachments: 'sha256', meta: 'key' });
    await newer.open();
    newer.close();
    expect(await openStore(markerOf(database))).toEqual({
      kind: 'newerDatabase',
      version: databaseVersion + 1,
      writtenBy: 'Muster',
    });
  });

  test('an upgrade that did not write its marker is not believed', async () => {
    const database = await freshDatabase();
    await withDatabase(database, (db) => db.meta.delete('migratedTo'));
    expect((await openStore(markerOf(database))).kind).toBe('upgradeIncomplete');
  });

  test('a history that lost its newest entries is damaged', async () => {
    const database = await freshDatabase();
    const store = await openReady(database);
    await createOrganisation(store, newId(), 'A');
    await store.db.history.delete(2);
    store.db.close();
    expect(await openStore(markerOf(database))).toEqual({ kind: 'damaged', expected: 2, found: 1 });
  });
});

describe('in the middle of a session', () => {
  test.each([
    ['the workspace row is gone', (db: MusterDatabase) => db.meta.delete('workspace'), 'workspaceMissing'],
    [
      'the history fell behind what this window has seen',
      async (db: MusterDatabase) => {
        const row = await db.workspace();
        if (row !== undefined) await db.meta.put({ ...row, head: { ...row.head, seq: row.head.seq - 1 } });
      },
      'historyBehind',
    ],
    [
      'another workspace lies there',
      async (db: MusterDatabase) => {
        const row = await db.workspace();
        if (row !== undefined) await db.meta.put({ ...row, id: newId() });
      },
      'otherWorkspace',
    ],
  ])('%s: the command is rolled back and writing stops for good', async (_what, damage, reason) => {
    const store = await openReady(await freshDatabase());
    await createOrganisation(store, newId(), 'A');
    await damage(store.db);
    let told = 0;
    store.watchers.add(() => (told += 1));
    expect(await createOrganisation(store, newId(), 'B')).toEqual({ ok: false, error: { kind: 'frozen', reason } });
    expect(await createOrganisation(store, newId(), 'C')).toEqual({ ok: false, error: { kind: 'frozen', reason } });
    expect(told).toBe(1);
    expect((await store.db.organisations.toArray()).map((row) => row.name)).toEqual(['A']);
  });

  test('a database that is closed under us stays closed instead of coming back empty', async () => {
    const store = await openReady(await freshDatabase());
    store.db.close();
    expect(await createOrganisation(store, newId(), 'A')).toEqual({
      ok: false,
      error: { kind: 'frozen', reason: 'databaseClosed' },
    });
  });

  test('two windows write one history without gaps', async () => {
    const database = await freshDatabase();
    const [one, two] = [await openReady(database), await openReady(database)];
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        createOrganisation(at % 2 === 0 ? one : two, newId(), `Organisation ${at}`),
      ),
    );
    expect(await one.db.history.orderBy('seq').keys()).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
  });
});

describe('replacing the contents', () => {
  test('is all or nothing: a row that cannot be stored leaves what was there', async () => {
    const database = await freshDatabase();
    const store = await openReady(database);
    await createOrganisation(store, newId(), 'Kept');
    const before = await readContents(store.db);
    const twice = newOrganisation(newId(), 'Twice');
    await expect(
      replaceContents(
        store.db,
        {
          ...noRecords,
          workspace: { ...workspace, name: 'Broken' },
          organisations: [twice, twice],
          history: [],
          attachments: [],
        },
        'Opened broken.muster',
        null,
        2,
      ),
    ).rejects.toThrow();
    expect(await readContents(store.db)).toEqual(before);
  });

  test('does nothing where the workspace has moved on since it was set aside', async () => {
    const store = await openReady(await freshDatabase());
    const setAside = await readContents(store.db);
    if (setAside === null) throw new Error('no workspace');
    await createOrganisation(store, newId(), 'Added in another window');
    expect(await replaceContents(store.db, setAside, 'Opened w.muster', null, setAside.head.seq)).toBe(false);
    expect(await store.db.organisations.count()).toBe(1);
  });

  test('makes the summaries that lists read, and takes away those of what was there', async () => {
    const database = await freshDatabase();
    await withDatabase(database, async (db) => {
      await replaceContents(db, { ...fullContents, workspace }, 'Opened full.muster', null, 1);
      expect(await db.tenderSummaries.toArray()).toEqual(fullContents.tenders.map(summariseTender));
      expect(await db.bidSummaries.toArray()).toEqual(fullContents.bids.map(summariseBid));
      await replaceContents(
        db,
        { ...noRecords, workspace, history: [], attachments: [] },
        'Opened empty',
        null,
        fullContents.history.length + 1,
      );
      expect(await db.tenderSummaries.count()).toBe(0);
      expect(await db.bidSummaries.count()).toBe(0);
    });
  });

  test('carries the history on, so that what was done in the file can still be undone', async () => {
    const source = await openReady(await freshDatabase());
    await createOrganisation(source, newId(), 'From the file');
    const contents = await readContents(source.db);
    if (contents === null) throw new Error('no workspace');

    const database = await freshDatabase();
    await withDatabase(database, (db) =>
      replaceContents(db, contents, 'Opened w.muster', { at: '2026-11-23T10:00:00.000Z', name: 'w.muster' }, 1),
    );
    const store = await openReady(database);
    expect((await undo(store)).ok).toBe(true);
    expect(await store.db.organisations.count()).toBe(0);
  });
});
