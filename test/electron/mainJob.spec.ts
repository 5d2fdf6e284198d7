import { readFileSync } from 'node:fs';
import { expect, test } from '../support/electronTest.ts';
import { doMainJob, expectWords, noticesFile, walkedOn } from '../support/mainJob.ts';
import { patience } from '../support/machine.ts';

test('a new user goes from a page of notices to both Word files, chosen and saved by the dialogs of the desktop', async ({
  muster,
}, info) => {
  const page = await muster.window();
  await page.clock.setFixedTime(walkedOn);
  let saved = 0;
  const files = await doMainJob({
    page,
    open: async (ask) => {
      await muster.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
      }, noticesFile);
      await ask();
    },
    save: async (ask) => {
      saved += 1;
      const chosen = info.outputPath(`saved ${String(saved)}.docx`);
      await muster.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, chosen);
      await ask();
      await expect(page.getByText(`saved as saved ${String(saved)}.docx`)).toBeVisible({ timeout: patience(120_000) });
      return readFileSync(chosen);
    },
  });
  expectWords(files);
});
