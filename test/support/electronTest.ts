import { test as base } from '@playwright/test';
import type { Host } from '../../shared/host/host.ts';
import { launchMuster } from './launchMuster.ts';
import type { Muster } from './muster.ts';
import { withTemporaryFolder } from './temporaryFolder.ts';

declare global {
  interface Window {
    readonly host?: Host;
  }
}

interface Fixtures {
  /** The data folder of this test alone. */
  readonly userData: string;
  /** Muster, started for this test alone. */
  readonly muster: Muster;
}

interface SharedFixtures {
  /** One Muster for all tests of a file that leave nothing behind. */
  readonly sharedMuster: Muster;
}

/** Muster in Electron where its binary is installed, and otherwise on the double. */
export const test = base.extend<Fixtures, SharedFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern which fixtures are needed.
  userData: async ({}, use) => withTemporaryFolder(use),
  muster: async ({ userData }, use) => withMuster(userData, use),
  sharedMuster: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => withTemporaryFolder((userData) => withMuster(userData, use)),
    { scope: 'worker' },
  ],
});

async function withMuster(userData: string, use: (muster: Muster) => Promise<void>): Promise<void> {
  const muster = await launchMuster(userData);
  await use(muster);
  await muster.close();
}

export { expect } from '@playwright/test';
