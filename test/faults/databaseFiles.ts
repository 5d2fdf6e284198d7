import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setDeadDatabasesAside } from '../../electron/files/deadDatabases.ts';
import { removeFolder } from '../support/temporaryFolder.ts';
import { type Browser, type Page, startBrowser } from './browser.ts';
import { type Next, numbersFrom, pick } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { openAndVerify, told } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { Addresses } from './site.ts';
import type { Entry } from './verify.ts';

/** A profile with work in the database of each address, and what was acknowledged of that. */
interface Profile {
  readonly folder: string;
  readonly acknowledged: readonly (readonly Entry[])[];
}

/**
 * Harms the files of IndexedDB between two runs, or under a running stream of commands, and starts again. Each address has a
 * database of its own with files of its own, so that one start of Chromium shows what several harms came to.
 */
export async function harmDatabase(
  addresses: Addresses,
  folder: string,
  times: number,
  seed: number,
): Promise<Finding> {
  const tally = new Tally('Files of IndexedDB deleted, cut short, bits flipped');
  const next = numbersFrom(seed);
  const profile = await makeProfile(addresses, folder, seed);
  while (tally.injected < times) {
    const copy = path.join(folder, `harmed-${seed}-${tally.injected}`);
    cpSync(profile.folder, copy, { recursive: true, filter: isNeeded });
    const scenes = addresses.slice(0, times - tally.injected).map((address, at) => {
      const ledger = new Ledger();
      ledger.startFrom(profile.acknowledged[at] ?? []);
      return { address, ledger, harm: '' };
    });
    const [first, ...others] = scenes;
    if (first !== undefined) first.harm = `${await harmWhileRunning(copy, first.address, first.ledger, next)}, running`;
    for (const scene of others) scene.harm = harmFiles(copy, scene.address, next);
    // As both shells do before they start Chromium.
    setDeadDatabasesAside(databasesIn(copy), new Date());
    await openPages(copy, scenes, async (page, { ledger, harm }) => {
      const wrong = tally.wrong.length + tally.lost;
      tally.acknowledged += ledger.acknowledged().length;
      await openAndVerify(page, ledger, tally).catch((problem: unknown) => tally.wrong.push(String(problem)));
      if (tally.wrong.length + tally.lost > wrong) tally.wrong.push(`… after: ${harm}`);
    });
    tally.injected += scenes.length;
    await removeFolder(copy);
  }
  return tally.finding();
}

interface Scene {
  readonly address: string;
  readonly ledger: Ledger;
}

/** Starts Chromium with a page for each, one after the other, and ends it. */
async function openPages<Of extends Scene>(
  profile: string,
  scenes: readonly Of[],
  use: (page: Page, scene: Of) => Promise<void>,
  endIt: 'kill' | 'close' = 'kill',
): Promise<void> {
  let browser: Browser | null = null;
  try {
    for (const scene of scenes) {
      const { address, ledger } = scene;
      if (browser === null) browser = await startBrowser(profile, address, ledger.tell);
      await use(scene === scenes[0] ? browser : await browser.openAnother(address, ledger.tell), scene);
    }
  } finally {
    await browser?.[endIt]();
  }
}

/**
 * The addresses differ in what they have come to: two were closed in order, so that their log became a table; in the others work
 * went on until Chromium was killed, so that it lies in the log, in one of them with a snapshot.
 */
async function makeProfile(addresses: Addresses, folder: string, seed: number): Promise<Profile> {
  const place = path.join(folder, `profile-${seed}`);
  const scenes = addresses.map((address) => ({ address, ledger: new Ledger() }));
  const goneOn = scenes.slice(0, -2);
  const setUp = new Tally('');
  const work = async (page: Page, { ledger }: Scene, commands: number): Promise<void> => {
    await openAndVerify(page, ledger, setUp);
    await page.evaluate(`stream.run(${seed}, ${commands})`);
    await told(page, ledger);
  };
  await openPages(place, scenes, (page, scene) => work(page, scene, 15), 'close');
  const goOn = async (page: Page, scene: Scene): Promise<void> => {
    await work(page, scene, 12);
    if (scene === goneOn[0]) await page.evaluate('stream.snapshot()');
    await page.evaluate('stream.run(7, 3)');
    await told(page, scene.ledger);
  };
  await openPages(place, goneOn, goOn);
  if (setUp.lost > 0 || setUp.wrong.length > 0) throw new Error(`The profile is not sound: ${setUp.wrong.join(' ')}`);
  return { folder: place, acknowledged: scenes.map(({ ledger }) => ledger.acknowledged()) };
}

async function harmWhileRunning(profile: string, address: string, ledger: Ledger, next: Next): Promise<string> {
  const browser = await startBrowser(profile, address, ledger.tell);
  await openAndVerify(browser, ledger, new Tally(''));
  const running = browser.evaluate(`stream.run(${next(2 ** 31)}, 20)`).catch(() => undefined);
  await wait(next(150));
  const harm = harmFiles(profile, address, next);
  await running;
  // Chromium has no need to look at its files; the next start does.
  await browser.kill();
  return harm;
}

function databasesIn(profile: string): string {
  return path.join(profile, 'Default', 'IndexedDB');
}

function harmFiles(profile: string, address: string, next: Next): string {
  const databases = databasesIn(profile);
  const folders = readdirSync(databases)
    .filter((name) => name.includes(`_${new URL(address).port}.indexeddb.`))
    .map((name) => path.join(databases, name));
  const files = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
    )
    .filter((file) => statSync(file).isFile() && !/^(LOG|LOCK)/.test(path.basename(file)));
  const sizes = files.filter((file) => statSync(file).size > 0);
  const kind = pick(['folder', 'file', 'cut', 'flip', 'flip', 'flip'], next);
  if (kind === 'folder' || sizes.length === 0) {
    for (const folder of folders) rmSync(folder, { recursive: true });
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
