import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation } from '../support/musterPage.ts';
import { startWorkspace } from '../support/workspaces.ts';

async function addTender(page: Page, title: string, day: string, time: string): Promise<void> {
  await page.goto('/#/tenders?new=1');
  await page.getByLabel('Title, as the buyer gives it').fill(title);
  await page.getByLabel('Buyer', { exact: true }).fill(`Buyer of ${title}`);
  await page.getByLabel('Tenders due, if you know').fill(day);
  await page.getByLabel('Time in London').fill(time);
  await page.getByRole('button', { name: 'Add tender' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function threeTenders(page: Page): Promise<void> {
  await page.clock.setFixedTime('2027-02-10T18:00:00Z');
  await startWorkspace(page);
  await addTender(page, 'Parks', '12 Feb 2027', '12:00');
  await addTender(page, 'Cemeteries', '12 Feb 2027', '17:00');
  await addTender(page, 'Furniture', '1 Mar 2027', '');
}

test('the agenda names each day, counts down, filters and opens by keyboard', async ({ page }) => {
  await threeTenders(page);
  await page.goto('/#/tenders/deadlines');
  const agenda = page.getByRole('grid', { name: 'Deadlines' });
  const rows = agenda.getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('Fri 12 Feb 202712:00');
  await expect(rows.nth(1)).toContainText('in 42 h 00 min');
  await expect(rows.nth(2)).toContainText('Cemeteries');
  await expect(rows.nth(3)).toContainText('all day');
  await expect(rows.nth(3)).toContainText('in 13 working days');

  await page.getByRole('searchbox').fill('furn');
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/\?q=furn$/);
  await agenda.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Furniture' })).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(2);
});

test('within its last hour a countdown ticks by seconds', async ({ page }) => {
  await page.clock.install({ time: '2027-02-12T11:30:00Z' });
  await startWorkspace(page);
  await addTender(page, 'Parks', '12 Feb 2027', '12:00');
  await page.goto('/#/tenders/deadlines');
  const row = page.getByRole('grid', { name: 'Deadlines' }).getByRole('row').nth(1);
  await expect(row).toContainText(/in 29 min \d\d s/);
  const before = await row.textContent();
  await page.clock.runFor(3000);
  await expect(row).not.toHaveText(before ?? '');
});

test('what is met leaves the agenda, what has passed unmet is found, and undo brings it back', async ({ page }) => {
  await threeTenders(page);
  await page.clock.setFixedTime('2027-02-12T13:00:00Z');
  await page.goto('/#/tenders/deadlines');
  await page.reload();
  const rows = page.getByRole('grid', { name: 'Deadlines' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  // However long the list takes to follow, the tick is there at once.
  const box = page.getByRole('checkbox', { name: 'Passed and not met' });
  const isTicked = await box.evaluate((input) => {
    if (!(input instanceof HTMLInputElement)) return false;
    input.click();
    return input.checked;
  });
  expect(isTicked).toBe(true);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('1 hour ago');
  await page.getByRole('grid', { name: 'Deadlines' }).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Mark as met' }).click();
  await expect(page.getByText('No date fits.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(2);
});

test('the agenda is exported as a calendar file, which is recorded', async ({ page }) => {
  await threeTenders(page);
  await page.goto('/#/tenders/deadlines');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as calendar' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('Tender deadlines.ics');
  const calendar = await readFile(await file.path(), 'utf8');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(calendar).toContain('DTSTART:20270212T120000Z\r\nSUMMARY:Tenders due: Parks');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20270301');
  await page.goto('/#/activity');
  await expect(page.getByText('Exported 3 dates to Tender deadlines.ics')).toBeVisible();
});

test('Home shows what is due next', async ({ page }) => {
  await threeTenders(page);
  await addOrganisation(page, 'Kestrel Row CIC');
  await page.goto('/#/');
  const panel = page.getByRole('region', { name: 'Next deadlines' });
  await expect(panel).toContainText('Tenders due: Parks');
  await expect(panel).toContainText('in 42 h 00 min');
  await panel.getByRole('link', { name: 'All deadlines' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deadlines' })).toBeVisible();
});

test('an agenda without dates says what belongs in it', async ({ page }) => {
  await startWorkspace(page);
  await page.goto('/#/tenders/deadlines');
  await expect(page.getByText('Here come the dates of every tender')).toBeVisible();
  await expect(page.getByRole('link', { name: 'New tender by hand' })).toBeVisible();
});

test('the agenda is accessible', async ({ page }) => {
  await threeTenders(page);
  await page.goto('/#/tenders/deadlines');
  await expect(page.getByRole('grid', { name: 'Deadlines' }).getByRole('row')).toHaveCount(4);
  await expectAccessible(page);
});
