import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { patience } from './machine.ts';

export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The documents of the sample's bid half done, from wherever one is. */
export async function openDocuments(page: Page): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/');
  await page.evaluate(() => location.assign('#/open-sample'));
  await expect(page.getByRole('heading', { name: 'Most is missing' })).toBeVisible({ timeout: patience(30_000) });
  await page.evaluate(() => location.assign('#/bids'));
  await page.getByRole('link', { name: 'Tamebrook Green Consortium' }).click();
  await page.getByRole('navigation', { name: 'Parts of the bid' }).getByRole('link', { name: 'Documents' }).click();
  await expect(page.getByRole('button', { name: 'Save draft as Word' })).toBeEnabled();
}

/** All words of a Word file, its body, headers and footers, as one line. */
export function wordsOf(bytes: Uint8Array): string {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /^word\/(?:document|header|footer)/.test(path));
  return parts
    .flatMap(([, part]) => Array.from(strFromU8(part).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)))
    .map(([, text]) => text)
    .join('');
}
