import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** Steps that a person takes on the screen, for the specs of every feature. */

export async function startWorkspace(page: Page, name = 'Alder Vale bids'): Promise<void> {
  // The dialog for saving belongs to the system; without it the browser downloads, which a test can receive.
  await page.addInitScript(() => delete window.showSaveFilePicker);
  await page.goto('/');
  await page.getByLabel('Name of the workspace').fill(name);
  await page.getByRole('button', { name: 'Start a workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
}

export async function addOrganisation(page: Page, name: string): Promise<void> {
  await page.goto('/#/organisations?new=1');
  await page.getByLabel('Legal name, exactly as registered').fill(name);
  await page.getByRole('button', { name: 'Add organisation' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Saves the workspace by its key and hands over the file that comes out. */
export async function saveWorkspaceFile(page: Page): Promise<ReceivedFile> {
  const arriving = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const download = await arriving;
  const file = { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  // The save counts once it is recorded.
  await expect(page.getByText(`Handed to the browser as ${file.name}`).first()).toBeVisible();
  return file;
}

/** Chooses a file in the dialog that `ask` brings up. */
async function chooseFile(page: Page, file: ReceivedFile, ask: () => Promise<void>): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await ask();
  await (await choosing).setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
}

/** Opens a workspace file by its button, wherever that stands on the screen. */
export async function openWorkspaceFile(page: Page, file: ReceivedFile): Promise<void> {
  await chooseFile(page, file, () => page.getByRole('button', { name: 'Open a workspace file' }).click());
}

/** Everything this address has stored, gone: what a lost profile or a new computer is like. */
export async function loseProfile(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await page.goto('about:blank');
  await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devTools.detach();
}

/** The legal names in the directory, in its order. */
export async function directoryNames(page: Page): Promise<readonly string[]> {
  await page.goto('/#/organisations');
  await expect(page.getByRole('heading', { name: 'Organisations', level: 1 })).toBeVisible();
  const rows = page.getByRole('table', { name: 'Organisations' }).or(page.getByRole('grid', { name: 'Organisations' }));
  await expect(rows.or(page.getByText('Here belong the organisations'))).toBeVisible();
  return page
    .locator('[aria-rowindex]')
    .evaluateAll((lines) =>
      lines
        .slice(1)
        .map((line) => line.querySelectorAll('[role=gridcell], [role=cell], td')[1]?.textContent.trim() ?? ''),
    );
}
