import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { serveRenderer } from '../../electron/browser/server.ts';
import { build, isBuilt } from '../../electron/launch/build.ts';
import { chromiumFlags, findChromium } from '../support/findChromium.ts';

/** `npm run screenshots`: the pictures of the README, taken of the built application with the sample workspace. */
const repository = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(repository, 'resources/screenshots');
interface Picture {
  readonly name: string;
  readonly address: string;
  /** A row of the list there, and a tab of its page, to go on to. */
  readonly row?: string;
  readonly tab?: string;
  /** The section of the page to begin with. */
  readonly section?: string;
  readonly colorScheme: 'light' | 'dark';
}

const pictures: readonly Picture[] = [
  { name: 'organisations', address: '/#/organisations', colorScheme: 'light' },
  { name: 'heat-map', address: '/#/capabilities/heat-map', colorScheme: 'light' },
  { name: 'tender', address: '/#/tenders', row: 'Parks and cemeteries', colorScheme: 'dark' },
  { name: 'bid', address: '/#/bids', row: 'Parks', tab: 'Team and shares', section: 'shares', colorScheme: 'light' },
];

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium was found; npm test says how to get one.');
if (!isBuilt(repository) && !build(repository)) throw new Error('Muster could not be built.');
const served = await serveRenderer(path.join(repository, 'out/renderer'), 0);
if (!served.ok) throw new Error(served.error);
mkdirSync(folder, { recursive: true });
for (const { name, address, row, tab, section, colorScheme } of pictures) {
  const profile = mkdtempSync(path.join(tmpdir(), 'muster-screenshots-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...chromiumFlags()],
    baseURL: served.value.address,
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await openSample(page);
  await page.goto(address);
  if (row !== undefined) await page.getByRole('row').filter({ hasText: row }).getByRole('link').first().click();
  if (tab !== undefined)
    await page
      .getByRole('link', { name: tab })
      .or(page.getByRole('tab', { name: tab }))
      .click();
  // The notice that the sample was opened goes by itself.
  await page.getByRole('alert').filter({ hasText: 'Opened sample.muster' }).waitFor({ state: 'hidden' });
  if (section !== undefined)
    await page.locator(`[data-section="${section}"]`).evaluate((shown) => shown.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  console.log(`resources/screenshots/${name}.png`);
}
await served.value.stop();

async function openSample(page: Page): Promise<void> {
  await page.goto('/#/open-sample');
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
}
