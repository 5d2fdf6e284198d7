import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './support/findChromium.ts';

const executablePath = findChromium();

export default defineConfig({
  outputDir: '../test-results',
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
