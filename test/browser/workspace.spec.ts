import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { expect, test } from '../support/browserShell.ts';
import {
  addOrganisation,
  directoryNames,
  loseProfile,
  openWorkspaceFile,
  type ReceivedFile,
  saveWorkspaceFile,
  startWorkspace,
} from '../support/musterPage.ts';

test.beforeEach(async ({ page }) => {
  await startWorkspace(page);
});

const light = (page: Page) => page.getByRole('button', { name: /^(Saved|Save a file|Not safe)\./ });

test('what was saved comes back whole on a computer that has lost everything', async ({ page }) => {
  await addOrganisation(page, 'Hollowell Trust');
  await page.getByLabel('Trading name').fill('Hollowell, “the Trust” 中文');
  const file = await saveWorkspaceFile(page);
  expect(file.name).toMatch(/^Alder Vale bids \d{4}-\d\d-\d\d\.muster$/);

  await loseProfile(page);
  await page.goto('/');
  await openWorkspaceFile(page, file);
  await expect(page.getByText(`Opened ${file.name}`).first()).toBeVisible();
  expect(await directoryNames(page)).toEqual(['Hollowell Trust']);
  await page.getByText('Hollowell Trust').first().dblclick();
  await expect(page.getByRole('textbox', { name: 'Trading name' })).toHaveValue('Hollowell, “the Trust” 中文');
  await expect(page.getByRole('button', { name: /^Undo: .*trading name/ })).toBeEnabled();
});

test('the light is amber while changes are on this computer only, and green once they are in a file', async ({
  page,
}) => {
  await expect(light(page)).toHaveAccessibleName('Saved. All changes are saved.');
  await addOrganisation(page, 'Hollowell Trust');
  await expect(light(page)).toHaveAccessibleName('Save a file. 1 change is only on this computer.');
  await saveWorkspaceFile(page);
  await expect(light(page)).toHaveAccessibleName('Saved. All changes are saved.');
  await light(page).click();
  await expect(page.getByRole('dialog')).toContainText('Handed to the browser as Alder Vale bids');
});

test('a save that the person cancels changes nothing', async ({ page }) => {
  await addOrganisation(page, 'Hollowell Trust');
  await page.evaluate(() => {
    window.showSaveFilePicker = () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError'));
  });
  await light(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save a workspace file' }).click();
  await page.waitForTimeout(1000);
  await expect(light(page)).toHaveAccessibleName('Save a file. 1 change is only on this computer.');
});

test.describe('a file opened over a workspace', () => {
  test('replaces it only after setting it aside, from where it is brought back', async ({ page }) => {
    await addOrganisation(page, 'Mine CIC');
    const other = await fileWith('Theirs', ['Theirs Ltd']);
    await page.goto('/#/settings');
    await openWorkspaceFile(page, other);
    const dialog = page.getByRole('dialog', { name: 'Open theirs.muster?' });
    await expect(dialog).toContainText('1 organisation, 0 tenders');
    await dialog.getByRole('button', { name: 'Replace' }).click();
    await expect(page.getByText('What was here before is set aside')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    expect(await directoryNames(page)).toEqual(['Theirs Ltd']);

    await page.getByRole('link', { name: 'bring it back' }).click();
    await expect(page).toHaveURL(/organisations$/);
    await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    expect(await directoryNames(page)).toEqual(['Mine CIC']);
    await page.goto('/#/settings');
    await expect(page.getByRole('row').filter({ hasText: 'Alder Vale bids set aside' })).toHaveCount(1);
  });

  test('replaces nothing where it cannot be set aside', async ({ page }) => {
    await addOrganisation(page, 'Mine CIC');
    // The folder's name is taken by a file, which no write gets past.
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('set-aside', { recursive: true }).catch(() => undefined);
      await root.getFileHandle('set-aside', { create: true });
    });
    await page.goto('/#/settings');
    await openWorkspaceFile(page, await fileWith('Theirs', ['Theirs Ltd']));
    await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    await expect(page.getByRole('dialog')).toContainText('could not be set aside');
    await expect(page.getByRole('dialog')).toContainText('Nothing was replaced.');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    expect(await directoryNames(page)).toEqual(['Mine CIC']);
  });

  test('adds its organisations as a copy, which one undo takes out again', async ({ page }) => {
    await addOrganisation(page, 'Mine CIC');
    await page.goto('/#/settings');
    await openWorkspaceFile(page, await fileWith('Theirs', ['Theirs Ltd', 'Theirs Two Ltd']));
    await page.getByRole('dialog').getByRole('button', { name: 'Add as a copy' }).click();
    await expect(page.getByText('Added 2 organisations from theirs.muster').first()).toBeVisible();
    await expect.poll(() => directoryNames(page)).toEqual(['Mine CIC', 'Theirs Ltd', 'Theirs Two Ltd']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => directoryNames(page)).toEqual(['Mine CIC']);
  });

  test('asks again before it adds more than fifty', async ({ page }) => {
    await addOrganisation(page, 'Mine CIC');
    await page.goto('/#/settings');
    const names = Array.from({ length: 51 }, (_, at) => `Member ${at}`);
    await openWorkspaceFile(page, await fileWith('Many', names));
    const dialog = page.getByRole('dialog', { name: 'Open many.muster?' });
    await dialog.getByRole('button', { name: 'Add as a copy' }).click();
    const question = page.getByRole('dialog', { name: 'Add 51 records?' });
    await expect(question.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await dialog.getByRole('button', { name: 'Add as a copy' }).click();
    await question.getByRole('button', { name: 'Add 51 records' }).click();
    await expect(page.getByText('Added 51 organisations').first()).toBeVisible();
  });

  test('can be dropped anywhere in the window', async ({ page }) => {
    await addOrganisation(page, 'Mine CIC');
    const { bytes } = await fileWith('Theirs', ['Theirs Ltd']);
    await page.evaluate((base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'theirs.muster'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, bytes.toString('base64'));
    await expect(page.getByRole('dialog', { name: 'Open theirs.muster?' })).toBeVisible();
  });

  test('opens without a question where nothing was done yet', async ({ page }) => {
    await page.goto('/#/settings');
    await openWorkspaceFile(page, await fileWith('Theirs', ['Theirs Ltd']));
    await expect(page.getByText('Theirs', { exact: true })).toBeVisible();
    expect(await directoryNames(page)).toEqual(['Theirs Ltd']);
  });
});

test.describe('a file that is no sound workspace is refused with its reason, and nothing changes', () => {
  const refused: readonly [name: string, bytes: () => Buffer, sentence: RegExp][] = [
    ['empty.muster', () => Buffer.alloc(0), /empty/],
    ['letter.docx', () => Buffer.from('Dear Sir or Madam'), /not a Muster workspace/],
    ['cut.muster', () => fixture('v1.muster').subarray(0, 900), /incomplete|not a Muster workspace/],
    ['bomb.muster', () => fixture('bomb.muster'), /unpack to (far )?more/],
    ['parent-folder.muster', () => fixture('parent-folder.muster'), /not safe/],
    ['photos.zip', () => fixture('ordinary.zip'), /not a Muster workspace/],
  ];
  for (const [name, bytes, sentence] of refused) {
    test(name, async ({ page }) => {
      await addOrganisation(page, 'Mine CIC');
      await page.goto('/#/settings');
      await openWorkspaceFile(page, { name, bytes: bytes() });
      const dialog = page.getByRole('dialog', { name: `${name} was not opened` });
      await expect(dialog).toContainText(sentence);
      await expect(dialog).toContainText('Nothing was changed.');
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      expect(await directoryNames(page)).toEqual(['Mine CIC']);
    });
  }
});

/** The file of another workspace, made as Muster makes it. */
async function fileWith(name: string, organisations: readonly string[]): Promise<ReceivedFile> {
  const bytes = await serialiseWorkspace(
    {
      workspace: { id: randomUUID(), name, createdAt: '2026-10-01T09:00:00.000Z' },
      ...noRecords,
      organisations: organisations.map((each) => newOrganisation(randomUUID(), each)),
      history: [],
      attachments: [],
    },
    { savedAt: '2026-11-20T17:30:00.000Z', savedBy: 'Muster 0.1.0' },
  );
  return { name: `${name.toLowerCase()}.muster`, bytes: Buffer.from(bytes) };
}

test('an address that leads nowhere says so, also in the breadcrumb, and leads Home', async ({ page }) => {
  await page.goto('/#/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no such page', level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toHaveText('Home›No such page');
  await page.getByRole('link', { name: 'Go to Home' }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
});

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/workspaces/${name}`, import.meta.url));
}
