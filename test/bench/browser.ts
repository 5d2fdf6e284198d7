import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { windowFlags } from '../../electron/browser/browserShell.ts';
import type { RecordLists } from '../../shared/rows/records.ts';
import { chromiumFlags, findChromium } from '../support/findChromium.ts';

/** Runs `work` with a new browser profile, so that no series finds what another left behind; started as Muster's own window is. */
export async function inProfile<T>(address: string, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium was found; npm test says how to get one.');
  const profile = mkdtempSync(path.join(tmpdir(), 'muster-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...chromiumFlags(), ...windowFlags],
    baseURL: address,
    viewport: { width: 1280, height: 720 },
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A workspace with these records, as the application's own. */
export async function seed(context: BrowserContext, records: Partial<RecordLists>): Promise<void> {
  const page = await openProbe(context);
  await page.evaluate((lists) => window.probe.seed(lists), records);
  await page.close();
}

/** The version of the browser that everything ran in. */
export function chromiumVersion(): Promise<string> {
  return inProfile('about:blank', (context) => Promise.resolve(context.browser()?.version() ?? 'unknown'));
}

export async function openProbe(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/probe.html');
  await page.waitForFunction(() => 'probe' in window && 'keepingProbe' in window);
  return page;
}
