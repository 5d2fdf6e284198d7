import path from 'node:path';
import { startBrowser } from './browser.ts';
import { numbersFrom } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { killWithin, openAndVerify, told } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { Addresses } from './site.ts';

/**
 * Kills Chromium while a person is erased for good: after the next start the person is still in the workspace, where the erasure
 * is given again and then leaves nothing, or is nowhere at all.
 */
export async function killErasing([address]: Addresses, folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Chromium killed while a person was erased');
  const next = numbersFrom(seed);
  const place = path.join(folder, `erasing-${seed}`);
  const ledger = new Ledger();
  let erasing = '';
  let took = 0;
  for (let round = 0; ; round += 1) {
    const browser = await startBrowser(place, address, ledger.tell);
    await openAndVerify(browser, ledger, tally);
    const traces = (): Promise<readonly string[]> =>
      browser.evaluate<readonly string[]>(`stream.tracesOf('Wexcombe${round - 1}x')`);
    if (round > 1) {
      const left = await traces();
      if (left.includes('organisations') !== left.includes('history'))
        tally.wrong.push(`The person is in the database by halves: ${left.join(', ')}.`);
      if (left.includes('organisations')) {
        const problem = await browser.evaluate<string | null>(erasing);
        if (problem !== null) tally.wrong.push(`It could not be done again: ${problem}`);
        await told(browser, ledger);
      }
      const after = await traces();
      if (after.length > 0) tally.wrong.push(`The person is gone, but is still in: ${after.join(', ')}.`);
    }
    if (tally.injected === times) {
      await browser.kill();
      return tally.finding();
    }
    const name = `Wexcombe${round}x`;
    const subject = await browser.evaluate(`stream.addPerson('${name}')`);
    await browser.evaluate('stream.make(5)');
    await told(browser, ledger);
    tally.acknowledged += ledger.fresh;
    const held = (await browser.evaluate<readonly string[]>(`stream.tracesOf('${name}')`)).join(' ');
    for (const where of ['organisations', 'history', 'drafts', 'journal', 'snapshots', 'set-aside'])
      if (!held.includes(where)) tally.wrong.push(`There was nothing to erase in ${where}.`);
    erasing = `stream.erasePerson(${JSON.stringify(subject)}, '${name}')`;
    // The first is erased in peace, to know how long it takes.
    if (round === 0) {
      const startedAt = performance.now();
      const problem = await browser.evaluate<string | null>(erasing);
      took = performance.now() - startedAt;
      if (problem !== null) tally.wrong.push(`It could not be done in peace: ${problem}`);
      await told(browser, ledger);
      await browser.kill();
      continue;
    }
    await killWithin(browser, erasing, (took * (tally.injected + next(100) / 100)) / times);
    tally.injected += 1;
  }
}
