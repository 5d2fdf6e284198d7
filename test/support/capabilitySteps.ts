import { expect, type Locator, type Page } from '@playwright/test';
import type { CapabilityProfile } from '../../shared/domain/capability/capability.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { patience } from './machine.ts';

export function matrixOf(page: Page): Locator {
  return page.getByRole('grid', { name: 'Capability matrix' });
}

/** The cell in a row and a column, both counted from 0 as they lie on the screen. */
export function cellAt(grid: Locator, row: number, column: number): Locator {
  return grid.locator(`tr[aria-rowindex="${row + 2}"] td[aria-colindex="${column + 2}"]`);
}

/** Opens a workspace of so many organisations and capabilities at its matrix; `levels` says what each can do, by number. */
export async function openMatrix(
  page: Page,
  organisationCount: number,
  capabilityCount: number,
  levels: readonly Readonly<Record<number, 0 | 1 | 2 | 3 | 4>>[] = [],
): Promise<void> {
  const capabilityId = (number: number): string => idAt(1000 + number);
  const organisations = numbered(organisationCount).map((number) =>
    newOrganisation(idAt(number), nameOf('Organisation', number, organisationCount)),
  );
  const capabilities = numbered(capabilityCount).map((number) => ({
    id: capabilityId(number),
    name: nameOf('Capability', number, capabilityCount),
    group: 'Everything',
    description: '',
  }));
  const capabilityProfiles = levels.map((levels, index): CapabilityProfile => {
    const cells = Object.entries(levels).map(([number, level]) => [
      capabilityId(Number(number)),
      { level, confidence: 'claimed' as const, note: '' },
    ]);
    return { id: idAt(index + 1), cells: Object.fromEntries(cells) };
  });
  const bytes = await serialiseWorkspace(
    {
      ...noRecords,
      workspace: { id: idAt(0), name: 'Parks bid', createdAt: '2026-11-02T09:00:00.000Z' },
      organisations,
      capabilities,
      capabilityProfiles,
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
  await page.goto('/#/capabilities/matrix');
  await expect(matrixOf(page)).toBeVisible();
}

function numbered(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Sorts by name as by number. */
function nameOf(what: string, number: number, count: number): string {
  return `${what} ${String(number).padStart(String(count).length, '0')}`;
}

export function idAt(index: number): string {
  return `0192f000-0000-7000-8000-${String(index).padStart(12, '0')}`;
}
