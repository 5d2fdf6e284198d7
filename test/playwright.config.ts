import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './support/findChromium.ts';

const executablePath = findChromium();

export default defineConfig({
  outputDir: '../test-results',
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // What a machine under load needs; a test that is well takes a few seconds.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: process.env['CI'] === undefined ? 0 : 1,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    // A step that cannot be taken is named when it fails, not the whole test.
    actionTimeout: 40_000,
    launchOptions: { args: [...chromiumFlags()], ...(executablePath !== undefined && { executablePath }) },
  },
  projects: [
    { name: 'browser', testDir: 'browser' },
    { name: 'electron', testDir: 'electron' },
  ],
});
