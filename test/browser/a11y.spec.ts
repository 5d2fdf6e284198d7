import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation, startWorkspace } from '../support/musterPage.ts';

/** Each screen and how one gets there from an open sample workspace. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: async (page) => {
    await page.goto('/#/');
    await expect(page.getByRole('heading', { name: 'Most is missing' })).toBeVisible();
  },
  directory: async (page) => {
    await page.goto('/#/organisations');
    await expect(page.getByText('Kestrel Row CIC')).toBeVisible();
  },
  activity: async (page) => {
    await page.goto('/#/activity');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
  },
  settings: async (page) => {
    await page.goto('/#/settings');
    await expect(page.getByText('Where your data is')).toBeVisible();
  },
  palette: async (page) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('textbox', { name: 'Search and commands' })).toBeVisible();
  },
  shortcuts: async (page) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  },
  safety: async (page) => {
    await page.getByRole('button', { name: /^Saved\./ }).click();
    await expect(page.getByRole('dialog', { name: /^Saved\./ })).toHaveCSS('opacity', '1');
  },
};

test('axe finds nothing on the start screen', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel('Name of the workspace')).toBeVisible();
  await expectAccessible(page);
});

test('axe finds nothing on the recovery screen', async ({ page }) => {
  await startWorkspace(page);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const marker = await (await root.getDirectoryHandle('marker')).getFileHandle('workspace.json');
    const writing = await marker.createWritable();
    await writing.write(JSON.stringify({ workspaceId: 'another', database: 'muster' }));
    await writing.close();
  });
  await page.reload();
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expectAccessible(page);
});

test('axe finds nothing on Home of an empty workspace', async ({ page }) => {
  await startWorkspace(page);
  await expect(page.getByRole('link', { name: 'Add the first organisation' })).toBeVisible();
  await expectAccessible(page);
});

test(`axe finds nothing: ${Object.keys(screens).join(', ')}`, async ({ page }) => {
  await page.goto('/#/open-sample');
  await expect(page.getByRole('heading', { name: 'Most is missing' })).toBeVisible();
  for (const [name, goThere] of Object.entries(screens)) {
    await test.step(name, async () => {
      await goThere(page);
      await expectAccessible(page);
    });
    await page.keyboard.press('Escape');
  }
});

test.describe('at 200 % zoom of a 1280 × 720 window', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('no screen scrolls sideways', async ({ page }) => {
    await startWorkspace(page);
    await addOrganisation(
      page,
      'The Very Long Name of a Community Benefit Society for the Whole of the Valley Limited',
    );
    for (const path of ['/', '/organisations', '/activity', '/settings']) {
      await page.goto(`/#${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });

  test('the places are behind a button', async ({ page }) => {
    await startWorkspace(page);
    await page.getByRole('button', { name: 'Show the places' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  });
});
