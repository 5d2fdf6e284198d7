import type { Locator, Page } from '@playwright/test';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { openRecords } from '../support/workspaces.ts';
import { patience } from '../support/machine.ts';

const parks = newTender('0192f000-0000-7000-8000-0000000000a1', 'Parks maintenance');
const files = [
  { name: 'ITT Parks.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(12_345, 'itt') },
  { name: 'Pricing Schedule.xlsx', mimeType: 'application/zip', buffer: Buffer.from([0, 1, 2, 255, 254, 13, 10]) },
];

async function openTender(page: Page): Promise<Locator> {
  await openRecords(page, { tenders: [parks] });
  await page.goto(`/#/tenders/${parks.id}`);
  return page.getByRole('region', { name: /^Documents/ });
}

async function attach(page: Page, section: Locator, chosen: typeof files): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await section.getByRole('button', { name: 'Attach documents' }).click();
  await (await chooser).setFiles(chosen);
  await expect(section.getByRole('button', { name: `Save ${chosen.at(-1)?.name ?? ''}` })).toBeVisible();
}

/** Flips a byte of the only attachment of that size, as a failing disk would. */
async function damage(page: Page, size: number): Promise<void> {
  await page.evaluate(async (size) => {
    const databases = await indexedDB.databases();
    const { name = '' } = databases.find((one) => one.name?.startsWith('muster')) ?? {};
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('error', () => reject(opening.error));
      opening.addEventListener('success', () => {
        const store = opening.result.transaction('attachments', 'readwrite').objectStore('attachments');
        const reading: IDBRequest<{ size: number; bytes: Uint8Array }[]> = store.getAll();
        reading.addEventListener('success', () => {
          for (const row of reading.result.filter((each) => each.size === size)) {
            row.bytes[0] = (row.bytes[0] ?? 0) ^ 1;
            store.put(row);
          }
        });
        store.transaction.addEventListener('complete', () => {
          opening.result.close();
          resolve();
        });
      });
    });
  }, size);
}

test('tender documents are attached together, told apart by kind, and detached and brought back as steps of their own', async ({
  page,
}) => {
  const section = await openTender(page);
  await attach(page, section, files);
  await expect(section.getByText(/^12 KB · attached /)).toBeVisible();
  await expect(section.getByRole('combobox', { name: 'Kind' }).nth(0)).toHaveValue('Invitation to tender (ITT)');
  await expect(section.getByRole('combobox', { name: 'Kind' }).nth(1)).toHaveValue('Pricing schedule');
  await section.getByRole('textbox', { name: 'Superseded by' }).first().fill('version 2 of 4 March');
  await section.getByRole('textbox', { name: 'Superseded by' }).first().press('Enter');

  await section.getByRole('button', { name: 'Detach ITT Parks.pdf' }).click();
  await expect(section.getByRole('button', { name: 'Save ITT Parks.pdf' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(section.getByRole('textbox', { name: 'Superseded by' }).first()).toHaveValue('version 2 of 4 March');

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(section.getByRole('button', { name: /^Save / })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(section.getByRole('button', { name: /^Save / })).toHaveCount(2);
});

test('a tender document is saved again byte for byte after a reload, and is not kept twice', async ({ page }) => {
  const section = await openTender(page);
  await attach(page, section, files);
  const chooser = page.waitForEvent('filechooser');
  await section.getByRole('button', { name: 'Attach documents' }).click();
  await (await chooser).setFiles(files.slice(1).map((file) => Object.assign({}, file, { name: 'Prices again.xlsx' })));
  await expect(page.getByText('Prices again.xlsx is attached already, as Pricing Schedule.xlsx.')).toBeVisible();

  await page.reload();
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const download = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Save Pricing Schedule.xlsx' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks)).toEqual(files[1]?.buffer);
});

test('documents dropped on the section are attached, and no workspace file is looked for in them', async ({ page }) => {
  const section = await openTender(page);
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Questions and answers'], 'Clarifications 3.txt', { type: 'text/plain' }));
    return transfer;
  });
  await section.getByRole('button', { name: 'Attach documents' }).dispatchEvent('dragover', { dataTransfer: dropped });
  await section.getByRole('button', { name: 'Attach documents' }).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(section.getByRole('button', { name: 'Save Clarifications 3.txt' })).toBeVisible();
  await expect(section.getByRole('combobox', { name: 'Kind' })).toHaveValue('Clarifications');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a file beyond 50 MB is refused with a sentence, and one of just 50 MB is kept', async ({ page }) => {
  const section = await openTender(page);
  // Made in the page: Playwright hands over no more than 50 MB.
  const drop = async (name: string, size: number): Promise<void> => {
    const dropped = await page.evaluateHandle(
      ([name, size]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(size)], name));
        return transfer;
      },
      [name, size] as const,
    );
    await section.getByRole('button', { name: 'Attach documents' }).dispatchEvent('drop', { dataTransfer: dropped });
  };
  await drop('Drawings.pdf', 50 * 2 ** 20 + 1);
  await expect(page.getByText('Drawings.pdf is larger than 50 MB.')).toBeVisible();
  await drop('Plans.pdf', 50 * 2 ** 20);
  await expect(section.getByRole('button', { name: 'Save Plans.pdf' })).toBeVisible({ timeout: patience(60_000) });
  await expect(section.getByText(/^52 MB · attached /)).toBeVisible();
});

test('the check in Settings names a damaged document by its tender, and axe finds nothing', async ({ page }) => {
  const section = await openTender(page);
  await attach(page, section, files);
  await section.scrollIntoViewIfNeeded();
  await expectAccessible(page, 'main');

  await page.goto('/#/settings');
  const panel = page.getByRole('region', { name: 'Attached files' });
  await panel.getByRole('button', { name: 'Check attached files' }).press('Enter');
  await expect(panel.getByRole('status')).toContainText('All sound: 2 files, 12 KB in all.');
  await damage(page, 12_345);
  await panel.getByRole('button', { name: 'Check attached files' }).press('Enter');
  await expect(panel.getByText('1 file cannot be relied on')).toBeVisible();
  await expect(panel.getByText('ITT Parks.pdf of Parks maintenance is damaged.')).toBeVisible();
  await expectAccessible(page, 'main');
  await panel.getByRole('link', { name: 'Parks maintenance' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Parks maintenance' })).toBeVisible();
});
