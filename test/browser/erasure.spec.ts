import type { Locator, Page } from '@playwright/test';
import { newBid } from '../../shared/domain/bid/newBid.ts';
import { newOrganisation, type Contact, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { idOf } from '../support/ids.ts';
import { openRecords } from '../support/workspaces.ts';

function contact(id: string, name: string, email: string): Contact {
  return { id, name, email, role: 'Director', purposes: ['signatory'], phone: '' };
}

const kestrel: Organisation = {
  ...newOrganisation('0192f000-0000-7000-8000-000000000001', 'Kestrel Row CIC'),
  contacts: [
    contact(idOf('c-1'), 'Ada Okoro', 'ada@kestrel.example.org'),
    contact(idOf('c-2'), 'Ada Okoro-Bell', 'bell@kestrel.example.org'),
  ],
  notes: 'Ring Ada Okoro before ten.',
};
const tender = { ...newTender('0192f000-0000-7000-8000-0000000000a1', 'Parks maintenance'), state: 'bidding' as const };
const start = { name: 'Kestrel Row Partnership', leadId: kestrel.id, lotIds: [] };
const bid = {
  ...newBid('0192f000-0000-7000-8000-0000000000b1', tender.id, start),
  signatory: { name: 'Ada Okoro', role: 'Director' },
};

async function openKestrel(page: Page, records: Parameters<typeof openRecords>[1]): Promise<Locator> {
  await openRecords(page, records);
  await page.goto(`/#/organisations/${kestrel.id}`);
  return page.getByRole('region', { name: /^Contacts/ });
}

/** Everything that the database holds, as text. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name = '' }) => name);
    const all: unknown[] = [];
    for (const name of names) {
      all.push(
        await new Promise<unknown>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.addEventListener('error', () => reject(opening.error));
          opening.addEventListener('success', () => {
            const stores = [...opening.result.objectStoreNames];
            const transaction = opening.result.transaction(stores);
            const requests = stores.map((store) => transaction.objectStore(store).getAll());
            transaction.addEventListener('complete', () => {
              opening.result.close();
              resolve(requests.map(({ result }) => result as unknown));
            });
          });
        }),
      );
    }
    return JSON.stringify([all, Object.entries(localStorage)]);
  });
}

test('a contact is erased for good by keyboard, after everything that was found was shown, and undo does not bring them back', async ({
  page,
}) => {
  const contacts = await openKestrel(page, { organisations: [kestrel], tenders: [tender], bids: [bid] });
  const role = contacts.getByRole('textbox', { name: 'Role' }).first();
  await role.fill('Chair');
  await role.press('Enter');
  await contacts.getByRole('button', { name: 'Erase for good… Ada Okoro', exact: true }).press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Erase Ada Okoro for good' });
  await expect(dialog.getByText('Kestrel Row CIC, contacts, and in 1 earlier version')).toBeVisible();
  await expect(dialog.getByText('Kestrel Row Partnership, who signs for the bidder')).toBeVisible();
  await expect(dialog.getByText('parks.muster (workspace file')).toBeVisible();
  await expect(dialog.getByText('Okoro-Bell')).toHaveCount(0);
  const notes = dialog.getByRole('checkbox', { name: 'Kestrel Row CIC, notes' });
  await expect(notes).not.toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await notes.press('Space');
  await dialog.getByRole('checkbox', { name: /know that this cannot be undone/ }).press('Space');
  await dialog.getByRole('button', { name: 'Erase for good' }).press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Erased in 3 places');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await expect(contacts.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('erased person');
  await expect(contacts.getByRole('textbox', { name: 'Name' }).nth(1)).toHaveValue('Ada Okoro-Bell');
  await page.keyboard.press('Control+z');
  await expect(contacts.getByRole('textbox', { name: 'Role' }).first()).toHaveValue('');
  const text = (await stored(page)).replaceAll('Ada Okoro-Bell', '');
  expect(text).not.toMatch(/Ada Okoro|ada@kestrel|Chair/);
  expect(text).toContain('Ring erased person before ten.');

  await page.goto('/#/activity');
  await expect(page.getByText('Erased a person’s data for good, in 3 places')).toBeVisible();
});

test('a retention period makes data due, Home says so, and it is erased from Settings', async ({ page }) => {
  await openKestrel(page, { organisations: [kestrel] });
  await page.goto('/#/settings');
  const panel = page.getByRole('region', { name: 'Personal data' });
  await expect(panel.getByText('2 people', { exact: true })).toBeVisible();
  await expect(panel.getByText('not decided')).toHaveCount(2);
  const period = panel.getByRole('textbox', { name: 'Contacts of organisations: kept for' });
  await period.fill('soon');
  await period.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('Write it as 2 years');
  await period.fill('1 week');
  await period.press('Enter');
  await expect(panel.getByText('due since Mon 9 Nov 2026')).toHaveCount(2);

  await page.goto('/#/');
  const due = page.getByRole('region', { name: 'Personal data to erase' });
  await expect(due.getByText('Ada Okoro,', { exact: false }).first()).toBeVisible();
  await due.getByRole('link', { name: '2 people' }).click();
  await panel.getByRole('button', { name: 'Erase for good… Ada Okoro-Bell' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: 'Why' })).toHaveValue('retentionOver');
  await dialog.getByRole('checkbox', { name: /know that this cannot be undone/ }).check();
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(panel.getByText('1 person', { exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Erase for good… Ada Okoro' })).toBeVisible();
});

test('whoever comes back with a file is named before it is opened, and Home offers to erase them again', async ({
  page,
}) => {
  const contacts = await openKestrel(page, { organisations: [kestrel] });
  await contacts.getByRole('button', { name: 'Erase for good… Ada Okoro', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /know that this cannot be undone/ }).check();
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByRole('status')).toContainText('Erased in 1 place');
  await page.keyboard.press('Enter');

  const file = {
    workspace: { id: kestrel.id, name: 'Parks bid', createdAt: '2026-11-02T09:00:00.000Z' },
    ...noRecords,
  };
  const bytes = await serialiseWorkspace(
    { ...file, organisations: [kestrel], history: [], attachments: [] },
    { savedAt: '2026-11-02T09:00:00.000Z', savedBy: 'a test' },
  );
  await page.goto('/#/settings');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a workspace file' }).first().click();
  await (await chooser).setFiles({ name: 'old.muster', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await expect(dialog.getByRole('alert')).toContainText('Ada Okoro: erased from the workspace');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  const due = page.getByRole('region', { name: 'Personal data to erase' });
  await expect(due).toContainText('Ada Okoro, Kestrel Row CIC');
  await expect(due).toContainText('erased before, and here again');
  await expect(due).not.toContainText('Okoro-Bell');
});

test('nothing is due while a bid needs the people in it', async ({ page }) => {
  await openKestrel(page, { organisations: [kestrel], tenders: [tender], bids: [bid] });
  await page.goto('/#/settings');
  const panel = page.getByRole('region', { name: 'Personal data' });
  await panel.getByRole('textbox', { name: 'Contacts of organisations: kept for' }).fill('0');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('not while it runs')).toHaveCount(2);
});

test('axe finds nothing in the dialog of an erasure and in the panel of personal data', async ({ page }) => {
  const contacts = await openKestrel(page, { organisations: [kestrel], tenders: [tender], bids: [bid] });
  await contacts.getByRole('button', { name: 'Erase for good… Ada Okoro', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('Will be erased')).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto('/#/settings');
  await expect(page.getByRole('region', { name: 'Personal data' }).getByRole('table')).toBeVisible();
  await expectAccessible(page, 'main');
});
