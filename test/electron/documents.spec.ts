import { readFileSync } from 'node:fs';
import { expect, test } from '../support/electronTest.ts';
import { openDocuments, wordsOf } from '../support/documentSteps.ts';
import { patience } from '../support/machine.ts';

test('both Word files go where the dialog said, and the desktop shows them in their folder', async ({
  muster,
}, info) => {
  const page = await muster.window();
  await openDocuments(page);
  await page.getByLabel('Page numbers in the contents').uncheck();

  for (const [title, words] of [
    ['Consortium agreement', 'Kestrel Row CIC'],
    ['Joint bid document', 'Grass in all 41 parks is cut sixteen times a year'],
  ] as const) {
    await page.getByText(title, { exact: true }).first().click();
    await page.getByLabel('Page numbers in the contents').uncheck();
    const chosen = info.outputPath(`${title}.docx`);
    await muster.evaluate(({ dialog, shell }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      shell.showItemInFolder = (shown) => void Object.assign(globalThis, { shown });
    }, chosen);
    await page.getByRole('button', { name: 'Save draft as Word' }).click();
    await expect(page.getByText(`${title}: saved as ${title}.docx`)).toBeVisible({ timeout: patience(60_000) });
    expect(wordsOf(readFileSync(chosen))).toContain(words);
    await page.getByRole('button', { name: 'Show in folder' }).last().click();
    await expect.poll(() => muster.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(chosen);
  }
});
