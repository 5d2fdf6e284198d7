import { fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../support/findChromium.ts';
import { removeFolder } from '../support/temporaryFolder.ts';
import { backUpUnsound, loseAccepted } from './acceptedRows.ts';
import { harmDatabase } from './databaseFiles.ts';
import { fillDatabaseDisk, fillJournalDisk, fillQuota, fillSnapshotDisk } from './diskFull.ts';
import { type Finding, skipped } from './fault.ts';
import { harmKeptFiles, keptFileFaults, makeWork } from './keptFiles.ts';
import { killDouble } from './killDouble.ts';
import { killErasing } from './killErasing.ts';
import { killMain } from './killMain.ts';
import { killOpening } from './killOpening.ts';
import { fillQuotaInImport } from './largeImport.ts';
import { loseDatabaseAndFiles } from './loseBoth.ts';
import { leaveNewerJournal } from './newerJournal.ts';
import { undoAll } from './undoAll.ts';
import { killAfterGoingBack, killBrowser, killUndo, killWhileGoingBack } from './kills.ts';
import { leaveWindowBehind } from './leaveBehind.ts';
import { restoreHostile } from './restoreHostile.ts';
import { type Addresses, serveStream } from './site.ts';
import { printTable } from './table.ts';

// `npm run test:faults [-- --short] [-- --seed=N] [-- --only=WORD]`: injects faults, prints what they came to, and fails where
// anything acknowledged was lost or anything torn was taken for whole.

interface Run {
  readonly folder: string;
  readonly seed: number;
  readonly isShort: boolean;
  /** `null` where there is no Chromium. */
  readonly addresses: Addresses | null;
}

type Lane = 'chromium' | 'files' | 'node';

type Inject = (run: Run) => Promise<readonly Finding[]>;

/** Each lane is worked through in order, beside the others: two for Chromium, which mostly waits for itself, and one for Node. */
const lanes: Readonly<Record<Lane, readonly (readonly [name: string, inject: Inject])[]>> = {
  chromium: [
    ['kills', inChromium('Chromium killed in a stream of commands', [200, 20], killBrowser)],
    ['kills undo', inChromium('Chromium killed while commands were undone', [100, 3], killUndo)],
    ['opening', inChromium('Chromium killed while a workspace file was opened', [100, 3], killOpening)],
    ['erasing', inChromium('Chromium killed while a person was erased', [100, 3], killErasing)],
    ['back', inChromium('Chromium killed after a former state was brought back', [20, 2], killAfterGoingBack)],
    ['going back', inChromium('Chromium killed while a former state was brought back', [100, 4], killWhileGoingBack)],
    ['left', inChromium('A former state brought back while another window works', [10, 2], leaveWindowBehind)],
    ['quota', inChromium('Quota of IndexedDB and OPFS reached (Chromium)', [20, 5], fillQuota)],
    ['import', inChromium('Quota reached in the middle of a large import', [20, 2], fillQuotaInImport)],
  ],
  files: [
    ['database', inChromium('Files of IndexedDB deleted, cut short, bits flipped', [100, 20], harmDatabase)],
    ['database disk', inChromium('Disk full under IndexedDB (Chromium, tmpfs)', [10, 1], fillDatabaseDisk)],
    ['both', inChromium('Database and private files lost together', [20, 2], loseDatabaseAndFiles)],
    ['undo', inChromium('Commands undone and brought back after a kill', [10_000, 100], undoAll)],
    ['double', async (run) => [await killDouble(run.folder, times(run, [100, 1]), run.seed)]],
  ],
  node: [
    ['main', async (run) => [await killMain(run.folder, times(run, [100, 20]), run.seed)]],
    ['journal disk', async (run) => [await fillJournalDisk(run.folder, times(run, [100, 20]), run.seed)]],
    ['snapshot disk', async (run) => [await fillSnapshotDisk(run.folder, times(run, [100, 20]), run.seed)]],
    ['kept files', keptFiles],
    ['accepted', async (run) => [await loseAccepted(run.folder, times(run, [60, 3]), run.seed)]],
    ['unsound', async (run) => [await backUpUnsound(run.folder, times(run, [60, 4]), run.seed)]],
    ['hostile', async (run) => [await restoreHostile(times(run, [10_000, 200]), run.seed)]],
  ],
};

function inChromium(
  fault: string,
  [full, short]: readonly [number, number],
  inject: (addresses: Addresses, folder: string, times: number, seed: number) => Promise<Finding>,
): Inject {
  return async (run) => {
    if (run.addresses === null) return [skipped(fault, 'no Chromium was found')];
    return [await inject(run.addresses, run.folder, times(run, [full, short]), run.seed)];
  };
}

function times({ isShort }: Run, [full, short]: readonly [number, number]): number {
  return isShort ? short : full;
}

async function keptFiles(run: Run): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const work = await makeWork(path.join(run.folder, 'work'), run.seed);
  for (const kind of keptFileFaults) findings.push(await harmKeptFiles(work, kind, times(run, [200, 12]), run.seed));
  findings.push(await leaveNewerJournal(work, times(run, [200, 12]), run.seed));
  return findings;
}

const [, , lane = '', task = ''] = process.argv;
if (process.send !== undefined && isLane(lane)) {
  const { run, only } = JSON.parse(task) as { readonly run: Run; readonly only: string };
  // Whoever asked for it is gone.
  process.once('disconnect', () => process.exit(1));
  const findings = await work(lane, run, only);
  process.send(findings, () => process.exit());
} else {
  await runAll();
}

async function runAll(): Promise<void> {
  const args = process.argv.slice(2);
  const valueOf = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  const seed = Number(valueOf('seed') ?? Math.floor(Math.random() * 2 ** 31));
  const isShort = args.includes('--short');
  console.log(
    `Injecting faults, ${isShort ? 'the short run' : 'all of them'}; --seed=${seed} makes the same ones again.`,
  );
  const startedAt = Date.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-faults-'));
  const only = valueOf('only') ?? '';
  const begun = { folder, seed, isShort, addresses: null };
  // What needs no page does not wait for it to be built.
  const inNode = inLane('node', begun, only);
  const servers = findChromium() === undefined ? [] : await serveStream(folder, 5);
  const [first, ...others] = servers.map(({ address }) => address);
  const run: Run = { ...begun, addresses: first === undefined ? null : [first, ...others] };
  const all = await Promise.all([work('chromium', run, only), work('files', run, only), inNode]);
  await Promise.all(servers.map((server) => server.stop()));
  await removeFolder(folder);
  const tally = printTable(all.flat());
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`\nfaults: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped in ${seconds} s`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
}

async function work(lane: Lane, run: Run, only: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [name, inject] of lanes[lane]) {
    if (!name.includes(only)) continue;
    const startedAt = Date.now();
    findings.push(...(await inject(run)));
    console.log(`${name}: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  return findings;
}

function isLane(name: string): name is Lane {
  return name in lanes;
}

/** A process of its own, so that what it computes does not hold up what the lanes of Chromium wait for. */
function inLane(lane: Lane, run: Run, only: string): Promise<readonly Finding[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [lane, JSON.stringify({ run, only })]);
    child.once('message', (findings) => resolve(findings as readonly Finding[]));
    child.once('exit', (code) => reject(new Error(`The lane ${lane} ended with ${String(code)}.`)));
  });
}
