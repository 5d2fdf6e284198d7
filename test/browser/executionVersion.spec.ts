import { readFileSync } from 'node:fs';
import { expect, test } from '../support/browserShell.ts';
import { wordsOf } from '../support/documentSteps.ts';
import { patience } from '../support/machine.ts';
import { signableBid } from '../support/signableBid.ts';
import { openRecords } from '../support/workspaces.ts';

test.setTimeout(patience(120_000));

test('the execution version is refused with what is open, and saved once it is answered', async ({ page }) => {
  await openRecords(page, signableBid({ cureDays: null }));
  await page.evaluate(() => location.assign('#/bids'));
  await page.getByRole('link', { name: 'Tamebrook Green Consortium' }).click();
  await page.getByRole('navigation', { name: 'Parts of the bid' }).getByRole('link', { name: 'Documents' }).click();

  const save = page.getByRole('button', { name: 'Save the execution version' });
  await expect(save).toBeDisabled();
  const open = page.getByRole('region', { name: 'Open points' });
  await expect(open.getByRole('listitem')).toHaveCount(1);
  await open.getByRole('link', { name: /How many working days has a member to put a default right\?/ }).click();
  const days = page.getByRole('textbox', { name: /put a default right/ });
  await expect(days).toBeFocused();
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await expect(open).toHaveCount(0);
  await expect(save).toBeEnabled();

  await page.getByLabel('Page numbers in the contents').uncheck();
  const arriving = page.waitForEvent('download', { timeout: patience(60_000) });
  await save.click();
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/^Consortium agreement .* final version 1 \d{4}-\d\d-\d\d\.docx$/);
  const words = wordsOf(readFileSync(await download.path()));
  expect(words).toContain('Executed as a deed by Kestrel Row CIC');
  expect(words).toContain('These clauses survive the end of this agreement');
  expect(words).not.toMatch(/draft|\[|\]|Open points|Notes to the draft/i);
});
