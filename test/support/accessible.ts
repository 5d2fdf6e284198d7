import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Axe finds nothing: by all its rules in the light scheme, and by those about colour in the dark one, which differs in nothing
 * else. `within`: the part of the page that is looked at.
 */
export async function expectAccessible(page: Page, within: 'main' | '[role=dialog]' | null = null): Promise<void> {
  expect(await findings(page, within, null)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await findings(page, within, ['color-contrast', 'link-in-text-block'])).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
}

async function findings(page: Page, within: string | null, rules: readonly string[] | null) {
  // What fades in has its true colours only when it has arrived.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => 0))),
  );
  // Without a page of its own for the result, which only frames from elsewhere need.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (within !== null) axe.include(within);
  if (rules !== null) axe.withRules([...rules]);
  // The header of a dialog is no banner of the page (HTML AAM: it lies within a section), but axe takes it for one.
  else if (within === '[role=dialog]') axe.disableRules('landmark-no-duplicate-banner');
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
