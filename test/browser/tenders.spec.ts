import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { noticeFile, parksNotice, type ScenarioNotice } from '../support/scenarioNotices.ts';
import { calculated, importNotices, openNotice } from '../support/tenderSteps.ts';
import { startWorkspace } from '../support/workspaces.ts';

const lots: ScenarioNotice['lots'] = [
  {
    id: 'North',
    title: 'North',
    cpv: '50320000',
    net: 288_000,
    period: { startDate: '2027-04-01', endDate: '2030-03-31' },
  },
  {
    id: 'South',
    title: 'South',
    cpv: '50320000',
    net: 192_000,
    period: { startDate: '2027-04-01', endDate: '2030-03-31' },
    condition: 'Public liability insurance of £5m.',
  },
];
const south10m = lots.map((lot) =>
  lot.id === 'South' ? { ...lot, condition: 'Public liability insurance of £10m.' } : lot,
);
const devices = {
  ocid: 'ocds-h6vhtk-0a0002',
  reference: 'MCA-26-118',
  title: 'Device refurbishment and repair',
  buyer: 'Marlwater Combined Authority',
  lots,
} as const;
const planned: ScenarioNotice = {
  ...devices,
  id: '100-2026',
  type: 'UK3',
  tag: 'planning',
  published: '2026-12-07T09:00:00Z',
};
const tender: ScenarioNotice = {
  ...devices,
  id: '200-2027',
  type: 'UK4',
  tag: 'tender',
  published: '2027-01-18T09:00:00Z',
  submission: '2027-02-01T12:00:00Z',
  questions: '2027-01-25T17:00:00Z',
};
const shortened: ScenarioNotice = {
  ...tender,
  id: '300-2027',
  tag: 'tenderUpdate',
  published: '2027-01-21T09:00:00Z',
  submission: '2027-01-28T12:00:00Z',
  questions: '2027-01-22T12:00:00Z',
  lots: south10m,
};
const { questions: _, ...withoutQuestions } = shortened;
const extended: ScenarioNotice = {
  ...withoutQuestions,
  id: '400-2027',
  published: '2027-01-26T09:00:00Z',
  submission: '2027-02-05T12:00:00Z',
};

/** The line of the table of dates for one of them. */
function date(page: Page, label: string) {
  return page.getByRole('table', { name: 'Dates' }).getByRole('row').filter({ hasText: label });
}

async function adopt(page: Page, notice: ScenarioNotice): Promise<void> {
  await importNotices(page, noticeFile(notice));
  await openNotice(page, notice.id);
  await page.getByRole('button', { name: 'Adopt as tender' }).click();
  await expect(page.getByRole('heading', { level: 1, name: notice.title })).toBeVisible();
}

async function answerDocuments(page: Page): Promise<void> {
  const control = page.getByRole('radiogroup', { name: 'All documents came with the notice' });
  await control.getByText('Yes').click();
  await expect(control.getByRole('radio', { name: 'Yes' })).toBeChecked();
}

test('an open tender from its notice: periods, countdown, threshold and the turnover that is asked for', async ({
  page,
}) => {
  await page.clock.setFixedTime('2027-01-11T10:00:00Z');
  await startWorkspace(page);
  await adopt(page, parksNotice);

  await test.step('dates and what is left of them', async () => {
    await expect(date(page, 'Tenders due')).toContainText('Fri 12 Feb 2027, 12:00 (London)');
    await expect(date(page, 'Tenders due')).toContainText('in 24 working days');
    const rows = page.getByRole('table', { name: 'Dates' }).getByRole('row');
    await expect(rows.nth(1)).toContainText('Questions to the buyer');
    await expect(rows.nth(1)).toContainText('Fri 22 Jan 2027, 12:00 (London)');
  });

  await test.step('the lawful period, once it is known that all documents came with the notice', async () => {
    await answerDocuments(page);
    const period = calculated(page, 'Tendering period');
    await expect(period).toContainText('32 days');
    await expect(period).toContainText('lawful');
    await expect(period).toContainText('At least 25 days');
    await expect(period).toContainText('Earliest lawful deadline: Fri 5 Feb 2027');
    await expect(calculated(page, '48 hours before')).toContainText('Wed 10 Feb 2027, 12:00 (London)');
    await expect(calculated(page, 'Members’ questions in by')).toContainText('Wed 20 Jan 2027');
  });

  await test.step('where the date comes from', async () => {
    await page.getByRole('button', { name: /^Tenders due: .* where it comes from$/ }).click();
    const why = page.getByRole('dialog', { name: /^Tenders due: .* where it comes from$/ });
    await expect(why).toContainText('Notice 001014-2027');
    await expect(why).toContainText('2027-02-12T12:00:00Z');
    await expect(why).toContainText('24 working days');
    await page.keyboard.press('Escape');
    await expect(why).toBeHidden();
  });

  await test.step('the value against the threshold', async () => {
    const value = page.getByRole('region', { name: 'Value and rules' });
    await expect(value).toContainText('above the threshold: £2,496,000 with VAT against £207,720');
  });

  await test.step('the turnover condition, without VAT and with the options', async () => {
    const section = page.getByRole('region', { name: /^Lots/ });
    await expect(section).toContainText('£400,000 a year, ex VAT: £1,600,000 over 4 years incl. options');
    await expect(section).toContainText('Grounds maintenance services');
    const turnover = section.locator('dl > div');
    await expect(turnover.filter({ hasText: '2 × £400,000' })).toContainText('£800,000');
    await expect(turnover.filter({ hasText: 'All lots together' })).toContainText('£1,040,000');
  });
});

test('a tender that moves: alarm, shortened to the minimum, lengthened again', async ({ page }) => {
  await page.clock.setFixedTime('2026-12-07T10:00:00Z');
  await startWorkspace(page);

  await test.step('the planned notice raises the alarm', async () => {
    await adopt(page, planned);
    const alarm = calculated(page, 'Planned procurement');
    await expect(alarm).toContainText('from Sat 16 Jan 2027 to Tue 7 Dec 2027');
    await expect(alarm).toContainText('10 days');
    await expect(page.getByRole('list', { name: 'Warnings' })).toContainText('prepare the consortium now');
  });

  await test.step('the tender notice is lawful only because of it', async () => {
    await page.clock.setFixedTime('2027-01-18T10:00:00Z');
    await importNotices(page, noticeFile(tender));
    await openNotice(page, tender.id);
    await page.getByRole('button', { name: 'Apply to the tender' }).click();
    await answerDocuments(page);
    await expect(calculated(page, 'Planned procurement')).toContainText('42 days before the tender notice');
    const period = calculated(page, 'Tendering period');
    await expect(period).toContainText('14 days');
    await expect(period).toContainText('At least 10 days');
    await expect(period).toContainText('Without that: 25 days');
    const ready = calculated(page, '48 hours before');
    await expect(ready).toContainText('Sat 30 Jan 2027, 12:00 (London) to the letter');
    await expect(ready).toContainText('the plan uses Fri 29 Jan 2027, 12:00 (London)');
    await expect(date(page, 'Questions to the buyer')).toContainText('Mon 25 Jan 2027, 17:00 (London)');
  });

  await test.step('the first amendment lists what it changes before it does', async () => {
    await page.clock.setFixedTime('2027-01-21T10:00:00Z');
    await importNotices(page, noticeFile(shortened));
    await openNotice(page, shortened.id);
    const moves = page.getByRole('table', { name: 'Dates that move' });
    const due = moves.getByRole('row').filter({ hasText: 'Tenders due' });
    await expect(due).toContainText('Mon 1 Feb 2027, 12:00 (London)');
    await expect(due).toContainText('Thu 28 Jan 2027, 12:00 (London)');
    await expect(due).toContainText('7 → 5');
    const questions = moves.getByRole('row').filter({ hasText: 'Questions to the buyer' });
    await expect(questions).toContainText('Fri 22 Jan 2027, 12:00 (London)');
    await expect(questions).toContainText('2 → 1');
    const changes = page.getByRole('table', { name: 'Other changes' });
    await expect(changes).toContainText('Lot South: conditions of participation');
    await expect(changes).toContainText('£5m');
    await expect(changes).toContainText('£10m');
    await page.getByRole('button', { name: 'Apply to the tender' }).click();
    await expect(calculated(page, 'Tendering period')).toContainText('10 days, lawful, exactly the minimum');
    await expect(page.getByRole('list', { name: 'Warnings' })).toContainText('exactly the legal minimum');
    await expect(calculated(page, '48 hours before')).toContainText('Tue 26 Jan 2027, 12:00 (London)');
  });

  await test.step('the second amendment lengthens it, and the history shows all three dates', async () => {
    await page.clock.setFixedTime('2027-01-26T10:00:00Z');
    await importNotices(page, noticeFile(extended));
    await openNotice(page, extended.id);
    await page.getByRole('button', { name: 'Apply to the tender' }).click();
    await expect(calculated(page, 'Tendering period')).toContainText('18 days');
    await expect(date(page, 'Tenders due')).toContainText('in 8 working days');
    await expect(calculated(page, '48 hours before')).toContainText('Wed 3 Feb 2027, 12:00 (London)');
    await page.getByRole('button', { name: /^Tenders due: .* where it comes from$/ }).click();
    const versions = page.getByRole('dialog', { name: /^Tenders due: .* where it comes from$/ }).getByRole('row');
    await expect(versions.nth(1)).toContainText('Fri 5 Feb 2027, 12:00 (London)');
    await expect(versions.nth(2)).toContainText('Thu 28 Jan 2027, 12:00 (London)');
    await expect(versions.nth(3)).toContainText('Mon 1 Feb 2027, 12:00 (London)');
    await expect(versions.nth(3)).toContainText('Notice 200-2027');
    await page.keyboard.press('Escape');
  });

  await test.step('the calendar counts the amendments, and the same notice again changes nothing', async () => {
    expect(await submissionEntry(page)).toMatch(/SEQUENCE:2\r\nDTSTART:20270205T120000Z/);
    await importNotices(page, noticeFile(extended));
    await openNotice(page, extended.id);
    await expect(page.getByRole('dialog')).toContainText('This notice is in the tender');
    await page.getByRole('dialog').getByRole('link', { name: devices.title }).click();
    expect(await submissionEntry(page)).toContain('SEQUENCE:2\r\n');
  });
});

test('a planned notice that came too late is no reason for a short period', async ({ page }) => {
  await page.clock.setFixedTime('2027-01-18T10:00:00Z');
  await startWorkspace(page);
  await adopt(page, { ...planned, published: '2026-12-10T09:00:00Z' });
  await importNotices(page, noticeFile(tender));
  await openNotice(page, tender.id);
  await page.getByRole('button', { name: 'Apply to the tender' }).click();
  await answerDocuments(page);
  await expect(calculated(page, 'Planned procurement')).toContainText('Not qualifying: 39 days');
  await expect(calculated(page, 'Tendering period')).toContainText('shorter than the law allows');
  await expect(calculated(page, 'Tendering period')).toContainText('Earliest lawful deadline: Fri 12 Feb 2027');
});

test('a tender by hand, its dates by keyboard, and a change that only the portal told', async ({ page }) => {
  await page.clock.setFixedTime('2027-01-11T10:00:00Z');
  await startWorkspace(page);
  await page.goto('/#/tenders');
  await expect(page.getByText('Here belong the procurements you watch or bid for')).toBeVisible();
  await page.getByRole('link', { name: 'New tender by hand' }).click();
  await expect(page.getByLabel('Title, as the buyer gives it')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Type the title');
  await page.getByLabel('Title, as the buyer gives it').fill('Furniture reuse');
  await page.getByLabel('Tenders due, if you know').fill('30 Feb 2027');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('There is no such day');
  await page.getByLabel('Tenders due, if you know').fill('12/2/2027');
  await page.getByLabel('Time in London').fill('noon');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Furniture reuse' })).toBeVisible();
  await expect(date(page, 'Tenders due')).toContainText('Fri 12 Feb 2027, 12:00 (London)');

  await page.getByRole('button', { name: 'Change Tenders due' }).click();
  await page.getByLabel('New day').fill('Fri 19 Feb 2027');
  await page.getByLabel('In their words, or a note').fill('Deadline moved by one week');
  await page.keyboard.press('Enter');
  await expect(date(page, 'Tenders due')).toContainText('Fri 19 Feb 2027, 12:00 (London)');
  await expect(date(page, 'Tenders due')).toContainText('moved once');
  await page.getByRole('button', { name: /^Tenders due: .* where it comes from$/ }).click();
  const why = page.getByRole('dialog', { name: /^Tenders due: .* where it comes from$/ });
  await expect(why).toContainText('Portal message');
  await expect(why).toContainText('Deadline moved by one week');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await expect(date(page, 'Tenders due')).toContainText('Fri 12 Feb 2027, 12:00 (London)');

  await test.step('the award notice, entered by hand, starts the standstill', async () => {
    await page.getByRole('button', { name: 'Add a date' }).click();
    await page.getByRole('combobox', { name: 'What it is' }).click();
    await page.getByRole('option', { name: 'UK6 contract award notice published' }).click();
    await page.getByLabel('Day', { exact: true }).fill('11 Mar 2027');
    await page.keyboard.press('Enter');
    const standstill = calculated(page, 'Standstill');
    await expect(standstill).toContainText('unknown whether one applies: which rules apply is not known');
    await page.getByRole('combobox', { name: 'Rules' }).click();
    await page.getByRole('option', { name: 'Procurement Act 2023' }).click();
    await page.getByLabel('Procedure', { exact: true }).fill('Open procedure');
    await page.keyboard.press('Enter');
    await expect(standstill).toContainText('whether the contract is above the threshold is not known');
    await page.getByRole('radiogroup', { name: 'Above threshold, as the notice says' }).getByText('Yes').click();
    await expect(standstill).toContainText('ends Tue 23 Mar 2027');
    await expect(standstill).toContainText('signed from Wed 24 Mar 2027');
    await expect(standstill).toContainText('Northern Ireland');
  });

  await test.step('who bid and lost reads until when to act, and nothing of signing', async () => {
    await page.getByRole('combobox', { name: 'State', exact: true }).click();
    await page.getByRole('option', { name: 'Lost' }).click();
    const standstill = calculated(page, 'Standstill');
    await expect(standstill).toContainText('last day to act: Tue 23 Mar 2027, proceedings issued and notified');
    await expect(standstill).toContainText('30 days');
    await expect(standstill).not.toContainText('may be signed');
  });
});

test('a notice is kept word for word, a tender can be removed, and undo brings it back', async ({ page }) => {
  await page.clock.setFixedTime('2027-01-11T10:00:00Z');
  await startWorkspace(page);
  await adopt(page, parksNotice);
  await page.getByRole('button', { name: 'Show notice 001014-2027 as published' }).click();
  await expect(page.getByLabel('The notice as JSON')).toContainText('"endDate": "2027-02-12T12:00:00Z"');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('Notice 001014-2027.json');
  expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toMatchObject({ id: '001014-2027' });
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Remove this tender' }).click();
  await expect(page.getByText('Here belong the procurements you watch or bid for')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('grid', { name: 'Tenders' })).toContainText('Parks and cemeteries');
});

test('Start a bid leads to a bid for the tender, and the tender leads to it from then on', async ({ page }) => {
  await startWorkspace(page);
  await adopt(page, parksNotice);
  await page.getByRole('link', { name: 'Start a bid' }).click();
  const dialog = page.getByRole('dialog', { name: 'New bid' });
  await expect(dialog.getByRole('combobox', { name: 'Tender' })).toHaveValue(new RegExp(parksNotice.title));
  await dialog.getByRole('button', { name: 'Start the bid' }).click();
  await expect(page).toHaveURL(/#\/bids\/[\w-]+\/team/);
  await page.goto('/#/tenders');
  await page.getByRole('grid', { name: 'Tenders' }).getByRole('link', { name: parksNotice.title }).click();
  await expect(page.getByRole('link', { name: 'Open the bid' })).toBeVisible();
});

test('the list, the page of a tender and the change of a date are accessible', async ({ page }) => {
  await startWorkspace(page);
  await adopt(page, parksNotice);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Change Tenders due' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.goto('/#/tenders');
  await expect(page.getByRole('grid', { name: 'Tenders' })).toBeVisible();
  await expectAccessible(page);
});

/** The calendar entry of the deadline for tenders, in the file that the page exports. */
async function submissionEntry(page: Page): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export dates' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  return text.split('BEGIN:VEVENT').find((entry) => entry.includes('SUMMARY:Tenders due')) ?? '';
}
