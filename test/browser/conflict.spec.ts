import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation, startWorkspace } from '../support/musterPage.ts';

test.setTimeout(180_000);

const answer = (page: Page): Locator => page.getByRole('textbox', { name: 'Answer to question 1.1' });
const website = (page: Page): Locator => page.getByRole('textbox', { name: 'Website', exact: true });
const conflict = (page: Page): Locator =>
  page.getByRole('alert').filter({ hasText: 'Something else was stored here while you were typing' });

/** Types a text and then a letter ten times a second, so that no pause stores it, however slow the machine is. */
async function typeWithoutPause(field: Locator, text: string): Promise<void> {
  await field.press('End');
  await field.evaluate((_element, typed) => {
    document.execCommand('insertText', false, typed);
    window.typing = window.setInterval(() => document.execCommand('insertText', false, 'x'), 100);
  }, text);
}

async function stopTyping(page: Page): Promise<void> {
  await page.evaluate(() => window.clearInterval(window.typing));
}

declare global {
  interface Window {
    typing?: number;
  }
}

async function bothOn(page: Page, context: BrowserContext): Promise<Page> {
  await page.goto('/#/open-sample');
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await page.goto('/#/bids');
  await page.getByRole('link', { name: 'Tamebrook Green Consortium' }).click();
  await page.getByRole('navigation', { name: 'Parts of the bid' }).getByRole('link', { name: 'Responses' }).click();
  await page.getByRole('table', { name: 'Questions' }).getByRole('button', { name: '1.1' }).click();
  await expect(answer(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(answer(other)).toBeVisible();
  return other;
}

test('an answer typed in two windows: the second to store sees the other beside its own and chooses', async ({
  page,
  context,
}) => {
  const other = await bothOn(page, context);
  await typeWithoutPause(answer(other), ' From the second window.');
  await answer(page).press('End');
  await answer(page).pressSequentially(' From the first window.');
  await expect(conflict(other)).toContainText('From the first window.');
  await stopTyping(other);
  await expect(answer(other)).toContainText('From the second window.');
  await expectAccessible(other, 'main');

  await conflict(other).getByRole('button', { name: 'Keep both, mine after it' }).click();
  await expect(conflict(other)).toBeHidden();
  for (const one of [page, other]) {
    await expect(answer(one)).toContainText('From the first window.');
    await expect(answer(one)).toContainText('From the second window.');
  }
});

test('a field typed in two windows: what the other stored stays until a person chooses', async ({ page, context }) => {
  await startWorkspace(page);
  await addOrganisation(page, 'Kestrel Row CIC');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(website(other)).toBeVisible();
  await typeWithoutPause(website(other), 'https://two.example.org/');
  await website(page).fill('https://one.example.org');
  await website(page).press('Enter');
  await expect(conflict(other)).toContainText('https://one.example.org');
  await stopTyping(other);
  await website(other).press('Enter');
  await expect(website(other)).toHaveValue(/two\.example\.org/);
  await expect(website(page)).toHaveValue('https://one.example.org');
  await other.reload();
  // Nothing that was typed is lost by going away without choosing.
  await expect(website(other)).toHaveValue(/two\.example\.org/);
  await website(other).press('Escape');
  await expect(website(other)).toHaveValue('https://one.example.org');
});
