import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/electronTest.ts';
import { launchMuster } from '../support/launchMuster.ts';

test('saving writes the file that the dialog answered, byte for byte', async ({ muster }, info) => {
  const chosen = info.outputPath('Directory for Bríd.csv');
  await muster.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, chosen);
  const page = await muster.window();
  const outcome = await page.evaluate(() =>
    window.host?.saveFile({
      kind: 'spreadsheet',
      suggestedName: 'Directory.csv',
      bytes: Uint8Array.from({ length: 300_000 }, (_, index) => index % 251),
    }),
  );
  expect(outcome).toEqual({ kind: 'saved', name: 'Directory for Bríd.csv', token: expect.any(String) });
  expect(readFileSync(chosen)).toEqual(Buffer.from(Uint8Array.from({ length: 300_000 }, (_, index) => index % 251)));
});

test('closing the dialog is no failure', async ({ muster }) => {
  await muster.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
  });
  const page = await muster.window();
  expect(await page.evaluate(() => window.host?.openFile('workspace'))).toEqual({ kind: 'cancelled' });
});

test('a request that makes no sense is refused by the main process', async ({ muster }) => {
  const page = await muster.window();
  const outcome = await page.evaluate(() => {
    const bytes = new Uint8Array(1);
    return window.host?.saveFile({ kind: 'workspace', suggestedName: '../../outside.muster', bytes });
  });
  expect(outcome).toMatchObject({ kind: 'failed', reason: 'refused' });
});

test('a function does not cross into the main process', async ({ muster }) => {
  const page = await muster.window();
  const problem = await page.evaluate(() => {
    const notBytes = (() => 1) as never;
    return window.host?.writeFile('setAside', 'copy.muster', notBytes, 'refuse').then(
      (outcome) => outcome.kind,
      (reason: unknown) => String(reason),
    );
  });
  expect(problem).toMatch(/could not be cloned/);
});

test('a second launch ends at once, brings the first to the front and hands it the file', async ({ muster }, info) => {
  await muster.window();
  await muster.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) window.focus = () => void Object.assign(globalThis, { wasBroughtToFront: true });
  });
  const file = info.outputPath('from a colleague.muster');
  writeFileSync(file, 'PK');

  expect(await muster.launchAgain([file])).toBe(0);

  await expect.poll(() => muster.evaluate(() => 'wasBroughtToFront' in globalThis)).toBe(true);
  const page = await muster.window();
  const [first, second] = await page.evaluate(async () => [
    await window.host?.takeOpenedFile(),
    await window.host?.takeOpenedFile(),
  ]);
  expect(first).toMatchObject({ kind: 'opened', name: 'from a colleague.muster' });
  expect(second).toEqual({ kind: 'cancelled' });
});

test('a second launch touches nothing of the first; the next start clears away what was half-written', async ({
  muster,
  userData,
}) => {
  await muster.window();
  const half = `.muster-${randomUUID()}.tmp`;
  const dead = path.join(userData, 'IndexedDB', 'a_0.indexeddb.leveldb');
  mkdirSync(path.join(userData, 'snapshots'), { recursive: true });
  mkdirSync(dead, { recursive: true });
  writeFileSync(path.join(dead, 'CURRENT'), 'MANIFEST-000001\n');
  writeFileSync(path.join(userData, 'snapshots', half), 'half');
  expect(await muster.launchAgain([])).toBe(0);
  expect(readdirSync(path.join(userData, 'snapshots'))).toContain(half);
  expect(readdirSync(dead)).toEqual(['CURRENT']);

  await muster.kill();
  const next = await launchMuster(userData);
  await next.window();
  expect(readdirSync(path.join(userData, 'snapshots'))).not.toContain(half);
  expect(readdirSync(path.join(userData, 'IndexedDB'))).not.toContain('a_0.indexeddb.leveldb');
  await next.close();
});

test('when the page crashes a report stays on the computer, and the person can open it again', async ({
  muster,
  userData,
}) => {
  await (await muster.window()).waitForLoadState();
  await muster.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => readReports(userData)).toMatch(/the page stopped at .*\n[\s\S]*crashed/);

  await expect
    .poll(async () => (await muster.window()).evaluate(() => typeof window.host).catch(() => 'not yet'))
    .toBe('object');
});

test('what was recorded survives the main process being killed', async ({ userData }) => {
  const first = await launchMuster(userData);
  const written = await (
    await first.window()
  ).evaluate(async () => ({
    marker: await window.host?.writeMarker({ workspaceId: 'w-1', database: 'muster' }),
    copy: await window.host?.writeFile('setAside', 'before.muster', new Uint8Array([80, 75]), 'refuse'),
  }));
  expect(written).toEqual({ marker: { kind: 'written' }, copy: { kind: 'written' } });
  await first.kill();

  const second = await launchMuster(userData);
  const found = await (
    await second.window()
  ).evaluate(async () => ({
    marker: await window.host?.readMarker(),
    copy: await window.host?.readFile('setAside', 'before.muster', 0),
  }));
  await second.close();
  expect(found.marker).toEqual({ kind: 'found', marker: { workspaceId: 'w-1', database: 'muster' } });
  expect(found.copy).toMatchObject({ kind: 'read', bytes: new Uint8Array([80, 75]) });
});

function readReports(userData: string): string {
  const folder = path.join(userData, 'reports');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}
