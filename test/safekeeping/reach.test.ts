import 'fake-indexeddb/auto';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { bringBack } from '../../renderer/src/safekeeping/bringBack.ts';
import { isRooted } from '../../renderer/src/safekeeping/journal.ts';
import { type KeptState, keptStates } from '../../renderer/src/safekeeping/keptStates.ts';
import { flushOutbox } from '../../renderer/src/safekeeping/outbox.ts';
import { scrubKept } from '../../renderer/src/safekeeping/scrub.ts';
import { copyOut, rotate } from '../../renderer/src/safekeeping/snapshots.ts';
import { removeOrganisations } from '../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { freshDatabase, openReady } from '../store/support.ts';
import { add, attach, filesIn, flush, journalOf, snapshot, workspaceOf } from './support.ts';

// What can be brought back must not pass for everything that is kept.

let store: Store;
let files: StoredFiles;
let folder: string;
let now: number;

beforeEach(async () => {
  store = await openReady(await freshDatabase());
  ({ files, folder } = await filesIn());
  await flush(store, files);
  now = Date.parse('2026-11-30T09:00:00Z');
});

/** Adds organisations, then takes a snapshot and removes what is no longer needed, as a quiet minute does. */
async function round(...names: readonly string[]): Promise<string> {
  await add(store, ...names);
  await flush(store, files);
  const name = await snapshot(store, files, new Date((now += 3_600_000)));
  await rotate(files, name);
  return name;
}

async function newest(from = files): Promise<KeptState> {
  const [state] = await keptStates(from, 'own');
  if (state === undefined) throw new Error('nothing is kept');
  return state;
}

async function pieces(): Promise<readonly string[]> {
  return (await readdir(path.join(folder, 'journal'))).sort().map((name) => path.join(folder, 'journal', name));
}

test('a damaged line of the journal behind the newest snapshot is told, with the changes that it cuts off', async () => {
  await round('One');
  await add(store, 'Two', 'Three', 'Four');
  await flush(store, files);
  expect((await newest()).broken).toBeUndefined();
  const last = (await pieces()).at(-1) ?? '';
  const lines = (await readFile(last, 'utf8')).split('\n');
  await writeFile(
    last,
    lines.map((line, at) => (at === lines.length - 4 ? `${line.slice(0, -3)}???` : line)).join('\n'),
  );
  expect(await newest()).toMatchObject({
    seq: 2,
    broken: { what: 'Changes 3 to 5 may be kept here, but what leads to them is damaged.' },
  });
});

test('a piece of the journal that another program holds is told, and what it held is not brought back as less', async () => {
  await round('One');
  await add(store, 'Two', 'Three');
  await flush(store, files);
  const whole = await newest();
  const held: StoredFiles = {
    ...files,
    readFile: (place, name, from, most) =>
      place === 'journal'
        ? Promise.resolve({ kind: 'failed', reason: 'inUse', detail: 'EBUSY' })
        : files.readFile(place, name, from, most),
  };
  expect(await newest(held)).toMatchObject({
    seq: 2,
    broken: { what: 'More changes may be kept here, but the end of the journal cannot be read (EBUSY).' },
  });
  expect(await bringBack(held, whole, `muster-${newId()}`)).toMatchObject({
    ok: false,
    error: { what: expect.stringContaining('up to change 4, and what can be read ends at change 2') },
  });
});

test('a torn newest snapshot whose journal is gone is told by its name', async () => {
  await round('One');
  const torn = await round('Two', 'Three');
  await rm(path.join(folder, 'journal'), { recursive: true });
  await truncate(path.join(folder, 'snapshots', torn), 300);
  expect(await newest()).toMatchObject({ seq: 2, broken: { what: expect.stringContaining('Changes 3 to 4') } });
});

test('a state whose pieces were removed since it was listed is refused, not brought back shorter', async () => {
  await round('One');
  await add(store, 'Two', 'Three', 'Four');
  await flush(store, files);
  const listed = await newest();
  for (const piece of await pieces()) await rm(piece);
  expect(await bringBack(files, listed, `muster-${newId()}`)).toMatchObject({ ok: false });
});

test('an attached file that is gone costs no later change, and what is brought back can be backed up', async () => {
  const [id = ''] = await add(store, 'One');
  const sha256 = await attach(store, id, 'insured');
  await flush(store, files);
  await snapshot(store, files);
  await add(store, 'Two', 'Three');
  await flush(store, files);
  await rm(path.join(folder, 'attachments', sha256));
  const state = await newest();
  expect(state).toMatchObject({ seq: (await workspaceOf(store)).head.seq });
  expect(state.broken).toBeUndefined();
  const database = `muster-${newId()}`;
  const back = await bringBack(files, state, database);
  if (!back.ok) throw new Error(back.error.what);
  expect(back.value.missing).toEqual(['proof.txt']);
  const opening = await openStore({ workspaceId: back.value.workspaceId, database });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  await add(opening.store, 'After');
  expect(await snapshot(opening.store, files)).toMatch(/\.muster$/);
});

test('an attached file that was altered is not copied out, and is written again while the database is sound', async () => {
  const [id = ''] = await add(store, 'One');
  const sha256 = await attach(store, id, 'insured');
  const name = await round('Two');
  const file = path.join(folder, 'attachments', sha256);
  await writeFile(file, 'INSURED');
  expect(await copyOut(files, name)).toMatchObject({ kind: 'failed', detail: expect.stringContaining('damaged') });
  expect(await scrubKept(store.db, files)).toBe((await workspaceOf(store)).head.seq);
  expect(await readFile(file, 'utf8')).toBe('insured');
  expect(await copyOut(files, name)).toBeNull();
});

test('files that go while Muster runs are not taken for the beginning of what follows', async () => {
  await round('One');
  await add(store, 'Two');
  const journal = await flush(store, files);
  await rm(path.join(folder, 'journal'), { recursive: true });
  await rm(path.join(folder, 'snapshots'), { recursive: true });
  await add(store, 'Three');
  const flushed = await flushOutbox(store.db, files, journal);
  if (flushed.kind !== 'flushed') throw new Error(flushed.kind);
  expect(isRooted(flushed.journal, null)).toBe(false);
  expect(isRooted(await journalOf(store, files), null)).toBe(false);
  expect(await scrubKept(store.db, files)).toBe(0);
});

test('a piece that a second window went on with is kept as long as a snapshot needs it', async () => {
  await add(store, 'One');
  let journal = await flush(store, files);
  const other = journal;
  const first = await snapshot(store, files, new Date(now));
  await rotate(files, first);
  await add(store, 'Two');
  await flushOutbox(store.db, files, { ...journal, open: null });
  // The other window goes on with the old piece.
  const goOn = async (): Promise<void> => {
    const flushed = await flushOutbox(store.db, files, journal);
    if (flushed.kind !== 'flushed') throw new Error(flushed.kind);
    ({ journal } = flushed);
  };
  journal = other;
  await goOn();
  await add(store, 'Three', 'Four');
  await goOn();
  const damaged: string[] = [];
  for (const name of ['Five', 'Six']) {
    const taken = await snapshot(store, files, new Date((now += 60_000)));
    await rotate(files, taken);
    damaged.push(taken);
    journal = { ...journal, open: null };
    await add(store, name);
    await goOn();
  }
  for (const name of damaged) await writeFile(path.join(folder, 'snapshots', name), 'bad');
  const { head } = await workspaceOf(store);
  expect(await newest()).toMatchObject({ seq: head.seq, fromJournal: head.seq - 2 });
});

test('a command that writes one row twice is refused, since nothing could carry it out again', async () => {
  const [id = ''] = await add(store, 'One');
  expect(await removeOrganisations(store, [id, id], true)).toMatchObject({ ok: false, error: { kind: 'refused' } });
  expect(await store.db.organisations.count()).toBe(1);
});
