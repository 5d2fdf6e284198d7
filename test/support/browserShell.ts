import { fileURLToPath } from 'node:url';
import { type BrowserContext, test as base } from '@playwright/test';
import { type RunningServer, serveRenderer } from '../../electron/browser/server.ts';
import { withTemporaryFolder } from './temporaryFolder.ts';
import { type Violations, watchViolations } from './violations.ts';

// Another build than the usual one can be tried by its folder.
const renderer = process.env['MUSTER_RENDERER'] ?? fileURLToPath(new URL('../../out/renderer', import.meta.url));

interface Fixtures {
  /** The real server of the browser shell, over the built renderer, on a free port. */
  readonly server: RunningServer;
  /** The folder of the browser profile of this test alone. */
  readonly profile: string;
  /** What the page did against its content security policy; anything left in it at the end fails the test. */
  readonly violations: Violations;
}

/**
 * `page` is a page of a browser profile of its own, so that what one test saves no other test finds; its address is
 * that of the real browser shell, so `page.goto('/')` opens Muster.
 */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern which fixtures are needed.
  server: async ({}, use) => {
    const served = await serveRenderer(renderer, 0);
    if (!served.ok) throw new Error(served.error);
    await use(served.value);
    await served.value.stop();
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  profile: async ({}, use) => withTemporaryFolder(use),
  context: async ({ server, profile, playwright, launchOptions, locale, timezoneId, viewport, colorScheme }, use) => {
    const context: BrowserContext = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: server.address,
      viewport,
      ...(locale !== undefined && { locale }),
      ...(timezoneId !== undefined && { timezoneId }),
      ...(colorScheme !== undefined && { colorScheme }),
    });
    // No test can answer the system's own dialog; without it the page saves by download, which a test can read.
    await context.addInitScript(() => {
      delete window.showSaveFilePicker;
    });
    await use(context);
    await context.close();
  },
  violations: [
    async ({ context }, use) => {
      const violations = await watchViolations(context);
      await use(violations);
      violations.assertNone();
    },
    { auto: true },
  ],
  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
});

export { expect } from '@playwright/test';
