import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation, startWorkspace } from '../support/musterPage.ts';
import { fillHistory } from '../support/manyEntries.ts';
import { patience } from '../support/machine.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Activity' });
const panel = (page: Page) => page.getByRole('complementary');
const count = (page: Page) => page.getByRole('main').getByRole('status');

async function openSample(page: Page): Promise<void> {
  await page.goto('/#/open-sample');
  await expect(page.getByRole('heading', { name: 'Most is missing' })).toBeVisible();
}

/** Changes a field of an organisation's page and waits until it is stored. */
async function change(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(text);
  await page.getByRole('textbox', { name: label, exact: true }).press('Control+Enter');
  await expect(page.getByRole('button', { name: new RegExp(`^Undo: .*${label.toLowerCase()}`) })).toBeVisible();
}

test('an entry shows what it changed in plain words, and any version of the record is brought back', async ({
  page,
}) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Hollowell Trust');
  await change(page, 'Notes', 'Woodland crew of six. Own chipper.');
  await change(page, 'Notes', 'Woodland crew of nine. Own chipper.');
  await change(page, 'Trading name', 'Hollowell');

  await test.step('from the page of the record, one goes to its activity', async () => {
    await page.getByRole('link', { name: 'All activity of this organisation' }).click();
    await expect(page.getByText('Only of Hollowell Trust')).toBeVisible();
    await expect(count(page)).toHaveText('4 entries fit');
  });

  await test.step('by keyboard: down, Enter, and the text with what went and what came', async () => {
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(panel(page).getByRole('heading', { name: 'Hollowell Trust: notes' })).toBeVisible();
    await expect(panel(page).getByRole('term')).toHaveText('Notes');
    await expect(panel(page).locator('del')).toHaveText('six. ');
    await expect(panel(page).locator('ins')).toHaveText('nine. ');
    await expect(page).toHaveURL(/of=.*entry=/);
  });

  await test.step('the version before comes back as one new command, which undo takes back', async () => {
    await panel(page).getByRole('button', { name: 'Bring back the version before this' }).click();
    await expect(page.getByText(/Hollowell Trust: version before .* brought back/).first()).toBeVisible();
    await panel(page).getByRole('link', { name: 'Hollowell Trust' }).click();
    await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Woodland crew of six. Own chipper.');
    await expect(page.getByRole('textbox', { name: 'Trading name' })).toHaveValue('');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Woodland crew of nine. Own chipper.');
    await expect(page.getByRole('textbox', { name: 'Trading name' })).toHaveValue('Hollowell');
  });

  await test.step('after a restart it is still there, and says what was undone', async () => {
    await page.goto('/#/activity');
    await page.reload();
    await expect(grid(page).getByRole('row').filter({ hasText: 'brought back' }).last()).toContainText('undone');
    await expect(grid(page).getByRole('row').filter({ hasText: 'Added Hollowell Trust' })).toHaveCount(1);
  });

  await test.step('Escape closes the entry and gives the focus back to the list', async () => {
    await grid(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expect(grid(page)).toBeFocused();
  });
});

test('money, days, lists and what is not known read as a person writes them', async ({ page }) => {
  await openSample(page);
  await page.goto('/#/activity?kind=organisations&change=removed');
  await expect(page.getByText('Nothing that was done fits.')).toBeVisible();
  await page.goto('/#/organisations');
  await page.getByRole('link', { name: 'Kestrel Row CIC' }).click();
  await page
    .getByRole('group', { name: 'Limit' })
    .or(page.getByRole('textbox', { name: 'Limit' }))
    .first()
    .fill('7m');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Undo: Kestrel Row CIC/ })).toBeVisible();
  await page.getByRole('link', { name: 'All activity of this organisation' }).click();
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('[data-side=after]')).toContainText('£7,000,000');
  await expect(panel(page)).not.toContainText('{');
  await expect(panel(page)).not.toContainText('null');
});

test('filters live in the address, take a step each, and every table has its records named', async ({ page }) => {
  await openSample(page);
  await page.goto('/#/tenders');
  await page
    .getByRole('button', { name: 'New tender' })
    .or(page.getByRole('link', { name: 'New tender' }))
    .click();
  await page.getByRole('dialog').getByLabel('Title').fill('Hedges of the ring road');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Hedges of the ring road' })).toBeVisible();
  await page.getByRole('link', { name: 'All activity of this tender' }).click();
  await expect(page.getByText('Only of Hedges of the ring road')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();

  await page.getByRole('combobox', { name: 'Kind of record' }).click();
  await page.getByRole('option', { name: 'Tenders' }).click();
  await page.getByRole('combobox', { name: 'Kind of change' }).click();
  await page.getByRole('option', { name: 'Added' }).click();
  await expect(page).toHaveURL(/kind=tenders&change=added/);
  await expect(grid(page).getByRole('row').filter({ hasText: 'Added Hedges of the ring road' })).toHaveCount(1);
  await page.getByLabel('To', { exact: true }).fill('1/2/2020');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/to=2020-02-01/);
  await expect(page.getByText('Nothing that was done fits.')).toBeVisible();
  await page.goBack();
  await page.getByRole('searchbox', { name: 'Filter by what was done' }).fill('ring hedges');
  await expect(count(page)).toHaveText('1 entry fits');
  await page.reload();
  await expect(count(page)).toHaveText('1 entry fits');
  await page.goBack();
  await page.goBack();
});

test('twenty thousand entries scroll, filter and are found without being read at once', async ({ page }) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Hollowell Trust');
  await fillHistory(page, 20_000);
  await page.goto('/#/activity');
  await page.reload();
  await expect(count(page)).toHaveText('20,002 entries');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '20003');
  expect(await grid(page).getByRole('row').count()).toBeLessThan(80);
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(grid(page).locator('[aria-rowindex="20003"]')).toContainText('Started the workspace');

  await page.goto('/#/activity?change=removed');
  await expect(count(page)).toHaveText('20 entries fit');
  await page.goto('/#/activity?from=2026-03-01&to=2026-03-01');
  await expect(count(page)).toHaveText(/entries fit$/);
  await page.goto('/#/activity?q=entry+17777');
  await expect(count(page)).toHaveText('1 entry fits', { timeout: patience(60_000) });
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Entry 17777');
});

test('axe finds nothing in an entry, nor in the trash, nor in the question before a mass change', async ({ page }) => {
  await openSample(page);
  await page.goto('/#/organisations');
  await page.getByRole('link', { name: 'Kestrel Row CIC' }).click();
  await change(page, 'Notes', 'Something else entirely.');
  await page.getByRole('link', { name: 'All activity of this organisation' }).click();
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('ins')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/#/activity/trash');
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  await expectAccessible(page);
});
