import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation, directoryNames, startWorkspace } from '../support/musterPage.ts';
import { numberedOrganisations, openOrganisations } from '../support/workspaces.ts';

const trash = (page: Page) => page.getByRole('table', { name: 'What was removed' });

async function openSample(page: Page): Promise<void> {
  await page.goto('/#/open-sample');
  await expect(page.getByRole('heading', { name: 'Most is missing' })).toBeVisible();
}

test('a bid and its tender that were removed come back together, whole, also after a restart', async ({ page }) => {
  await openSample(page);
  await page.goto('/#/bids');
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('navigation', { name: 'Parts of the bid' })).toBeVisible();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const responses = page.url().replace('/overview', '/responses');
  await page.goto(responses);
  await expect(page.getByRole('main').getByRole('row').nth(2)).toBeVisible();
  const questions = await page.getByRole('main').getByRole('row').allInnerTexts();
  expect(questions.length).toBeGreaterThan(2);
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: 'Remove this bid' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bids' })).toBeVisible();
  await page.goto('/#/tenders');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Remove this tender' }).click();

  await test.step('the notification leads to the trash', async () => {
    await page
      .getByRole('alert')
      .or(page.locator('.mantine-Notification-root'))
      .getByRole('link', { name: 'Trash' })
      .last()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
  });
  await page.reload();
  await expect(trash(page).getByRole('row')).toHaveCount(3);
  const bid = trash(page).getByRole('row').last();
  await expect(bid).toContainText(`its tender ${title}, which is in the trash too`);

  await test.step('by keyboard', async () => {
    await bid.getByRole('button', { name: /^Restore/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Restored .*, with 1 tender that had been removed too/).first()).toBeVisible();
    await expect(page.getByText('The trash is empty.')).toBeVisible();
  });
  await page.goto(responses);
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(questions.length);
  expect(await page.getByRole('main').getByRole('row').allInnerTexts()).toEqual(questions);

  await test.step('undo is one step', async () => {
    await page.keyboard.press('Control+z');
    await page.goto('/#/activity/trash');
    await expect(trash(page).getByRole('row')).toHaveCount(2);
    await expect(trash(page).getByRole('row').last()).toContainText('1 tender and 1 bid');
  });
});

test('an organisation comes back with what it can do; one that is a member of a bid is not removed at all', async ({
  page,
}) => {
  await openSample(page);
  await page.goto('/#/bids');
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
  const removable = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('muster');
      request.addEventListener('success', () => resolve(request.result));
    });
    const all = <T>(store: string) =>
      new Promise<T[]>((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.addEventListener('success', () => resolve(request.result as T[]));
      });
    const bids = await all<{ memberIds: string[] }>('bidSummaries');
    const profiles = await all<{ id: string }>('capabilityProfiles');
    db.close();
    const members = new Set(bids.flatMap(({ memberIds }) => memberIds));
    return profiles.find(({ id }) => !members.has(id))?.id ?? '';
  });
  await page.goto(`/#/organisations/${removable}`);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Remove this organisation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Organisations' })).toBeVisible();

  await page.goto(`/#/organisations/${removable}`);
  await page.getByRole('link', { name: 'trash', exact: true }).click();
  await expect(trash(page).getByRole('row').last()).toContainText('what it can do');
  await trash(page)
    .getByRole('button', { name: `Restore ${name}` })
    .click();
  await page.getByRole('link', { name: 'Show it' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('a part that was removed inside a record comes back through its activity', async ({ page }) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Hollowell Trust');
  await page.getByRole('button', { name: 'Add contact' }).click();
  await page.getByRole('region', { name: 'Contacts' }).getByRole('textbox', { name: 'Name' }).fill('Ada Holt');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Undo: Hollowell Trust: .*name/ })).toBeVisible();
  await page.getByRole('button', { name: 'Remove Ada Holt' }).click();
  await page
    .getByRole('region', { name: 'Activity' })
    .getByRole('link', { name: /removed contact Ada Holt/ })
    .click();
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('Contacts › Ada Holt');
  await panel.getByRole('button', { name: 'Bring back the version before this' }).click();
  await panel.getByRole('link', { name: 'Hollowell Trust' }).click();
  await expect(page.getByRole('region', { name: 'Contacts' }).getByRole('textbox', { name: 'Name' })).toHaveValue(
    'Ada Holt',
  );
});

test('a mass removal is asked about, Escape keeps everything, and it comes back from the trash as one', async ({
  page,
}) => {
  await openOrganisations(page, numberedOrganisations(60));
  await page.goto('/#/organisations');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  const remove = page.getByRole('button', { name: 'Remove', exact: true });
  await remove.click();
  const question = page.getByRole('dialog', { name: 'Remove 60 organisations?' });
  await expect(question.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(remove).toBeFocused();
  await remove.click();
  await question.getByRole('button', { name: 'Remove 60 organisations' }).click();
  await expect(page.getByText('Here belong the organisations')).toBeVisible();

  await page.goto('/#/activity/trash');
  await expect(trash(page).getByRole('row').last()).toContainText('and 57 more');
  await trash(page)
    .getByRole('button', { name: /^Restore/ })
    .click();
  await page.getByRole('dialog', { name: 'Add 60 organisations?' }).getByRole('button', { name: 'Add 60' }).click();
  await expect(page.getByText('Restored 60 organisations').first()).toBeVisible();
  expect((await directoryNames(page)).length).toBeGreaterThan(10);
});

test('the palette and the keys lead to the trash', async ({ page }) => {
  await startWorkspace(page);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  await page.getByRole('link', { name: 'Changes' }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Search and commands' })).toBeFocused();
  await page.keyboard.type('trash');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
});

test('axe finds nothing in the trash and in the question before a mass change', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(20));
  await page.goto('/#/organisations');
  await page.getByRole('checkbox', { name: 'Select Kestrel 00003 Ltd' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('19 organisations')).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Remove 19 organisations?' })).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.goto('/#/activity/trash');
  await expect(trash(page)).toBeVisible();
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0);
  await expectAccessible(page);
});
