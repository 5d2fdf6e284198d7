import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownFolder, storedFiles } from '../../electron/files/storedFiles.ts';
import { failureSentence } from '../../renderer/src/host/failureSentence.ts';
import { findJournal, journalAfter } from '../../renderer/src/safekeeping/journal.ts';
import { flushOutbox } from '../../renderer/src/safekeeping/outbox.ts';
import { takeSnapshot } from '../../renderer/src/safekeeping/snapshots.ts';
import { createOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { createWorkspace } from '../../renderer/src/store/contents.ts';
import { MusterDatabase } from '../../renderer/src/store/db.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import { lineageOf, type Store } from '../../renderer/src/store/store.ts';
import type { Failed } from '../../shared/host/failed.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { smallDisk } from '../main/smallDisk.ts';
import { removeFolder } from '../support/temporaryFolder.ts';
import { startBrowser } from './browser.ts';
import { numbersFrom } from './chance.ts';
import { type Finding, skipped, Tally } from './fault.ts';
import { openAndVerify } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { Addresses } from './site.ts';

const diskBytes = 64 * 1024;
const takesRoot = 'mounting a small disk takes root on Linux';

/** The journal lies on a disk of 64 KiB that fills up while someone works, and has room again later. */
export async function fillJournalDisk(folder: string, times: number, seed: number): Promise<Finding> {
  const fault = 'Disk full under the journal (tmpfs)';
  const disk = smallDisk();
  if (disk === undefined) return skipped(fault, takesRoot);
  const tally = new Tally(fault);
  const next = numbersFrom(seed);
  try {
    for (; tally.injected < times; tally.injected += 1) {
      for (const name of readdirSync(disk.folder)) rmSync(path.join(disk.folder, name), { recursive: true });
      writeFileSync(path.join(disk.folder, 'other-data'), Buffer.alloc(diskBytes - 4096 * (1 + next(4))));
      const files = storedFiles((name) => Promise.resolve(ownFolder(name === 'journal' ? disk.folder : folder, name)));
      const store = await newStore();
      const acknowledged = await workUntilFull(store, files, tally);
      tally.acknowledged += acknowledged;
      tally.lost += Math.max(0, acknowledged - (await journalled(store, files)));
      rmSync(path.join(disk.folder, 'other-data'));
      const startedAt = performance.now();
      const failure = await flush(store, files);
      tally.milliseconds.push(Math.round(performance.now() - startedAt));
      if (failure !== null) tally.wrong.push(`There is room again, and yet: ${failure.detail}`);
      tally.lost += store.seenSeq - (await journalled(store, files));
      tally.silently += 1;
      await store.db.delete();
    }
  } finally {
    disk.remove();
  }
  return tally.finding();
}

/** Snapshots go to a disk that is full; then there is room again. */
export async function fillSnapshotDisk(folder: string, times: number, seed: number): Promise<Finding> {
  const fault = 'Disk full under the snapshots (tmpfs)';
  const disk = smallDisk();
  if (disk === undefined) return skipped(fault, takesRoot);
  const tally = new Tally(fault);
  const next = numbersFrom(seed);
  const files = storedFiles((name) => Promise.resolve(ownFolder(name === 'snapshots' ? disk.folder : folder, name)));
  const store = await newStore();
  for (let more = 60; more > 0; more -= 1) await createOrganisation(store, newId(), `Organisation ${more}`);
  try {
    for (; tally.injected < times; tally.injected += 1) {
      for (const name of readdirSync(disk.folder)) rmSync(path.join(disk.folder, name), { recursive: true });
      const good = await takeSnapshot(store.db, files, new Date(), 'Muster');
      if (good.kind !== 'taken') throw new Error(JSON.stringify(good));
      fillUp(disk.folder, next(2) * 4096);
      const startedAt = performance.now();
      const full = await takeSnapshot(store.db, files, new Date(Date.now() + 60_000), 'Muster');
      if (full.kind !== 'failed' || full.reason !== 'diskFull') tally.wrong.push(`It says ${JSON.stringify(full)}.`);
      else if (!failureSentence(full).includes('Make room')) tally.wrong.push('It does not say what to do.');
      tally.acknowledged += store.seenSeq;
      const listed = await files.listFiles('snapshots');
      for (const { name } of listed.kind === 'listed' ? listed.files : []) {
        const read = await files.readFile('snapshots', name, 0);
        if (read.kind !== 'read' || !(await readWorkspace(read.bytes)).ok) tally.wrong.push(`${name} is torn.`);
      }
      if (listed.kind !== 'listed' || listed.files.length !== 1) tally.lost += store.seenSeq;
      rmSync(path.join(disk.folder, 'other-data'));
      const again = await takeSnapshot(store.db, files, new Date(Date.now() + 120_000), 'Muster');
      if (again.kind !== 'taken') tally.wrong.push(`There is room again, and yet ${JSON.stringify(again)}.`);
      tally.milliseconds.push(Math.round(performance.now() - startedAt));
      tally.silently += 1;
    }
  } finally {
    disk.remove();
  }
  await store.db.delete();
  return tally.finding();
}

/** The browser's quota is reached by what is attached, in the database or in the journal, and raised again. */
export async function fillQuota([address]: Addresses, folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Quota of IndexedDB and OPFS reached (Chromium)');
  const next = numbersFrom(seed);
  const ledger = new Ledger();
  const browser = await startBrowser(path.join(folder, `quota-${seed}`), address, ledger.tell);
  try {
    await openAndVerify(browser, ledger, new Tally(''));
    await browser.evaluate(`stream.run(${seed}, 5)`);
    for (; tally.injected < times; tally.injected += 1) {
      const { usage } = await browser.evaluate<{ usage: number }>('navigator.storage.estimate()');
      await setQuota(usage + 200_000 + next(1_500_000));
      const said = await browser.evaluate<{ kind: string; sentence: string } | null>(
        `stream.fill(${next(2 ** 31)}, 20)`,
      );
      if (said?.kind !== 'diskFull') tally.wrong.push(`It says ${JSON.stringify(said)}.`);
      else if (!/[Mm]ake room/.test(said.sentence)) tally.wrong.push(`It does not say what to do: ${said.sentence}`);
      await setQuota();
      tally.acknowledged += ledger.fresh;
      await openAgain();
    }
  } finally {
    await browser.kill();
  }
  return tally.finding();

  async function setQuota(quotaSize?: number): Promise<void> {
    const origin = new URL(address).origin;
    await browser.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize !== undefined && { quotaSize }) });
  }

  /** The work goes on in the same session: what waited is journalled, and the next commands are stored. */
  async function openAgain(): Promise<void> {
    const startedAt = performance.now();
    const problem = await browser.evaluate<string | null>(`stream.run(${next(2 ** 31)}, 3)`);
    tally.milliseconds.push(Math.round(performance.now() - startedAt));
    if (problem !== null) tally.wrong.push(`There is room again, and yet: ${problem}`);
    await openAndVerify(browser, ledger, tally);
  }
}

/** The files of IndexedDB lie on a small disk that fills up while someone works; then the disk grows, and Muster starts again. */
export async function fillDatabaseDisk(
  [address]: Addresses,
  folder: string,
  times: number,
  seed: number,
): Promise<Finding> {
  const fault = 'Disk full under IndexedDB (Chromium, tmpfs)';
  const tally = new Tally(fault);
  const next = numbersFrom(seed);
  for (; tally.injected < times; tally.injected += 1) {
    const profile = path.join(folder, `small-${seed}-${tally.injected}`);
    const databases = path.join(profile, 'Default', 'IndexedDB');
    mkdirSync(databases, { recursive: true });
    if (!mount('-t', 'tmpfs', '-o', `size=${6 + next(6)}m`, 'tmpfs', databases)) return skipped(fault, takesRoot);
    const ledger = new Ledger();
    try {
      const browser = await startBrowser(profile, address, ledger.tell);
      await openAndVerify(browser, ledger, new Tally(''));
      await browser.evaluate(`stream.run(${seed}, 5)`);
      const said = await browser.evaluate<{ kind: string; sentence: string } | null>(
        `stream.fill(${next(2 ** 31)}, 60)`,
      );
      if (said === null) tally.wrong.push('It never said that anything was not stored.');
      else if (!/[Mm]ake room/.test(said.sentence)) tally.wrong.push(`It does not say what to do: ${said.sentence}`);
      if (said !== null) tally.said.add(said.sentence);
      tally.acknowledged += ledger.fresh;
      await browser.kill();
      mount('-o', 'remount,size=200m', databases);
      const again = await startBrowser(profile, address, ledger.tell);
      await openAndVerify(again, ledger, tally);
      await again.kill();
    } finally {
      spawnSync('umount', ['-l', databases], { stdio: 'ignore' });
      await removeFolder(profile);
    }
  }
  return tally.finding();
}

function mount(...args: readonly string[]): boolean {
  return process.platform === 'linux' && spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
}

/** Writes until nothing more fits, and then gives back `room` bytes. */
function fillUp(folder: string, room: number): void {
  const file = path.join(folder, 'other-data');
  for (let size = diskBytes; size > 0; size -= 4096) {
    try {
      writeFileSync(file, Buffer.alloc(size));
      writeFileSync(file, Buffer.alloc(Math.max(0, size - room)));
      return;
    } catch {
      rmSync(file, { force: true });
    }
  }
}

/** How many changes were acknowledged before the disk was full. */
async function workUntilFull(store: Store, files: StoredFiles, tally: Tally): Promise<number> {
  let acknowledged = 0;
  for (let commands = 0; commands < 100; commands += 1) {
    const failure = await flush(store, files);
    if (failure !== null) {
      if (failure.reason !== 'diskFull') tally.wrong.push(`It says ${JSON.stringify(failure)}.`);
      if (!failureSentence(failure).includes('Make room')) tally.wrong.push('It does not say what to do.');
      // The work goes on in the database.
      const more = await createOrganisation(store, newId(), 'With a full disk');
      if (!more.ok) tally.wrong.push(`A change was not stored: ${more.error.kind}`);
      return acknowledged;
    }
    acknowledged = store.seenSeq;
    await createOrganisation(store, newId(), `Organisation ${commands}`);
  }
  tally.wrong.push('The disk was never full.');
  return acknowledged;
}

async function flush(store: Store, files: StoredFiles): Promise<Failed | null> {
  const journal = await findJournal(files, await lineage(store));
  if ('kind' in journal && journal.kind === 'newerFormat') throw new Error('a newer journal');
  if ('kind' in journal) return journal;
  const flushed = await flushOutbox(store.db, files, journal);
  if (flushed.kind === 'diverged') throw new Error('diverged');
  return flushed.kind === 'failed' ? flushed : null;
}

/** How many entries the journal brings back from the beginning. */
async function journalled(store: Store, files: StoredFiles): Promise<number> {
  const journal = await findJournal(files, await lineage(store));
  if ('kind' in journal) throw new Error(JSON.stringify(journal));
  return (await journalAfter(files, journal, { seq: 0, id: null })).length;
}

async function lineage({ db }: Store): Promise<string> {
  const workspace = await db.workspace();
  if (workspace === undefined) throw new Error('no workspace');
  return lineageOf(workspace);
}

async function newStore(): Promise<Store> {
  const database = `muster-${newId()}`;
  const workspaceId = newId();
  const db = new MusterDatabase(database);
  await db.open();
  await createWorkspace(db, { id: workspaceId, name: 'Alder Vale bids', createdAt: '2026-11-26T09:00:00.000Z' });
  db.close();
  const opening = await openStore({ workspaceId, database });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  return opening.store;
}
