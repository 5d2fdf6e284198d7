import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { numberedOrganisations, openOrganisations } from '../support/workspaces.ts';

const first = '/#/organisations/0192f000-0000-7000-8000-000000000001';
const second = '/#/organisations/0192f000-0000-7000-8000-000000000002';

function textbox(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** Ends the page as the system would end it: none of its own code runs any more. */
async function kill(context: BrowserContext, page: Page): Promise<Page> {
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  // The answer never comes: there is nobody left to give it.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await page.close();
  return next;
}

test('typing survives a kill before the pause, in the field it was typed into and in no other', async ({
  page,
  context,
}) => {
  await openOrganisations(page, numberedOrganisations(2));
  await page.goto(first);
  await textbox(page, 'Trading name').pressSequentially('Kestrel Row');
  const after = await kill(context, page);

  await after.goto(second);
  await expect(textbox(after, 'Trading name')).toHaveValue('');
  await after.goto(first);
  await expect(textbox(after, 'Trading name')).toHaveValue('Kestrel Row');
  await expect(after.getByText('Restored: you typed this before')).toBeVisible();
  await textbox(after, 'Trading name').press('Enter');
  await expect(after.getByText('Restored: you typed this before')).toBeHidden();
  await expect(after.getByRole('button', { name: 'Undo: Cwmni 00001 Ltd: trading name' })).toBeVisible();
  await after.reload();
  await expect(textbox(after, 'Trading name')).toHaveValue('Kestrel Row');
});

test('Escape takes typing back, before a pause and after a kill', async ({ page, context }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto(first);
  await textbox(page, 'Website').pressSequentially('https://wrong.example.org');
  await textbox(page, 'Website').press('Escape');
  await expect(textbox(page, 'Website')).toHaveValue('');
  await textbox(page, 'Website').pressSequentially('https://wrong.example.org');
  const after = await kill(context, page);
  await after.goto(first);
  await textbox(after, 'Website').press('Escape');
  await expect(textbox(after, 'Website')).toHaveValue('');
  await after.reload();
  await expect(textbox(after, 'Website')).toHaveValue('');
});

test('a pause stores what was typed as one step of the history', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto(first);
  await textbox(page, 'Trading name').pressSequentially('Kestrel Row', { delay: 30 });
  await expect(page.getByRole('button', { name: 'Undo: Cwmni 00001 Ltd: trading name' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(textbox(page, 'Trading name')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
});

test('going elsewhere in the middle of typing stores it', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto(first);
  await textbox(page, 'Trading name').pressSequentially('Kestrel Row');
  await page.goto('/#/organisations');
  await expect(page.getByRole('button', { name: 'Undo: Cwmni 00001 Ltd: trading name' })).toBeVisible();
});

test('while letters are not stored yet, Ctrl+Z takes back letters and nothing else', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto(first);
  await page.getByRole('button', { name: 'Add contact' }).click();
  await textbox(page, 'Trading name').pressSequentially('Kes');
  await page.keyboard.press('Control+z');
  await expect(textbox(page, 'Trading name')).not.toHaveValue('Kes');
  await expect(page.getByRole('region', { name: /^Contacts/ }).getByLabel('Name')).toBeVisible();
});

test('a change made in another window shows where nothing is being typed', async ({ page, context }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto(first);
  const other = await context.newPage();
  await other.goto(first);
  await textbox(page, 'Website').pressSequentially('https://mine');
  await textbox(other, 'Trading name').fill('Kestrel Row');
  await textbox(other, 'Trading name').press('Enter');
  await expect(textbox(page, 'Trading name')).toHaveValue('Kestrel Row');
  await expect(textbox(page, 'Website')).toHaveValue('https://mine');
});
