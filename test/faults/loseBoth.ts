import { rmSync } from 'node:fs';
import path from 'node:path';
import { startBrowser } from './browser.ts';
import { type Finding, Tally } from './fault.ts';
import { openAndVerify, told } from './kills.ts';
import { Ledger } from './ledger.ts';
import type { OpenedFile } from './pages/files.ts';
import type { Opened } from './pages/stream.ts';
import type { Addresses } from './site.ts';

/**
 * The database and the files beside it are lost together, as when Chromium clears a site's data: the next start must say that
 * a workspace is missing, not offer a new one as if nothing had been there. What the person saved elsewhere opens then.
 */
export async function loseDatabaseAndFiles(
  [address]: Addresses,
  folder: string,
  times: number,
  seed: number,
): Promise<Finding> {
  const tally = new Tally('Database and private files lost together');
  for (; tally.injected < times; tally.injected += 1) {
    const profile = path.join(folder, `both-${seed}-${tally.injected}`);
    const ledger = new Ledger();
    const browser = await startBrowser(profile, address, ledger.tell);
    await openAndVerify(browser, ledger, new Tally(''));
    await browser.evaluate(`stream.run(${seed + tally.injected}, 8)`);
    await told(browser, ledger);
    tally.acknowledged += ledger.fresh;
    const saved = await browser.evaluate<string>('stream.savedFile()');
    await browser.close();
    for (const lost of ['IndexedDB', 'File System', 'Storage'])
      rmSync(path.join(profile, 'Default', lost), { recursive: true, force: true });
    const again = await startBrowser(profile, address, ledger.tell);
    const startedAt = performance.now();
    const opened = await again.evaluate<Opened>('stream.open()');
    if (opened.kind === 'nothingKept') tally.said.add(opened.problem);
    else tally.wrong.push(`It was taken for ${opened.kind}.`);
    const refused = await again.evaluate<OpenedFile>(`stream.openSavedFile('${saved}')`);
    if (refused !== null) tally.wrong.push(refused);
    await openAndVerify(again, ledger, tally);
    tally.milliseconds.push(Math.round(performance.now() - startedAt));
    await again.kill();
  }
  return tally.finding();
}
