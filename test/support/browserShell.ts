import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { type RunningServer, serveRenderer } from '../../electron/browser/server.ts';
import { type Violations, watchViolations } from './violations.ts';

// Another build than the usual one can be tried by its folder.
const renderer = process.env['MUSTER_RENDERER'] ?? fileURLToPath(new URL('../../out/renderer', import.meta.url));

interface Fixtures {
  /** The real server of the browser shell, over the built renderer, on a free port. */
  readonly server: RunningServer;
  /** What the page did against its content security policy; anything left in it at the end fails the test. */
  readonly violations: Violations;
}

/**
 * `page` is a page of a context of its own, so that what one test saves no other test finds; its address is that of the
 * real browser shell, so `page.goto('/')` opens Muster. What has to outlive its browser takes `launchProfile`.
 */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern which fixtures are needed.
  server: async ({}, use) => {
    const served = await serveRenderer(renderer, 0);
    if (!served.ok) throw new Error(served.error);
    await use(served.value);
    await served.value.stop();
  },
  baseURL: async ({ server }, use) => use(server.address),
  context: async ({ context }, use) => {
    // No test can answer the system's own dialog; without it the page saves by download, which a test can read.
    await context.addInitScript(() => {
      delete window.showSaveFilePicker;
    });
    await use(context);
  },
  violations: [
    async ({ context }, use) => {
      const violations = await watchViolations(context);
      await use(violations);
      violations.assertNone();
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
