import type { BrowserContext, LaunchOptions, PlaywrightWorkerArgs } from '@playwright/test';

/** A browser on a profile that outlives it, so that a test can do harm to its files between two runs. */
export function launchProfile(
  playwright: PlaywrightWorkerArgs['playwright'],
  profile: string,
  baseURL: string,
  launchOptions: LaunchOptions,
): Promise<BrowserContext> {
  return playwright.chromium.launchPersistentContext(profile, { ...launchOptions, baseURL });
}
