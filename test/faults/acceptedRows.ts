import 'fake-indexeddb/auto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ownFolder, storedFiles } from '../../electron/files/storedFiles.ts';
import { bringBack } from '../../renderer/src/safekeeping/bringBack.ts';
import { findJournal } from '../../renderer/src/safekeeping/journal.ts';
import { keptStates } from '../../renderer/src/safekeeping/keptStates.ts';
import { flushOutbox } from '../../renderer/src/safekeeping/outbox.ts';
import { rotate, takeSnapshot } from '../../renderer/src/safekeeping/snapshots.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import { createWorkspace } from '../../renderer/src/store/contents.ts';
import { MusterDatabase } from '../../renderer/src/store/db.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import { runCommand } from '../../renderer/src/store/runCommand.ts';
import { lineageOf, type Store } from '../../renderer/src/store/store.ts';
import { entryLimits } from '../../shared/domain/basics/entryLimits.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { ok } from '../../shared/domain/basics/result.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { fullContents, parksBid } from '../workspace/fullContents.ts';
import { type Next, numbersFrom } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { nestedLists, strangeWrites } from './strangeRows.ts';
import { verify } from './verify.ts';

interface Scene {
  readonly store: Store;
  readonly files: StoredFiles;
}

const commandsEach = 25;

/** Commands store what is deep, large or strange, and refuse the rest; then the database is lost, and all of it comes back. */
export async function loseAccepted(folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Deep, large and strange rows accepted, then the database lost');
  const next = numbersFrom(seed);
  for (; tally.injected < times; tally.injected += 1) {
    await inScene(path.join(folder, 'accepted'), tally, async (scene) => {
      // One of the largest, and as deep as anything that is accepted.
      if (tally.injected === 0) await addLargest(scene.store);
      await addDeepest(scene.store);
      for (let turn = 0; turn < commandsEach; turn += 1) await tryStrange(scene.store, next, tally);
      await flush(scene);
      if (next(2) === 0) await backUp(scene);
      await tryStrange(scene.store, next, tally);
      await loseAndBringBack(scene, tally);
    });
  }
  return tally.finding();
}

/** A row that no reader accepts gets into the database in some other way: no backup of it counts, and the older ones stay. */
export async function backUpUnsound(folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('A backup that could not be opened again');
  const next = numbersFrom(seed);
  for (; tally.injected < times; tally.injected += 1) {
    await inScene(path.join(folder, 'unsound'), tally, async (scene) => {
      await backUp(scene);
      await tryStrange(scene.store, next, tally);
      await flush(scene);
      const { db } = scene.store;
      const whole = await db.bids.get(parksBid.id);
      const content = [nestedLists(60)];
      const questions = parksBid.questions.map((question) => ({ ...question, answer: { type: 'doc', content } }));
      await db.table('bids').update(parksBid.id, next(2) === 0 ? { questions } : { members: 'nobody' });
      for (let again = 0; again < 4; again += 1) {
        const taken = await takeSnapshot(db, scene.files, new Date(), 'Muster');
        if (taken.kind !== 'unsound') tally.wrong.push(`It counts as ${taken.kind}.`);
        else if (taken.refusal.kind !== 'brokenRow' || taken.refusal.row.id !== parksBid.id)
          tally.wrong.push(`It does not name the row: ${JSON.stringify(taken.refusal)}`);
      }
      if (whole !== undefined) await db.bids.put(whole);
      await loseAndBringBack(scene, tally);
    });
  }
  return tally.finding();
}

async function inScene(folder: string, tally: Tally, work: (scene: Scene) => Promise<void>): Promise<void> {
  const database = `muster-${newId()}`;
  const db = new MusterDatabase(database);
  await db.open();
  const workspaceId = newId();
  await createWorkspace(db, { id: workspaceId, name: 'Alder Vale bids', createdAt: '2026-11-30T09:00:00.000Z' });
  db.close();
  const opening = await openStore({ workspaceId, database });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  const { store } = opening;
  const scene = { store, files: storedFiles((name) => Promise.resolve(ownFolder(folder, name))) };
  try {
    await flush(scene);
    const added = await addRecords(store, fullContents, fullContents.attachments, 'a file', true);
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    await flush(scene);
    await work(scene);
  } catch (problem) {
    tally.wrong.push(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
  }
  await store.db.delete();
  rmSync(folder, { recursive: true });
}

async function tryStrange(store: Store, next: Next, tally: Tally): Promise<void> {
  const writes = strangeWrites(next);
  const outcome = await runCommand(store, () => Promise.resolve(ok({ label: 'Changed', writes, confirmed: true })));
  if (!outcome.ok && outcome.error.kind !== 'refused') tally.wrong.push(`No refusal: ${JSON.stringify(outcome.error)}`);
}

async function addLargest(store: Store): Promise<void> {
  const notes = '“'.repeat(entryLimits.rowCharacters / 16);
  const added = await addRecords(
    store,
    { organisations: [{ ...newOrganisation(newId(), 'Wordy'), notes }] },
    [],
    'a file',
  );
  if (!added.ok) throw new Error(JSON.stringify(added.error));
}

async function addDeepest(store: Store): Promise<void> {
  let unknown: unknown = 'the bottom';
  for (let level = 1; level < entryLimits.rowDepth; level += 1) unknown = [unknown];
  const row = { ...newOrganisation(newId(), 'Deep'), unknown };
  const added = await addRecords(store, { organisations: [row] }, [], 'a file');
  if (!added.ok) throw new Error(JSON.stringify(added.error));
}

async function flush({ store, files }: Scene): Promise<void> {
  const workspace = await store.db.workspace();
  const journal = workspace === undefined ? null : await findJournal(files, lineageOf(workspace));
  if (journal === null || 'kind' in journal) throw new Error('no journal');
  const flushed = await flushOutbox(store.db, files, journal);
  if (flushed.kind !== 'flushed') throw new Error(JSON.stringify(flushed));
}

async function backUp({ store, files }: Scene): Promise<void> {
  const taken = await takeSnapshot(store.db, files, new Date(), 'Muster');
  if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
  await rotate(files, taken.name);
}

/** Follows the first offer of the recovery screen after the database has gone. */
async function loseAndBringBack(scene: Scene, tally: Tally): Promise<void> {
  await flush(scene);
  const all = (await scene.store.db.history.toArray()).map(({ seq, id }) => [seq, id] as const);
  tally.acknowledged += all.length;
  tally.byChoice += 1;
  const startedAt = performance.now();
  const [newest] = await keptStates(scene.files, 'own');
  const database = `muster-${newId()}`;
  const back = newest === undefined ? null : await bringBack(scene.files, newest, database);
  tally.milliseconds.push(Math.round(performance.now() - startedAt));
  if (back?.ok !== true) {
    tally.lost += all.length;
    return void tally.wrong.push(`Not brought back: ${JSON.stringify(back)}`);
  }
  const db = new MusterDatabase(database);
  await db.open();
  const { lost } = await verify(db, all);
  if (newest?.broken !== undefined) tally.wrong.push(newest.broken.what);
  tally.lost += lost;
  await db.delete();
}
