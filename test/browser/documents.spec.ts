import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { type Saved, openDocuments, wordsOf } from '../support/documentSteps.ts';
import { patience } from '../support/machine.ts';

/** Presses the button and receives the file as the browser saves it. */
async function saveAsWord(page: Page): Promise<Saved> {
  const arriving = page.waitForEvent('download', { timeout: patience(120_000) });
  await page.getByRole('button', { name: 'Save draft as Word' }).click();
  const download = await arriving;
  const file = { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  await expect(page.getByText(`Handed to the browser as ${file.name}`).first()).toBeVisible();
  return file;
}

test('from the sample both documents are saved as Word files and recorded', async ({ page }) => {
  await openDocuments(page);
  const preview = page.getByRole('region', { name: 'Preview: Consortium agreement' });
  await expect(preview.getByText('[way out of a deadlock to be agreed]').first()).toBeVisible();

  const agreement = await saveAsWord(page);
  expect(agreement.name).toMatch(
    /^Consortium agreement Parks and cemeteries grounds maintenance draft 1 \d{4}-\d\d-\d\d\.docx$/,
  );
  const agreed = wordsOf(agreement.bytes);
  for (const words of [
    'Kestrel Row CIC',
    'Hollowell Trust',
    'Brindle Works Ltd',
    'Draft, not legal advice',
    'deadlock',
  ]) {
    expect(agreed).toContain(words);
  }
  await expect(page.getByText(/^Draft 2 of \w{3} /)).toBeVisible();
  await expect(page.getByText(/^Last saved .* draft 1/)).toBeVisible();

  await page.getByText('Joint bid document', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Preview: Joint bid document' })).toBeVisible();
  await page.getByLabel('Page numbers in the contents').uncheck();
  const bid = await saveAsWord(page);
  const offered = wordsOf(bid.bytes);
  for (const words of [
    'TMBC-2027-014',
    'Grass in all 41 parks is cut sixteen times a year',
    'Length: 160 of 750 words.',
  ]) {
    expect(offered).toContain(words);
  }
  expect(offered).not.toContain('not legal advice');
  expect(bid.name).toMatch(/ draft 1 \d{4}-\d\d-\d\d\.docx$/);

  await expect(page.getByText(/^Draft 2 of \w{3} /)).toBeVisible();

  await page.goto('/#/activity');
  await expect(page.getByText(/Saved consortium agreement, draft 1, as Consortium agreement/).first()).toBeVisible();
});

test('the version for the buyer waits until every open point is mended, each a link to its place', async ({ page }) => {
  await openDocuments(page);
  await page.getByText('Joint bid document', { exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save the final version' })).toBeDisabled();
  const open = page.getByRole('region', { name: 'Open points' });
  await expect(open.getByRole('link', { name: 'There is no answer to question 1.3.' })).toBeVisible();
  await open.getByRole('link', { name: /^Nobody does "Weekly inspection of 23 play areas"/ }).click();
  await expect(page).toHaveURL(/\/requirements\?at=/);
});

test('an open point leads to its answer, and is gone once it is decided', async ({ page }) => {
  await openDocuments(page);
  const open = page.getByRole('region', { name: 'Open points' });
  await open.getByRole('link', { name: /What happens when the members cannot decide\?/ }).click();
  const field = page.getByRole('combobox', { name: 'What happens when the members cannot decide?' });
  await expect(field).toBeFocused();
  await page.keyboard.type('expert');
  await page.keyboard.press('Enter');
  await expect(open.getByRole('link', { name: /cannot decide/ })).toHaveCount(0);
  await expect(page.getByText('[way out of a deadlock to be agreed]')).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(open.getByRole('link', { name: /cannot decide/ })).toBeVisible();
});

test('a figure outside what the law allows is refused where it is typed', async ({ page }) => {
  await openDocuments(page);
  await page.locator('summary', { hasText: 'Money' }).click();
  const days = page.getByRole('textbox', { name: /^Within how many days/ });
  await days.fill('45');
  await days.press('Enter');
  await expect(page.getByText('Type a whole number from 1 to 30.')).toBeVisible();
  await days.fill('14');
  await days.press('Enter');
  await expect(days).toHaveValue('14');
  await expect(page.getByText('Type a whole number from 1 to 30.')).toHaveCount(0);
});

test('shares that do not total 100% and a member without a legal form stop the agreement, with the way to mend each', async ({
  page,
}) => {
  await openDocuments(page);
  const parts = page.getByRole('navigation', { name: 'Parts of the bid' });
  await parts.getByRole('link', { name: 'Team and shares' }).click();
  const share = page
    .getByRole('table', { name: 'Shares' })
    .getByRole('textbox', { name: /Hollowell/ })
    .first();
  await share.fill('20');
  await share.press('Enter');
  await page.getByRole('link', { name: 'Hollowell Trust' }).first().click();
  await page.getByRole('combobox', { name: 'Legal form' }).fill('Not known');
  await expect(page.getByRole('option', { name: /^Not known/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Undo.*legal form/ })).toBeVisible();
  await page.goBack();
  await parts.getByRole('link', { name: 'Documents' }).click();

  const problems = page.getByRole('region', { name: 'Fix these first' });
  await expect(problems.getByRole('link', { name: /not 100%/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save draft as Word' })).toBeDisabled();
  await expect(page.getByText('The document appears here as soon as')).toBeVisible();
  await problems.getByRole('link', { name: /The legal form of Hollowell Trust is not known/ }).click();
  await expect(page.getByRole('combobox', { name: 'Legal form' })).toBeFocused();
});

test('laying out the pages can be cancelled, and nothing is saved', async ({ page }) => {
  await openDocuments(page);
  await page.getByRole('button', { name: 'Save draft as Word' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click({ timeout: patience(30_000) });
  await expect(page.getByRole('button', { name: 'Save draft as Word' })).toBeEnabled();
  await expect(page.getByText('No file has been made of it yet.')).toBeVisible();
});

test('axe finds nothing on either document', async ({ page }) => {
  await openDocuments(page);
  await page.locator('summary', { hasText: 'Who decides' }).click();
  await expectAccessible(page);
  await page.getByText('Joint bid document', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Preview: Joint bid document' })).toBeVisible();
  await expectAccessible(page);
});

test.describe('at 200 % zoom of a 1280 × 720 window', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('the documents do not scroll sideways', async ({ page }) => {
    await openDocuments(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
