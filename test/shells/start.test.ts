import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isBuilt } from '../../electron/launch/build.ts';
import { downloadFailedLately, installedElectron } from '../../electron/launch/electronBinary.ts';
import { parseStartOptions } from '../../electron/launch/options.ts';
import { mayOpenBrowser, planStart, type Surroundings } from '../../electron/launch/plan.ts';
import { runElectron } from '../../electron/launch/runElectron.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'muster-start-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(file: string, text = '', secondsAgo = 0): void {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  const at = Date.now() / 1000 - secondsAgo;
  utimesSync(full, at, at);
}

function installElectron(): void {
  put('node_modules/electron/package.json', '{\n  "name": "electron",\n  "version": "45.4.1"\n}');
  put('node_modules/electron/dist/version', '45.4.1');
  put('node_modules/electron/dist/electron');
  put('node_modules/electron/path.txt', 'electron');
}

describe('which shell is started', () => {
  const laptop: Surroundings = {
    platform: 'linux',
    isRoot: false,
    hasDisplay: true,
    electron: 'installed',
    forceBrowser: false,
  };

  test.each<[string, Partial<Surroundings>, string]>([
    ['Electron where it is installed', {}, 'electron'],
    ['a download where it is missing', { electron: 'missing' }, 'electronAfterDownload'],
    ['the browser without waiting again after a failed download', { electron: 'failedLately' }, 'browser'],
    [
      'the browser where there is no display, without a download',
      { hasDisplay: false, electron: 'missing' },
      'browser',
    ],
    ['the browser for root on Linux, without a download', { isRoot: true, electron: 'missing' }, 'browser'],
    ['Electron for root elsewhere', { isRoot: true, platform: 'darwin' }, 'electron'],
    ['the browser when it is asked for', { forceBrowser: true }, 'browser'],
  ])('%s', (_, differences, shell) => {
    expect(planStart({ ...laptop, ...differences })).toMatchObject({ shell });
  });

  test('says why it is the browser, unless the browser was asked for', () => {
    expect(planStart({ ...laptop, hasDisplay: false })).toHaveProperty('because', expect.stringContaining('display'));
    expect(planStart({ ...laptop, forceBrowser: true })).toHaveProperty('because', undefined);
  });

  test.each([
    [{}, true],
    [{ hasDisplay: false }, false],
    [{ isRoot: true }, false],
    [{ isRoot: true, platform: 'darwin' as const }, true],
  ])('a window may be opened with %j: %s', (differences, expected) => {
    expect(mayOpenBrowser({ ...laptop, ...differences })).toBe(expected);
  });
});

describe('the command line', () => {
  test('without words it opens Muster on its own port', () => {
    expect(parseStartOptions([])).toEqual({
      ok: true,
      value: { sample: false, forceBrowser: false, open: true, port: 28787, help: false },
    });
  });

  test('every option is understood', () => {
    expect(parseStartOptions(['--sample', '--browser', '--no-open', '--port', '8123'])).toEqual({
      ok: true,
      value: { sample: true, forceBrowser: true, open: false, port: 8123, help: false },
    });
  });

  test.each([
    [['--port', 'abc']],
    [['--port', '0']],
    [['--port', '70000']],
    [['--port']],
    [['--nonsense']],
    [['file']],
  ])('%j is refused with a sentence', (args) => {
    expect(parseStartOptions(args)).toEqual({ ok: false, error: expect.stringMatching(/\w+ \w+/) });
  });
});

describe('whether a build is needed', () => {
  const products = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

  function putAll(builtSecondsAgo: number): void {
    for (const source of ['electron/a.ts', 'renderer/src/b.tsx', 'shared/domain/c.ts', 'resources/d.json']) {
      put(source, '', 100);
    }
    put('package.json', '', 100);
    put('electron.vite.config.ts', '', 100);
    for (const folder of ['electron', 'renderer/src', 'renderer', 'shared/domain', 'shared', 'resources']) {
      const at = Date.now() / 1000 - 100;
      utimesSync(path.join(root, folder), at, at);
    }
    for (const product of products) put(product, '', builtSecondsAgo);
  }

  test('not when everything built is newer than everything written', () => {
    putAll(50);
    expect(isBuilt(root)).toBe(true);
  });

  test.each(products)('yes when %s is missing', (product) => {
    putAll(50);
    rmSync(path.join(root, product));
    expect(isBuilt(root)).toBe(false);
  });

  test('yes when a source deep in a folder is newer', () => {
    putAll(50);
    put('renderer/src/features/organisations/new.tsx', '', 10);
    expect(isBuilt(root)).toBe(false);
  });

  test('yes when a source was deleted since', () => {
    putAll(50);
    rmSync(path.join(root, 'shared/domain/c.ts'));
    expect(isBuilt(root)).toBe(false);
  });
});

describe('whether Electron is there', () => {
  test('a whole installation is found', () => {
    installElectron();
    expect(installedElectron(root)).toBe(path.join(root, 'node_modules/electron/dist/electron'));
  });

  test.each(['dist/version', 'dist/electron', 'path.txt'])('one without %s is not believed', (missing) => {
    installElectron();
    rmSync(path.join(root, 'node_modules/electron', missing));
    expect(installedElectron(root)).toBeUndefined();
  });

  test('one of another version is not believed', () => {
    installElectron();
    put('node_modules/electron/dist/version', '44.0.0');
    expect(installedElectron(root)).toBeUndefined();
  });

  test('a failed download counts for a day', () => {
    const failure = 'node_modules/.cache/muster/electron-download-failed';
    expect(downloadFailedLately(root, Date.now())).toBe(false);
    put(failure, '', 23 * 3600);
    expect(downloadFailedLately(root, Date.now())).toBe(true);
    put(failure, '', 25 * 3600);
    expect(downloadFailedLately(root, Date.now())).toBe(false);
  });
});

describe('how a run of Electron ends', () => {
  test('it has run when it was closed without an error', async () => {
    expect(await runElectron(process.execPath, ['-e', ''])).toBe(0);
  });

  test.each([
    ['an error at once', process.execPath, ['-e', 'process.exit(1)']],
    ['a signal at once, as a refused sandbox gives', process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")']],
    ['a file that cannot be run', path.join(tmpdir(), 'no-such-electron'), []],
  ])('it could not start when it ends with %s', async (_, executable, args) => {
    expect(await runElectron(executable, args)).toBe('couldNotStart');
  });
});
