import path from 'node:path';
import { startBrowser } from './browser.ts';
import { type Finding, Tally } from './fault.ts';
import { openAndVerify } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { Addresses } from './site.ts';

/** Gives `times` commands and kills Chromium; the next start takes back every one, is killed, and another brings them back. */
export async function undoAll([address]: Addresses, folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Commands undone and brought back after a kill');
  const place = path.join(folder, `undo-${seed}`);
  const ledger = new Ledger();
  const steps = [
    ['stream.make', String(times), times],
    ['stream.undoAll', '"undo"', 0],
    ['stream.undoAll', '"redo"', times],
  ] as const;
  for (const [call, argument, expected] of steps) {
    const browser = await startBrowser(place, address, ledger.tell);
    await openAndVerify(browser, ledger, tally);
    await browser.evaluate(`${call}(${argument})`);
    const there = await browser.evaluate<number>('stream.organisations()');
    if (there !== expected)
      tally.wrong.push(`${call}(${argument}) left ${there} organisations instead of ${expected}.`);
    tally.acknowledged += ledger.fresh;
    tally.injected += 1;
    await browser.kill();
  }
  const browser = await startBrowser(place, address, ledger.tell);
  await openAndVerify(browser, ledger, tally);
  await browser.kill();
  return tally.finding();
}
