import type { Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation, startWorkspace } from '../support/musterPage.ts';

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });

test('the first start says what Muster is, and the workspace started there is there after a reload', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByText('no account, no server, no network')).toBeVisible();
  await page.getByRole('button', { name: 'Start a workspace' }).click();
  await expect(page.getByText('Give the workspace a name')).toBeVisible();

  await startWorkspace(page, 'Larkhill & friends');
  await addOrganisation(page, 'Larkhill Community Association');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Larkhill Community Association' })).toBeVisible();
  await expect(page.getByText('Larkhill & friends')).toBeVisible();
});

test('the sample workspace opens from its address, as the shell asks for it', async ({ page }) => {
  await page.goto('/#/open-sample');
  await expect(page.getByText('Kestrel Row CIC').or(page.getByText('Opened sample.muster')).first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await expect(page).toHaveURL(/#\/$/);
});

test('the moment of the first usable screen is marked for measuring', async ({ page }) => {
  await page.goto('/');
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('muster-usable').length)).toBe(1);
});

test.describe('getting about by keyboard', () => {
  test.beforeEach(async ({ page }) => {
    await startWorkspace(page);
  });

  test('G and a letter go to a place, whose heading gets the focus and names the window', async ({ page }) => {
    for (const [key, name] of [
      ['o', 'Organisations'],
      ['a', 'Activity'],
      ['s', 'Settings'],
      ['h', 'Home'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await expect(page.getByRole('heading', { name, level: 1 })).toBeFocused();
      await expect(page).toHaveTitle(`${name} · Muster`);
      await expect(page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name })).toHaveAttribute(
        'aria-current',
        'page',
      );
    }
  });

  test('the first Tab offers to skip to the page', async ({ page }) => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('letters typed into a field are letters', async ({ page }) => {
    await addOrganisation(page, 'Goshawk CIC');
    await page.getByLabel('Trading name').pressSequentially('go? gh');
    await expect(page.getByLabel('Trading name')).toHaveValue('go? gh');
    await expect(page.getByRole('heading', { name: 'Goshawk CIC', level: 1 })).toBeVisible();
  });

  test('the palette finds an organisation without its accents, a place and a command', async ({ page }) => {
    await addOrganisation(page, 'Tŷ Enfys Cyfyngedig');
    await page.goto('/#/');
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    const box = page.getByRole('textbox', { name: 'Search and commands' });
    await box.fill('ty enf');
    await box.press('Enter');
    await expect(page.getByRole('heading', { name: 'Tŷ Enfys Cyfyngedig', level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await box.fill('activ');
    await box.press('Enter');
    await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await box.fill('shortcuts');
    await box.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toContainText('Ctrl+K');
  });

  test('what is found late in the palette is there for Enter too', async ({ page, context }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Search and commands' }).fill('late');
    await expect(page.getByText('Nothing here has that name.')).toBeVisible();
    await addOrganisation(await context.newPage(), 'Latecomers CIC');
    await expect(page.getByRole('button', { name: 'Latecomers CIC', exact: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Latecomers CIC', level: 1 })).toBeVisible();
  });

  test('a page that arrives late does not take the focus from the palette', async ({ page }) => {
    const arrivals: (() => Promise<void>)[] = [];
    await page.route('**/ActivityPage-*.js', (route) => void arrivals.push(() => route.continue()));
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.keyboard.press('Control+k');
    const box = page.getByRole('textbox', { name: 'Search and commands' });
    await expect(box).toBeFocused();
    await expect(page.locator('h1')).toHaveText('Home');
    await Promise.all(arrivals.map((arrive) => arrive()));
    await expect(page.locator('h1')).toHaveText('Activity');
    await page.keyboard.type('capabilities');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Capabilities', level: 1 })).toBeFocused();
  });

  test('an address that leads nowhere says so and leads home', async ({ page }) => {
    await page.goto('/#/nowhere');
    await page.getByRole('link', { name: 'Go to Home' }).click();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  });
});

test.describe('undo and redo', () => {
  test.beforeEach(async ({ page }) => {
    await startWorkspace(page);
    await addOrganisation(page, 'Brindle Works Ltd');
  });

  test('name what they turn round, say that they did, and work after a restart', async ({ page }) => {
    await expect(undo(page)).toHaveAccessibleName('Undo: Added Brindle Works Ltd');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Brindle Works Ltd' })).toBeVisible();
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('alert').filter({ hasText: 'Undid: Added Brindle Works Ltd' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'This organisation is not here' })).toBeVisible();
    await expect(undo(page)).toBeDisabled();
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByRole('heading', { name: 'Brindle Works Ltd' })).toBeVisible();
    await expect(undo(page)).toHaveAccessibleName('Undo: Added Brindle Works Ltd');
  });

  test('in a field, Ctrl+Z takes back letters that are not stored, then what is stored', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Trading name' });
    await field.pressSequentially('Brindle');
    await field.press('Enter');
    await expect(undo(page)).toHaveAccessibleName(/trading name/);
    await field.press('End');
    await field.pressSequentially(' X');
    await page.keyboard.press('Control+z');
    await expect(field).not.toHaveValue('Brindle X');
    await field.press('Escape');
    await expect(field).toHaveValue('Brindle');
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue('');
    await expect(undo(page)).toHaveAccessibleName('Undo: Added Brindle Works Ltd');
  });

  test('activity says what was undone', async ({ page }) => {
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Undid: Added Brindle Works Ltd').first()).toBeVisible();
    await page.goto('/#/activity');
    const row = page.getByRole('row').filter({ hasText: /Added Brindle Works Ltd/ });
    await expect(row.filter({ hasText: 'undone' })).toHaveCount(1);
    await expect(row.filter({ hasText: 'Undid' })).toHaveCount(1);
  });
});
