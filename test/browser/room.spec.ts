import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation, directoryNames, openWorkspaceFile, startWorkspace } from '../support/musterPage.ts';
import { patience } from '../support/machine.ts';

const file = {
  name: 'theirs.muster',
  bytes: readFileSync(new URL('../fixtures/workspaces/v2.muster', import.meta.url)),
};

// Each opens a file in a worker of its own, which a busy machine takes its time over.

test.beforeEach(async ({ page }) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Mine CIC');
  await page.goto('/#/settings');
});

for (const way of ['Replace', 'Add as a copy']) {
  test(`“${way}” is refused before anything is begun where there is clearly not enough room`, async ({ page }) => {
    await leaveRoom(page, { quota: 500_000_000, usage: 499_000_000 });
    await openWorkspaceFile(page, file);
    await page.getByRole('dialog').getByRole('button', { name: way }).click();
    const dialog = page.getByRole('dialog', { name: 'theirs.muster was not opened' });
    await expect(dialog).toContainText('There is not enough room. This needs about 17 MB');
    await expect(dialog).toContainText('Muster can use 1.0 MB more');
    await expect(dialog).toContainText('Nothing was changed.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByText('There is none.')).toBeVisible();
    expect(await directoryNames(page)).toEqual(['Mine CIC']);
  });
}

test('a browser that does not say how much room there is keeps nobody from opening a file', async ({ page }) => {
  await leaveRoom(page, {});
  await openWorkspaceFile(page, file);
  await page.getByRole('dialog').getByRole('button', { name: 'Add as a copy' }).click();
  await expect(page.getByText(/^Added 2 organisations, 1 tender/).first()).toBeVisible({ timeout: patience(60_000) });
});

test('the light and Settings say when a backup may find no room', async ({ page }) => {
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up', { exact: true })).toBeVisible();
  await leaveRoom(page, { quota: 500_000_000, usage: 490_000_000 });
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(
    page.getByText(/^10 MB are free for Muster on this computer\. A backup takes about .+ KB\. The next one/),
  ).toBeVisible();
  await page.getByRole('button', { name: /The next backup may find no room\.$/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Make room on the disk.');
});

async function leaveRoom(page: Page, estimate: StorageEstimate): Promise<void> {
  await page.evaluate((said) => {
    navigator.storage.estimate = () => Promise.resolve(said);
  }, estimate);
}
