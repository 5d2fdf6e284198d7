import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { withTurnover } from '../support/parksBid.ts';
import { noticeFile, parksNotice } from '../support/scenarioNotices.ts';
import { importNotices, openNotice } from '../support/tenderSteps.ts';
import { openRecords } from '../support/workspaces.ts';
import { paragraphsOf, readDocx } from '../word/readDocx.ts';
import { patience } from '../support/machine.ts';

/**
 * A turnover test that is only passed jointly, from the notice to the decision and the draft of the agreement, by the screens
 * alone. Who could join, with their last accounts, is in the directory already.
 */
test('from the notice to the decision to bid for one lot, and the agreement that follows from the buyer’s answer', async ({
  page,
}) => {
  await page.clock.setFixedTime('2027-01-11T10:00:00Z');
  await openRecords(page, { organisations: withTurnover.organisations ?? [] });
  await importNotices(page, noticeFile(parksNotice));
  await openNotice(page, parksNotice.id);
  await page.getByRole('button', { name: 'Adopt as tender' }).click();
  await expect(page.getByRole('heading', { level: 1, name: parksNotice.title })).toBeVisible();

  await test.step('a bid for both lots, by three and one in reserve', async () => {
    await page.getByRole('link', { name: 'Start a bid' }).click();
    const dialog = page.getByRole('dialog', { name: 'New bid' });
    await choose(page, dialog.getByRole('combobox', { name: 'Who leads' }), 'Kestrel Row CIC');
    await dialog.getByRole('button', { name: 'Start the bid' }).click();
    await page.getByRole('checkbox', { name: 'Lot 1 (Parks)' }).check();
    await page.getByRole('checkbox', { name: 'Lot 2 (Cemeteries)' }).check();
    for (const name of ['Hollowell Trust', 'Brindle Works Ltd', 'Morrow Skills Ltd']) {
      await choose(page, page.getByRole('combobox', { name: 'Add an organisation' }), name);
      await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    }
    await choose(page, page.getByRole('combobox', { name: 'Role' }).last(), 'Reserve');
    await page.getByRole('radio', { name: 'Unincorporated consortium' }).check();
    await page.getByLabel('Kestrel Row CIC, Lot 1 (Parks)', { exact: true }).click();
    for (const share of ['50', '30', '20']) {
      await page.keyboard.type(share);
      await page.keyboard.press('Enter');
    }
  });

  const panel = page.getByRole('complementary', { name: 'Condition' });
  await test.step('the turnover condition of the notice, in figures', async () => {
    await openPart(page, 'Conditions');
    await page.getByRole('button', { name: 'Take over 1 condition from the notice' }).click();
    await page.getByRole('button', { name: /^Annual turnover at least twice/ }).click();
    await choose(page, panel.getByRole('combobox', { name: 'Turnover asked for' }), 'So many times the annual value');
    await type(panel.getByLabel('Times the annual value'), '2');
    await expect(panel).toContainText('£800,000 for the lot, ex VAT, 4 years incl. options, from the notice');
    await choose(page, panel.getByRole('combobox', { name: 'Lot' }), 'All lots');
    await expect(panel).toContainText('£1,040,000 for 2 lots together, ex VAT, 4 years incl. options, from the notice');
  });

  await test.step('the lead alone falls short; the three together for both lots too', async () => {
    await choose(page, panel.getByRole('combobox', { name: 'Met by' }), 'Kestrel Row CIC (the lead)');
    await choose(page, panel.getByRole('combobox', { name: 'Met now or committed' }), 'Met now');
    await expect(panel).toContainText('Not met');
    await expect(panel.getByRole('row', { name: /^Kestrel Row CIC/ })).toContainText('£520,000 short');
    await choose(page, panel.getByRole('combobox', { name: 'Met by' }), 'Members combined');
    const together = panel.getByRole('combobox', { name: 'Which members, together' });
    await choose(page, together, 'Hollowell Trust');
    await choose(page, together, 'Brindle Works Ltd');
    await page.keyboard.press('Escape');
    await expect(panel).toContainText('All together: £30,000 short');
    await expect(panel).toContainText('And with Morrow Skills Ltd, in reserve: £120,000 over');
    await expect(panel).toContainText('Lot 1 (Parks) alone asks for £800,000: £210,000 over');
    await expect(panel).toContainText(
      'They fall short: £1,010,000 together by the last accounts; £1,040,000 is asked for.',
    );
  });

  await test.step('the buyer is asked on 20 January and answers on 26 January', async () => {
    await page.clock.setFixedTime('2027-01-20T15:00:00Z');
    await panel.getByRole('button', { name: 'Draft a question to the buyer' }).click();
    const question = page.getByRole('complementary', { name: 'CQ-01' });
    await type(question.getByLabel('Sent on'), '20/1/2027');
    await expect(question).toContainText('Sent, not answered');
    await page.clock.setFixedTime('2027-01-26T15:00:00Z');
    await type(question.getByLabel('Answered on'), '26/1/2027');
    await choose(
      page,
      question.getByRole('combobox', { name: /by the answer/ }),
      'Yes, where every member accepts joint and several liability',
    );
    await expect(page.getByRole('table', { name: 'Questions to the buyer' })).toContainText('Answered');
  });

  await test.step('one lot is bid for and the other declined on 27 January', async () => {
    await page.clock.setFixedTime('2027-01-27T15:00:00Z');
    await openPart(page, 'Overview');
    await page.getByRole('button', { name: 'Record a decision' }).click();
    const form = page.getByRole('dialog', { name: 'Record a decision' });
    await expect(form.getByLabel('Decided on')).toHaveValue('Wed 27 Jan 2027');
    await choose(page, form.getByRole('combobox', { name: 'Decision on Lot 1 (Parks)' }), 'Bid');
    await choose(page, form.getByRole('combobox', { name: 'Decision on Lot 2 (Cemeteries)' }), 'Decline');
    await form
      .getByRole('textbox', { name: 'Reason for Lot 2 (Cemeteries)' })
      .fill('turnover, short £30,000 without a fourth member');
    await form.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('button', { name: 'Take it out of the bid' }).click();
    await expect(page.getByRole('list', { name: 'How the bid stands' })).toContainText('1 of 1 met');
  });

  await test.step('then the condition passes, relying on Hollowell and not on Brindle', async () => {
    await openPart(page, 'Conditions');
    const row = page.getByRole('row', { name: /Annual turnover at least twice/ });
    await expect(row).toContainText('Met, combined');
    await expect(row.getByRole('cell').last()).toHaveText('Hollowell Trust');
    await row.getByRole('button', { name: /^Annual turnover/ }).click();
    for (const [member, without] of [
      ['Kestrel Row CIC', '£310,000 short'],
      ['Hollowell Trust', '£100,000 short'],
      ['Brindle Works Ltd', '£30,000 over'],
    ] as const) {
      await expect(
        panel
          .getByRole('row', { name: new RegExp(`^${member}`) })
          .getByRole('cell')
          .last(),
      ).toHaveText(without);
    }
  });

  await test.step('the agreement is drafted with joint and several liability, which nobody had to choose', async () => {
    await openPart(page, 'Documents');
    await expect(page.getByText('leaves no other way, so this clause is a must')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save draft as Word' }).click();
    const words = paragraphsOf(readDocx(await bytesOf(await download))['word/document.xml'] ?? '')
      .map(({ text }) => text)
      .join('\n');
    expect(words).toContain('Reference: TMBC-2027-014');
    expect(words).toMatch(/jointly and severally liable/);
    expect(words).toContain('[contribution between the members to be agreed]');
    expect(words).not.toContain('[liability to the buyer to be agreed]');
    expect(words).not.toContain('Cemeteries)');
  });
});

async function bytesOf(download: { createReadStream: () => Promise<AsyncIterable<Buffer>> }): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function openPart(page: Page, part: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of the bid' }).getByRole('link', { name: part }).click();
}

async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

/** Finds an option by opening the list, as a hand would; once more where a notice lay over it. */
async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await expect(async () => {
    await field.click();
    await page
      .getByRole('option', { name: option, exact: true })
      .first()
      .click({ timeout: patience(5_000) });
  }).toPass({ timeout: patience(60_000) });
}
