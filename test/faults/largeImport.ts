import path from 'node:path';
import { startBrowser } from './browser.ts';
import { numbersFrom } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { openAndVerify } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { OpenedFile } from './pages/files.ts';
import type { Addresses } from './site.ts';

const rows = 1000;

/**
 * The quota is reached in the middle of a large file, which is opened in place of the workspace or added to it: the workspace
 * stays as it was, the person is told, and with room again a file is added whole.
 */
export async function fillQuotaInImport(
  [address]: Addresses,
  folder: string,
  times: number,
  seed: number,
): Promise<Finding> {
  const tally = new Tally('Quota reached in the middle of a large import');
  const next = numbersFrom(seed);
  const ledger = new Ledger();
  const begin = () => startBrowser(path.join(folder, `import-${seed}`), address, ledger.tell);
  let browser = await begin();
  const setQuota = (quotaSize?: number): Promise<unknown> =>
    browser.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(address).origin,
      ...(quotaSize !== undefined && { quotaSize }),
    });
  try {
    await openAndVerify(browser, ledger, new Tally(''));
    for (; tally.injected < times; tally.injected += 1) {
      await browser.evaluate(`stream.run(${next(2 ** 31)}, 5)`);
      const how = tally.injected % 2 === 0 ? 'add' : 'replace';
      const before = await browser.evaluate<number>('stream.organisations()');
      tally.acknowledged += ledger.fresh;
      const { usage } = await browser.evaluate<{ usage: number }>('navigator.storage.estimate()');
      // Chromium goes by the room that it knew of for half a minute, unless it is started anew.
      await browser.kill();
      browser = await begin();
      // The check before it asks for 16 MiB; the file is larger than what is left of them by then.
      await setQuota(usage + 17 * 2 ** 20 + next(2 ** 20));
      await openAndVerify(browser, ledger, new Tally(''));
      const said = await browser.evaluate<OpenedFile>(`stream.openFile('${how}', ${rows * 8})`);
      if (said === null) tally.wrong.push(`It was opened (${how}) although there was no room for it.`);
      else tally.said.add(said);
      await setQuota();
      await openAndVerify(browser, ledger, tally);
      const left = await browser.evaluate<number>('stream.organisations()');
      if (left !== before) tally.wrong.push(`${how}: ${before} organisations became ${left} although it was refused.`);
      if (how === 'replace') continue;
      const again = await browser.evaluate<OpenedFile>(`stream.openFile('add', ${rows})`);
      if (again !== null) tally.wrong.push(`There is room again, and yet: ${again}`);
      await openAndVerify(browser, ledger, tally);
      const whole = await browser.evaluate<number>('stream.organisations()');
      if (whole !== before + rows) tally.wrong.push(`${whole} organisations instead of ${before + rows}.`);
    }
  } finally {
    await browser.kill();
  }
  return tally.finding();
}
