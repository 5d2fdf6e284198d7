import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { launchProfile } from '../support/launchProfile.ts';
import { withTemporaryFolder } from '../support/temporaryFolder.ts';
import { addOrganisation, directoryNames, startWorkspace } from '../support/musterPage.ts';

const light = (page: Page, name: RegExp) => page.getByRole('button', { name });
const saved = (page: Page) => light(page, /^(Saved|Save a file)\./);

test.describe('a profile whose database is deleted between two runs', () => {
  test('gives everything back by following the screen alone', async ({ server, playwright, launchOptions }) =>
    withTemporaryFolder(async (profile) => {
      const launch = () => launchProfile(playwright, profile, server.address, launchOptions);
      let context = await launch();
      let page = context.pages()[0] ?? (await context.newPage());
      await startWorkspace(page);
      await addOrganisation(page, 'Kestrel Row CIC');
      await addOrganisation(page, 'Hollowell Trust');
      await page.getByLabel('Trading name').fill('Hollowell');
      await page.getByLabel('Trading name').press('Enter');
      await expect(page.getByRole('button', { name: /^Undo: .*trading name/ })).toBeEnabled();
      await expect(saved(page)).toBeVisible();
      await context.close();

      const databases = path.join(profile, 'Default', 'IndexedDB');
      expect(readdirSync(databases).length).toBeGreaterThan(0);
      rmSync(databases, { recursive: true });

      context = await launch();
      page = context.pages()[0] ?? (await context.newPage());
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'The workspace is missing' })).toBeVisible();
      await expect(page.getByText('2 organisations, 0 tenders, 0 bids')).toBeVisible();
      await page
        .getByRole('button', { name: /^Bring back Alder Vale bids/ })
        .first()
        .click();
      await expect(page.getByText('Brought back Alder Vale bids')).toBeVisible();
      expect(await directoryNames(page)).toEqual(['Hollowell Trust', 'Kestrel Row CIC']);
      await page.keyboard.press('Control+z');
      await expect(page.getByText(/Undid.*trading name/)).toBeVisible();
      await page.reload();
      expect(await directoryNames(page)).toEqual(['Hollowell Trust', 'Kestrel Row CIC']);
      await context.close();
    }));
});

test('nothing is forgotten when the note of the workspace is lost as well', async ({ page }) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Kestrel Row CIC');
  await expect(saved(page)).toBeVisible();
  await page.goto('/nothing-here');
  await page.evaluate(async () => {
    localStorage.clear();
    await (await navigator.storage.getDirectory()).removeEntry('marker', { recursive: true });
    await new Promise<void>((resolve) => {
      const deleting = indexedDB.deleteDatabase('muster');
      deleting.addEventListener('success', () => resolve());
    });
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'There was a workspace here' })).toBeVisible();
  await page.getByRole('button', { name: /^Bring back Alder Vale bids/ }).click();
  await expect(page.getByText('Brought back Alder Vale bids')).toBeVisible();
  expect(await directoryNames(page)).toEqual(['Kestrel Row CIC']);
});

test.describe('in Settings', () => {
  test.beforeEach(async ({ page }) => {
    await startWorkspace(page);
    await addOrganisation(page, 'Kestrel Row CIC');
    await page.goto('/#/settings');
  });

  test('a backup is taken, read back and proven by a drill, by keyboard alone', async ({ page }) => {
    await page.getByRole('button', { name: 'Back up now' }).focus();
    await page.keyboard.press('Enter');
    await expect(
      page.getByText('Every record of the backup was read as opening reads it, and is sound.'),
    ).toBeVisible();
    await expect(page.getByText(/^The last backup is of .* \(just now\)\./)).toBeVisible();
    await page.getByRole('button', { name: 'Run a restore drill' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Everything came back exactly')).toBeVisible();
    await expect(page.getByText(/^1 record, 2 entries of history and 0 attached files/)).toBeVisible();
  });

  test('the copy of the workspace that a killed drill left behind is gone after the next start', async ({ page }) => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('scratch-0192f000-0000-7000-8000-000000000001');
          opening.addEventListener('success', () => {
            opening.result.close();
            resolve();
          });
        }),
    );
    const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name));
    expect((await databases()).filter((name) => name.startsWith('scratch'))).toHaveLength(1);
    await page.reload();
    await expect.poll(async () => (await databases()).filter((name) => name.startsWith('scratch'))).toEqual([]);
    expect((await databases()).some((name) => name.startsWith('muster'))).toBe(true);
  });

  test('an earlier state is brought back, and the later one can be brought back again', async ({ page }) => {
    const backUp = async (count: number): Promise<void> => {
      await page.goto('/#/settings');
      await page.getByRole('button', { name: 'Back up now' }).click();
      await expect.poll(() => backups(page)).toBe(count);
    };
    await backUp(1);
    await addOrganisation(page, 'Hollowell Trust');
    await backUp(2);
    await addOrganisation(page, 'Morrow Skills Ltd');
    await backUp(3);
    await page.getByRole('button', { name: 'Show what can be brought back' }).click();
    const states = page.getByRole('table', { name: 'What can be brought back' });
    await expect(states.getByRole('row')).toHaveCount(4);
    // The oldest that is kept, while what is open is backed up once more.
    await states.getByRole('button', { name: /after change 2$/ }).click();
    await expect(page.getByText('Brought back Alder Vale bids')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    expect(await directoryNames(page)).toEqual(['Kestrel Row CIC']);
    await page.goto('/#/settings');
    await page.getByRole('button', { name: 'Show what can be brought back' }).click();
    // The newest of the history that was left, below those of the one that goes on.
    await states
      .getByRole('button', { name: /after change 4$/ })
      .last()
      .click();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    const all = ['Hollowell Trust', 'Kestrel Row CIC', 'Morrow Skills Ltd'];
    expect(await directoryNames(page)).toEqual(all);

    await test.step('the databases that were left are removed when a person wants it, and only those', async () => {
      await page.goto('/#/settings');
      const left = page.getByRole('button', { name: /^Remove the (database begun|first database)/ });
      await expect(left).toHaveCount(2);
      await left.first().click();
      await page.getByRole('button', { name: 'Keep it', exact: true }).click();
      await expect(left).toHaveCount(2);
      for (let count = 2; count > 0; count -= 1) {
        await left.first().click();
        await page.getByRole('button', { name: 'Remove it', exact: true }).click();
        await expect(left).toHaveCount(count - 1);
      }
      await page.reload();
      expect(await directoryNames(page)).toEqual(all);
      const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
      expect(databases.filter((name) => name?.startsWith('muster') === true)).toHaveLength(1);
    });
  });
});

test('a journal that cannot be written turns the light red, says what to do, and is caught up with', async ({
  page,
  server,
}) => {
  await startWorkspace(page);
  await expect(saved(page)).toBeVisible();
  // The journal's folder is taken by a file of its name, which no write gets past.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('journal', { recursive: true });
    await root.getFileHandle('journal', { create: true });
  });
  expect(server.address).toContain('127.0.0.1');
  await addOrganisation(page, 'Kestrel Row CIC');
  const red = light(page, /^Not safe\. Changes are stored in the database only/);
  await expect(red).toBeVisible();
  await red.click();
  await expect(page.getByRole('dialog')).toContainText('Save a workspace file now');
  await page.keyboard.press('Escape');
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('journal');
  });
  await addOrganisation(page, 'Hollowell Trust');
  await expect(saved(page)).toBeVisible();
});

test('a second tab sees the same data, and what both change is in one journal', async ({ page, context }) => {
  await startWorkspace(page);
  const other = await context.newPage();
  await other.goto('/#/organisations');
  await addOrganisation(page, 'From the first tab');
  await expect(other.getByText('From the first tab')).toBeVisible();
  await addOrganisation(other, 'From the second tab');
  await page.goto('/#/organisations');
  await expect(page.getByText('From the second tab')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await expect(saved(other)).toBeVisible();
  await page.goto('/#/settings');
  await page.getByRole('button', { name: 'Run a restore drill' }).click();
  await expect(page.getByText(/^2 records, 3 entries of history/)).toBeVisible();
});

/** How many backups are kept. */
function backups(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots', { create: true });
    let count = 0;
    for await (const name of folder.keys()) if (name.endsWith('.muster')) count += 1;
    return count;
  });
}
