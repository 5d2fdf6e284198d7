import { readFileSync } from 'node:fs';
import { test } from '../support/browserShell.ts';
import { doMainJob, expectWords, noticesFile, walkedOn } from '../support/mainJob.ts';
import { patience } from '../support/machine.ts';

test('a new user goes from a page of notices to both Word files by the screens alone', async ({ page }) => {
  await page.clock.setFixedTime(walkedOn);
  await page.goto('/');
  const files = await doMainJob({
    page,
    open: async (ask) => {
      const choosing = page.waitForEvent('filechooser');
      await ask();
      await (await choosing).setFiles(noticesFile);
    },
    save: async (ask) => {
      const arriving = page.waitForEvent('download', { timeout: patience(120_000) });
      await ask();
      return readFileSync(await (await arriving).path());
    },
  });
  expectWords(files);
});
