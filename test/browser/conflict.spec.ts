import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { addOrganisation, startWorkspace } from '../support/musterPage.ts';

test.setTimeout(180_000);

const answer = (page: Page): Locator => page.getByRole('textbox', { name: 'Answer to question 1.1' });
const website = (page: Page): Locator => page.getByRole('textbox', { name: 'Website', exact: true });
const conflict = (page: Page): Locator =>
  page.getByRole('alert').filter({ hasText: 'Something else was stored here while you were typing' });

async function bothOn(page: Page, context: BrowserContext): Promise<Page> {
  await page.goto('/#/open-sample');
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await page.goto('/#/bids');
  await page.getByRole('link', { name: 'Tamebrook Green Partnership' }).click();
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
  await answer(other).press('End');
  // A pause of less than that which stores, so that this window is still typing when the other stores.
  await answer(other).pressSequentially(' From the second window.');
  await answer(page).press('End');
  await answer(page).pressSequentially(' From the first window.');
  await Promise.race([conflict(page), conflict(other)].map((one) => one.waitFor()));
  const [late, early] = (await conflict(page).isVisible()) ? [page, other] : [other, page];
  const [mine, theirs] = late === page ? ['first', 'second'] : ['second', 'first'];
  await expect(conflict(late)).toContainText(`From the ${theirs} window.`);
  await expect(answer(late)).toContainText(`From the ${mine} window.`);
  expect((await new AxeBuilder({ page: late }).include('main').analyze()).violations).toEqual([]);

  await conflict(late).getByRole('button', { name: 'Keep both, mine after it' }).click();
  await expect(conflict(late)).toBeHidden();
  for (const one of [late, early]) {
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
  await website(page).pressSequentially('https://one.example.org');
  await website(other).pressSequentially('https://two.example.org');
  await website(page).press('Enter');
  await website(other).press('Enter');
  await Promise.race([conflict(page), conflict(other)].map((one) => one.waitFor()));
  const late = (await conflict(page).isVisible()) ? page : other;
  const [mine, theirs] = late === page ? ['one', 'two'] : ['two', 'one'];
  await expect(conflict(late)).toContainText(`https://${theirs}.example.org`);
  await expect(website(late)).toHaveValue(`https://${mine}.example.org`);
  await late.reload();
  // Nothing that was typed is lost by going away without choosing.
  await expect(website(late)).toHaveValue(`https://${mine}.example.org`);
  await website(late).press('Escape');
  await expect(website(late)).toHaveValue(`https://${theirs}.example.org`);
});
