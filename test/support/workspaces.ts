import type { Page } from '@playwright/test';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import { noRecords, type RecordLists } from '../../shared/rows/records.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { expect } from './browserShell.ts';
import { patience } from './machine.ts';

/** Starts an empty workspace on the start screen and waits until its Home is there. */
export async function startWorkspace(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Name of the workspace').fill('Parks bid');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Organisations', exact: true })).toBeVisible();
}

/** Opens a workspace file that holds these organisations, from the start screen. */
export function openOrganisations(page: Page, organisations: readonly Organisation[]): Promise<void> {
  return openRecords(page, { organisations });
}

/** Opens a workspace file that holds these records, from the start screen. */
export async function openRecords(page: Page, records: Partial<RecordLists>): Promise<void> {
  const bytes = await serialiseWorkspace(
    {
      workspace: { id: idAt(0), name: 'Parks bid', createdAt: '2026-11-02T09:00:00.000Z' },
      ...noRecords,
      ...records,
      history: [],
      attachments: [],
    },
    { savedAt: '2026-11-02T09:00:00.000Z', savedBy: 'a test' },
  );
  await page.goto('/');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a workspace file' }).click();
  await (await chooser).setFiles({ name: 'parks.muster', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await expect(page.getByRole('link', { name: 'Organisations', exact: true })).toBeVisible({
    timeout: patience(30_000),
  });
}

/** `count` organisations whose names tell their number; every tenth is a CIO, every hundredth is in Wales. */
export function numberedOrganisations(count: number): readonly Organisation[] {
  return Array.from({ length: count }, (_, index): Organisation => {
    const number = String(index + 1).padStart(5, '0');
    return {
      ...newOrganisation(idAt(index + 1), `${index % 100 === 0 ? 'Cwmni' : 'Kestrel'} ${number} Ltd`),
      legalForm: index % 10 === 0 ? 'cio' : 'clg',
      identifiers: [{ scheme: 'GB-COH', id: `990${number}` }],
      sites: [{ id: idAt(index + 1), label: '', registeredOffice: true, address: 'High Street', postcode: 'ZZ1 1ZZ' }],
    };
  });
}

function idAt(index: number): string {
  return `0192f000-0000-7000-8000-${String(index).padStart(12, '0')}`;
}
