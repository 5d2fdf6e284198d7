import type { Locator, Page } from '@playwright/test';
import { expect } from './browserShell.ts';

/** The responses of the sample's bid half done. */
export async function openResponses(page: Page): Promise<void> {
  await page.goto('/#/open-sample');
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await showResponses(page);
}

/** The same, where the workspace is open already. */
export async function showResponses(page: Page): Promise<void> {
  await page.goto('/#/bids');
  await page.getByRole('link', { name: 'Tamebrook Green Consortium' }).click();
  await page.getByRole('navigation', { name: 'Parts of the bid' }).getByRole('link', { name: 'Responses' }).click();
  await expect(page.getByRole('table', { name: 'Questions' })).toBeVisible();
}

export function questionButton(page: Page, text: string): Locator {
  return page.getByRole('table', { name: 'Questions' }).getByRole('button', { name: text });
}

export async function openAnswer(page: Page, number: string): Promise<Locator> {
  await questionButton(page, number).click();
  const answer = page.getByRole('textbox', { name: `Answer to question ${number}` });
  await expect(answer).toBeVisible();
  return answer;
}

/** Until the answer is stored. */
export async function saved(page: Page, number: string): Promise<void> {
  const undo = page.getByRole('button', { name: new RegExp(`^Undo.*answer to question ${number}`) });
  await expect(undo).toBeVisible();
  await expect(page.locator('[data-uncommitted]')).toHaveCount(0);
}

/** Puts something on the clipboard and into the field, as Ctrl+V would. */
export async function paste(field: Locator, kind: 'text/plain' | 'text/html', content: string): Promise<void> {
  await field.focus();
  await field.evaluate(
    (element, [type, text]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(type, text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [kind, content] as const,
  );
}
