import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../electron/browser/findBrowser.ts';

/** Debian's Chromium without a window: the window tests take two thirds of the time in it. */
const debianHeadlessShell = '/usr/bin/chromium-headless-shell';

/** The browser the specs run in: the one MUSTER_CHROMIUM names, Playwright's own, or an installed one. */
export function findChromium(): string | undefined {
  return installedChromiums()[0];
}

/** Everything there is to run the specs in, best first. */
export function installedChromiums(): readonly string[] {
  const named = process.env['MUSTER_CHROMIUM'];
  const candidates =
    named === undefined ? [chromium.executablePath(), debianHeadlessShell, findBrowser(process)?.executable] : [named];
  return candidates.filter((file) => file !== undefined).filter((file) => existsSync(file));
}

/** Chromium refuses its sandbox to root; and nothing in a test may look for a network. */
export function chromiumFlags(): readonly string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
}
