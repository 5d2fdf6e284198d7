import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { idOf } from '../support/ids.ts';
import { withBid } from '../support/parksBid.ts';
import { noticeFile, parksNotice, type ScenarioNotice } from '../support/scenarioNotices.ts';
import { importNotices, openNotice } from '../support/tenderSteps.ts';
import { openRecords } from '../support/workspaces.ts';
import type { Condition } from '../../shared/domain/bid/bid.ts';
import { adopt } from '../../shared/interchange/ocds/adopt.ts';
import { readNotices } from '../../shared/interchange/ocds/readNotices.ts';
import type { RecordLists } from '../../shared/rows/records.ts';

const fiveMillion = 'Public liability insurance of £5m.';
const tenMillion = 'Public liability insurance of £10m.';

function asking(text: string, more: Partial<ScenarioNotice> = {}): ScenarioNotice {
  const [parks, ...others] = parksNotice.lots;
  if (parks === undefined) throw new Error('the notice has lots');
  return { ...parksNotice, ...more, lots: [{ ...parks, condition: text }, ...others] };
}

/** The buyer ends the procurement (UK12). */
const termination = Buffer.from(
  JSON.stringify({
    version: '1.1',
    releases: [
      {
        ocid: parksNotice.ocid,
        id: '001099-2027',
        tag: ['tenderCancellation'],
        date: '2027-01-20T09:00:00Z',
        tender: {
          id: parksNotice.reference,
          title: parksNotice.title,
          status: 'cancelled',
          documents: [{ id: '001099-2027', documentType: 'notice', noticeType: 'UK12' }],
        },
      },
    ],
  }),
);

/** The bid for the parks, whose tender is made of the notice and whose member holds the £5m that are asked for. */
function recordsFromNotice(): Partial<RecordLists> {
  const read = readNotices(noticeFile(asking(fiveMillion)));
  const [release] = read.ok ? read.value.releases : [];
  const [bid] = withBid.bids ?? [];
  const [known] = withBid.tenders ?? [];
  if (release === undefined || bid === undefined || known === undefined) throw new Error('the parks are gone');
  // The lots are the first to be given ids.
  const ids = known.lots.map(({ id }) => id);
  const tender = adopt(release, () => ids.shift() ?? randomUUID(), new Date('2027-01-11T10:00:00Z'));
  const condition: Condition = {
    id: idOf('insured'),
    lotId: idOf('lot-1'),
    kind: 'insurance',
    text: fiveMillion,
    noticeText: fiveMillion,
    metBy: { kind: 'member', organisationId: idOf('hollowell') },
    state: 'held',
    proof: 'Certificate FM-20931',
    turnover: null,
    combining: 'unknown',
  };
  return {
    ...withBid,
    tenders: [{ ...tender, id: known.id, state: 'bidding' }],
    bids: [{ ...bid, conditions: [condition] }],
  };
}

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

function agenda(page: Page): Locator {
  return page.getByRole('grid', { name: 'Deadlines' }).getByRole('row').filter({ hasText: 'Tenders due' });
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime('2027-01-20T10:00:00Z');
  await openRecords(page, recordsFromNotice());
});

test('an amendment that raises what a condition asks leaves it unknown, and then not met', async ({ page }) => {
  const conditions = `/#/bids/${idOf('bid')}/conditions`;
  const table = page.getByRole('table', { name: 'Conditions of participation and who meets them' });
  await page.goto(conditions);
  const row = table.getByRole('row').filter({ hasText: 'Public liability' });
  await expect(row).toContainText('Met');

  const raised = asking(tenMillion, { id: '001020-2027', tag: 'tenderUpdate', published: '2027-01-19T09:00:00Z' });
  await importNotices(page, noticeFile(raised));
  await openNotice(page, raised.id);
  await expect(page.getByRole('table', { name: 'Other changes' })).toContainText('£10m');
  await page.getByRole('button', { name: 'Apply to the tender' }).click();
  await expect(page.getByRole('heading', { level: 1, name: parksNotice.title })).toBeVisible();

  await page.goto(conditions);
  await expect(row).toContainText('Unknown');
  await row.getByRole('button', { name: fiveMillion }).click();
  const panel = page.getByRole('complementary', { name: 'Condition' });
  await expect(panel).toContainText('The notice of 19 January 2027 changed what is asked');
  await panel.getByRole('button', { name: 'Ask this instead, and judge it again' }).click();
  await choose(page, panel.getByRole('combobox', { name: 'Met now or committed' }), 'Met now');
  await expect(row).toContainText(tenMillion);
  await expect(row).toContainText('Not met, contradicted');
});

test('a termination takes every date off the agenda and out of the bid', async ({ page }) => {
  await page.goto('/#/tenders/deadlines');
  await expect(agenda(page)).toHaveCount(1);
  await importNotices(page, termination);
  await openNotice(page, '001099-2027');
  await expect(page.getByRole('dialog')).toContainText('Ends the procurement');
  await page.getByRole('button', { name: 'Apply to the tender' }).click();
  await expect(
    page.getByText('Terminated by the buyer (Notice 001099-2027). Its dates no longer count.'),
  ).toBeVisible();
  await expect(page.getByText('No date to come')).toBeVisible();
  await page.goto('/#/tenders/deadlines');
  await expect(agenda(page)).toHaveCount(0);
});

test('a tender marked as terminated by mistake has its dates back with its state', async ({ page }) => {
  await page.goto(`/#/tenders/${idOf('tender')}`);
  const state = page.getByRole('combobox', { name: 'State', exact: true });
  await choose(page, state, 'Terminated by the buyer');
  await expect(page.getByText('No date to come')).toBeVisible();
  await expect(page.getByText('none of the open dates counts')).toBeVisible();
  await page.goto('/#/tenders/deadlines');
  await expect(agenda(page)).toHaveCount(0);

  await page.goto(`/#/tenders/${idOf('tender')}`);
  await choose(page, state, 'Bidding');
  await expect(page.getByText(/^Questions to the buyer: /).first()).toBeVisible();
  await page.goto('/#/tenders/deadlines');
  await expect(agenda(page)).toHaveCount(1);
});
