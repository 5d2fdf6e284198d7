import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownFolder, storedFiles } from '../../electron/files/storedFiles.ts';
import { hasElectron, launchMuster } from '../support/launchMuster.ts';
import { patience } from '../support/machine.ts';
import { numbersFrom } from './chance.ts';
import { type Finding, skipped, Tally } from './fault.ts';
import { sha256Of } from './history.ts';

/**
 * Kills the built main process while its window appends and writes whole files through the preload, and looks at the files: the
 * whole way that a change takes, which is too slow a start to be done a hundred times.
 */
export async function killDouble(folder: string, times: number, seed: number): Promise<Finding> {
  const fault = `Main process killed in append and snapshot (built, in ${hasElectron ? 'Electron' : 'its double'})`;
  if (!existsSync(fileURLToPath(new URL('../../out/main/index.js', import.meta.url)))) {
    return skipped(fault, 'Muster has not been built; npm run build does it');
  }
  const tally = new Tally(fault);
  const next = numbersFrom(seed);
  for (; tally.injected < times; tally.injected += 1) {
    const data = path.join(folder, `double-${tally.injected}`);
    mkdirSync(data);
    const muster = await launchMuster(data);
    const page = await muster.window();
    let appended = 0;
    const written = new Map<string, string>();
    await page.exposeFunction('tellAppended', (bytes: number) => (appended = bytes));
    await page.exposeFunction('tellWritten', (name: string, sha256: string) => written.set(name, sha256));
    // The tool that runs this file marks inner functions by a helper that the page does not have.
    await page.evaluate('globalThis.__name = (named) => named');
    // Ends with an error as soon as the window is gone.
    void page.evaluate(writeAlways).catch(() => undefined);
    const until = 5 + next(60);
    const giveUpAt = Date.now() + patience(10_000);
    const isTime = (): boolean => appended / lineBytes >= until || Date.now() >= giveUpAt;
    while (!isTime()) await wait(2);
    await wait(next(10));
    await muster.kill();
    const startedAt = performance.now();
    const files = storedFiles((name) => Promise.resolve(ownFolder(data, name)));
    const journal = await files.readFile('journal', 'lines.jsonl', 0);
    const bytes = journal.kind === 'read' ? journal.size : 0;
    tally.acknowledged += appended / lineBytes + written.size;
    tally.lost += Math.max(0, appended - bytes) / lineBytes;
    const listed = await files.listFiles('snapshots');
    const names = listed.kind === 'listed' ? listed.files.map(({ name }) => name) : [];
    tally.lost += [...written.keys()].filter((name) => !names.includes(name)).length;
    for (const name of names) {
      const content = readFileSync(path.join(data, 'snapshots', name));
      const isWhole = name.startsWith(sha256Of(content));
      if (!isWhole) tally.wrong.push(`${name} is torn.`);
    }
    tally.silently += 1;
    tally.milliseconds.push(Math.round(performance.now() - startedAt));
  }
  return tally.finding();
}

const lineBytes = 500;

declare global {
  interface Window {
    tellAppended?: (bytes: number) => Promise<void>;
    tellWritten?: (name: string, sha256: string) => Promise<void>;
  }
}

/** In the window: lines of 500 bytes at the end of one file, and beside them whole files under the hash of what is in them. */
async function writeAlways(): Promise<void> {
  const { host } = window;
  if (host === undefined) throw new Error('This is no window of Muster.');
  const append = async (): Promise<void> => {
    for (let at = 0; ; at += 500) {
      const outcome = await host.appendFile('journal', 'lines.jsonl', at, new Uint8Array(500).fill(97 + (at % 26)));
      if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
      await window.tellAppended?.(at + 500);
    }
  };
  const write = async (): Promise<void> => {
    for (;;) {
      const bytes = crypto.getRandomValues(new Uint8Array(1 + Math.floor(Math.random() * 65_000)));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      const name = `${sha256}.muster`;
      const outcome = await host.writeFile('snapshots', name, bytes, 'replace');
      if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
      await window.tellWritten?.(name, sha256);
    }
  };
  await Promise.all([append(), write()]);
}
