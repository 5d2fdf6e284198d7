import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { cellAt, idAt, matrixOf, openMatrix } from '../support/capabilitySteps.ts';
import { startWorkspace } from '../support/workspaces.ts';

test('an empty place says what belongs in it, and a list to start from is one step to add and to take back', async ({
  page,
}) => {
  await startWorkspace(page);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByText('Here belongs what a bid may need someone to do')).toBeVisible();
  await page.getByRole('button', { name: 'Start with 33 for social enterprises' }).click();
  const list = page.getByRole('grid', { name: 'Capabilities' });
  await expect(list).toHaveAttribute('aria-rowcount', '34');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Here belongs what a bid may need someone to do')).toBeVisible();
});

test('the taxonomy is written by pasting lines, renamed, regrouped, filtered and removed, each undone in one step', async ({
  page,
}) => {
  await startWorkspace(page);
  await page.goto('/#/capabilities?new=1');
  const lines = page.getByRole('textbox', { name: 'One capability a line' });
  await expect(lines).toBeFocused();
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText('Type or paste at least one capability.')).toBeVisible();
  await lines.fill('Places:\nArboriculture - work on trees\nGrounds maintenance\narboriculture\nPeople:\nSafeguarding');
  await expect(page.getByText('1 is there already and left out')).toBeVisible();
  await page.getByRole('button', { name: 'Add them' }).click();

  const list = page.getByRole('grid', { name: 'Capabilities' });
  await expect(list.getByRole('row')).toHaveCount(4);
  await list.getByText('Arboriculture').click();
  const panel = page.getByRole('region', { name: 'Arboriculture' });
  await panel.getByRole('textbox', { name: 'Rename the group' }).fill('Parks and trees');
  await panel.getByRole('textbox', { name: 'Rename the group' }).press('Enter');
  await expect(list.getByText('Parks and trees')).toHaveCount(2);
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('');
  await panel.getByRole('textbox', { name: 'Name', exact: true }).press('Enter');
  await expect(panel.getByRole('alert')).toHaveText('A capability needs a name.');
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Tree work');
  await panel.getByRole('textbox', { name: 'Name', exact: true }).press('Enter');
  await expect(list.getByText('Tree work')).toBeVisible();

  await page.keyboard.press('Control+f');
  await page.keyboard.type('safe');
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Filter the capabilities' }).fill('');

  await list.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Move to a group' }).click();
  await page.getByRole('combobox', { name: 'Group' }).fill('All');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(list.getByText('All', { exact: true })).toHaveCount(3);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(list.getByText('Parks and trees')).toHaveCount(2);

  await page.getByRole('button', { name: 'Remove this capability' }).click();
  await expect(list.getByText('Tree work')).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(list.getByText('Tree work')).toBeVisible();
});

test('the matrix is filled by keyboard alone, keeps it, and takes back each step', async ({ page }) => {
  await openMatrix(page, 3, 5);
  const grid = matrixOf(page);
  await grid.focus();
  await page.keyboard.press('3');
  await page.keyboard.press('v');
  await expect(cellAt(grid, 0, 0)).toHaveAccessibleName('3 delivers, verified');
  await page.keyboard.press('ArrowRight');
  await expect(grid).toHaveAttribute('aria-activedescendant', (await cellAt(grid, 0, 1).getAttribute('id')) ?? '');
  await page.keyboard.press('0');
  await page.keyboard.press('Tab');
  await page.keyboard.press('v');
  await expect(page.getByText('Give a level first')).toBeVisible();
  await page.keyboard.press('7');
  await expect(page.getByText('Levels go from 0 to 4.')).toBeVisible();
  await expect(cellAt(grid, 0, 1)).toHaveAccessibleName('0 none, claimed');
  await expect(cellAt(grid, 0, 2)).toHaveAccessibleName('unknown');

  await test.step('Enter opens the note, Ctrl+Enter stores it and goes back', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Evidence note' })).toBeFocused();
    await page.keyboard.type('Parks, 2024, 80k');
    await page.keyboard.press('Control+Enter');
    await expect(grid).toBeFocused();
    await expect(cellAt(grid, 0, 0)).toHaveAccessibleName('3 delivers, verified, with a note');
  });

  await test.step('a changed level is claimed again', async () => {
    await page.keyboard.press('4');
    await expect(cellAt(grid, 0, 0)).toHaveAccessibleName('4 leads, claimed, with a note');
    await page.keyboard.press('Control+z');
    await expect(cellAt(grid, 0, 0)).toHaveAccessibleName('3 delivers, verified, with a note');
  });

  await test.step('a block is one step', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(page.getByText('4 cells selected')).toBeVisible();
    await expect(grid.locator('td[aria-selected=true]')).toHaveCount(4);
    await page.keyboard.press('2');
    await expect(grid.getByRole('gridcell', { name: '2 with support, claimed' })).toHaveCount(4);
    await page.keyboard.press('Delete');
    await expect(grid.getByRole('gridcell', { name: '2 with support, claimed' })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(grid.getByRole('gridcell', { name: '2 with support, claimed' })).toHaveCount(4);
  });

  await page.reload();
  await expect(cellAt(grid, 0, 0)).toHaveAccessibleName('3 delivers, verified, with a note');
  await expect(grid.getByRole('gridcell', { name: '2 with support, claimed' })).toHaveCount(4);
  await expect(cellAt(grid, 0, 1)).toHaveAccessibleName('0 none, claimed');
  await expect(cellAt(grid, 0, 2)).toHaveAccessibleName('unknown');
});

test('cells go out to a spreadsheet and come back from one, all of them or none', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMatrix(page, 3, 5);
  const grid = matrixOf(page);
  await grid.focus();
  const paste = async (text: string): Promise<void> => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await page.keyboard.press('Control+v');
  };

  await paste('3\t4 verified: ISO 14001\r\n\tleads\r\n');
  await expect(cellAt(grid, 0, 0)).toHaveAccessibleName('3 delivers, claimed');
  await expect(cellAt(grid, 0, 1)).toHaveAccessibleName('4 leads, verified, with a note');
  await expect(cellAt(grid, 1, 0)).toHaveAccessibleName('unknown');
  await expect(cellAt(grid, 1, 1)).toHaveAccessibleName('4 leads, claimed');

  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied 4 cells.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '3 claimed\t4 verified: ISO 14001\r\n\t4 claimed',
  );

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(cellAt(grid, 1, 3)).toHaveAccessibleName('4 leads, verified, with a note');
  await page.keyboard.press('Control+z');
  await expect(cellAt(grid, 1, 3)).toHaveAccessibleName('unknown');

  await paste('3\tvery good');
  await expect(page.getByText('“very good” is not a level.')).toBeVisible();
  await expect(cellAt(grid, 1, 2)).toHaveAccessibleName('unknown');
  await page.keyboard.press('Control+End');
  await paste('3\t3');
  await expect(page.getByText('1 rows by 2 columns do not fit')).toBeVisible();

  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+a');
  await paste('1');
  await expect(grid.getByRole('gridcell', { name: /^1 aware/ })).toHaveCount(15);
  await page.keyboard.press('Control+z');
  await expect(grid.getByRole('gridcell', { name: /^1 aware/ })).toHaveCount(0);
});

test('200 organisations by 400 capabilities: only what is in view is there, and everything is reached', async ({
  page,
}) => {
  await openMatrix(page, 200, 400);
  const grid = matrixOf(page);
  await expect(grid).toHaveAttribute('aria-rowcount', '201');
  await expect(grid).toHaveAttribute('aria-colcount', '401');
  expect(await grid.getByRole('gridcell').count()).toBeLessThan(600);

  await grid.focus();
  await page.keyboard.press('Control+End');
  await expect(cellAt(grid, 199, 399)).toBeInViewport();
  await expect(grid.getByRole('rowheader', { name: 'Organisation 200' })).toBeInViewport();
  await expect(grid.getByRole('columnheader', { name: 'Capability 400' })).toBeInViewport();
  await page.keyboard.press('4');
  await expect(cellAt(grid, 199, 399)).toHaveAccessibleName('4 leads, claimed');

  await page.keyboard.press('/');
  await page.keyboard.type('capability 123');
  await expect(grid.getByRole('columnheader', { name: 'Capability 123' })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await expect(grid.locator('[data-cursor]')).toHaveAttribute('aria-colindex', '124');
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: /^Find/ }).fill('nobody of that name');
  await expect(page.getByText('No such name')).toBeVisible();
});

test('the grid is one stop for Tab, and Escape lets Tab go after one has worked in it', async ({ page }) => {
  await openMatrix(page, 3, 5);
  const grid = matrixOf(page);
  await page.getByRole('searchbox', { name: /^Find/ }).focus();
  await page.keyboard.press('Tab');
  await expect(grid).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(grid).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('3');
  await page.keyboard.press('Tab');
  await expect(grid).toBeFocused();
  await expect(grid.locator('[data-cursor]')).toHaveAttribute('aria-colindex', '3');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(grid).not.toBeFocused();
});

test('by mouse a block is drawn, a whole column chosen, and a cell edited as a record', async ({ page }) => {
  await openMatrix(page, 3, 5);
  const grid = matrixOf(page);
  await cellAt(grid, 0, 1).hover();
  await page.mouse.down();
  await cellAt(grid, 2, 2).hover();
  await page.mouse.up();
  await expect(page.getByText('6 cells selected')).toBeVisible();
  await grid.getByRole('columnheader', { name: 'Capability 4' }).click();
  await expect(page.getByText('3 cells selected')).toBeVisible();

  await cellAt(grid, 1, 2).click();
  const panel = page.getByRole('region', { name: 'Capability 3' });
  await expect(panel.getByRole('link', { name: 'Organisation 2' })).toBeVisible();
  await panel.getByRole('radio', { name: /Delivers today/ }).check();
  await panel.getByText('self-evidenced').click();
  await panel.getByRole('textbox', { name: 'Evidence note' }).fill('Two contracts');
  await cellAt(grid, 0, 0).click();
  await expect(cellAt(grid, 1, 2)).toHaveAccessibleName('3 delivers, self-evidenced, with a note');
  await cellAt(grid, 1, 2).click();
  await panel.getByRole('radio', { name: /Unknown/ }).check();
  await expect(cellAt(grid, 1, 2)).toHaveAccessibleName('unknown');

  await page.getByRole('button', { name: 'Capabilities down' }).click();
  await expect(grid.getByRole('rowheader', { name: 'Capability 5' })).toBeVisible();
  await expect(page).toHaveURL(/turned=1/);
});

test('G then C goes to Capabilities and leaves the cell under the cursor alone', async ({ page }) => {
  await openMatrix(page, 3, 5);
  const grid = matrixOf(page);
  await grid.focus();
  await page.keyboard.press('3');
  await page.keyboard.press('v');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { level: 1, name: 'Capabilities' })).toBeVisible();
  await page.goBack();
  await expect(cellAt(grid, 0, 0)).toHaveAccessibleName('3 delivers, verified');
});

test('the heat map says in words where one organisation or none stands, and puts the thinnest first', async ({
  page,
}) => {
  await openMatrix(page, 3, 4, [
    { 1: 3, 2: 4, 3: 2, 4: 3 },
    { 1: 4, 2: 1, 3: 2, 4: 0 },
    { 1: 0, 2: 0, 3: 0 },
  ]);
  await page.getByRole('link', { name: 'Heat map' }).click();
  const grid = page.getByRole('grid', { name: 'Capability heat map' });
  await expect(grid).toHaveAttribute('aria-readonly', 'true');
  await expect(grid.getByRole('columnheader', { name: /^Capability 1/ })).toHaveText(/2\s*covered/);
  await expect(grid.getByRole('columnheader', { name: /^Capability 2/ })).toHaveText(/1\s*one only/);
  await expect(grid.getByRole('columnheader', { name: /^Capability 3/ })).toHaveText(/0\s*nobody/);
  await expect(grid.getByRole('rowheader').first()).toHaveText(/Organisation 1\s*3/);

  await page.getByText('Thinnest first').click();
  await expect(grid.getByRole('columnheader').nth(1)).toHaveText(/^Capability 3/);
  await expect(page).toHaveURL(/sort=thinnest/);
  await grid.focus();
  await page.keyboard.press('4');
  await expect(cellAt(grid, 0, 0)).toHaveAccessibleName('2 with support, claimed');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Capability matrix' })).toBeVisible();
  await expect(matrixOf(page).locator('[data-cursor]')).toHaveAttribute('aria-colindex', '4');
  await expect(page.getByRole('region', { name: 'Capability 3' })).toBeVisible();
});

test('the page of an organisation says what it can do, best first, and leads to the cell', async ({ page }) => {
  await openMatrix(page, 2, 4, [{ 1: 0, 2: 2, 3: 4 }]);
  await page.goto(`/#/organisations/${idAt(1)}`);
  const section = page.getByRole('region', { name: 'Capabilities' });
  await expect(section.getByRole('listitem')).toHaveText([
    /4\s+Capability 3 leads, claimed/,
    /2\s+Capability 2 with support, claimed/,
    /0\s+Capability 1 none, claimed/,
  ]);
  await expect(section.getByText('Not known of 1 of 4 capabilities.')).toBeVisible();
  await section.getByRole('link', { name: 'Capability 2' }).click();
  await expect(matrixOf(page).locator('[data-cursor]')).toHaveAttribute('aria-colindex', '3');
});

test('on paper the heat map is whole, without the frame around it', async ({ page }) => {
  await openMatrix(page, 30, 40);
  await page.goto('/#/capabilities/heat-map');
  const grid = page.getByRole('grid', { name: 'Capability heat map' });
  await expect(grid).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(grid.locator('td[aria-colindex]')).toHaveCount(30 * 40);
  await expect(page.getByRole('link', { name: 'Settings' })).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await grid.locator('td[aria-colindex]').count()).toBeLessThan(30 * 40);
});

test('axe finds nothing on the three views', async ({ page }) => {
  await openMatrix(page, 3, 5, [{ 1: 0, 2: 1, 3: 2, 4: 3, 5: 4 }, { 1: 3 }, {}]);
  await matrixOf(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expectAccessible(page, 'main');
  await page.goto('/#/capabilities/heat-map');
  await expect(page.getByRole('grid')).toBeVisible();
  await expectAccessible(page, 'main');
  await page.goto('/#/capabilities');
  await page.getByRole('grid').getByText('Capability 2').click();
  await expect(page.getByRole('region', { name: 'Capability 2' })).toBeVisible();
  await expectAccessible(page, 'main');
});

test.describe('at 200 % zoom of a 1280 × 720 window', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('no view scrolls sideways', async ({ page }) => {
    await openMatrix(page, 3, 40);
    for (const path of ['/capabilities', '/capabilities/matrix', '/capabilities/heat-map']) {
      await page.goto(`/#${path}`);
      await expect(page.getByRole('grid')).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});
