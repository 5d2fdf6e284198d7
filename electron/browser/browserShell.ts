import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { engineFlags } from '../engineFlags.ts';
import { setAsideIn, setDeadDatabasesAside } from '../files/deadDatabases.ts';
import type { Browser } from './findBrowser.ts';
import { isProfileInUse } from './profileInUse.ts';
import { addressOf, serveRenderer, type ServeProblem } from './server.ts';

/**
 * How the window is started. Chromium that fetches scripts in the background compiles them anew at every start, though it has
 * kept what it compiled before (seen in 156): without that a start is a seventh faster.
 */
export const windowFlags: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-features=BackgroundResourceFetch',
  `--js-flags=${engineFlags}`,
];

export interface BrowserShellOptions {
  readonly root: string;
  readonly port: number;
  /** What follows the address, for example `/#/open-sample`. */
  readonly path: string;
  /** The browser to open a window with; undefined where there is none or none may be opened. */
  readonly browser: Browser | undefined;
}

/** Serves Muster until it is asked to stop; returns the exit code. */
export async function runBrowserShell(options: BrowserShellOptions): Promise<number> {
  const { root, port, path, browser } = options;
  const served = await serveRenderer(root, port);
  if (!served.ok && served.error !== 'musterIsRunning') {
    console.error(explain(served.error, port));
    return 1;
  }
  const address = `${served.ok ? served.value.address : addressOf(port)}${path}`;
  console.log(served.ok ? `Muster is at ${address}` : `Muster is already running at ${address}`);
  const window = browser === undefined ? undefined : openWindow(browser, address);
  if (!served.ok) {
    window?.unref();
    return 0;
  }
  console.log(
    window === undefined ? 'Open that address in Chrome, Chromium, Edge or Brave.' : 'Its window is opening.',
  );
  console.log('Press Ctrl+C to stop.');
  await stopRequested();
  if (window !== undefined) await close(window);
  await served.value.stop();
  return 0;
}

function explain(problem: Exclude<ServeProblem, 'musterIsRunning'>, port: number): string {
  return problem === 'portTaken'
    ? `Port ${String(port)} is in use by another program, and Muster's data belongs to that port. Close that program, ` +
        'or start on another port, with a workspace of its own: npm start -- --port N'
    : `This system does not let Muster use port ${String(port)}. Choose one above 1023: npm start -- --port N`;
}

/** Opens a window without tabs or address bar, apart from the user's everyday browser. */
function openWindow(browser: Browser, address: string): ChildProcess {
  const databases = join(browser.profile, 'Default', 'IndexedDB');
  // What a browser has open is its own to look after: it may be about to write the very list that seems to be missing.
  if (!isProfileInUse(browser.profile)) setDeadDatabasesAside(databases, new Date());
  // No page can list or remove them, so that nobody else would say so.
  for (const name of setAsideIn(databases)) {
    console.log(
      `Damaged and set aside: ${join(databases, name)}. It may name people erased since. Remove it when nobody needs it.`,
    );
  }
  const window = spawn(browser.executable, [`--app=${address}`, `--user-data-dir=${browser.profile}`, ...windowFlags], {
    stdio: 'ignore',
  });
  window.once('error', (problem) => {
    console.error(`${browser.executable} did not start (${problem.message}). Open the address above in a browser.`);
  });
  return window;
}

async function stopRequested(): Promise<void> {
  const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  await Promise.race(signals.map((signal) => once(process, signal)));
}

/** Asks the browser to close its windows properly, and ends it when it does not. */
async function close(window: ChildProcess): Promise<void> {
  if (window.pid === undefined || window.exitCode !== null || window.signalCode !== null) return;
  const closed = once(window, 'exit');
  const deadline = setTimeout(() => window.kill('SIGKILL'), 5_000);
  window.kill('SIGTERM');
  await closed;
  clearTimeout(deadline);
}
