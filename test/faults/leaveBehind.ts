import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeFolder } from '../support/temporaryFolder.ts';
import { startBrowser } from './browser.ts';
import { numbersFrom } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { openAndVerify, told } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { Opened } from './pages/stream.ts';
import type { Addresses } from './site.ts';
import type { Entry } from './verify.ts';

interface InUse {
  readonly lineage: string;
  readonly database: string;
}

/** So long a window that works without a pause may take to notice. */
const patience = 30_000;

/**
 * One window gives commands without a pause while another brings a former state back: the first has to stop by itself, nothing
 * that it had been told to be saved may be lost, and both have to go on in the same database.
 */
export async function leaveWindowBehind(
  [address]: Addresses,
  folder: string,
  times: number,
  seed: number,
): Promise<Finding> {
  const tally = new Tally('A former state brought back while another window works');
  const next = numbersFrom(seed);
  const place = path.join(folder, `left-${seed}`);
  const ledger = new Ledger();
  const browser = await startBrowser(place, address, ledger.tell);
  for (; tally.injected < times; tally.injected += 1) {
    await openAndVerify(browser, ledger, tally);
    await browser.evaluate(`stream.run(${next(2 ** 31)}, 3)`);
    const { lineage } = await browser.evaluate<InUse>('stream.inUse()');
    const other = await browser.openAnother(address, () => undefined);
    await other.evaluate('stream.open()');
    const until = ledger.told + 1 + next(25);
    // As often as the application takes one: each costs the other window the oldest of the states that it has listed.
    const running = browser.evaluate<string | null>(`stream.run(${next(2 ** 31)}, 100000, 200)`);
    while (ledger.told < until) await wait(2);
    await other.evaluate('stream.goBack()');
    const ended = await Promise.race([running, wait(patience, 'went on')]);
    if (ended !== 'frozen') tally.wrong.push(`The window that was left behind: ${String(ended)}.`);
    await told(browser, ledger);
    const acknowledged = ledger.acknowledged();
    tally.acknowledged += ledger.fresh;

    const opened = await browser.evaluate<Opened>('stream.open()');
    const there = await other.evaluate<InUse>('stream.inUse()');
    if (opened.kind !== 'silently' || opened.database !== there.database) {
      tally.wrong.push(`It was not opened where the other went on, but: ${JSON.stringify(opened)}`);
    }
    // What was left is kept to its last change.
    const back = await browser.evaluate<readonly Entry[]>(`stream.goBack(${JSON.stringify(lineage)})`);
    const ids = new Map(back);
    tally.lost += acknowledged.filter(([seq, id]) => ids.get(seq) !== id).length;
    tally.byChoice += 1;
    ledger.startFrom(back);
    await other.evaluate('window.close()').catch(() => undefined);
  }
  await browser.kill();
  await removeFolder(place);
  return tally.finding();
}
