import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeFolder } from '../support/temporaryFolder.ts';
import { patience } from '../support/machine.ts';
import { type Browser, type Page, startBrowser } from './browser.ts';
import { numbersFrom } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { Ledger } from './ledger.ts';
import type { Opened } from './pages/stream.ts';
import type { Addresses } from './site.ts';
import type { Entry, Verdict } from './verify.ts';

/** After so many kills a new profile, since reading a whole history takes longer with every command. */
const perProfile = 25;

/**
 * Kills Chromium at random moments of a stream of commands and of what it does at its start, and starts it again on the same
 * profile: what was acknowledged has to be there, and the rows have to be what the history made of them.
 */
export function killBrowser(addresses: Addresses, folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Chromium killed in a stream of commands');
  return killInStreams(addresses, folder, times, seed, tally, async (_page, chance) => `stream.run(${chance}, 100000)`);
}

/** The same while commands are taken back and brought back, and nothing else is done. */
export function killUndo(addresses: Addresses, folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Chromium killed while commands were undone');
  return killInStreams(addresses, folder, times, seed, tally, async (page, chance) => {
    await page.evaluate('stream.make(20)');
    return `stream.undoAndRedo(${chance})`;
  });
}

/** `stream` gives the call that goes on until it is killed. */
async function killInStreams(
  [address]: Addresses,
  folder: string,
  times: number,
  seed: number,
  tally: Tally,
  stream: (page: Page, chance: number) => Promise<string>,
): Promise<Finding> {
  const next = numbersFrom(seed);
  for (let profile = 0; tally.injected < times; profile += 1) {
    const place = path.join(folder, `kills-${seed}-${profile}`);
    const ledger = new Ledger();
    for (let kills = 0; ; kills += 1) {
      const browser = await startBrowser(place, address, ledger.tell);
      await openAndVerify(browser, ledger, tally);
      if (kills === perProfile || tally.injected === times) {
        await browser.kill();
        break;
      }
      await killInStream(browser, ledger, next, await stream(browser, next(2 ** 31)));
      tally.injected += 1;
      tally.acknowledged += ledger.fresh;
    }
    await removeFolder(place);
  }
  return tally.finding();
}

/**
 * Kills Chromium soon after a former state was brought back in Settings and worked on: the next start has to open that, and not
 * what it took the place of, which is still there and sound. Every other time the marker is one of before as well.
 */
export async function killAfterGoingBack(
  [address]: Addresses,
  folder: string,
  times: number,
  seed: number,
): Promise<Finding> {
  const tally = new Tally('Chromium killed after a former state was brought back');
  const next = numbersFrom(seed);
  const place = path.join(folder, `back-${seed}`);
  const ledger = new Ledger();
  let before: string | null = null;
  for (; ; tally.injected += 1) {
    const browser = await startBrowser(place, address, ledger.tell);
    if (before !== null && next(2) === 0) await browser.evaluate(`stream.putStaleMarker(${JSON.stringify(before)})`);
    await openAndVerify(browser, ledger, tally);
    if (tally.injected === times) {
      await browser.kill();
      return tally.finding();
    }
    await browser.evaluate(`stream.run(${next(2 ** 31)}, 3)`);
    before = await browser.evaluate<string | null>('stream.marker()');
    ledger.startFrom(await browser.evaluate<readonly Entry[]>('stream.goBack()'));
    await browser.evaluate(`stream.run(${next(2 ** 31)}, ${1 + next(8)})`);
    // Nothing is acknowledged before the first snapshot of what was brought back, which the application takes a little later.
    await browser.evaluate('stream.snapshot()');
    await browser.evaluate(`stream.run(${next(2 ** 31)}, ${1 + next(8)})`);
    await told(browser, ledger);
    tally.acknowledged += ledger.fresh;
    await browser.kill();
  }
}

/**
 * Kills Chromium at any moment while a former state is brought back, until and after the marker is written: the next start opens
 * what was there or what was brought back, and either holds all that was acknowledged.
 */
export async function killWhileGoingBack(
  [address]: Addresses,
  folder: string,
  times: number,
  seed: number,
): Promise<Finding> {
  const tally = new Tally('Chromium killed while a former state was brought back');
  const next = numbersFrom(seed);
  const place = path.join(folder, `going-back-${seed}`);
  const ledger = new Ledger();
  let took: number | null = null;
  for (; ; tally.injected += 1) {
    const browser = await startBrowser(place, address, ledger.tell);
    await openAndVerify(browser, ledger, tally);
    if (tally.injected === times) {
      await browser.kill();
      await removeFolder(place);
      return tally.finding();
    }
    if (took === null) {
      const startedAt = performance.now();
      ledger.startFrom(await browser.evaluate<readonly Entry[]>('stream.goBack()'));
      took = performance.now() - startedAt;
    }
    await browser.evaluate(`stream.run(${next(2 ** 31)}, ${4 + next(8)})`);
    await browser.evaluate('stream.snapshot()');
    await told(browser, ledger);
    tally.acknowledged += ledger.fresh;
    await killWithin(browser, 'stream.goBack()', (took * (tally.injected + next(100) / 100)) / times);
  }
}

/** Waits until what has been acknowledged has also been told. */
export async function told(page: Page, ledger: Ledger): Promise<void> {
  const saved = await page.evaluate<number>('stream.flushed()');
  for (let tries = 0; ledger.acknowledged().length < saved && tries < patience(100); tries += 1) await wait(10);
}

/** Opens as the application does, and holds what is there against what was acknowledged. */
export async function openAndVerify(page: Page, ledger: Ledger, tally: Tally): Promise<Opened> {
  const acknowledged = ledger.acknowledged();
  let opened = await page.evaluate<Opened>('stream.open()');
  if (opened.kind === 'empty' && acknowledged.length === 0) {
    await page.evaluate('stream.begin()');
    opened = await page.evaluate<Opened>('stream.open()');
  }
  if (opened.kind === 'empty' || opened.kind === 'nothingKept') {
    tally.lost += acknowledged.length;
    tally.wrong.push(opened.kind === 'empty' ? 'An emptied workspace was taken for a new one.' : opened.problem);
    return opened;
  }
  const read = (): Promise<Verdict> => page.evaluate<Verdict>(`stream.verify(${JSON.stringify(acknowledged)})`);
  const verdict = await read().catch(async () => {
    opened = await page.evaluate<Opened>('stream.openAgain()');
    return read();
  });
  tally.lost += verdict.lost;
  tally.wrong.push(...verdict.torn);
  if (acknowledged.length > 0) {
    if (opened.kind === 'silently') tally.silently += 1;
    else tally.byChoice += 1;
    if ('milliseconds' in opened) tally.milliseconds.push(opened.milliseconds);
  }
  // Reading everything took a while; by now the journal holds all of it.
  await page.evaluate('stream.flushed()');
  ledger.startFrom(verdict.entries);
  return opened;
}

/** Kills it some way into a stream, counted in what it tells, so that a busy machine is hit in the same places. */
async function killInStream(
  browser: Browser,
  ledger: Ledger,
  next: (below: number) => number,
  stream: string,
): Promise<void> {
  const until = ledger.told + 1 + next(25);
  // Ends with an error as soon as Chromium is gone.
  const running = browser.evaluate(stream).catch(() => undefined);
  for (const giveUpAt = Date.now() + patience(5_000); ledger.told < until && Date.now() < giveUpAt;) await wait(2);
  await wait(next(15));
  await browser.kill();
  await running;
}

/** Kills it so many milliseconds into a call. */
export async function killWithin(browser: Browser, call: string, milliseconds: number): Promise<void> {
  const running = browser.evaluate(call).catch(() => undefined);
  await wait(milliseconds);
  await browser.kill();
  await running;
}
