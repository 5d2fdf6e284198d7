import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { paragraphsOf, readDocx } from '../word/readDocx.ts';
import { patience } from './machine.ts';

/**
 * The main job as a new user does it: from a page of published notices to both Word files, by the screens alone. The notices
 * are real ones of 10 August 2026; everybody else is invented.
 */

/** A page with the desktop around it, whose dialogs `ask` brings up. */
export interface Desk {
  readonly page: Page;
  /** Answers with the page of notices. */
  readonly open: (ask: () => Promise<void>) => Promise<void>;
  /** Answers with a new file, and gives what was saved in it. */
  readonly save: (ask: () => Promise<void>) => Promise<Uint8Array>;
}

export interface WordFiles {
  readonly agreement: Uint8Array;
  readonly bid: Uint8Array;
}

export const noticesFile = fileURLToPath(new URL('../fixtures/notices/find-a-tender-page.json', import.meta.url));

/** A day on which the tender below was open. */
export const walkedOn = '2026-08-11T09:00:00Z';

const title = 'Property Maintenance & Construction Materials';
const paint = 'Lot 2 (Paint & Decorating Materials)';
const timber = 'Lot 8 (General Timber Supplies)';

const alder = { name: 'Alder Vale Supplies CIC', form: 'CIC limited by guarantee' };
const bridge = { name: 'Bridgewater Reuse Trust', form: 'Charitable incorporated organisation (CIO)' };
const cornbrook = { name: 'Cornbrook Joinery Ltd', form: 'Co-operative society' };

const organisations: readonly NewOrganisation[] = [
  {
    ...alder,
    numbers: [
      ['PPON', 'ALDR-2208-VALE'],
      ['Company number', '09871234'],
    ],
    address: '1 Tram Yard, Salford',
    postcode: 'M5 4ZZ',
  },
  {
    ...bridge,
    numbers: [['Charity number (England and Wales)', '1187654']],
    address: '14 Wharf Road, Stretford',
    postcode: 'M32 0ZZ',
  },
  { ...cornbrook, numbers: [['Society number', '31245R']], address: '9 Saw Mill Lane, Eccles', postcode: 'M30 0ZZ' },
];

interface NewOrganisation {
  readonly name: string;
  readonly form: string;
  /** Register and number; the first is typed as the organisation is added. */
  readonly numbers: readonly (readonly [register: string, number: string])[];
  readonly address: string;
  readonly postcode: string;
}

export async function doMainJob(desk: Desk): Promise<WordFiles> {
  const { page } = desk;
  await test.step('start a workspace', () => startWorkspace(page));
  await test.step('import the notices and adopt one', () => adoptNotice(desk));
  await test.step('add three organisations', async () => {
    for (const organisation of organisations) await addOrganisation(page, organisation);
  });
  await test.step('say what each can do', () => fillMatrix(page));
  await test.step('start the bid: lots, structure, members, shares', () => formTeam(page));
  await test.step('requirements', () => listRequirements(page));
  await test.step('conditions of participation', () => meetConditions(page));
  await test.step('questions and answers', () => answerQuestions(page));
  return test.step('decide and save both documents', () => makeDocuments(desk));
}

async function startWorkspace(page: Page): Promise<void> {
  await page.getByLabel('Name of the workspace').fill('Alder Vale bids');
  await page.getByRole('button', { name: 'Start a workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
}

async function adoptNotice({ page, open }: Desk): Promise<void> {
  await goTo(page, 'Tenders');
  await page.getByRole('link', { name: 'Import notices' }).click();
  await open(() => page.getByRole('button', { name: 'Choose a file' }).click());
  await expect(page.getByRole('grid', { name: 'Notices in the files' })).toHaveAttribute('aria-rowcount', '101');
  await page.getByRole('button', { name: 'Import all 100 notices' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notices', exact: true })).toBeVisible();
  await page.getByRole('searchbox').fill('construction materials');
  await page.getByRole('grid', { name: 'Notices', exact: true }).getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Adopt as tender' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Dates' })).toContainText('Mon 7 Sep 2026, 12:00 (London)');
  await expect(page.getByRole('region', { name: 'Lot 11' })).toBeVisible();
}

async function addOrganisation(page: Page, { name, form, numbers, address, postcode }: NewOrganisation): Promise<void> {
  await goTo(page, 'Organisations');
  await page.getByRole('link', { name: 'New organisation' }).click();
  const dialog = page.getByRole('dialog', { name: 'New organisation' });
  await dialog.getByLabel('Legal name, exactly as registered').fill(name);
  await choose(dialog.getByRole('combobox', { name: /^Legal form/ }), form);
  const [first, ...more] = numbers;
  if (first !== undefined) await typeNumber(dialog, first);
  await dialog.getByRole('button', { name: 'Add organisation' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  for (const number of more) {
    const adder = page.getByRole('form', { name: 'Add a number' });
    await typeNumber(adder, number);
    await adder.getByRole('button', { name: 'Add number' }).click();
    await expect(page.getByRole('button', { name: `Remove ${number.join(' ')}` })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Add site' }).click();
  await page.getByLabel('Address').fill(address);
  await page.getByLabel('Postcode').fill(postcode);
  await page.getByLabel('Postcode').press('Enter');
}

async function typeNumber(form: Locator, [register, number]: readonly [string, string]): Promise<void> {
  await choose(form.getByRole('combobox', { name: 'Register' }), register);
  await form.getByRole('textbox', { name: 'Number' }).fill(number);
}

async function fillMatrix(page: Page): Promise<void> {
  await goTo(page, 'Capabilities');
  await page.getByRole('link', { name: 'Write your own' }).click();
  await page
    .getByRole('textbox', { name: 'One capability a line' })
    .fill('Supply:\nPaint and decorating materials\nTimber and sheet goods\nNext-day delivery');
  await page.getByRole('button', { name: 'Add them' }).click();
  await page.getByRole('link', { name: 'Matrix' }).click();
  const matrix = page.getByRole('grid', { name: 'Capability matrix' });
  // Next-day delivery, paint, timber; of Bridgewater's deliveries nobody has asked yet.
  const levels: readonly (readonly string[])[] = [
    ['3', '4', '1'],
    ['', '3', '1'],
    ['2', '0', '4'],
  ];
  await matrix.focus();
  await page.keyboard.press('Control+Home');
  for (const row of levels) {
    for (const level of row) {
      if (level !== '') await page.keyboard.press(level);
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
  }
  await expect(matrix.getByRole('gridcell', { name: '4 leads, claimed' })).toHaveCount(2);
  await expect(matrix.getByRole('gridcell', { name: 'unknown' })).toHaveCount(1);
}

async function formTeam(page: Page): Promise<void> {
  await goTo(page, 'Tenders');
  await page.getByRole('grid', { name: 'Tenders' }).getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: 'Start a bid' }).click();
  const dialog = page.getByRole('dialog', { name: 'New bid' });
  await choose(dialog.getByRole('combobox', { name: 'Who leads' }), alder.name);
  await dialog.getByLabel('Bidder’s name').fill('Irwell Materials Consortium');
  await dialog.getByRole('button', { name: 'Start the bid' }).click();

  await page.getByRole('checkbox', { name: paint }).check();
  await page.getByRole('checkbox', { name: timber }).check();
  await page.getByRole('radio', { name: 'Unincorporated consortium' }).check();
  await type(page.getByLabel('Offer stands for'), '90');
  await type(page.getByLabel('Who signs for the bidder'), 'Ada Okoro');
  await type(page.getByLabel('As', { exact: true }), 'Chief executive');
  for (const { name } of [bridge, cornbrook]) {
    await choose(page.getByRole('combobox', { name: 'Add an organisation' }), name);
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  const responsibilities = page.getByLabel('Responsible for, in words fit for the buyer');
  await type(responsibilities.nth(0), 'Contract management, and paint and decorating materials.', 'Control+Enter');
  await type(responsibilities.nth(1), 'Reclaimed paint, and deliveries in Trafford.', 'Control+Enter');
  await type(responsibilities.nth(2), 'Timber, sheet goods and joinery.', 'Control+Enter');

  await choose(page.getByRole('combobox', { name: 'Shares are' }), 'Of the net price, after the management fee');
  await type(page.getByLabel('The lead’s management fee, of the price'), '4');
  await typeDown(page, `${alder.name}, ${paint}`, ['70', '30']);
  await expect(page.getByText(`The shares of ${timber}`)).toHaveCount(0);
  await expect(page.getByText(`No member has a share of ${timber}.`)).toBeVisible();
  await typeDown(page, `${alder.name}, ${timber}`, ['15', '5', '80']);
  await expect(page.getByText('The shares total exactly 100%')).toBeVisible();
  await type(page.getByLabel(`Price for one year of ${paint}`), '195000');
  await type(page.getByLabel(`Price for one year of ${timber}`), '128000');
  await choose(page.getByRole('combobox', { name: 'What majority carries a decision?' }), 'Two-thirds');
  await choose(page.getByRole('combobox', { name: 'How are votes counted?' }), 'By share of the contract');
  const votes = page.getByRole('region', { name: 'Votes' });
  await expect(votes).toContainText(`${timber}: With these Shares`);
}

async function listRequirements(page: Page): Promise<void> {
  await openPart(page, 'Requirements');
  await page.getByRole('button', { name: 'Paste several' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste requirements' });
  await dialog
    .getByRole('textbox')
    .first()
    .fill(
      '• Paint and decorating materials to the catalogue\t40%\nTimber to the catalogue\t35%\nDelivery next day\t25%',
    );
  await dialog.getByRole('button', { name: 'Add them' }).click();
  const table = page.getByRole('table', { name: 'Requirements and who covers them' });
  const panel = page.getByRole('complementary', { name: 'Requirement' });
  for (const [text, capability, leader, state] of [
    ['Paint', 'Paint and decorating materials', alder.name, 'Covered'],
    ['Timber', 'Timber and sheet goods', cornbrook.name, 'One alone'],
    ['Delivery', 'Next-day delivery', alder.name, 'One alone'],
  ] as const) {
    await table.getByRole('button', { name: new RegExp(`^${text}`) }).click();
    await choose(panel.getByRole('combobox', { name: 'Capability it is judged by' }), `Supply: ${capability}`);
    await choose(panel.getByRole('combobox', { name: 'Minimum level' }), /^3/);
    await choose(panel.getByRole('combobox', { name: 'Who leads on it' }), leader);
    await type(panel.getByLabel('Proof, in words fit for the buyer'), `${text}: supplied to two landlords since 2023.`);
    await expect(table.getByRole('row', { name: new RegExp(text) })).toContainText(state);
  }
}

async function meetConditions(page: Page): Promise<void> {
  await openPart(page, 'Conditions');
  await page.getByRole('button', { name: 'Take over 4 conditions from the notice' }).click();
  const table = page.getByRole('table', { name: 'Conditions of participation and who meets them' });
  const panel = page.getByRole('complementary', { name: 'Condition' });
  await table.getByRole('button', { name: /Lot 2: Paint & Decorating Materials £440,000/ }).click();
  await choose(panel.getByRole('combobox', { name: 'Met by' }), `${alder.name} (the lead)`);
  await choose(panel.getByRole('combobox', { name: 'Met now or committed' }), 'Met now');
  await type(
    panel.getByLabel('Proof, in words fit for the buyer'),
    'Accounts to 31 March 2026: £512,000.',
    'Control+Enter',
  );
  await table.getByRole('button', { name: /Lot 8: General Timber Supplies £280,000/ }).click();
  await choose(panel.getByRole('combobox', { name: 'Met by' }), cornbrook.name);
  await choose(panel.getByRole('combobox', { name: 'Met now or committed' }), 'Met now');
  // No accounts and no policies are on record, so that nothing is known to be met by words alone.
  await expect(page.getByRole('list', { name: 'Conditions in short' })).toContainText('0 of 4 met, 4 unknown');
}

async function answerQuestions(page: Page): Promise<void> {
  await openPart(page, 'Responses');
  await page.getByRole('button', { name: 'Paste questions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste questions' });
  await dialog
    .getByRole('textbox')
    .fill(
      'Ref\tSection\tQuestion\tWeighting\tWord limit\n' +
        '2.1\tQuality\tHow will you keep stock available to our operatives?\t12%\t300 words\n' +
        '2.2\tQuality\tHow will you deliver within three working days?\t8%\t200 words',
    );
  await dialog.getByRole('button', { name: 'Add them' }).click();
  const table = page.getByRole('table', { name: 'Questions' });
  await table.getByRole('button', { name: '2.1' }).click();
  const answer = page.getByRole('textbox', { name: 'Answer to question 2.1' });
  await answer.click();
  await page.keyboard.type('Stock for Trafford Park is counted every ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('morning');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('.');
  await choose(page.getByRole('combobox', { name: 'Who answers' }), alder.name);
  await choose(page.getByRole('combobox', { name: 'State' }), 'Final');
  await expect(table.getByRole('row', { name: /2\.1/ })).toContainText('8 of 300');
  await expect(table.getByRole('row', { name: /2\.1/ })).toContainText('Final');
}

async function makeDocuments({ page, save }: Desk): Promise<WordFiles> {
  await openPart(page, 'Documents');
  const preview = page.getByRole('region', { name: 'Preview: Consortium agreement' });
  await expect(preview).toContainText('[limit of liability to be agreed]');
  for (const [group, question, answer] of [
    ['Law and signature', 'Which law governs the agreement?', 'England and Wales'],
    ['Law and signature', 'Is it signed as a deed?', 'As a deed'],
    ['Who answers for what', 'Who answers to the buyer?', 'All members, jointly and severally'],
    [
      'Who answers for what',
      'How do members share what one of them has to pay?',
      'By fault; where nobody is at fault, by share',
    ],
    ['Who answers for what', 'What limits the liability of one member to another?', 'What the member must insure'],
  ] as const) {
    const summary = page.locator('summary', { hasText: group });
    if (!(await page.getByRole('combobox', { name: question }).isVisible())) await summary.click();
    await choose(page.getByRole('combobox', { name: question }), answer);
  }
  await expect(preview).not.toContainText('[limit of liability to be agreed]');
  const agreement = await saveDocument(page, save);
  await page.getByRole('radiogroup', { name: 'Document' }).getByText('Joint bid document').click();
  await expect(page.getByRole('region', { name: 'Preview: Joint bid document' })).toContainText('Question 2.1');
  return { agreement, bid: await saveDocument(page, save) };
}

async function saveDocument(page: Page, save: Desk['save']): Promise<Uint8Array> {
  const bytes = await save(() => page.getByRole('button', { name: 'Save draft as Word' }).click());
  await expect(page.getByText(/^Last saved/)).toBeVisible();
  return bytes;
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
  await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
}

async function openPart(page: Page, part: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of the bid' }).getByRole('link', { name: part }).click();
}

/** Finds an option by opening the list, as a hand would; once more where the page moved under the hand and the list closed. */
async function choose(field: Locator, option: string | RegExp): Promise<void> {
  const options = field
    .page()
    .getByRole('option', { name: option, ...(typeof option === 'string' && { exact: true }) });
  await expect(async () => {
    await field.click();
    await options.first().click({ timeout: patience(5_000) });
  }).toPass({ timeout: patience(60_000) });
}

/** Types into a field and stores it. */
async function type(field: Locator, text: string, key = 'Enter'): Promise<void> {
  await field.fill(text);
  await field.press(key);
}

/** Types down a column of the shares. */
async function typeDown(page: Page, first: string, shares: readonly string[]): Promise<void> {
  await page.getByLabel(first).click();
  for (const share of shares) {
    await page.keyboard.type(share);
    await page.keyboard.press('Enter');
  }
}

/** Reads both files and looks for what a solicitor and a commissioner look for first. */
export function expectWords({ agreement, bid }: WordFiles): void {
  const agreed = linesOf(agreement);
  expect.soft(agreed).toContain(`relating to ${title}\nBuyer: Great Places Housing Group Limited\nReference: DN808977`);
  expect.soft(agreed).toContain('This is a draft and not legal advice.');
  expect.soft(agreed).toContain('Draft 1 of 11 August 2026 · Draft, not legal advice');
  expect
    .soft(agreed)
    .toContain(
      'ALDER VALE SUPPLIES CIC, a community interest company limited by guarantee, registered in England and Wales with ' +
        'company number 09871234, whose registered office is at 1 Tram Yard, Salford, M5 4ZZ (the Lead).',
    );
  expect.soft(agreed).toContain('BRIDGEWATER REUSE TRUST, a charitable incorporated organisation registered');
  expect.soft(agreed).toContain('CORNBROOK JOINERY LTD, a co-operative society registered under');
  // Of £195,000, 4% is the lead’s fee.
  expect.soft(agreed).toContain(`${alder.name}\n70%\n£131,040.00\n£7,800.00\n£138,840.00\n71.2%\n`);
  expect.soft(agreed).toContain(`${bridge.name}\n30%\n£56,160.00\nNil\n£56,160.00\n28.8%\n`);

  const offered = linesOf(bid);
  expect.soft(offered).toContain(`${title}\nJoint bid of Irwell Materials Consortium\n`);
  expect.soft(offered).toContain('PPON: ALDR-2208-VALE');
  expect.soft(offered).toContain('Offer valid: until 6 December 2026 (90 days from the deadline for tenders)');
  // The lead’s share of the price holds its fee: 4% + 96% × 70%, and 4% + 96% × 15%.
  expect.soft(offered).toContain(`${alder.name}\n71.2%\n${bridge.name}\n28.8%\nTotal\n100%`);
  expect.soft(offered).toContain(`${alder.name}\n18.4%\n${bridge.name}\n4.8%\n${cornbrook.name}\n76.8%\nTotal\n100%`);
  expect.soft(offered).toContain(`${alder.name}\n[Not known]\nAccounts to 31 March 2026: £512,000.`);
  expect
    .soft(offered)
    .toContain(
      'Question 2.1: How will you keep stock available to our operatives\nHow will you keep stock available to our operatives?\n' +
        'Stock for Trafford Park is counted every morning.\nLength: 8 of 300 words.',
    );
  expect.soft(offered).not.toContain('not legal advice');
}

/** A paragraph a line, of the body, the headers and the footers. */
function linesOf(bytes: Uint8Array): string {
  return Object.entries(readDocx(bytes))
    .filter(([path]) => /^word\/(?:document|header|footer)/.test(path))
    .flatMap(([, xml]) => paragraphsOf(xml).map(({ text }) => text))
    .join('\n')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
