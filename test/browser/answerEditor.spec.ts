import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browserShell.ts';
import { openAnswer, openResponses, paste, saved, showResponses } from '../support/responseSteps.ts';

/** Comes into the answer by keyboard alone. */
async function tabInto(page: Page, answer: Locator): Promise<void> {
  await page.getByRole('checkbox', { name: 'Ask the buyer to keep it confidential' }).focus();
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    if (await answer.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the answer cannot be reached by Tab');
}

const sentence = 'Trees are inspected every year.';

/** Question 1.3 gets an answer, which is then taken back; the editor of 1.3 is empty when it opens again. */
async function takenBack(page: Page): Promise<Locator> {
  await openResponses(page);
  await openAnswer(page, '1.3');
  await page.getByRole('textbox', { name: 'Answer to question 1.3' }).focus();
  // At one blow: what is typed with a pause in it is stored, and taken back, in two.
  await page.keyboard.insertText(sentence);
  await saved(page, '1.3');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await openAnswer(page, '1.2');
  const answer = await openAnswer(page, '1.3');
  await expect(answer).toHaveText('');
  return answer;
}

test.describe('an answer that fills an empty editor from elsewhere', () => {
  test('by redo is added to by the first key, and not replaced', async ({ page }) => {
    const answer = await takenBack(page);
    await page.getByRole('button', { name: /^Redo/ }).click();
    await expect(answer).toHaveText(sentence);
    await tabInto(page, answer);
    await page.keyboard.type('Plus.');
    await expect(answer).toContainText(sentence);
    await expect(answer).toContainText('Plus.');
    await saved(page, '1.3');
    await page.reload();
    await expect(answer).toContainText(sentence);
    await expect(answer).toContainText('Plus.');
  });

  test('is not replaced where the empty editor was selected whole before', async ({ page }) => {
    const answer = await takenBack(page);
    await answer.focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: /^Redo/ }).click();
    await expect(answer).toHaveText(sentence);
    await tabInto(page, answer);
    await page.keyboard.type('Plus.');
    await expect(answer).toContainText(sentence);
    await expect(answer).toContainText('Plus.');
  });

  test('by another window is kept by both', async ({ page, context }) => {
    await openResponses(page);
    const other = await context.newPage();
    await showResponses(other);
    const answer = await openAnswer(other, '1.3');
    await expect(answer).toHaveText('');
    await openAnswer(page, '1.3');
    await page.getByRole('textbox', { name: 'Answer to question 1.3' }).focus();
    await page.keyboard.insertText(sentence);
    await saved(page, '1.3');
    await expect(answer).toHaveText(sentence);
    await tabInto(other, answer);
    await other.keyboard.type('Plus.');
    await saved(other, '1.3');
    for (const window of [page, other]) {
      const shown = window.getByRole('textbox', { name: 'Answer to question 1.3' });
      await expect(shown).toContainText(sentence);
      await expect(shown).toContainText('Plus.');
    }
  });

  test('undone while all of it is selected, it leaves nothing selected', async ({ page }) => {
    await openResponses(page);
    const answer = await openAnswer(page, '1.2');
    const before = await answer.innerText();
    await answer.press('Control+End');
    await page.keyboard.insertText(' And more.');
    await saved(page, '1.2');
    await answer.press('Control+a');
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(answer).not.toContainText('And more.');
    await tabInto(page, answer);
    await page.keyboard.type('X');
    await expect(answer).toContainText(before.slice(0, 40).trim());
  });
});

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/paste/${name}.html`, import.meta.url), 'utf8');
}

test('what Word, Google Docs and Excel put on the clipboard comes in as it was meant', async ({ page }) => {
  await openResponses(page);
  const answer = await openAnswer(page, '1.3');
  const note = page.getByRole('status').filter({ hasText: /left out/ });
  await paste(answer, 'text/html', fixture('word-comment'));
  await expect(answer).toHaveText('Our price is firm for two years.');
  await expect(note).toContainText('1 comment was left out.');
  await note.getByRole('button', { name: 'Close the note' }).click();
  await expect(note).toHaveCount(0);

  await page.keyboard.press('Enter');
  await paste(answer, 'text/html', fixture('word-list'));
  await expect(answer.locator('ol[type=a] > li')).toHaveText('in the parks');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await paste(answer, 'text/html', fixture('list-start-3'));
  await expect(answer.locator('ol[start="3"] > li')).toHaveText(['Third step', 'Fourth step']);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await paste(answer, 'text/html', 'CO<sub>2</sub> by 10<sup>3</sup> t from <del>12</del>20 sites <img src="a.png">');
  await expect(answer.locator('p').last()).toHaveText('CO2 by 103 t from 20 sites');
  await expect(page.getByText('1 picture was left out')).toBeVisible();
  await paste(answer, 'text/html', fixture('word-table'));
  await expect(answer.locator('th')).toHaveText(['Role', 'Days']);
  await expect(answer.locator('td').first().locator('p')).toHaveText(['Lead', 'Deputy']);
  await saved(page, '1.3');
  const html = await answer.innerHTML();
  await page.reload();
  await expect(answer.locator('sup')).toHaveText('3');
  await expect(answer.locator('sub')).toHaveText('2');
  expect((await answer.innerHTML()).replaceAll(/ class="[^"]*"/g, '')).toBe(html.replaceAll(/ class="[^"]*"/g, ''));
});

test('a table is made, filled and changed by keyboard, and a list lies no deeper than it may', async ({ page }) => {
  await openResponses(page);
  const answer = await openAnswer(page, '1.3');
  await paste(answer, 'text/html', fixture('word-table'));
  await answer.locator('th').first().click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type(' a week');
  await expect(answer.locator('th')).toHaveText(['Role', 'Days a week']);
  await page.getByRole('button', { name: 'Add row after' }).click();
  await expect(answer.locator('tr')).toHaveCount(3);
  await page.getByRole('button', { name: 'Delete table' }).click();
  await expect(answer.locator('table')).toHaveCount(0);
  await answer.focus();
  await page.keyboard.type('- one');
  for (let level = 1; level < 12; level += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(`level ${level}`);
    await page.keyboard.press('Tab');
  }
  expect(await answer.locator('ul').count()).toBe(8);
  await expect(page.getByText('A list has at most 8 levels.')).toBeVisible();
});

function paragraphs(count: number): string {
  const style = `margin:0cm;font-family:"Calibri"`;
  return Array.from(
    { length: count },
    (_, at) => `<p class=MsoNormal style='${style}'>Paragraph ${at} of many.</p>`,
  ).join('');
}

test('a long paste is read aside, put in whole and stored; too much is refused with its size', async ({ page }) => {
  await openResponses(page);
  const answer = await openAnswer(page, '1.3');
  await paste(answer, 'text/html', paragraphs(50_000));
  await expect(page.getByText(/^Nothing was pasted: it has .* in 50,000 paragraphs/)).toBeVisible();
  await expect(answer).toHaveText('');
  await paste(answer, 'text/html', paragraphs(2_400));
  await expect(answer).toContainText('Paragraph 2399 of many.');
  await saved(page, '1.3');
  await page.reload();
  await expect(answer.locator('p')).toHaveCount(2_400);
});

test('a long paste can be cancelled while it is read, and the answer stays as it was', async ({ page }) => {
  await openResponses(page);
  const answer = await openAnswer(page, '1.3');
  await answer.focus();
  await page.keyboard.insertText(sentence);
  await saved(page, '1.3');
  await paste(answer, 'text/html', paragraphs(60_000));
  const work = page.getByRole('alert').filter({ hasText: 'Reading what was pasted' });
  await work.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The paste was cancelled: the answer is as it was.')).toBeVisible();
  await expect(work).toHaveCount(0);
  await expect(answer).toHaveText(sentence);
});
