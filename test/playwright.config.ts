import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './support/findChromium.ts';
import { patience } from './support/machine.ts';

const executablePath = findChromium();

export default defineConfig({
  outputDir: '../test-results',
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // Only what hangs gets here: the longest job takes a minute and a half on the usual machine.
  timeout: patience(480_000),
  expect: { timeout: patience(20_000) },
  retries: process.env['CI'] === undefined ? 0 : 1,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    // Nobody waits for what fades in.
    contextOptions: { reducedMotion: 'reduce' },
    // A step that cannot be taken is named when it fails, not the whole test.
    actionTimeout: patience(40_000),
    launchOptions: { args: [...chromiumFlags()], ...(executablePath !== undefined && { executablePath }) },
  },
  projects: [
    { name: 'browser', testDir: 'browser' },
    { name: 'electron', testDir: 'electron' },
  ],
});
