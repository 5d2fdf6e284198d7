import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { numberedOrganisations, openOrganisations, startWorkspace } from '../support/workspaces.ts';

/** Presses Tab until `target` has the focus, as someone without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(target)}`);
}

async function fill(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name: new RegExp(`^${name}`) });
}

function textbox(within: Page | Locator, name: string): Locator {
  return within.getByRole('textbox', { name, exact: true });
}

async function addOrganisation(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+n');
  await expect(textbox(page.getByRole('dialog'), 'Legal name, exactly as registered')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a new user fills an organisation by keyboard alone, undoes it all, redoes it, and finds it after a reload', async ({
  page,
}) => {
  await startWorkspace(page);

  await addOrganisation(page, 'Kestrel Row CIC');
  await expect(page.getByRole('combobox', { name: 'Legal form' })).toBeFocused();
  await page.keyboard.type('CIC limited by g');
  await page.keyboard.press('Enter');
  await fill(page, textbox(page, 'Trading name'), 'Kestrel Row');

  const numbers = region(page, 'Numbers in public registers');
  await fill(page, textbox(numbers, 'Number'), 'krwc4127qzxv');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove PPON KRWC-4127-QZXV' })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Add site' }));
  await page.keyboard.press('Enter');
  await expect(textbox(region(page, 'Sites'), 'Name')).toBeFocused();
  await page.keyboard.type('Depot');
  await fill(page, textbox(page, 'Address'), 'Tamebrook Lane');
  await fill(page, textbox(page, 'Postcode'), 'zz12 4hs');

  await tabTo(page, page.getByRole('radiogroup', { name: /SME/ }).getByRole('radio', { name: 'Unknown' }));
  await page.keyboard.press('y');

  await tabTo(page, page.getByRole('button', { name: 'Add contact' }));
  await page.keyboard.press('Enter');
  await expect(textbox(region(page, 'Contacts'), 'Name')).toBeFocused();
  await page.keyboard.type('Ada Okoro');
  await fill(page, textbox(page, 'E-mail'), 'ada@kestrel.example.org');
  await fill(page, page.getByRole('combobox', { name: 'For', exact: true }), 'Sign');
  await page.keyboard.press('Enter');

  const turnover = region(page, 'Turnover');
  await fill(page, textbox(turnover, 'Year to'), '31/3/2026');
  await fill(page, textbox(turnover, 'Turnover'), '520k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove turnover, year to Tue 31 Mar 2026' })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Add insurance' }));
  await page.keyboard.press('Enter');
  const insurances = region(page, 'Insurances');
  await expect(insurances.getByRole('combobox', { name: 'Kind' })).toBeFocused();
  await fill(page, textbox(insurances, 'Limit'), '10m');
  await fill(page, textbox(insurances, 'Valid to'), '31 Mar 2099');
  await fill(page, textbox(page, 'Notes'), 'Leads the bid.');
  await page.keyboard.press('Control+Enter');

  const filled = async (): Promise<void> => {
    await expect(page.getByRole('combobox', { name: 'Legal form' })).toHaveValue('CIC limited by guarantee');
    await expect(textbox(page, 'Trading name')).toHaveValue('Kestrel Row');
    await expect(textbox(page, 'Postcode')).toHaveValue('ZZ12 4HS');
    await expect(page.getByRole('checkbox', { name: 'Registered office' })).toBeChecked();
    await expect(page.getByRole('radiogroup', { name: /SME/ }).getByRole('radio', { name: 'Yes' })).toBeChecked();
    await expect(textbox(page, 'E-mail')).toHaveValue('ada@kestrel.example.org');
    await expect(region(page, 'Contacts').getByText('Signatory')).toBeVisible();
    await expect(textbox(turnover, 'Turnover').first()).toHaveValue('£520,000');
    await expect(textbox(insurances, 'Limit')).toHaveValue('£10,000,000');
    await expect(textbox(insurances, 'Valid to')).toHaveValue('Tue 31 Mar 2099');
    await expect(insurances.getByText(/In date, [\d,]+ days left/)).toBeVisible();
    await expect(textbox(page, 'Notes')).toHaveValue('Leads the bid.');
  };
  await filled();

  const undone = page.getByRole('button', { name: 'Undo', exact: true });
  for (let steps = 0; steps < 40 && !(await undone.isVisible()); steps += 1) {
    const before = await page.getByRole('button', { name: /^Undo/ }).getAttribute('aria-label');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: /^Undo/ })).not.toHaveAttribute('aria-label', before ?? '');
  }
  await expect(page.getByRole('heading', { name: 'This organisation is not here' })).toBeVisible();

  const redone = page.getByRole('button', { name: 'Redo', exact: true });
  for (let steps = 0; steps < 40 && !(await redone.isVisible()); steps += 1) {
    const before = await page.getByRole('button', { name: /^Redo/ }).getAttribute('aria-label');
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByRole('button', { name: /^Redo/ })).not.toHaveAttribute('aria-label', before ?? '');
  }
  await filled();
  await page.reload();
  await filled();
});

test('what cannot be understood stays as it was typed, says why, and changes nothing', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto('/#/organisations/0192f000-0000-7000-8000-000000000001');

  const number = region(page, 'Numbers in public registers').getByRole('textbox', { name: 'Number' }).first();
  await number.fill('12/34');
  await number.press('Tab');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('not how a number of this register is written');
  await expect(number).toHaveValue('12/34');

  await page.getByRole('button', { name: 'Add insurance' }).click();
  await textbox(page, 'Valid to').fill('30/2/2027');
  await textbox(page, 'Valid to').press('Tab');
  await expect(page.getByText('There is no such day.')).toBeVisible();
  await textbox(page, 'Limit').fill('1,23');
  await textbox(page, 'Limit').press('Tab');
  await expect(page.getByText('The commas do not part thousands.')).toBeVisible();

  await page.reload();
  await expect(textbox(page, 'Limit')).toHaveValue('1,23');
  await expect(textbox(page, 'Valid to')).toHaveValue('30/2/2027');
  await expect(page.getByText('Restored: you typed this before').first()).toBeVisible();
  await textbox(page, 'Valid to').press('Escape');
  await expect(textbox(page, 'Valid to')).toHaveValue('');
  await expect(page.getByText('Not known: no end date')).toBeVisible();
});

test('a postcode that is unusual is kept and remarked upon', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto('/#/organisations/0192f000-0000-7000-8000-000000000001');
  await textbox(page, 'Postcode').fill('D02 AF30');
  await textbox(page, 'Postcode').press('Enter');
  await expect(page.getByText('This is not the form of a UK postcode')).toBeVisible();
  await page.reload();
  await expect(textbox(page, 'Postcode')).toHaveValue('D02 AF30');
});

const uglyNames = [
  ['markup', '<img src=x onerror=alert(1)><b>Bold & Co</b>'],
  ['right-to-left text', 'עמותת הקשת Ltd جمعية'],
  ['emoji', '👩🏽‍🌾🏴󠁧󠁢󠁷󠁬󠁳󠁿 Growers CIC 🥕'],
  ['formula', '=HYPERLINK("http://example.org","x")'],
] as const;

for (const [kind, name] of uglyNames) {
  test(`a name with ${kind} is text like any other`, async ({ page }) => {
    await startWorkspace(page);
    await addOrganisation(page, name);
    await page.getByRole('link', { name: 'Organisations', exact: true }).first().click();
    await expect(page.getByRole('grid').getByRole('link', { name, exact: true })).toBeVisible();
  });
}

test('a name of 10,000 characters is refused with a sentence and nothing of it is lost', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto('/#/organisations/0192f000-0000-7000-8000-000000000001');
  const name = textbox(page, 'Legal name, exactly as registered');
  const long = 'Very long name '.repeat(667);
  await name.fill(long);
  await name.press('Tab');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Muster holds up to 500');
  await page.reload();
  await expect(name).toHaveValue(long);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cwmni 00001 Ltd');
});

test('control characters do not reach the name', async ({ page }) => {
  await startWorkspace(page);
  await page.keyboard.press('Alt+n');
  await textbox(page.getByRole('dialog'), 'Legal name, exactly as registered').fill(
    'Kestrel\u0007\u202E Row\u0000 CIC',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kestrel Row CIC');
});

test('adding the same organisation again is warned about as its name is typed', async ({ page }) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Brindle & Sons Limited');
  await page.keyboard.press('Alt+n');
  await textbox(page.getByRole('dialog'), 'Legal name, exactly as registered').fill('BRINDLE and sons ltd.');
  await expect(page.getByText('This may be here already')).toBeVisible();
  await page.getByRole('dialog').getByRole('link', { name: 'Brindle & Sons Limited' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Brindle & Sons Limited' })).toBeVisible();
});

test('a certificate file is attached, kept, and saved again byte for byte', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto('/#/organisations/0192f000-0000-7000-8000-000000000001');
  await page.getByRole('button', { name: 'Add certificate' }).click();
  await textbox(page, 'Certificate').fill('Cyber Essentials');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Attach file/ }).click();
  const bytes = Buffer.from([0, 1, 2, 255, 254, 13, 10]);
  await (await chooser).setFiles({ name: 'cyber.pdf', mimeType: 'application/pdf', buffer: bytes });
  await expect(page.getByRole('button', { name: /^Save cyber.pdf/ })).toBeVisible();

  await page.reload();
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save cyber.pdf/ }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks)).toEqual(bytes);
});

test('there is one registered office at most', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto('/#/organisations/0192f000-0000-7000-8000-000000000001');
  await page.getByRole('button', { name: 'Add site' }).click();
  const offices = page.getByRole('checkbox', { name: 'Registered office' });
  await offices.nth(1).click();
  await expect(offices.nth(1)).toBeChecked();
  await expect(offices.nth(0)).not.toBeChecked();
});

test('removing an organisation is undone whole', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(2));
  await page.goto('/#/organisations/0192f000-0000-7000-8000-000000000001');
  await page.getByRole('button', { name: 'Remove this organisation' }).click();
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('grid').getByRole('link', { name: 'Cwmni 00001 Ltd', exact: true })).toBeVisible();
});

test('axe finds nothing on the page of an organisation', async ({ page }) => {
  await openOrganisations(page, numberedOrganisations(1));
  await page.goto('/#/organisations/0192f000-0000-7000-8000-000000000001');
  for (const name of ['Add contact', 'Add insurance', 'Add certificate']) {
    await page.getByRole('button', { name }).click();
  }
  // What was added last takes the focus, and with it what is typed.
  await expect(textbox(page, 'Certificate')).toBeFocused();
  await textbox(page, 'Valid to').first().fill('never');
  await textbox(page, 'Valid to').first().press('Tab');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'main');
});
