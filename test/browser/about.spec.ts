import { expect, test } from '../support/browserShell.ts';

test('the licences of every part are opened, searched and read by keyboard', async ({ page }) => {
  await page.goto('/#/open-sample');
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await page.goto('/#/settings');
  await page.getByRole('button', { name: 'Show the licences of Muster and its parts' }).focus();
  await page.keyboard.press('Enter');
  const find = page.getByRole('textbox', { name: 'Find a package' });
  await expect(find).toBeFocused();
  const licences = page.getByRole('region', { name: 'Licences' });
  await expect(licences).toContainText('Copyright (c) 2026 The Muster authors');
  await page.keyboard.type('dexie');
  await expect(licences).toContainText(/dexie \d/);
  await expect(licences).toContainText('Apache License');
  await expect(licences).not.toContainText('The Muster authors');
  await page.keyboard.press('Tab');
  await expect(licences).toBeFocused();
  await find.fill('no such part');
  await expect(licences).toHaveText('No package has that in its name.');
});
