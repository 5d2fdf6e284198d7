import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { numberedOrganisations, openOrganisations, startWorkspace } from '../support/workspaces.ts';

test('an empty directory says what belongs in it and offers the next steps', async ({ page }) => {
  await startWorkspace(page);
  await page.goto('/#/organisations');
  await expect(page.getByText('Here belong the organisations that could stand in a bid together')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the sample workspace' })).toBeVisible();
  await page.getByRole('link', { name: 'New organisation' }).click();
  await expect(page.getByRole('dialog', { name: 'New organisation' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/organisations$/);
});

test('a directory of 10,000 filters, sorts, is walked by keyboard and keeps its place', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(10_000));
  await page.goto('/#/organisations');
  const grid = page.getByRole('grid', { name: 'Organisations' });
  const count = page.getByRole('status').filter({ hasText: /^[\d,]+( of|\sorg)/ });
  await expect(count).toHaveText('10,000 organisations');
  await expect(grid).toHaveAttribute('aria-rowcount', '10001');

  await test.step('only the rows in view are in the page', async () => {
    expect(await grid.getByRole('row').count()).toBeLessThan(80);
  });

  await test.step('Ctrl+F finds words in any order, and the address keeps them in one step', async () => {
    const steps = await page.evaluate(() => history.length);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('ltd cwmni 09');
    await expect(count).toHaveText('11 of 10,000');
    await expect(page).toHaveURL(/\?q=ltd\+cwmni\+09$/);
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await page.reload();
    await expect(count).toHaveText('11 of 10,000');
  });

  await test.step('filters are steps that Back takes back', async () => {
    await page.goto('/#/organisations');
    await page.getByRole('combobox', { name: 'Legal forms' }).click();
    await page.getByRole('option', { name: 'Charitable incorporated organisation (CIO)', exact: true }).click();
    await expect(count).toHaveText('1,000 of 10,000');
    await expect(page).toHaveURL(/\?form=cio$/);
    await page.goBack();
    await expect(count).toHaveText('10,000 organisations');
  });

  await test.step('a head sorts, and sorts the other way', async () => {
    const head = grid.getByRole('columnheader', { name: 'Number' });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(grid.getByRole('row').nth(1)).toContainText('Kestrel 10000 Ltd');
    await page.goto('/#/organisations');
  });

  await test.step('the arrow keys, Page Down and End move a cursor that Enter opens, and Back finds again', async () => {
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(grid.locator('[data-cursor]')).toHaveAttribute('aria-rowindex', '3');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    const last = grid.locator('[aria-rowindex="10001"]');
    await expect(last).toBeInViewport();
    await expect(last).toContainText('Kestrel 10000 Ltd');
    await expect(grid).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Kestrel 10000 Ltd' })).toBeVisible();
    await page.goBack();
    await expect(last).toBeInViewport();
    await expect(last).toHaveAttribute('data-cursor');
  });

  await test.step('Space and Shift select; removing few is undone, removing many is asked about first', async () => {
    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByRole('region', { name: 'The selection' })).toContainText('2 organisations selected');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(count).toHaveText('9,998 organisations');
    await expect(page.getByRole('button', { name: 'Undo: Removed 2 organisations' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(count).toHaveText('10,000 organisations');

    await grid.focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText('10,000 of the 10,000');
    await page.getByRole('button', { name: 'Keep them' }).click();
    await expect(count).toHaveText('10,000 organisations');
  });
});

test('what is selected but filtered out is neither removed nor exported', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(20));
  await page.goto('/#/organisations');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('searchbox').fill('cwmni');
  await expect(page.getByRole('region', { name: 'The selection' })).toContainText('1 organisation selected');
});

test('the selection is exported as a spreadsheet file, and the export is recorded', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(3));
  await page.goto('/#/organisations');
  await page.getByRole('checkbox', { name: 'Select Kestrel 00003 Ltd' }).click();
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Organisations.csv');
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Kestrel 00003 Ltd');
  await page.goto('/#/activity');
  await expect(page.getByText('Exported 1 organisation to Organisations.csv')).toBeVisible();
});

test('axe finds nothing in the directory and the dialog for a new organisation', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(30));
  await page.goto('/#/organisations');
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'The selection' })).toBeVisible();
  await expectAccessible(page, 'main');
  await page.keyboard.press('Alt+n');
  await page.getByRole('dialog').getByLabel('Legal name, exactly as registered').fill('kestrel 00002 limited');
  await expect(page.getByText('This may be here already')).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
});
