import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { chooseNotices, importNotices, openNotice } from '../support/tenderSteps.ts';
import { startWorkspace } from '../support/workspaces.ts';

/** A page of a hundred releases as Find a Tender served it on 10 August 2026. */
const realPage = readFileSync(new URL('../fixtures/notices/find-a-tender-page.json', import.meta.url));

async function toImport(page: Page): Promise<void> {
  await startWorkspace(page);
  await page.goto('/#/tenders/notices');
  await expect(page.getByText('Here belong published notices')).toBeVisible();
  await page.getByRole('link', { name: 'Import notices' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import notices' })).toBeVisible();
}

test('a real page of notices is looked over, filtered, imported and adopted, by mouse and by keyboard', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-08-11T09:00:00Z');
  await toImport(page);
  await chooseNotices(page, 'find-a-tender-page.json', realPage);
  const preview = page.getByRole('grid', { name: 'Notices in the files' });

  await test.step('the preview says what is in it, and that there is more where it came from', async () => {
    await expect(preview).toHaveAttribute('aria-rowcount', '101');
    await expect(page.getByRole('list', { name: 'Files' })).toContainText(
      '100 notices · This file is one page of several',
    );
    await expect(preview.getByRole('row').filter({ hasText: 'HULME PLAN DEVELOPMENT' })).toContainText(
      'Mon 24 Aug 2026, 12:00',
    );
  });

  await test.step('a notice shows its dates as published, and what could not be used', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('hulme');
    await expect(preview).toHaveAttribute('aria-rowcount', '2');
    await preview.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const notice = page.getByRole('dialog', { name: 'HULME PLAN DEVELOPMENT' });
    await expect(notice).toContainText('as published: 2026-08-24T12:00:00+01:00');
    await notice.getByRole('button', { name: /^What was not used/ }).click();
    await expect(notice).toContainText('parties[].contactPoint.email');
    await page.keyboard.press('Escape');
    await expect(notice).toBeHidden();
    await page.getByRole('link', { name: 'Show all 100' }).click();
  });

  await test.step('filters choose what is imported', async () => {
    await page.getByRole('combobox', { name: 'Type of notice' }).click();
    await page.getByRole('option', { name: /^UK4 Tender/ }).click();
    await page.getByRole('checkbox', { name: 'Still open' }).check();
    await expect(page.getByRole('button', { name: /^Import the \d+ notices shown$/ })).toBeVisible();
    await page.getByRole('link', { name: 'Show all 100' }).click();
    await page.getByRole('button', { name: 'Import all 100 notices' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Notices', exact: true })).toBeVisible();
    await expect(page.getByText('Imported 100 new notices')).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Notices' })).toHaveAttribute('aria-rowcount', '101');
  });

  await test.step('the address keeps the filters', async () => {
    await page.goto('/#/tenders/notices?type=UK4&open=1&q=wigan');
    await expect(page.getByRole('grid', { name: 'Notices' })).toHaveAttribute('aria-rowcount', '2');
    await page.reload();
    await expect(page.getByRole('grid', { name: 'Notices' })).toHaveAttribute('aria-rowcount', '2');
  });

  await test.step('adopting makes a tender with its lots and dates', async () => {
    await openNotice(page, '075962-2026');
    await page.getByRole('button', { name: 'Adopt as tender' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'HULME PLAN DEVELOPMENT' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Dates' })).toContainText('Mon 24 Aug 2026, 12:00 (London)');
    await expect(page.getByRole('region', { name: /^Lots/ })).toContainText('79411000');
  });

  await test.step('the notices are not part of the workspace: undo takes the tender back and leaves them', async () => {
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('heading', { level: 1, name: 'This tender is not here' })).toBeVisible();
    await page.goto('/#/tenders/notices');
    await expect(page.getByRole('grid', { name: 'Notices' })).toHaveAttribute('aria-rowcount', '101');
  });

  await test.step('what is here already is marked, and importing it again adds nothing', async () => {
    await page.goto('/#/tenders/notices/import');
    await chooseNotices(page, 'again.json', realPage);
    await expect(preview.getByRole('row').nth(1)).toContainText('known');
    await page.getByRole('button', { name: 'Import all 100 notices' }).click();
    await expect(page.getByText('Imported 0 new notices')).toBeVisible();
    await expect(page.getByText('100 notices were here already.')).toBeVisible();
  });

  await test.step('several are adopted at once', async () => {
    await page.goto('/#/tenders/notices?type=UK3');
    const grid = page.getByRole('grid', { name: 'Notices' });
    await grid.focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Adopt as tenders' }).click();
    await expect(page.getByText(/^Adopted \d+ notices as tenders$/)).toBeVisible();
    await expect(grid.getByRole('row').nth(1)).toContainText('adopted');
  });
});

test('refused files say why, and take nothing away from the preview', async ({ page }, info) => {
  await toImport(page);
  const files = page.getByRole('list', { name: 'Files' });
  const spaces = info.outputPath('spaces.json');
  writeFileSync(spaces, Buffer.alloc(50_000_000, ' '));
  const refusals: readonly (readonly [name: string, file: Buffer | string, sentence: string])[] = [
    ['page.html', Buffer.from('<!doctype html><title>Notice</title>'), 'This is a web page, not JSON.'],
    ['other.json', Buffer.from('{"menu": [1, 2]}'), 'holds no notices in the Open Contracting form (it has menu)'],
    ['cut.json', realPage.subarray(0, 20_000), 'breaks off at line'],
    ['empty.json', Buffer.alloc(0), 'This file is empty.'],
    ['spaces.json', spaces, 'holds nothing but blanks'],
  ];
  for (const [name, file, sentence] of refusals) {
    await chooseNotices(page, name, file);
    const refusal = files.getByRole('alert').filter({ hasText: name });
    await expect(refusal).toContainText(sentence);
    await expect(refusal).toContainText('Nothing was changed.');
  }
  await chooseNotices(page, 'good.json', realPage);
  await expect(page.getByRole('grid', { name: 'Notices in the files' })).toHaveAttribute('aria-rowcount', '101');
  await expect(files.getByRole('alert')).toHaveCount(refusals.length);
});

test('a notice opened before the filter has reached the address stays open', async ({ page }) => {
  await startWorkspace(page);
  await importNotices(page, realPage);
  await page.getByRole('searchbox').fill('hulme');
  const link = page.getByRole('grid', { name: 'Notices' }).getByRole('link', { name: 'HULME PLAN DEVELOPMENT' });
  await link.evaluate((element) => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    // A slow computer: the pause after typing is over before the page has followed the click.
    for (const end = performance.now() + 500; performance.now() < end;);
  });
  await expect(page).toHaveURL(/q=hulme&notice=/);
  await expect(page.getByRole('dialog', { name: 'HULME PLAN DEVELOPMENT' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('dialog', { name: 'HULME PLAN DEVELOPMENT' })).toBeVisible();
});

test('files are dropped on the page of notices, and a workspace file goes where it belongs', async ({ page }) => {
  await startWorkspace(page);
  await page.goto('/#/tenders/notices');
  await expect(page.getByText('Here belong published notices')).toBeVisible();
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    return data;
  }, realPage.toString('utf8'));
  await page.getByText('Here belong published notices').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('heading', { level: 1, name: 'Import notices' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Notices in the files' })).toHaveAttribute('aria-rowcount', '101');
});

test('the preview, a notice and the list are accessible', async ({ page }) => {
  await startWorkspace(page);
  await page.goto('/#/tenders/notices/import');
  await chooseNotices(page, 'page.json', realPage);
  await expect(page.getByRole('grid')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/#/tenders/notices');
  await importNotices(page, realPage);
  await expectAccessible(page);
  await openNotice(page, '075962-2026');
  await expect(page.getByRole('button', { name: 'Adopt as tender' })).toBeVisible();
  await expectAccessible(page);
});
