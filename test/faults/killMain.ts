import { spawn } from 'node:child_process';
import { patience } from '../support/machine.ts';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { v7 as newId } from 'uuid';
import { build } from 'vite';
import { ownFolder, storedFiles } from '../../electron/files/storedFiles.ts';
import { readMarker } from '../../electron/main/host/marker.ts';
import { findJournal, journalAfter } from '../../renderer/src/safekeeping/journal.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { type Next, numbersFrom } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { sha256Of } from './history.ts';
import type { Told } from './mainProcess.ts';

/**
 * Kills a process that runs the real host of the main process while it appends to the journal, writes snapshots, attached files
 * and the marker; then looks whether everything it had said to be written is there, and nothing by halves.
 */
export async function killMain(folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Main process killed in append and snapshot (its host, in Node)');
  const next = numbersFrom(seed);
  const script = await bundle(folder);
  const data = path.join(folder, 'main-data');
  mkdirSync(data);
  const files = storedFiles((name) => Promise.resolve(ownFolder(data, name)));
  const lineage = newId();
  const journalled = new Map<number, string>();
  for (; tally.injected < times; tally.injected += 1) {
    const told = await runAndKill(script, [data, lineage], next);
    const startedAt = performance.now();
    const kept = new Map<string, Told & { readonly kind: 'kept' }>();
    for (const one of told) {
      if (one.kind === 'journalled') for (const [seq, id] of one.entries) journalled.set(seq, id);
      if (one.kind === 'kept') kept.set(`${one.folder}/${one.name}`, one);
    }
    tally.acknowledged += told.length;
    tally.lost += await lostOfJournal(files, lineage, journalled, tally);
    for (const { folder, name } of kept.values()) {
      const read = await files.readFile(folder, name, 0);
      if (read.kind === 'failed') tally.lost += 1;
    }
    tally.wrong.push(...(await halves(files)));
    const marker = await readMarker(data);
    if (marker.kind === 'failed') tally.wrong.push('The marker is torn.');
    tally.silently += 1;
    tally.milliseconds.push(Math.round(performance.now() - startedAt));
    for (const name of ['snapshots', 'attachments']) rmSync(path.join(data, name), { recursive: true, force: true });
  }
  return tally.finding();
}

async function bundle(folder: string): Promise<string> {
  const entry = fileURLToPath(new URL('mainProcess.ts', import.meta.url));
  const outDir = path.join(folder, 'main');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, target: 'node20', rollupOptions: { output: { entryFileNames: 'main.mjs' } } },
  });
  return path.join(outDir, 'main.mjs');
}

async function runAndKill(script: string, args: readonly string[], next: Next): Promise<readonly Told[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const told: Told[] = [];
  const until = 1 + next(60);
  let begun: () => void;
  const isFarEnough = new Promise<void>((resolve) => (begun = resolve));
  const lines = createInterface({ input: child.stdout });
  const read = once(lines, 'close');
  lines.on('line', (line) => {
    if (line.endsWith('}')) told.push(JSON.parse(line) as Told);
    if (told.length === until) begun();
  });
  await Promise.race([isFarEnough, exited, wait(patience(10_000))]);
  await wait(next(6));
  if (child.exitCode !== null) throw new Error(`The process ended by itself with ${String(child.exitCode)}.`);
  child.kill('SIGKILL');
  await exited;
  await read;
  return told;
}

async function lostOfJournal(
  files: StoredFiles,
  lineage: string,
  journalled: ReadonlyMap<number, string>,
  tally: Tally,
): Promise<number> {
  const journal = await findJournal(files, lineage);
  if ('kind' in journal) throw new Error(JSON.stringify(journal));
  const lines = await journalAfter(files, journal, { seq: 0, id: null });
  const ids = new Map(lines.map(({ entry }) => [entry.seq, entry.id]));
  if (lines.length !== (journal.head?.seq ?? 0)) {
    tally.wrong.push(
      `The journal says it reaches to ${journal.head?.seq ?? 0}, and can be followed to ${lines.length}.`,
    );
  }
  return [...journalled].filter(([seq, id]) => ids.get(seq) !== id).length;
}

/** Files that show under their own names and are not whole. */
async function halves(files: StoredFiles): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const folder of ['snapshots', 'attachments'] as const) {
    const listed = await files.listFiles(folder);
    if (listed.kind === 'failed') return [listed.detail];
    for (const { name } of listed.files) {
      const read = await files.readFile(folder, name, 0);
      const isWhole = read.kind === 'read' && (await isWholeFile(folder, name, read.bytes));
      if (!isWhole) wrong.push(`${folder}/${name} is torn.`);
    }
  }
  return wrong;
}

async function isWholeFile(folder: 'snapshots' | 'attachments', name: string, bytes: Uint8Array): Promise<boolean> {
  return folder === 'attachments' ? sha256Of(bytes) === name : (await readWorkspace(bytes)).ok;
}
