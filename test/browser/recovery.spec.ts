import type { Page } from '@playwright/test';
import { encodeLine, type SegmentHeader } from '../../shared/journal/segment.ts';
import { expect, test } from '../support/browserShell.ts';
import {
  addOrganisation,
  directoryNames,
  openWorkspaceFile,
  saveWorkspaceFile,
  startWorkspace,
} from '../support/musterPage.ts';

test.beforeEach(async ({ page }) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Kept CIC');
});

/** A page of the same address without Muster in it, so that nothing holds the database open. */
async function leaveMuster(page: Page): Promise<void> {
  await page.goto('/nothing-here');
}

async function databases(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort());
}

test('a workspace that is gone is not taken for a new start, and comes back from its file', async ({ page }) => {
  const file = await saveWorkspaceFile(page);
  await leaveMuster(page);
  await deleteDatabase(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'The workspace is missing' })).toBeVisible();
  await openWorkspaceFile(page, file);
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  expect(await directoryNames(page)).toEqual(['Kept CIC']);
  // The database that failed is left to whoever can read more of it; the new one is what opens from now on.
  expect(await databases(page)).toEqual(['muster', expect.stringMatching(/^muster-\d{4}-/)]);
  await page.reload();
  expect(await directoryNames(page)).toEqual(['Kept CIC']);
});

test('what was set aside on this computer can be brought back after a loss', async ({ page }) => {
  const file = await saveWorkspaceFile(page);
  await page.goto('/#/settings');
  await openWorkspaceFile(page, file);
  await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
  await expect(page.getByText('What was here before is set aside')).toBeVisible();
  await leaveMuster(page);
  await deleteDatabase(page);
  await page.goto('/');
  await page.getByRole('button', { name: /^Bring back Alder Vale bids set aside/ }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  expect(await directoryNames(page)).toEqual(['Kept CIC']);
});

test('starting anew after a loss takes a step of its own', async ({ page }) => {
  await leaveMuster(page);
  await deleteDatabase(page);
  await page.goto('/');
  await expect(page.getByLabel('Name of the workspace')).toHaveCount(0);
  await page.getByRole('button', { name: 'Start anew' }).click();
  await page.getByLabel('Name of the workspace').fill('Second try');
  await page.getByRole('button', { name: 'Start an empty workspace' }).click();
  await expect(page.getByText('Second try')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Second try')).toBeVisible();
});

test('a database of a newer Muster is not opened, and nothing but that Muster is offered', async ({ page }) => {
  await leaveMuster(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('muster', 990);
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
  );
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'This workspace belongs to a newer Muster' })).toBeVisible();
  await expect(page.getByRole('button')).toHaveText(['Look again']);
});

test('a journal of a newer Muster is left alone, and the screen says which Muster wrote it', async ({ page }) => {
  await expect(page.getByRole('button', { name: /^Save a file\. 1 change/ })).toBeVisible();
  await leaveMuster(page);
  const [name = '', text = ''] = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal');
    for await (const handle of folder.values()) {
      if (handle instanceof FileSystemFileHandle) return [handle.name, await (await handle.getFile()).text()];
    }
    return [];
  });
  const end = text.indexOf('\n') + 1;
  const header = { ...(JSON.parse(text.slice(9, end)) as SegmentHeader), formatVersion: 2, writtenBy: 'Muster 9.9.9' };
  const newer = new TextDecoder().decode(encodeLine(header)) + text.slice(end);
  await page.evaluate(
    async ([name, text]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal');
      const writing = await (await folder.getFileHandle(name)).createWritable();
      await writing.write(text);
      await writing.close();
    },
    [name, newer] as const,
  );
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'This workspace belongs to a newer Muster' })).toBeVisible();
  await expect(page.getByText('Its journal was written by Muster 9.9.9')).toBeVisible();
  await expect(page.getByRole('button')).toHaveText(['Look again']);

  await test.step('also where the database is lost, beside what this Muster can bring back', async () => {
    await leaveMuster(page);
    await deleteDatabase(page);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'The workspace is missing' })).toBeVisible();
    await expect(page.getByText('It was written by Muster 9.9.9')).toBeVisible();
  });
});

test('a history whose end is missing is not written to', async ({ page }) => {
  await leaveMuster(page);
  await damage(page, 'history', 2);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Part of the workspace is missing' })).toBeVisible();
  await expect(page.getByText('should hold 2 entries and ends at 1')).toBeVisible();
});

test('storage emptied in the middle of a session stops writing and keeps what was typed', async ({ page }) => {
  // Nothing is under way that would come upon the damage before the typing does.
  await expect(page.getByRole('button', { name: /^Save a file\. 1 change/ })).toBeVisible();
  await damage(page, 'meta', 'workspace');
  await page.getByLabel('Trading name').fill('Typed into nothing');
  await page.getByLabel('Trading name').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Muster has stopped writing' });
  await expect(dialog).toContainText('no longer in the storage of this computer');
  // In the field Escape would take the typing back, as it should.
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  expect(await page.evaluate(() => Object.values(localStorage))).toContain('Typed into nothing');
  await dialog.getByRole('button', { name: 'Check and reopen' }).click();
  await expect(page.getByRole('heading', { name: 'The workspace is missing' })).toBeVisible();
});

async function deleteDatabase(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('muster');
        deleting.addEventListener('success', () => resolve());
        deleting.addEventListener('error', () => reject(new Error(String(deleting.error))));
      }),
  );
}

/** Takes a row away behind Muster's back, as damage does. */
async function damage(page: Page, table: string, key: number | string): Promise<void> {
  await page.evaluate(
    ({ table, key }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('muster');
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction(table, 'readwrite');
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
          writing.addEventListener('abort', () => reject(new Error(String(writing.error))));
          writing.objectStore(table).delete(key);
        });
      }),
    { table, key },
  );
}
