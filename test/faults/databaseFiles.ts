import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setDeadDatabasesAside } from '../../electron/files/deadDatabases.ts';
import { startBrowser } from './browser.ts';
import { type Next, numbersFrom, pick } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { openAndVerify, told } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { Entry } from './verify.ts';

/** A profile with work in it, and what was acknowledged of that. */
interface Profile {
  readonly folder: string;
  readonly acknowledged: readonly Entry[];
}

/** Harms the files of IndexedDB between two runs, or under a running stream of commands, and starts again. */
export async function harmDatabase(address: string, folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Files of IndexedDB deleted, cut short, bits flipped');
  const next = numbersFrom(seed);
  const profiles = await makeProfiles(address, folder, seed);
  for (; tally.injected < times; tally.injected += 1) {
    const profile = pick(profiles, next);
    const copy = path.join(folder, `harmed-${seed}-${tally.injected}`);
    cpSync(profile.folder, copy, { recursive: true, filter: isNeeded });
    const ledger = new Ledger();
    ledger.startFrom(profile.acknowledged);
    const isRunning = tally.injected % 4 === 3;
    let harm = '';
    if (isRunning) harm = await harmWhileRunning(copy, address, ledger, next);
    else harm = harmFiles(copy, next);
    const wrong = tally.wrong.length + tally.lost;
    // As both shells do before they start Chromium.
    setDeadDatabasesAside(path.join(copy, 'Default', 'IndexedDB'), new Date());
    const browser = await startBrowser(copy, address, ledger.tell);
    try {
      tally.acknowledged += ledger.acknowledged().length;
      await openAndVerify(browser, ledger, tally);
    } catch (problem) {
      tally.wrong.push(String(problem));
    } finally {
      await browser.kill();
    }
    if (tally.wrong.length + tally.lost > wrong) tally.wrong.push(`… after: ${harm}${isRunning ? ', running' : ''}`);
    rmSync(copy, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
  return tally.finding();
}

/** One that was killed, whose changes lie in the log; one started again, whose log became a table; one with a snapshot. */
async function makeProfiles(address: string, folder: string, seed: number): Promise<readonly Profile[]> {
  const profiles: Profile[] = [];
  const work = path.join(folder, `work-${seed}`);
  const ledger = new Ledger();
  const setUp = new Tally('');
  for (const [at, endIt] of (['kill', 'close', 'kill'] as const).entries()) {
    const browser = await startBrowser(work, address, ledger.tell);
    await openAndVerify(browser, ledger, setUp);
    await browser.evaluate(`stream.run(${seed + at}, 25)`);
    if (at === 2) await browser.evaluate('stream.snapshot()');
    await browser.evaluate('stream.run(7, 3)');
    await told(browser, ledger);
    await browser[endIt]();
    const copy = path.join(folder, `profile-${seed}-${at}`);
    cpSync(work, copy, { recursive: true, filter: isNeeded });
    profiles.push({ folder: copy, acknowledged: ledger.acknowledged() });
  }
  rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  if (setUp.lost > 0 || setUp.wrong.length > 0) throw new Error(`The profiles are not sound: ${setUp.wrong.join(' ')}`);
  return profiles;
}

async function harmWhileRunning(profile: string, address: string, ledger: Ledger, next: Next): Promise<string> {
  const browser = await startBrowser(profile, address, ledger.tell);
  await openAndVerify(browser, ledger, new Tally(''));
  const running = browser.evaluate(`stream.run(${next(2 ** 31)}, 60)`).catch(() => undefined);
  await wait(next(200));
  const harm = harmFiles(profile, next);
  await running;
  // Chromium has no need to look at its files; the next start does.
  await browser.kill();
  return harm;
}

function harmFiles(profile: string, next: Next): string {
  const databases = path.join(profile, 'Default', 'IndexedDB');
  const files = readdirSync(databases, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(databases, name))
    .filter((file) => statSync(file).isFile() && !/^(LOG|LOCK)/.test(path.basename(file)));
  const sizes = files.filter((file) => statSync(file).size > 0);
  const kind = pick(['folder', 'file', 'cut', 'flip', 'flip', 'flip'], next);
  if (kind === 'folder' || sizes.length === 0) {
    rmSync(databases, { recursive: true });
    return 'all of IndexedDB deleted';
  }
  const file = pick(sizes, next);
  const name = path.basename(file);
  const { size } = statSync(file);
  if (kind === 'file') rmSync(file);
  if (kind === 'cut') truncateSync(file, next(size));
  if (kind === 'flip') {
    const bytes = readFileSync(file);
    for (let flips = 1 + next(3); flips > 0; flips -= 1) {
      const at = next(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
    }
    writeFileSync(file, bytes);
  }
  return `${kind} of ${name} (${size} bytes)`;
}

/** Caches are most of a profile, and Chromium makes them anew. */
function isNeeded(file: string): boolean {
  return !/(Cache|GrShaderCache|component_crx_cache|Singleton\w+|Crashpad|DevToolsActivePort)$/.test(file);
}
