import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { withBid, withoutBid, withoutConditions, withTurnover } from '../support/parksBid.ts';
import { openRecords } from '../support/workspaces.ts';
import { idOf } from '../support/ids.ts';

test('a bid is started for a tender and stands as the invented consortium agreed', async ({ page }) => {
  await openRecords(page, withoutBid);
  await page.goto('/#/bids');

  await test.step('an empty list says what belongs in it, and a new bid needs only its tender', async () => {
    await expect(page.getByText('Here belong your joint bids')).toBeVisible();
    await page.getByRole('link', { name: 'New bid' }).click();
    const dialog = page.getByRole('dialog', { name: 'New bid' });
    await dialog.getByRole('button', { name: 'Start the bid' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('Choose the tender that the bid answers.');
    await choose(page, dialog.getByRole('combobox', { name: 'Tender' }), /Parks and cemeteries/);
    await choose(page, dialog.getByRole('combobox', { name: 'Who leads, if that is settled' }), 'Kestrel Row CIC');
    await dialog.getByLabel('Bidder’s name').fill('Kestrel Row Consortium');
    await dialog.getByRole('button', { name: 'Start the bid' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Parks and cemeteries grounds maintenance');
    await expect(page.getByText('TMBC-2027-014 · Tamebrook Metropolitan Borough Council')).toBeVisible();
    await expect(page.getByText('Fri 12 Feb 2027, 12:00 (London)')).toBeVisible();
  });

  await test.step('lots and structure, with what the structure means', async () => {
    await expect(page.getByText('No lot is chosen for the bid.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Lot 1 (Parks)' }).check();
    await page.getByRole('radio', { name: 'Unincorporated consortium, tendering together' }).check();
    await expect(page.getByText('Buyers usually ask for joint and several liability')).toBeVisible();
  });

  await test.step('members come from the directory', async () => {
    await choose(page, page.getByRole('combobox', { name: 'Add an organisation' }), 'Hollowell Trust');
    await expect(page.getByRole('link', { name: 'Hollowell Trust' })).toBeVisible();
    await choose(page, page.getByRole('combobox', { name: 'Add an organisation' }), 'Brindle Works Ltd');
    await expect(
      page.getByText('A consortium of Kestrel Row CIC, Hollowell Trust and Brindle Works Ltd, tendering together'),
    ).toBeVisible();
  });

  await test.step('shares are typed down a column with Enter, and total exactly 100%', async () => {
    await choose(
      page,
      page.getByRole('combobox', { name: 'Shares are' }),
      'Of the net price, after the management fee',
    );
    await page.getByLabel('The lead’s management fee, of the price').fill('5');
    await share(page, 'Kestrel Row CIC').click();
    await page.keyboard.type('50');
    await page.keyboard.press('Enter');
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The shares of Lot 1 (Parks) total 80%, not 100%: 20% is missing.')).toBeVisible();
    await page.keyboard.type('20%');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The shares total exactly 100%')).toBeVisible();
    await page.keyboard.type('378000');
    await page.keyboard.press('Enter');
  });

  await test.step('both percentages stand with their base, and the sums explain themselves', async () => {
    const incomes = page.getByRole('table', { name: 'What each member gets in one year' });
    await expect(incomes.getByRole('row', { name: /^Kestrel/ })).toHaveText('Kestrel Row CIC50%52.5%£198,450.00');
    await expect(incomes.getByRole('row', { name: /^Hollowell/ })).toHaveText('Hollowell Trust30%28.5%£107,730.00');
    await expect(incomes.getByRole('row', { name: /^Brindle/ })).toHaveText('Brindle Works Ltd20%19%£71,820.00');
    await incomes.getByRole('button', { name: '£198,450.00' }).click();
    const why = page.getByRole('dialog');
    await expect(why.getByRole('row', { name: /^Net price/ })).toContainText('£359,100.00');
    await expect(why.getByRole('row', { name: /^Work/ })).toContainText('£179,550.00');
    await page.keyboard.press('Escape');
    await expect(incomes.getByRole('button', { name: '£198,450.00' })).toBeFocused();
  });

  await test.step('who can stop a decision follows from the shares', async () => {
    await expect(page.getByText('Until both are decided it is not known who can stop a decision.')).toBeVisible();
    await choose(page, page.getByRole('combobox', { name: 'What majority carries a decision?' }), 'Two-thirds');
    await choose(page, page.getByRole('combobox', { name: 'How are votes counted?' }), 'By share of the contract');
    await expect(
      page.getByText('can be stopped by Kestrel Row CIC alone, or by Hollowell Trust and Brindle Works Ltd together.'),
    ).toBeVisible();
  });

  await test.step('each change is one step that undo takes back', async () => {
    await page.getByRole('heading', { level: 1 }).click({ position: { x: 500, y: 4 } });
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Until both are decided it is not known who can stop a decision.')).toBeVisible();
  });

  await test.step('the list names the one thing that blocks the bid', async () => {
    await page.goto('/#/bids');
    await expect(page.getByRole('row', { name: /Kestrel Row Consortium/ })).toContainText(
      'No condition of participation is listed.',
    );
  });
});

test('shares that do not stand are said in a sentence each, and nothing typed is lost', async ({ page }) => {
  await openRecords(page, withBid);
  await page.goto(`/#/bids/${idOf('bid')}/team?at=shares`);
  const brindle = share(page, 'Brindle Works Ltd');

  await test.step('what is no share stays in its field until it is mended', async () => {
    for (const [typed, sentence] of [
      ['twenty', 'This is not a percentage. Type it like 30 or 33.33, with a full stop before the decimals.'],
      ['33.333', 'A share has at most two decimals. Type 33.33.'],
      ['120', 'One member cannot have more than 100%.'],
      ['-5', 'A share cannot be negative.'],
    ] as const) {
      await brindle.fill(typed);
      await brindle.blur();
      await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
      await expect(brindle).toHaveValue(typed);
    }
  });

  await test.step('too much is said, and by how much', async () => {
    await brindle.fill('20.01');
    await brindle.blur();
    await expect(
      page.getByText('The shares of Lot 1 (Parks) total 100.01%, not 100%: 0.01% is too much.'),
    ).toBeVisible();
    await expect(page.getByText('What each member gets is shown once the shares total 100%.')).toBeVisible();
  });

  await test.step('the rest is split evenly to the hundredth', async () => {
    for (const name of ['Kestrel Row CIC', 'Hollowell Trust', 'Brindle Works Ltd']) {
      await share(page, name).fill('');
      await share(page, name).blur();
    }
    await expect(page.getByText('No member has a share of Lot 1 (Parks).')).toBeVisible();
    await page.getByRole('button', { name: 'Split the rest evenly' }).click();
    await expect(share(page, 'Kestrel Row CIC')).toHaveValue('33.34%');
    await expect(share(page, 'Hollowell Trust')).toHaveValue('33.33%');
    await expect(share(page, 'Brindle Works Ltd')).toHaveValue('33.33%');
    await expect(page.getByText('The shares total exactly 100%')).toBeVisible();
  });

  await test.step('an organisation is a member only once', async () => {
    await choose(page, page.getByRole('combobox', { name: 'Add an organisation' }), 'Hollowell Trust');
    await expect(page.getByRole('alert').filter({ hasText: 'Hollowell Trust is in this bid already.' })).toBeVisible();
  });

  await test.step('a member that is no person in law is named with the ways out', async () => {
    await choose(page, page.getByRole('combobox', { name: 'Add an organisation' }), 'Larkhill Community Association');
    await expect(page.getByText('It cannot be a party in its own name')).toBeVisible();
    await page.goto(`/#/bids/${idOf('bid')}/overview`);
    await page.getByRole('link', { name: /Larkhill Community Association is not a person in law/ }).click();
    await expect(page).toHaveURL(new RegExp(`#/organisations/${idOf('larkhill')}\\?at=legalForm$`));
  });

  await test.step('a member cannot be removed from the directory unnoticed', async () => {
    await page.getByRole('button', { name: 'Remove this organisation' }).click();
    await expect(page.getByText('Take it out of the bid first.')).toBeVisible();
  });

  await test.step('whoever becomes lead takes over from the one before, in one step', async () => {
    await page.goto(`/#/bids/${idOf('bid')}/team`);
    await choose(page, page.getByRole('combobox', { name: 'Role' }).nth(1), 'Lead');
    await expect(page.getByRole('combobox', { name: 'Role' }).first()).toHaveValue('Member');
    await expect(page.getByText(/tendering together, led by Hollowell Trust/)).toBeVisible();
  });
});

test('requirements show who covers them, what is missing, and what hangs on one member', async ({ page }) => {
  await openRecords(page, withBid);
  await page.goto(`/#/bids/${idOf('bid')}/requirements`);
  const table = page.getByRole('table', { name: 'Requirements and who covers them' });

  await test.step('covered, one alone, gap and unknown are told apart in words', async () => {
    await expect(table.getByRole('row', { name: /Grass cutting/ })).toContainText('Covered');
    await expect(table.getByRole('row', { name: /Seasonal bedding/ })).toContainText('One alone');
    await expect(table.getByRole('row', { name: /Tree inspection/ })).toContainText('Gap');
    await expect(table.getByRole('row', { name: /Weekly play/ })).toContainText('Unknown');
  });

  await test.step('a state explains itself, and so does what falls with a member', async () => {
    await table.getByRole('button', { name: 'One alone' }).click();
    await expect(page.getByRole('dialog')).toContainText(
      'At level 3 or above: Hollowell Trust, of whom at least one is',
    );
    await page.keyboard.press('Escape');
    const short = page.getByRole('list', { name: 'Coverage in short' });
    await expect(short).toContainText('50 of 100% of the weight met, 2 mandatory requirements not known to be met');
    await expect(short).toContainText('Without Hollowell Trust: 1 gap');
    await expect(short).toContainText('Without Kestrel Row CIC: no further gap');
  });

  await test.step('the arrow keys go through the list, and the chosen one is changed beside it', async () => {
    await table.getByRole('button', { name: /Grass cutting/ }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const panel = page.getByRole('complementary', { name: 'Requirement' });
    await expect(panel.getByLabel('What is required')).toHaveValue('Tree inspection and arboriculture');
    await choose(page, panel.getByRole('combobox', { name: 'Minimum level' }), /^2/);
    await expect(table.getByRole('row', { name: /Tree inspection/ })).toContainText('One alone');
    await page.keyboard.press('Control+z');
    await expect(table.getByRole('row', { name: /Tree inspection/ })).toContainText('Gap');
    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(panel).toBeHidden();
    await expect(table.getByRole('button', { name: /Tree inspection/ })).toBeFocused();
    await page.getByRole('button', { name: 'Add requirement' }).click();
    await expect(panel.getByLabel('What is required')).toBeFocused();
    await panel.getByRole('button', { name: 'Remove this requirement' }).click();
    await expect(table.getByRole('row')).toHaveCount(5);
  });

  await test.step('several lines are pasted as one step, with weights from a second column', async () => {
    await page.getByRole('button', { name: 'Paste several' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste requirements' });
    const box = dialog.getByRole('textbox');
    await box.fill('• Litter picking\t10%\n\n<b>Gritting</b> paths in 5 parks\n‏ניקיון');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Paste several' }).click();
    await expect(box).toHaveValue(/Litter picking/);
    await expect(dialog.getByText('3 requirements')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add them' }).click();
    await expect(table.getByRole('row', { name: /Litter picking/ })).toContainText('10%');
    await expect(table.getByRole('button', { name: '<b>Gritting</b> paths in 5 parks' })).toBeVisible();
    await expect(table.getByRole('row')).toHaveCount(8);
    await page.keyboard.press('Control+z');
    await expect(table.getByRole('row')).toHaveCount(5);
  });
});

test('conditions come from the notice, and are unknown until it is said who meets them', async ({ page }) => {
  await openRecords(page, withoutConditions);
  await page.goto(`/#/bids/${idOf('bid')}/conditions`);
  await page.getByRole('button', { name: 'Take over 2 conditions from the notice' }).click();
  const table = page.getByRole('table', { name: 'Conditions of participation and who meets them' });
  const turnover = table.getByRole('row', { name: /Annual turnover/ });
  await expect(turnover).toContainText('Unknown');
  await expect(page.getByRole('button', { name: /^Take over/ })).toBeHidden();

  await turnover.getByRole('button', { name: /Annual turnover/ }).click();
  const panel = page.getByRole('complementary', { name: 'Condition' });
  await expect(panel.getByText('It is not said who meets it.')).toBeVisible();
  await choose(page, panel.getByRole('combobox', { name: 'Met by' }), 'Kestrel Row CIC (the lead)');
  await expect(panel.getByText('It is not said whether it is met now or promised.')).toBeVisible();
  await choose(page, panel.getByRole('combobox', { name: 'Met now or committed' }), 'Met now');
  // The value of the lot is not known, so nobody can say what twice of it is.
  await expect(panel).toContainText('How much turnover is asked for is not known');
  await expect(turnover).toContainText('Unknown');
  await expect(turnover.getByRole('cell').last()).toHaveText('–');

  await choose(page, panel.getByRole('combobox', { name: 'Met by' }), 'Members combined');
  await choose(page, panel.getByRole('combobox', { name: 'Which members, together' }), 'Hollowell Trust');
  await page.keyboard.press('Escape');
  await expect(turnover).toContainText('Kestrel Row CIC + Hollowell Trust, combined');
  await expect(page.getByRole('list', { name: 'Conditions in short' })).toContainText(
    'Hollowell Trust may be relied upon for 1 condition',
  );

  await choose(page, panel.getByRole('combobox', { name: 'Met by' }), 'Nobody: it is not met');
  await expect(turnover).toContainText('Not met');
  await page.goto('/#/bids');
  await expect(page.getByRole('row', { name: /Kestrel Row Consortium/ })).toContainText(
    'A condition of participation is not met.',
  );
});

test('a turnover asked for is reckoned: alone, together, and without each member', async ({ page }) => {
  await openRecords(page, withTurnover);
  await page.goto(`/#/bids/${idOf('bid')}/conditions?at=${idOf('turnover')}`);
  const reckoned = page.getByRole('region', { name: 'Turnover, reckoned' });
  await expect(reckoned).toContainText('£800,000 for the lot, ex VAT, 4 years incl. options, from the notice');
  await expect(reckoned.getByRole('row', { name: /Kestrel Row CIC/ })).toContainText('£280,000 short');
  await expect(reckoned.getByRole('row', { name: /Hollowell Trust/ })).toContainText('may be relied upon');
  const brindle = reckoned.getByRole('row', { name: /Brindle Works/ });
  await expect(brindle).not.toContainText('relied upon');
  await expect(brindle.getByRole('cell').last()).toHaveText('£30,000 over');
  await expect(reckoned).toContainText('All together: £210,000 over');
  await expect(reckoned).toContainText('the verdict stays unknown: ask the buyer');

  const times = reckoned.getByLabel('Times the annual value');
  await times.fill('3');
  await times.blur();
  await expect(reckoned).toContainText('£1,200,000 for the lot');
  await expect(reckoned).toContainText('All together: £190,000 short');
});

test('a choice that was undone shows what stands, and can be chosen again', async ({ page }) => {
  await openRecords(page, withTurnover);
  await page.goto(`/#/bids/${idOf('bid')}/conditions?at=${idOf('turnover')}`);
  const panel = page.getByRole('complementary', { name: 'Condition' });
  const state = panel.getByRole('combobox', { name: 'Met now or committed' });
  await expect(state).toHaveValue('Met now');
  await choose(page, state, 'Not known yet');
  await expect(panel).toContainText('It is not said whether it is met now or promised.');
  await page.keyboard.press('Control+z');
  await expect(state).toHaveValue('Met now');
  await choose(page, state, 'Not known yet');
  await expect(panel).toContainText('It is not said whether it is met now or promised.');
});

const addresses = [
  '/bids',
  `/bids/${idOf('bid')}/overview`,
  `/bids/${idOf('bid')}/team`,
  `/bids/${idOf('bid')}/requirements?at=${idOf('beds')}`,
  `/bids/${idOf('bid')}/conditions?at=${idOf('turnover')}`,
] as const;

test('axe finds nothing on the list and the parts of a bid', async ({ page }) => {
  await openRecords(page, withBid);
  for (const address of addresses) {
    await page.goto(`/#${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  }
});

test.describe('at 200 % zoom of a 1280 × 720 window', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('no part of a bid scrolls sideways', async ({ page }) => {
    await openRecords(page, withBid);
    for (const address of addresses) {
      await page.goto(`/#${address}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, address).toBeLessThanOrEqual(0);
    }
  });
});

/** Finds an option by opening the list, as a hand would. */
async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await page
    .getByRole('option', { name: option, ...(typeof option === 'string' && { exact: true }) })
    .first()
    .click();
}

function share(page: Page, member: string): Locator {
  // By its whole name, since the button for undo may name it too.
  return page.getByLabel(`${member}, Lot 1 (Parks)`, { exact: true });
}
