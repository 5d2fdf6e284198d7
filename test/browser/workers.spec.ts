import type { Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { openDocuments } from '../support/documentSteps.ts';
import { addOrganisation, startWorkspace } from '../support/musterPage.ts';
import { openAnswer, openResponses, paste } from '../support/responseSteps.ts';

// Each worker begins and dies, as one does for which the computer has no memory left: the person is told, whatever it was for.

const dying = `addEventListener('message', ({ data }) => {
  if (data.lock === undefined) return;
  navigator.locks.request(data.lock, () => {
    postMessage({ kind: 'begun' });
    return new Promise(() => setTimeout(close, 20));
  });
});`;

/** From now on every worker of that name dies when it has begun. */
async function killWorkers(page: Page, name: string): Promise<void> {
  await page.route(new RegExp(`/${name}\\.worker-[^/]+\\.js$`), (route) =>
    route.fulfill({ contentType: 'text/javascript', body: dying }),
  );
}

const why = 'The computer ended it, as it does when its memory is full. Close other programs, then try again.';

test('a backup', async ({ page }) => {
  await startWorkspace(page);
  await page.goto('/#/settings');
  await killWorkers(page, 'keeping');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not backed up' })).toContainText(why);
  await page.getByRole('button', { name: /^Not safe\. The last backup does not count\./ }).click();
  await expect(page.getByRole('dialog')).toContainText(`All changes are stored. ${why}`);
});

test('a workspace file', async ({ page }) => {
  await startWorkspace(page);
  await killWorkers(page, 'workspace');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: 'The workspace file was not made' })).toContainText(why);
});

test('the journal', async ({ page }) => {
  await startWorkspace(page);
  await killWorkers(page, 'privateFiles');
  await page.reload();
  await addOrganisation(page, 'Kestrel Row CIC');
  await page.getByRole('button', { name: /^Not safe\. Changes are stored in the database only\./ }).click();
  await expect(page.getByRole('dialog')).toContainText('it ended without an answer');
});

test('a file of notices', async ({ page }) => {
  await startWorkspace(page);
  await killWorkers(page, 'notices');
  await page.goto('/#/tenders/notices/import');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (
    await choosing
  ).setFiles({
    name: 'notices.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"releases":[]}'),
  });
  await expect(page.getByText(`This file could not be read. ${why}`)).toBeVisible();
});

test('a calendar and a Word file', async ({ page }) => {
  await openDocuments(page);
  await killWorkers(page, 'word');
  await page.getByRole('button', { name: 'Save draft as Word' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The Word file was not made' })).toContainText(why);
  await killWorkers(page, 'calendar');
  await page.goto('/#/tenders/deadlines');
  await page.getByRole('button', { name: 'Export as calendar' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was exported' })).toContainText(why);
});

test('a long paste is not said to have been cancelled', async ({ page }) => {
  await openResponses(page);
  await killWorkers(page, 'paste');
  const answer = await openAnswer(page, '1.1');
  await paste(answer, 'text/plain', 'words '.repeat(20_000));
  await expect(page.getByText(`Nothing was pasted. ${why}`)).toBeVisible();
});
