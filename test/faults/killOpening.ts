import path from 'node:path';
import { removeFolder } from '../support/temporaryFolder.ts';
import { type Browser, startBrowser } from './browser.ts';
import { numbersFrom } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { killWithin, openAndVerify } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { Opened } from './pages/stream.ts';
import type { Addresses } from './site.ts';
import type { Entry, Verdict } from './verify.ts';

/** A workspace file, and the entries of its history. */
interface MadeFile {
  readonly base64: string;
  readonly entries: readonly Entry[];
}

/**
 * Kills Chromium while a workspace file is opened in the place of a workspace: the next start opens the one or the other, whole,
 * and what was replaced is set aside, whole. Every third time there is no workspace yet, and then there is none or the file's.
 */
export async function killOpening([address]: Addresses, folder: string, times: number, seed: number): Promise<Finding> {
  const tally = new Tally('Chromium killed while a workspace file was opened');
  const next = numbersFrom(seed);
  const start = (name: string): Promise<Browser> => startBrowser(path.join(folder, name), address, () => undefined);
  const kept = `opening-${seed}`;
  let browser = await start(kept);
  const file = await makeFile(browser, next(2 ** 31));
  const opening = `stream.openSavedFile('${file.base64}')`;
  const startedAt = performance.now();
  await browser.evaluate(opening);
  const took = performance.now() - startedAt;
  for (; tally.injected < times; tally.injected += 1) {
    const isEmpty = tally.injected % 3 === 2;
    const place = isEmpty ? `${kept}-${tally.injected}` : kept;
    await browser.kill();
    browser = await start(place);
    await browser.evaluate('stream.open()');
    if (!isEmpty) await browser.evaluate(`stream.run(${next(2 ** 31)}, 8)`);
    const before = isEmpty ? [] : (await browser.evaluate<Verdict>('stream.verify([])')).entries;
    tally.acknowledged += Math.max(before.length, file.entries.length);
    await killWithin(browser, opening, (took * (tally.injected + next(100) / 100)) / times);

    browser = await start(place);
    const opened = await browser.evaluate<Opened>('stream.open()');
    if (opened.kind === 'empty' && isEmpty) {
      tally.silently += 1;
      // What was begun is not in the way of opening it again.
      const again = await browser.evaluate<string | null>(opening);
      if (again !== null) tally.wrong.push(`It could not be opened again: ${again}`);
      await browser.evaluate('stream.open()');
      await judge(browser, [], file, tally);
    } else if (opened.kind === 'silently' || opened.kind === 'choice') {
      tally.milliseconds.push(opened.milliseconds);
      if (opened.kind === 'silently') tally.silently += 1;
      else tally.byChoice += 1;
      await judge(browser, before, file, tally);
    } else {
      tally.lost += before.length;
      tally.wrong.push(JSON.stringify(opened));
    }
  }
  await browser.kill();
  await removeFolder(path.join(folder, kept));
  return tally.finding();
}

async function makeFile(browser: Browser, seed: number): Promise<MadeFile> {
  await openAndVerify(browser, new Ledger(), new Tally(''));
  await browser.evaluate(`stream.run(${seed}, 150)`);
  const { entries } = await browser.evaluate<Verdict>('stream.verify([])');
  return { entries, base64: await browser.evaluate<string>('stream.savedFile()') };
}

/** Whether what is open is all of `before` or all of the file, and in the latter case what was before is set aside. */
async function judge(browser: Browser, before: readonly Entry[], file: MadeFile, tally: Tally): Promise<void> {
  const { torn, entries } = await browser.evaluate<Verdict>('stream.verify([])');
  tally.wrong.push(...torn);
  const aside = await browser.evaluate<readonly (readonly Entry[])[]>('stream.takeSetAside()');
  if (isAllOf(before, entries) && before.length > 0) return;
  // Opening adds an entry that says so.
  if (!isAllOf(file.entries, entries.slice(0, -1)))
    tally.wrong.push(`${entries.length} entries are those of neither workspace.`);
  if (before.length > 0 && !aside.some((one) => isAllOf(before, one))) tally.lost += before.length;
}

function isAllOf(entries: readonly Entry[], there: readonly Entry[]): boolean {
  return (
    entries.length === there.length && entries.every(([seq, id], at) => there[at]?.[0] === seq && there[at][1] === id)
  );
}
