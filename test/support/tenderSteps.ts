import type { Page } from '@playwright/test';
import { expect } from './browserShell.ts';

/** Chooses a file of notices on the page for importing them, which has to be open; a large one by its path. */
export async function chooseNotices(page: Page, name: string, file: Buffer | string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(?:Choose a file|Add another file)$/ }).click();
  const chooser = await choosing;
  await chooser.setFiles(typeof file === 'string' ? file : { name, mimeType: 'application/json', buffer: file });
}

/** Imports all the notices of a file, from wherever one is. */
export async function importNotices(page: Page, bytes: Buffer): Promise<void> {
  await page.goto('/#/tenders/notices/import');
  await chooseNotices(page, 'notices.json', bytes);
  await page.getByRole('button', { name: /^Import (?:all )?[\d,]+ notices?$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notices', exact: true })).toBeVisible();
}

/** Opens a stored notice by its number, as it stands in the list. */
export async function openNotice(page: Page, number: string): Promise<void> {
  await page.goto(`/#/tenders/notices?q=${number}`);
  await page.getByRole('grid', { name: 'Notices' }).focus();
  await expect(page.getByRole('grid', { name: 'Notices' })).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** One line of what follows from a tender's dates. */
export function calculated(page: Page, name: string) {
  const section = page.getByRole('region', { name: 'What follows from the dates' });
  return section.locator('dl > div').filter({ has: page.locator('dt', { hasText: name }) });
}
