import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  leave,
  newDatabaseName,
  newestHolding,
  removeScratchDatabases,
  withScratchDatabase,
} from '../../renderer/src/store/databases.ts';
import { createWorkspace } from '../../renderer/src/store/contents.ts';
import { MusterDatabase } from '../../renderer/src/store/db.ts';
import { newId, newLineage } from '../../renderer/src/store/newId.ts';
import { openInUse, openStore, storeAt } from '../../renderer/src/store/openStore.ts';
import { placeOf } from '../../renderer/src/store/store.ts';
import { createOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { freshDatabase, markerOf, openReady, workspace } from './support.ts';

const aYear = 365 * 86_400_000;

async function begin(name: string, isFilled = true): Promise<void> {
  const db = new MusterDatabase(name);
  await db.open();
  if (isFilled) await createWorkspace(db, workspace);
  db.close();
}

test('a lineage begun while the clock is a year behind sorts after those of before', () => {
  const ahead = newLineage([]).replace(/^.{13}/, () => {
    const hex = (Date.now() + aYear).toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}`;
  });
  const next = newLineage([newId(), ahead]);
  expect(next > ahead).toBe(true);
  expect(newLineage([next, ahead]) > next).toBe(true);
});

test('an id that is none of ours, or the last that there can be, stops no new lineage', () => {
  for (const strange of ['', 'ffffffff-ffff-7fff-bfff-ffffffffffff', 'ffffffff-ffff-4fff-bfff-ffffffffffff']) {
    expect(newLineage([strange])).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  }
});

test('the database in use is the newest that holds a workspace, whatever marker and clock say', async () => {
  const first = await freshDatabase();
  const second = await newDatabaseName(new Date('2031-01-01T00:00:00Z'));
  await begin(second);
  // The clock has gone back by years.
  const third = await newDatabaseName(new Date('2027-01-01T00:00:00Z'));
  expect(third > second).toBe(true);
  await begin(third, false);
  expect(await newestHolding(null)).toBe(second);
  await begin(third);
  for (const marker of [{ workspaceId: workspace.id, database: second }, 'none', 'unreadable'] as const) {
    const opening = await openInUse(marker);
    if (opening.kind !== 'ready') throw new Error(opening.kind);
    expect(opening.store.db.name).toBe(third);
    expect(opening.markerToWrite).toBe(marker !== 'unreadable');
    opening.store.db.close();
  }
  for (const name of [first, second, third]) await Dexie.delete(name);
});

test('a database that was left takes no command, no worker opens it, and it is not opened in the place of one that is lost', async () => {
  const name = await freshDatabase();
  const store = await openReady(name);
  await leave(name, `${name}-next`);
  const outcome = await createOrganisation(store, newId(), 'Too late');
  expect(outcome).toEqual({ ok: false, error: { kind: 'frozen', reason: 'leftBehind' } });
  expect(await storeAt(placeOf(store))).toBeNull();
  expect((await openInUse(markerOf(name))).kind).toBe('lost');
  await leave(name, null);
  expect((await openStore(markerOf(name))).kind).toBe('ready');
  store.db.close();
  await Dexie.delete(name);
});

/** Locks as a browser keeps them for one origin: whoever asks for one that is held waits. */
function stubLocks(): void {
  const held = new Map<string, Promise<unknown>>();
  const request = (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    const done = (held.get(name) ?? Promise.resolve()).then(work);
    held.set(
      name,
      done.catch(() => undefined),
    );
    return done;
  };
  vi.stubGlobal('navigator', { locks: { request } });
  onTestFinished(() => void vi.unstubAllGlobals());
}

async function databaseNames(): Promise<readonly string[]> {
  return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
}

test('a copy of the workspace that a drill left behind is removed; one that is still worked with is not', async () => {
  stubLocks();
  const leftBehind = `scratch-${newId()}`;
  await begin(leftBehind);
  let removing = Promise.resolve();
  await withScratchDatabase(async (name) => {
    await begin(name);
    removing = removeScratchDatabases();
    await vi.waitFor(async () => expect(await databaseNames()).not.toContain(leftBehind));
    expect(await databaseNames()).toContain(name);
  });
  await removing;
  expect((await databaseNames()).filter((name) => name.startsWith('scratch-'))).toEqual([]);
});
