import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unprotect } from '../../shared/workspace/passphrase.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import {
  addOrganisation,
  directoryNames,
  loseProfile,
  openWorkspaceFile,
  type ReceivedFile,
  startWorkspace,
} from '../support/musterPage.ts';
import { patience } from '../support/machine.ts';

// To derive the key takes seconds, which is its purpose; on a busy machine, many.
const longer = { timeout: patience(90_000) };

const passphrase = 'seven otters file a tender';
const fixturePassphrase = 'kestrel row at ash vale – 中文';

test.beforeEach(async ({ page }) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Mine CIC');
});

const protectDialog = (page: Page) => page.getByRole('dialog', { name: 'Save with a passphrase' });
const lockedDialog = (page: Page, name: string) => page.getByRole('dialog', { name: `${name} is protected` });
const light = (page: Page) => page.getByRole('button', { name: /^(Saved|Save a file|Not safe)\./ });

test('a file saved with a passphrase opens with it and nothing else, on a computer that has lost everything', async ({
  page,
}) => {
  await page.goto('/#/settings');
  await page.getByRole('button', { name: 'Save with a passphrase…' }).click();
  const file = await saveWith(page, passphrase);
  expect(file.name).toMatch(/^Alder Vale bids \d{4}-\d\d-\d\d protected\.muster$/);
  await expect(page.getByText('It opens with its passphrase and in no other way.').first()).toBeVisible();
  await expect(light(page)).toHaveAccessibleName('Saved. All changes are saved.');
  expect(file.bytes.includes('organisations')).toBe(false);

  await loseProfile(page);
  await page.goto('/');
  await openWorkspaceFile(page, file);
  const dialog = lockedDialog(page, file.name);
  const field = dialog.getByLabel('Passphrase', { exact: true });
  await expect(field).toBeFocused();
  await field.fill('seven otters file a render');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('This passphrase does not open the file.')).toBeVisible(longer);
  await expect(field).toHaveValue('seven otters file a render');
  await expect(field).toBeFocused();
  await field.fill(passphrase);
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText(`Opened ${file.name}`).first()).toBeVisible(longer);
  expect(await directoryNames(page)).toEqual(['Mine CIC']);
});

test('what comes out is a workspace file like any other, also for another program', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search and commands' }).fill('passphrase');
  await page.keyboard.press('Enter');
  const { bytes } = await saveWith(page, passphrase);
  const opened = await unprotect(bytes, passphrase);
  if (!opened.ok) throw new Error(opened.error.kind);
  expect(await readWorkspace(opened.value)).toMatchObject({
    ok: true,
    value: { organisations: [{ name: 'Mine CIC' }] },
  });
});

test('the quick save stays one step, and saves for everyone to read', async ({ page }) => {
  const arriving = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const saved = readFileSync(await (await arriving).path());
  expect(await readWorkspace(saved)).toMatchObject({ ok: true });
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the passphrase is asked for twice, and long enough', async ({ page }) => {
  await light(page).click();
  await page.getByRole('button', { name: 'Save with a passphrase…' }).click();
  const dialog = protectDialog(page);
  await expect(dialog).toContainText('Nobody can open the file without its passphrase');
  await expect(dialog).toContainText('Muster keeps no copy of it');
  const [first, second] = [
    dialog.getByLabel('Passphrase', { exact: true }),
    dialog.getByLabel('The same passphrase again'),
  ];
  await expect(first).toBeFocused();
  await page.keyboard.type('otters');
  await page.keyboard.press('Enter');
  await expect(first).toHaveAccessibleDescription(/shorter than 8 characters/);
  await expect(first).toBeFocused();
  await first.fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(second).toHaveAccessibleDescription('This is not the same as above.');
  await expect(second).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(light(page)).toBeFocused();
  await expect(light(page)).toHaveAccessibleName(/^Save a file\./);
});

test.describe('a protected file opened over a workspace', () => {
  test('replaces it only after setting it aside, and is kept here without the passphrase', async ({ page }) => {
    await open(page, 'by-age.muster');
    const dialog = lockedDialog(page, 'by-age.muster');
    await expect(dialog).toContainText('kept on this computer as any other is, without the passphrase');
    await dialog.getByLabel('Passphrase', { exact: true }).fill(fixturePassphrase);
    await dialog.getByRole('button', { name: 'Open' }).click();
    const offer = page.getByRole('dialog', { name: 'Open by-age.muster?' });
    await expect(offer).toContainText('Ash Vale lots 2–4', longer);
    await offer.getByRole('button', { name: 'Replace' }).click();
    await expect(page.getByText('What was here before is set aside')).toBeVisible(longer);
    await atHome(page);
    expect(await directoryNames(page)).toContain('Kestrel Row CIC');
    await page.goto('/#/settings');
    await expect(page.getByText('They are kept without a passphrase')).toBeVisible();
    await page.getByRole('button', { name: /^Bring back Alder Vale bids set aside/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    await atHome(page);
    await expect(page.getByText('Alder Vale bids', { exact: true })).toBeVisible(longer);
    expect(await directoryNames(page)).toEqual(['Mine CIC']);
  });

  test('is added as a copy like any other, from the text that came by mail', async ({ page }) => {
    await open(page, 'by-age-armoured.muster');
    await lockedDialog(page, 'by-age-armoured.muster')
      .getByLabel('Passphrase', { exact: true })
      .fill(fixturePassphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add as a copy' }).click(longer);
    await expect(page.getByText(/^Added 2 organisations, 1 tender,? and 1 bid from/).first()).toBeVisible(longer);
    expect(await directoryNames(page)).toContain('Mine CIC');
  });

  test('is left alone by who cancels, before and while it is tried', async ({ page }) => {
    await open(page, 'by-age.muster');
    const dialog = lockedDialog(page, 'by-age.muster');
    await dialog.getByRole('button', { name: 'Open' }).click();
    await expect(dialog.getByText('Type the passphrase first.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await open(page, 'by-age.muster');
    await dialog.getByLabel('Passphrase', { exact: true }).fill(fixturePassphrase);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Trying the passphrase.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    expect(await directoryNames(page)).toEqual(['Mine CIC']);
  });

  const refused: readonly [what: string, bytes: (good: Buffer) => Buffer, sentence: RegExp][] = [
    ['is cut short', (good) => good.subarray(0, -200), /incomplete or damaged/],
    ['has a bit changed', (good) => good.fill((good.at(-99) ?? 0) ^ 1, good.length - 99, good.length - 98), /damaged/],
    ['asks for a gigabyte', (good) => replaced(good, ' 18\n', ' 20\n'), /far more time and memory/],
    ['is for the owner of a key', () => fixture('recipient-key.muster'), /for the owner of a key/],
  ];
  for (const [what, make, sentence] of refused) {
    test(`is refused with its reason where it ${what}`, async ({ page }) => {
      await openBytes(page, { name: 'theirs.muster', bytes: make(fixture('by-age.muster')) });
      await lockedDialog(page, 'theirs.muster').getByLabel('Passphrase', { exact: true }).fill(fixturePassphrase);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'theirs.muster was not opened' });
      await expect(dialog).toContainText(sentence, longer);
      await expect(dialog).toContainText('Nothing was changed.');
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      expect(await directoryNames(page)).toEqual(['Mine CIC']);
    });
  }
});

test('axe finds nothing where a passphrase is asked for', async ({ page }) => {
  await page.goto('/#/settings');
  await page.getByRole('button', { name: 'Save with a passphrase…' }).click();
  await protectDialog(page).getByRole('button', { name: 'Save' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await openBytes(page, { name: 'by-age.muster', bytes: replaced(fixture('by-age.muster'), ' 18\n', ' 4\n') });
  const dialog = lockedDialog(page, 'by-age.muster');
  await dialog.getByLabel('Passphrase', { exact: true }).fill('something else');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('This passphrase does not open the file.')).toBeVisible(longer);
  await expectAccessible(page);
});

/** What was opened begins at Home, a moment after it is said to be open. */
async function atHome(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible(longer);
}

/** Fills in the dialog that asks for a new passphrase, and hands over the file that comes out. */
async function saveWith(page: Page, typed: string): Promise<ReceivedFile> {
  const dialog = protectDialog(page);
  await dialog.getByLabel('Passphrase', { exact: true }).fill(typed);
  await dialog.getByLabel('The same passphrase again').fill(typed);
  const arriving = page.waitForEvent('download', longer);
  await page.keyboard.press('Enter');
  const download = await arriving;
  const file = { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  await expect(page.getByText(`Handed to the browser as ${file.name}`).first()).toBeVisible();
  return file;
}

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/protected/${name}`, import.meta.url));
}

function open(page: Page, name: string): Promise<void> {
  return openBytes(page, { name, bytes: fixture(name) });
}

async function openBytes(page: Page, file: ReceivedFile): Promise<void> {
  await page.goto('/#/settings');
  await openWorkspaceFile(page, file);
}

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
}
