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
  /** Whether the profile lies on the disk, as a person's does. It takes a browser of its own, which is slow to start. */
  readonly profileOnDisk: boolean;
  /** What the page did against its content security policy; anything left in it at the end fails the test. */
  readonly violations: Violations;
}

/**
 * `page` is a page of a browser profile of its own, so that what one test saves no other test finds; its address is
 * that of the real browser shell, so `page.goto('/')` opens Muster. Where nothing is said, that profile is in memory.
 */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern which fixtures are needed.
  server: async ({}, use) => {
    const served = await serveRenderer(renderer, 0);
    if (!served.ok) throw new Error(served.error);
    await use(served.value);
    await served.value.stop();
  },
  profileOnDisk: [false, { option: true }],
  context: async (
    { server, profileOnDisk, browser, playwright, launchOptions, locale, timezoneId, viewport, colorScheme },
    use,
  ) => {
    const options = {
      baseURL: server.address,
      viewport,
      ...(locale !== undefined && { locale }),
      ...(timezoneId !== undefined && { timezoneId }),
      ...(colorScheme !== undefined && { colorScheme }),
    };
    const useAndClose = async (context: BrowserContext): Promise<void> => {
      // No test can answer the system's own dialog; without it the page saves by download, which a test can read.
      await context.addInitScript(() => {
        delete window.showSaveFilePicker;
      });
      await use(context);
      await context.close();
    };
    if (!profileOnDisk) return useAndClose(await browser.newContext(options));
    await withTemporaryFolder(async (profile) =>
      useAndClose(await playwright.chromium.launchPersistentContext(profile, { ...launchOptions, ...options })),
    );
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
