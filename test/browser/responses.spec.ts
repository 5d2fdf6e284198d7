import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/browserShell.ts';
import { openAnswer, openResponses, paste, questionButton, saved } from '../support/responseSteps.ts';

test('a table of questions from a spreadsheet is looked at, added as one step, and taken back as one', async ({
  page,
}) => {
  await openResponses(page);
  await page.getByRole('button', { name: 'Paste questions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste questions' });
  const field = dialog.getByRole('textbox');
  await field.fill(
    'Ref\tSection\tQuestion\tWeighting\tWord limit\r\n' +
      '4.1\tQuality\t"How will you train staff?\nName the ""lead"" trainer."\t12.5%\t500 words\r\n' +
      '4.2\tQuality\tשאלה 🌳?\t7\t1,000 characters\r\n',
  );
  await expect(dialog.getByText('2 questions')).toBeVisible();
  await expect(dialog.getByRole('cell', { name: '1,000 characters' })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Paste questions' }).click();
  await expect(field).toHaveValue(/שאלה/);
  await dialog.getByRole('button', { name: 'Add them' }).click();

  await expect(questionButton(page, '4.1')).toHaveText(/Name the "lead" trainer/);
  await expect(page.getByRole('row', { name: /4\.1/ })).toContainText('12.5%');
  await page.keyboard.press('Control+z');
  await expect(questionButton(page, '4.1')).toHaveCount(0);
  await expect(questionButton(page, '1.1')).toBeVisible();
});

test('what the columns and rows of a pasted table are is corrected before anything is stored', async ({ page }) => {
  await openResponses(page);
  await page.getByRole('button', { name: 'Paste questions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste questions' });
  await dialog
    .getByRole('textbox')
    .fill(
      'Section A: Delivery\t\t\t\n8.1\tHow will you mobilise?\t10\t2\n8.2\tHow will you report?\t30\t1\nTotal\t\t40\t',
    );
  const third = dialog.getByRole('combobox', { name: 'Column 3' });
  await expect(third).toHaveValue('unknown');
  await dialog.getByRole('button', { name: 'Add them' }).click();
  await expect(dialog.getByText('Choose what column 3 holds, or leave it out.')).toBeVisible();
  await third.selectOption('Marks');
  await dialog.getByRole('combobox', { name: 'Column 4' }).selectOption('Limit in pages');
  await expect(dialog.getByRole('row', { name: /How will you report/ })).toContainText('1 page');
  await expect(dialog.getByRole('row', { name: /Total/ })).toContainText('Looks like a total');
  await expect(dialog.getByRole('combobox', { name: 'Row 1' })).toHaveValue('section');
  await expect(dialog.getByText('2 questions')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Add them' }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByRole('row', { name: /8\.1/ })).toContainText('10 marks');
  await expect(page.getByText('Section A: Delivery')).toBeVisible();
  await questionButton(page, '8.1').click();
  await expect(page.getByRole('textbox', { name: 'Limit' })).toHaveValue('2 pages');
  await expect(page.getByText('The limit is 2 pages: check it in the finished document')).toBeVisible();
});

test('an answer is written by keyboard, counted as it grows, and stays', async ({ page }) => {
  await openResponses(page);
  await questionButton(page, '1.2').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: 'Question 1.3' })).toBeVisible();
  const limit = page.getByRole('textbox', { name: 'Limit' });
  await limit.fill('lots of words');
  await limit.press('Enter');
  await expect(page.getByText('Type a number with what it counts')).toBeVisible();
  await limit.fill('20 words');
  await limit.press('Enter');
  await expect(limit).toHaveValue('20 words');

  const answer = page.getByRole('textbox', { name: 'Answer to question 1.3' });
  await answer.focus();
  await page.keyboard.type('Trees are ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('inspected');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' every year by people on the register.');
  await expect(page.getByText('10 words left')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('- one two three four five six seven eight nine');
  await expect(page.getByText('1 word left')).toBeVisible();
  await page.keyboard.type(' ten eleven twelve');
  await expect(page.getByText('2 words over the limit')).toBeVisible();
  await expect(page.getByRole('row', { name: /1\.3/ })).toContainText('22 of 20');
  await expect(page.getByText('1 answer over the limit')).toBeVisible();

  await saved(page, '1.3');
  await page.reload();
  await expect(answer.locator('strong')).toHaveText('inspected');
  await expect(answer.getByRole('listitem')).toHaveText(
    'one two three four five six seven eight nine ten eleven twelve',
  );
});

test('an answer that was still being typed when the window went away is offered again', async ({ page }) => {
  await openResponses(page);
  const answer = await openAnswer(page, '1.3');
  // The store is out of reach, as in a crash: what is typed gets no further than the draft.
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('gone', 'UnknownError');
    };
  });
  await answer.focus();
  await page.keyboard.type('Half an answer');
  await page.reload();
  await expect(answer).toHaveText('Half an answer');
  await expect(page.getByText('Restored: you typed this before')).toBeVisible();
  await page.getByRole('button', { name: 'Store it' }).click();
  await saved(page, '1.3');
  await expect(page.getByText('Restored: you typed this before')).toHaveCount(0);
});

test('undo brings back the answer that was there, in the editor too', async ({ page }) => {
  await openResponses(page);
  const answer = await openAnswer(page, '1.2');
  const before = await answer.innerText();
  await answer.press('Control+End');
  await page.keyboard.type(' And one thing more.');
  await saved(page, '1.2');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(answer).toHaveText(before.replaceAll('\n', ''));
});

test('what is pasted from a web page keeps every word and only the formatting there is', async ({ page }) => {
  await openResponses(page);
  const answer = await openAnswer(page, '1.3');
  await paste(
    answer,
    'text/html',
    `<style>p { color: red }</style><script>window.wasRun = true</script>
     <div style="font: 20px Comic Sans MS" onclick="alert(1)"><h4>Why us</h4><blockquote>We <code>care</code>.</blockquote>
     <p style="color:#f00"><b>Bold</b> and <a href="https://example.org/">a link</a> and <a href="javascript:alert(1)">a trap</a></p>
     <table><tr><th>Lot</th><th>Crew</th></tr><tr><td style="width:9px">One</td><td>Two</td></tr></table>
     <ul><li>First<ul><li>Nested</li></ul></li></ul><img src="https://example.org/track.png" alt=""></div>`,
  );
  for (const words of ['Why us', 'We care.', 'Bold', 'a trap', 'Lot', 'Crew', 'Two', 'First', 'Nested']) {
    await expect(answer).toContainText(words);
  }
  await saved(page, '1.3');
  await page.reload();
  await expect(answer.locator('strong')).toHaveText('Bold');
  await expect(answer.locator('a')).toHaveText(['a link']);
  await expect(answer.locator('th')).toHaveText(['Lot', 'Crew']);
  await expect(answer.locator('img, blockquote, code, [onclick], [style*=color]')).toHaveCount(0);
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
});

test('10,000 words, control characters, right-to-left text and emoji are all there after a reload', async ({
  page,
}) => {
  await openResponses(page);
  const answer = await openAnswer(page, '1.3');
  const words = Array.from({ length: 10_000 }, (_, index) => `word${index}`);
  const lines = [
    words.slice(0, 5000).join(' '),
    'טקסט מימין לשמאל',
    '👩‍🌾 🌳 bell\u0007 <b>&amp;',
    words.slice(5000).join(' '),
  ];
  await paste(answer, 'text/plain', lines.join('\n'));
  await expect(page.getByText(/^10,00\d words ·/)).toBeVisible();
  await saved(page, '1.3');
  await page.reload();
  await expect(answer).toContainText('word9999');
  const text = await answer.innerText();
  for (const part of ['word0 ', 'word4999', 'טקסט מימין לשמאל', '👩‍🌾 🌳 bell', '<b>&amp;']) expect(text).toContain(part);
});

test('axe finds nothing on the responses', async ({ page }) => {
  await openResponses(page);
  await openAnswer(page, '1.1');
  await expectAccessible(page);
});

test.describe('at 200 % zoom of a 1280 × 720 window', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('the responses do not scroll sideways', async ({ page }) => {
    await openResponses(page);
    await openAnswer(page, '1.1');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
