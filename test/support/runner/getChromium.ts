import { installedChromiums } from '../findChromium.ts';
import { patience } from '../machine.ts';
import { command, tool } from './step.ts';

const limitMs = patience(4 * 60_000);

export const howToGetChromium =
  'no Chromium was found; install Chrome, Chromium or Edge, or run `npx playwright install chromium`, ' +
  'or name one in MUSTER_CHROMIUM';

/** Finds a Chromium that starts, and tries to install one where there is none. */
export async function getChromium(): Promise<string | undefined> {
  const there = await usableChromium();
  if (there !== undefined) return there;
  console.log('No Chromium was found; trying Playwright’s installer.');
  await tool('@playwright/test/cli.js', ['install', 'chromium'], { limitMs, show: 'never' });
  const own = await usableChromium();
  if (own !== undefined || process.platform !== 'linux' || process.getuid?.() !== 0) return own;
  console.log('Trying apt-get.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await command('apt-get', ['update'], { limitMs, env, show: 'never' });
  for (const chosen of ['chromium-headless-shell', 'chromium']) {
    await command('apt-get', ['install', '-y', '--no-install-recommends', chosen], { limitMs, env });
    const installed = await usableChromium();
    if (installed !== undefined) return installed;
  }
  return undefined;
}

/** A download without the libraries it needs is there and does not start; only Linux has that case. */
async function usableChromium(): Promise<string | undefined> {
  for (const executable of installedChromiums()) {
    if (process.platform !== 'linux') return executable;
    const { ok } = await command(executable, ['--version', '--no-sandbox'], {
      limitMs: patience(30_000),
      show: 'never',
    });
    if (ok) return executable;
  }
  return undefined;
}
