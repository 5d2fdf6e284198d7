import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation, directoryNames, saveWorkspaceFile, startWorkspace } from '../support/musterPage.ts';

test.setTimeout(180_000);

const saved = (page: Page): Locator => page.getByRole('button', { name: /^(Saved|Save a file)\./ });
const stopped = (page: Page): Locator => page.getByRole('dialog', { name: 'Muster has stopped writing' });
const home = (page: Page): Locator => page.getByRole('heading', { name: 'Home', level: 1 });

/** A second window on what is there, with its own watch over it begun. */
async function secondWindow(context: BrowserContext, address = '/'): Promise<Page> {
  const other = await context.newPage();
  await other.goto(address);
  await expect(saved(other)).toBeVisible();
  return other;
}

/** Two states to choose from: one backed up with the first organisation alone, and the present one with both. */
async function workspaceWithTwoStates(page: Page): Promise<void> {
  await startWorkspace(page);
  await addOrganisation(page, 'Kestrel Row CIC');
  await page.getByRole('button', { name: 'Add insurance' }).click();
  await expect(saved(page)).toBeVisible();
  await page.goto('/#/settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Every record of the backup was read as opening reads it, and is sound.')).toBeVisible();
  await addOrganisation(page, 'Hollowell Trust');
  await expect(saved(page)).toBeVisible();
}

async function bringBackChange(page: Page, change: number): Promise<void> {
  await page.goto('/#/settings');
  await page.getByRole('button', { name: 'Show what can be brought back' }).click();
  const states = page.getByRole('table', { name: 'What can be brought back' });
  // Of two with the same number the last one is of the history that was left, below the one that goes on.
  await states
    .getByRole('button', { name: new RegExp(`after change ${change}$`) })
    .last()
    .click();
  await expect(page.getByText('Brought back Alder Vale bids')).toBeVisible();
  await expect(home(page)).toBeVisible();
}

/** The database that the next start opens, as both notes of it say. */
function markers(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('marker');
    const file = await (await folder.getFileHandle('workspace.json')).getFile();
    return [await file.text(), localStorage.getItem('muster.workspace') ?? ''];
  });
}

test.describe('while one window works, another', () => {
  test('brings back an old state: the first stops at once, keeps what was being typed, and goes on there', async ({
    page,
    context,
  }) => {
    await workspaceWithTwoStates(page);
    await page.goto('/#/organisations');
    await page.getByRole('link', { name: 'Kestrel Row CIC' }).first().click();
    const other = await secondWindow(context);
    // An amount is not stored before the field is left.
    await page.getByRole('textbox', { name: 'Limit', exact: true }).pressSequentially('£5m');
    await bringBackChange(other, 3);
    await expect(stopped(page)).toContainText('Another window brought back another state');
    await stopped(page).getByRole('button', { name: 'Check and reopen' }).click();
    await expect(page.getByRole('textbox', { name: 'Limit', exact: true })).toHaveValue('£5m');
    await expect(page.getByText('Restored: you typed this before')).toBeVisible();
    expect(await directoryNames(page)).toEqual(['Kestrel Row CIC']);
    await addOrganisation(page, 'Added in the first window');
    await expect(other.getByText('Added Added in the first window')).toBeVisible();
  });

  test('opens a file of the same workspace in its place: the first says so without a command of its own', async ({
    page,
    context,
  }) => {
    await startWorkspace(page);
    await addOrganisation(page, 'Kestrel Row CIC');
    const file = await saveWorkspaceFile(page);
    const other = await secondWindow(context, '/#/settings');
    const choosing = other.waitForEvent('filechooser');
    await other.getByRole('button', { name: 'Open a workspace file' }).click();
    await (await choosing).setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
    await other.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    await expect(other.getByText(`Opened ${file.name}`).first()).toBeVisible();
    await expect(stopped(page)).toContainText('Another window opened a file');
    await expect(stopped(other)).toBeHidden();
    await stopped(page).getByRole('button', { name: 'Check and reopen' }).click();
    await expect(page.getByRole('heading', { name: 'Kestrel Row CIC' })).toBeVisible();
    await addOrganisation(page, 'Hollowell Trust');
    expect(await directoryNames(other)).toEqual(['Hollowell Trust', 'Kestrel Row CIC']);
  });

  test('opens the sample in its place: the first says so without a command of its own', async ({ page, context }) => {
    await startWorkspace(page);
    await addOrganisation(page, 'Kestrel Row CIC');
    const other = await secondWindow(context);
    await other.goto('/#/open-sample');
    await other.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    await expect(stopped(page)).toContainText('Another window opened a different workspace');
  });

  test('lets the database go: the first stops, and shows what can be brought back', async ({ page, context }) => {
    await startWorkspace(page);
    await addOrganisation(page, 'Kestrel Row CIC');
    await expect(saved(page)).toBeVisible();
    const other = await context.newPage();
    await other.goto('/nothing-here');
    await other.evaluate(() => indexedDB.deleteDatabase('muster'));
    await expect(stopped(page)).toContainText('no longer in the storage of this computer');
    await stopped(page).getByRole('button', { name: 'Check and reopen' }).click();
    await expect(page.getByRole('heading', { name: 'The workspace is missing' })).toBeVisible();
    const third = await context.newPage();
    await third.goto('/');
    await third.getByRole('button', { name: 'Start anew' }).click();
    await third.getByLabel('Name of the workspace').fill('Second try');
    await third.getByRole('button', { name: 'Start an empty workspace' }).click();
    // The window on the recovery screen follows: there is a workspace again.
    await expect(page.getByText('Second try')).toBeVisible();
  });
});

test('two windows on the first screen end with one workspace', async ({ page, context }) => {
  const other = await context.newPage();
  for (const [one, name] of [
    [page, 'Alder Vale bids'],
    [other, 'Alder Vale tenders'],
  ] as const) {
    await one.goto('/');
    await one.getByLabel('Name of the workspace').fill(name);
  }
  await Promise.all([page, other].map((one) => one.getByRole('button', { name: 'Start a workspace' }).click()));
  await expect(home(page)).toBeVisible();
  await expect(home(other)).toBeVisible();
  const name = await page.getByText(/^Alder Vale (bids|tenders)$/).textContent();
  await expect(other.getByText(name ?? '')).toBeVisible();
  await addOrganisation(other, 'Kestrel Row CIC');
  expect(await directoryNames(page)).toEqual(['Kestrel Row CIC']);
  await page.reload();
  expect(await directoryNames(page)).toEqual(['Kestrel Row CIC']);
});

test('a database that a window has open, or that a marker names, is not offered for removal', async ({
  page,
  context,
}) => {
  await workspaceWithTwoStates(page);
  const other = await secondWindow(context);
  await bringBackChange(other, 3);
  await expect(stopped(page)).toBeVisible();
  await other.goto('/#/settings');
  const offered = other.getByRole('button', { name: /^Remove the (database begun|first database)/ });
  await expect(other.getByRole('button', { name: 'Save a workspace file' }).first()).toBeVisible();
  await other.getByRole('button', { name: 'Show what can be brought back' }).click();
  await expect(other.getByRole('table', { name: 'What can be brought back' })).toBeVisible();
  await expect(offered).toHaveCount(0);
  await stopped(page).getByRole('button', { name: 'Check and reopen' }).click();
  await expect(saved(page)).toBeVisible();
  await other.reload();
  await expect(offered).toHaveCount(1);

  await test.step('also where a window opens it after it was offered', async () => {
    const third = await context.newPage();
    await third.goto('/nothing-here');
    await third.evaluate(
      () =>
        new Promise<void>((resolve) => {
          void navigator.locks.request('muster:database:muster', { mode: 'shared' }, () => {
            resolve();
            return new Promise(() => undefined);
          });
        }),
    );
    await offered.click();
    await other.getByRole('button', { name: 'Remove it', exact: true }).click();
    await expect(other.getByText('It is in use.')).toBeVisible();
    expect(await other.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toContain('muster');
  });
});

test('a marker of before, as a crash leaves it, does not open what was left behind', async ({ page }) => {
  await workspaceWithTwoStates(page);
  const [before = ''] = await markers(page);
  await bringBackChange(page, 3);
  await addOrganisation(page, 'Done since');
  await expect(saved(page)).toBeVisible();
  const now = await markers(page);
  for (const keepsFile of [true, false]) {
    await page.goto('/nothing-here');
    await page.evaluate(
      async ({ before, keepsFile }) => {
        localStorage.setItem('muster.workspace', before);
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('marker');
        if (!keepsFile) return folder.removeEntry('workspace.json');
        const writing = await (await folder.getFileHandle('workspace.json')).createWritable();
        await writing.write(before);
        return writing.close();
      },
      { before, keepsFile },
    );
    await page.goto('/');
    expect(await directoryNames(page)).toEqual(['Done since', 'Kestrel Row CIC']);
    await expect.poll(() => markers(page)).toEqual(now);
  }
});
