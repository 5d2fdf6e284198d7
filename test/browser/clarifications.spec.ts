import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { withTurnover } from '../support/parksBid.ts';
import { openRecords } from '../support/workspaces.ts';
import { idOf } from '../support/ids.ts';

/** Scenario: a turnover that the members have only together, and a buyer who says on what terms they may add it up. */
test.describe('a turnover test that is only passed jointly', () => {
  test.beforeEach(async ({ page }) => {
    await openRecords(page, withTurnover);
    await page.goto(`/#/bids/${idOf('bid')}/conditions?at=${idOf('turnover')}`);
  });

  test('is unknown until the buyer is asked, and its answer decides structure, liability and contribution', async ({
    page,
  }) => {
    const panel = page.getByRole('complementary', { name: 'Condition' });
    const row = page
      .getByRole('table', { name: 'Conditions of participation and who meets them' })
      .getByRole('row', { name: /Annual turnover/ });

    await test.step('arithmetic alone does not pass it', async () => {
      await expect(row).toContainText('Unknown');
      await expect(panel).toContainText(
        'The documents do not say whether members may meet it combined: ask the buyer.',
      );
      await expect(panel).toContainText('£800,000 for the lot, ex VAT, 4 years incl. options, from the notice');
      await expect(panel).toContainText('All together: £210,000 over');
      await expect(panel).toContainText('By share, information only, not this buyer’s test: met by each');
    });

    await test.step('a ready question is drafted from it, and names no member', async () => {
      await panel.getByRole('button', { name: 'Draft a question to the buyer' }).click();
      const question = page.getByRole('complementary', { name: 'CQ-01' });
      await expect(question.getByLabel('Question, as it is sent')).toHaveValue(
        /“Annual turnover of at least £800,000.*”.*tender together.*added together/,
      );
      await expect(question.getByLabel('Question, as it is sent')).not.toHaveValue(/Kestrel|Hollowell|Brindle/);
      await expect(page.getByText('Questions close Fri 22 Jan 2027, 12:00 (London)')).toBeVisible();
      await expect(page.getByText('should be in by Wed 20 Jan 2027')).toBeVisible();
      await fill(question.getByLabel('Sent on'), '20 Jan 2027');
      await expect(question).toContainText('Sent, not answered');
      await fill(question.getByLabel('Answered on'), '26 Jan 2027');
      await fill(
        question.getByLabel('Answer, in the buyer’s words'),
        'Combined turnover is accepted where every member accepts joint and several liability.',
      );
      await choose(
        page,
        question.getByRole('combobox', { name: /added up, by the answer/ }),
        'Yes, where every member accepts joint and several liability',
      );
      await expect(page.getByRole('table', { name: 'Questions to the buyer' })).toContainText('Answered');
    });

    await test.step('the condition passes, combined, by that answer', async () => {
      await page.getByRole('link', { name: 'Go to the condition' }).click();
      await expect(row).toContainText('Met, combined');
      await expect(panel).toContainText('CQ-01, answered Tue 26 Jan 2027');
      await row.getByRole('button', { name: /Met, combined/ }).click();
      await expect(page.getByRole('dialog')).toContainText('Source: CQ-01, answered Tue 26 Jan 2027');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('list', { name: 'Conditions in short' })).toContainText(
        'Hollowell Trust is relied upon for 1 condition',
      );
      await expect(row.getByRole('cell').last()).toHaveText('Hollowell Trust');
    });

    await test.step('the structure chooser excludes sub-contracting for this reason', async () => {
      await page.goto(`/#/bids/${idOf('bid')}/team?at=structure`);
      const subcontracting = page.getByRole('radio', { name: 'Lead contractor with sub-contractors' });
      await expect(subcontracting).toBeDisabled();
      await expect(page.getByText(/^Excluded: The answer to CQ-01 lets members meet/).first()).toBeVisible();
    });

    await test.step('the agreement has one answer left, and contribution is a must', async () => {
      await page.goto(`/#/bids/${idOf('bid')}/documents?at=contribution`);
      await expect(page.getByText('The answer to CQ-01 leaves no other answer.')).toBeVisible();
      await choose(
        page,
        page.getByRole('combobox', { name: 'How do members share what one of them has to pay?' }),
        'No contribution clause',
      );
      await expect(page.getByText('the agreement must say how the others make good their part')).toBeVisible();
    });
  });

  test('for both lots is short by £30,000, so that one is bid for and the other declined', async ({ page }) => {
    await page.goto(`/#/bids/${idOf('bid')}/team?at=lots`);
    await page.getByRole('checkbox', { name: 'Lot 2 (Cemeteries)' }).check();
    await page.goto(`/#/bids/${idOf('bid')}/conditions?at=${idOf('turnover')}`);
    const panel = page.getByRole('complementary', { name: 'Condition' });
    await choose(page, panel.getByRole('combobox', { name: 'Lot' }), 'All lots');
    await expect(panel).toContainText('Not met');
    await expect(panel).toContainText('£1,040,000 for 2 lots together');
    await expect(panel).toContainText('All together: £30,000 short');
    await expect(panel).toContainText('And with Morrow Skills Ltd, in reserve: £120,000 over');
    await expect(panel).toContainText('Lot 1 (Parks) alone asks for £800,000: £210,000 over');

    await page.goto(`/#/bids/${idOf('bid')}/overview?at=decisions`);
    await page.getByRole('button', { name: 'Record a decision' }).click();
    const form = page.getByRole('dialog', { name: 'Record a decision' });
    const record = form.getByRole('button', { name: 'Record the decision' });
    await form.getByLabel('Decided on').fill('27 Jan 2027');
    await form.getByLabel('Decided by').fill('Board of Kestrel Row CIC');
    await record.click();
    await expect(form.getByRole('alert')).toHaveText('Say what was decided of Lot 1 (Parks), which is bid for.');
    await choose(page, form.getByRole('combobox', { name: 'Decision on Lot 1 (Parks)' }), 'Bid');
    await choose(page, form.getByRole('combobox', { name: 'Decision on Lot 2 (Cemeteries)' }), 'Decline');
    await record.click();
    await expect(form.getByRole('alert')).toContainText('Give the reason for Lot 2 (Cemeteries)');
    await form
      .getByRole('textbox', { name: 'Reason for Lot 2 (Cemeteries)' })
      .fill('turnover, short £30,000 without a fourth member');
    await record.click();

    const decisions = page.getByRole('list', { name: 'Decisions, the latest first' });
    await expect(decisions).toContainText('Bid or no bid, Wed 27 Jan 2027, by Board of Kestrel Row CIC');
    await expect(decisions).toContainText('Lot 2 (Cemeteries): turnover, short £30,000 without a fourth member');

    await page.getByRole('button', { name: 'Take it out of the bid' }).click();
    await expect(page.getByText('was declined and is still bid for')).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Lot 2 (Cemeteries) was declined and is still bid for.')).toBeVisible();
    await expect(decisions).toContainText('Bid or no bid, Wed 27 Jan 2027');
  });
});

const addresses = [
  `/bids/${idOf('bid')}/clarifications`,
  `/bids/${idOf('bid')}/conditions?at=${idOf('turnover')}`,
  `/bids/${idOf('bid')}/overview`,
] as const;

test('axe finds nothing on the questions, the reckoning and the decisions', async ({ page }) => {
  await openRecords(page, withTurnover);
  await page.goto(`/#/bids/${idOf('bid')}/conditions?at=${idOf('turnover')}`);
  await page.getByRole('button', { name: 'Draft a question to the buyer' }).click();
  await expect(page.getByRole('complementary', { name: 'CQ-01' })).toBeVisible();
  // A notice that is fading away has no contrast to speak of.
  await expect(page.getByText('Opened parks.muster')).toBeHidden();
  for (const address of addresses) {
    await page.goto(`/#${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  }
  await page.getByRole('button', { name: 'Record a decision' }).click();
  await expect(page.getByRole('dialog', { name: 'Record a decision' })).toBeVisible();
  await expectAccessible(page);
});

async function fill(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}

/** Finds an option by opening the list, as a hand would. */
async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).first().click();
}
