import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { browserHost } from '../../renderer/src/host/browserHost.ts';
import { expect, test } from '../support/browserShell.ts';
import { bundleForPage } from '../support/bundleForPage.ts';
import { launchProfile } from '../support/launchProfile.ts';
import { withTemporaryFolder } from '../support/temporaryFolder.ts';

// The browser's host by itself, in the page of the real shell, before any screen asks it for something.

declare global {
  var browserSide: { readonly browserHost: typeof browserHost };
}

const workspace = { kind: 'workspace' as const, suggestedName: 'Alder Vale.muster' };
let bundled: ReturnType<typeof bundleForPage> | undefined;

test.beforeEach(({ page }) => openWithHost(page));

async function openWithHost(page: Page): Promise<void> {
  bundled ??= bundleForPage('renderer/src/host/browserHost.ts', 'browserSide');
  const { script, workers } = await bundled;
  for (const [path, body] of workers) {
    await page.route(`**/${path}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  }
  await page.addInitScript(`${script}; globalThis.browserSide = browserSide;`);
  await page.goto('/');
}

/** Chromium opens its dialogs shortly after a click only. */
async function click(page: Page): Promise<void> {
  await page.mouse.click(1, 1);
}

test.describe('saving', () => {
  const reasons: [string, () => void][] = [
    ['the browser has no dialog for it', () => delete window.showSaveFilePicker],
    [
      'the click is too long ago for a dialog',
      () => {
        window.showSaveFilePicker = () => Promise.reject(new DOMException('No gesture.', 'SecurityError'));
        Object.defineProperty(navigator, 'userActivation', { value: { isActive: false } });
      },
    ],
  ];
  for (const [reason, prepare] of reasons) {
    test(`a file goes out as a download when ${reason}`, async ({ page }) => {
      await page.evaluate(prepare);
      const arriving = page.waitForEvent('download');
      const outcome = await page.evaluate(
        (request) => browserSide.browserHost.saveFile({ ...request, bytes: new Uint8Array([80, 75, 3, 4]) }),
        workspace,
      );
      const download = await arriving;
      expect(outcome).toEqual({ kind: 'handedToBrowser', name: 'Alder Vale.muster' });
      expect(download.suggestedFilename()).toBe('Alder Vale.muster');
      expect([...readFileSync(await download.path())]).toEqual([80, 75, 3, 4]);
    });
  }

  test('right after a click the dialog asks where, and the file is written there', async ({ page }) => {
    // The dialog belongs to the system; a file of the private file system stands for the one a person chose in it.
    await page.evaluate(() => {
      window.showSaveFilePicker = async () => {
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle('chosen.muster', { create: true });
      };
    });
    await click(page);
    const result = await page.evaluate(async (request) => {
      const outcome = await browserSide.browserHost.saveFile({ ...request, bytes: new Uint8Array([1, 2]) });
      const chosen = await (await navigator.storage.getDirectory()).getFileHandle('chosen.muster');
      return { outcome, written: [...new Uint8Array(await (await chosen.getFile()).arrayBuffer())] };
    }, workspace);
    expect(result).toEqual({ outcome: { kind: 'saved', name: 'chosen.muster', token: '' }, written: [1, 2] });
  });

  test('closing the dialog is no failure', async ({ page }) => {
    await page.evaluate(() => {
      window.showSaveFilePicker = () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError'));
    });
    await click(page);
    const outcome = await page.evaluate(
      (request) => browserSide.browserHost.saveFile({ ...request, bytes: new Uint8Array(1) }),
      workspace,
    );
    expect(outcome).toEqual({ kind: 'cancelled' });
  });

  test('a name with a folder in it is refused', async ({ page }) => {
    const outcome = await page.evaluate(() =>
      browserSide.browserHost.saveFile({ kind: 'workspace', suggestedName: '../a.muster', bytes: new Uint8Array(1) }),
    );
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'refused' });
  });
});

test.describe('opening', () => {
  test('the chosen file comes with its name and bytes', async ({ page }) => {
    const choosing = page.waitForEvent('filechooser');
    await click(page);
    const opening = page.evaluate(() => browserSide.browserHost.openFile('spreadsheet'));
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x61]);
    await (await choosing).setFiles({ name: 'Bríd.csv', mimeType: 'text/csv', buffer: bytes });
    expect(await opening).toEqual({ kind: 'opened', name: 'Bríd.csv', bytes: new Uint8Array(bytes) });
    await expect(page.locator('input[type=file]')).toHaveCount(0);
  });

  test('closing the dialog is no failure', async ({ page }) => {
    page.on('filechooser', () => undefined);
    await click(page);
    const opening = page.evaluate(() => browserSide.browserHost.openFile('workspace'));
    await page.locator('input[type=file]').dispatchEvent('cancel');
    expect(await opening).toEqual({ kind: 'cancelled' });
  });
});

test.describe('the marker of the workspace', () => {
  test('is none at first, and is found again after a restart of the page', async ({ page }) => {
    expect(await page.evaluate(() => browserSide.browserHost.readMarker())).toEqual({ kind: 'none' });
    const marker = { workspaceId: '0193-w', database: 'muster' };
    expect(await page.evaluate((given) => browserSide.browserHost.writeMarker(given), marker)).toEqual({
      kind: 'written',
    });
    await page.reload();
    expect(await page.evaluate(() => browserSide.browserHost.readMarker())).toEqual({ kind: 'found', marker });
    // What localStorage still holds after a crash may be older, and is asked only where there is no file.
    const older = { workspaceId: '0193-older', database: 'muster' };
    await page.evaluate((text) => localStorage.setItem('muster.workspace', text), JSON.stringify(older));
    expect(await page.evaluate(() => browserSide.browserHost.readMarker())).toEqual({ kind: 'found', marker });
  });

  test('a damaged one is a failure, not the absence of a workspace', async ({ page }) => {
    await page.evaluate(() => localStorage.setItem('muster.workspace', '{"workspaceId":'));
    expect(await page.evaluate(() => browserSide.browserHost.readMarker())).toMatchObject({ kind: 'failed' });
    await page.evaluate(() => localStorage.setItem('muster.workspace', '{"workspaceId": 7}'));
    expect(await page.evaluate(() => browserSide.browserHost.readMarker())).toMatchObject({ kind: 'failed' });
  });
});

test.describe('files set aside', () => {
  test('come back whole after a restart of the page', async ({ page }) => {
    await page.evaluate(async () => {
      await browserSide.browserHost.writeFile('setAside', 'first.muster', new Uint8Array([1]), 'refuse');
      await browserSide.browserHost.writeFile('setAside', 'second.muster', new Uint8Array([2, 2]), 'refuse');
    });
    await page.reload();
    const [list, read] = await page.evaluate(() =>
      Promise.all([
        browserSide.browserHost.listFiles('setAside'),
        browserSide.browserHost.readFile('setAside', 'second.muster', 0),
      ]),
    );
    expect(list).toMatchObject({
      kind: 'listed',
      files: expect.arrayContaining([
        expect.objectContaining({ name: 'first.muster', bytes: 1 }),
        expect.objectContaining({ name: 'second.muster', bytes: 2 }),
      ]),
    });
    expect(read).toEqual({ kind: 'read', bytes: new Uint8Array([2, 2]), size: 2 });
  });

  test('one that is not there is not found', async ({ page }) => {
    expect(await page.evaluate(() => browserSide.browserHost.readFile('setAside', 'gone.muster', 0))).toMatchObject({
      kind: 'failed',
      reason: 'notFound',
    });
  });

  test('are never overwritten', async ({ page }) => {
    const [outcome, read] = await page.evaluate(async () => {
      await browserSide.browserHost.writeFile('setAside', 'kept.muster', new Uint8Array([7]), 'refuse');
      return [
        await browserSide.browserHost.writeFile('setAside', 'kept.muster', new Uint8Array([8]), 'refuse'),
        await browserSide.browserHost.readFile('setAside', 'kept.muster', 0),
      ];
    });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'refused' });
    expect(read).toMatchObject({ kind: 'read', bytes: new Uint8Array([7]) });
  });

  test('a full disk is told, and leaves the other files and no half of this one', async ({ page, server }) => {
    await page.evaluate(() =>
      browserSide.browserHost.writeFile('setAside', 'kept.muster', new Uint8Array([7]), 'refuse'),
    );
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Storage.overrideQuotaForOrigin', { origin: server.address, quotaSize: 1_000 });
    const [outcome, list] = await page.evaluate(async () => [
      await browserSide.browserHost.writeFile('setAside', 'large.muster', new Uint8Array(5_000_000), 'refuse'),
      await browserSide.browserHost.listFiles('setAside'),
    ]);
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'diskFull' });
    expect(list).toMatchObject({ kind: 'listed', files: [{ name: 'kept.muster', bytes: 1 }] });
  });
});

test.describe('the journal', () => {
  test('grows by what is added at its end, and refuses what was meant for another length', async ({ page }) => {
    const outcomes = await page.evaluate(async () => {
      const { appendFile, readFile } = browserSide.browserHost;
      return [
        await appendFile('journal', 'one.jsonl', 0, new Uint8Array([1, 2])),
        await appendFile('journal', 'one.jsonl', 2, new Uint8Array([3])),
        await appendFile('journal', 'one.jsonl', 2, new Uint8Array([9])),
        await readFile('journal', 'one.jsonl', 0),
        await readFile('journal', 'one.jsonl', -1),
        await readFile('journal', 'one.jsonl', 2),
      ];
    });
    expect(outcomes).toEqual([
      { kind: 'written' },
      { kind: 'written' },
      { kind: 'moved', size: 3 },
      { kind: 'read', bytes: new Uint8Array([1, 2, 3]), size: 3 },
      { kind: 'read', bytes: new Uint8Array([3]), size: 3 },
      { kind: 'read', bytes: new Uint8Array([3]), size: 3 },
    ]);
  });

  // A context without a profile has its files in memory, where the quota does not count.
  test('keeps what it has when the disk is full', async ({ server, playwright, launchOptions }) =>
    withTemporaryFolder(async (profile) => {
      const context = await launchProfile(playwright, profile, server.address, launchOptions);
      const page = await context.newPage();
      await openWithHost(page);
      await page.evaluate(() => browserSide.browserHost.appendFile('journal', 'one.jsonl', 0, new Uint8Array([1])));
      const devTools = await context.newCDPSession(page);
      await devTools.send('Storage.overrideQuotaForOrigin', { origin: server.address, quotaSize: 1_000 });
      const [outcome, read] = await page.evaluate(async () => [
        await browserSide.browserHost.appendFile('journal', 'one.jsonl', 1, new Uint8Array(5_000_000)),
        await browserSide.browserHost.readFile('journal', 'one.jsonl', 0),
      ]);
      await context.close();
      expect(outcome).toMatchObject({ kind: 'failed', reason: 'diskFull' });
      expect(read).toMatchObject({ kind: 'read', bytes: new Uint8Array([1]), size: 1 });
    }));

  test('a file is replaced only where that is asked for, and removed for good', async ({ page }) => {
    const outcomes = await page.evaluate(async () => {
      const { listFiles, readFile, removeFile, writeFile } = browserSide.browserHost;
      return [
        await writeFile('snapshots', 'a.muster', new Uint8Array([1]), 'refuse'),
        await writeFile('snapshots', 'a.muster', new Uint8Array([2, 2]), 'replace'),
        await readFile('snapshots', 'a.muster', 0),
        await removeFile('snapshots', 'a.muster'),
        await removeFile('snapshots', 'a.muster'),
        await listFiles('snapshots'),
      ];
    });
    expect(outcomes).toEqual([
      { kind: 'written' },
      { kind: 'written' },
      { kind: 'read', bytes: new Uint8Array([2, 2]), size: 2 },
      { kind: 'written' },
      { kind: 'written' },
      { kind: 'listed', files: [] },
    ]);
  });

  test('what a killed run left half-written goes, what another tab is writing stays, and neither is in a list', async ({
    page,
  }) => {
    const name = '.muster-11111111-1111-4111-8111-111111111111.tmp';
    const [whileWriting, listed, afterwards] = await page.evaluate(async (name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots', { create: true });
      await folder.getFileHandle(name, { create: true });
      const { appendFile, listFiles, writeFile } = browserSide.browserHost;
      const isThere = (): Promise<boolean> =>
        folder.getFileHandle(name).then(
          () => true,
          () => false,
        );
      const whileWriting = await navigator.locks.request('muster:half-written', { mode: 'shared' }, async () => {
        await writeFile('snapshots', 'a.muster', new Uint8Array([1]), 'refuse');
        return isThere();
      });
      const listed = await listFiles('snapshots');
      // Whatever is stored next, in any folder.
      await appendFile('journal', 'a.musterlog', 0, new Uint8Array([1]));
      return [whileWriting, listed, await isThere()] as const;
    }, name);
    expect(whileWriting).toBe(true);
    expect(listed).toMatchObject({ kind: 'listed', files: [{ name: 'a.muster' }] });
    expect(afterwards).toBe(false);
  });
});
