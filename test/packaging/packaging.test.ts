import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const run = promisify(execFile);

let work = '';
let application = '';
let asar = '';
let files: readonly string[] = [];

/**
 * The real build, packaged around a folder that looks like Electron's: what electron-builder does to Electron itself
 * is to rename it and to set its fuses, for which it needs no more than the mark in front of them.
 */
beforeAll(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'muster-package-'));
  const project = path.join(work, 'project');
  const electron = path.join(work, 'electron');
  await standInElectron(electron);
  await mkdir(project);
  for (const part of ['package.json', 'electron-builder.yml', 'LICENSE', 'resources']) {
    await cp(path.join(root, part), path.join(project, part), { recursive: true });
  }
  await command(
    root,
    'electron-vite/bin/electron-vite.js',
    'build',
    '--logLevel',
    'error',
    '--outDir',
    `${project}/out`,
  );
  await plantWhatMustStayOut(project);
  await command(project, 'electron-builder/cli.js', '--dir', '--linux', `-c.electronDist=${electron}`);
  application = path.join(project, 'dist/linux-unpacked');
  asar = path.join(application, 'resources/app.asar');
  files = listPackage(asar, { isPack: false }).map((file) => file.slice(1));
});

afterAll(() => rm(work, { recursive: true, force: true }));

async function standInElectron(folder: string): Promise<void> {
  const fuseWire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 8]),
    // Each the wrong way round, so that it has to be set.
    Buffer.from([false, true, false, false, true, true, false, false].map((wanted) => (wanted ? '0' : '1')).join('')),
  ]);
  await mkdir(path.join(folder, 'resources'), { recursive: true });
  await mkdir(path.join(folder, 'locales'));
  await writeFile(path.join(folder, 'electron'), Buffer.concat([Buffer.from('stand-in'), fuseWire]));
  await writeFile(path.join(folder, 'locales/en-GB.pak'), '');
  await writeFile(path.join(folder, 'locales/en-US.pak'), '');
  await writeFile(path.join(folder, 'LICENSE'), '');
}

async function plantWhatMustStayOut(project: string): Promise<void> {
  await mkdir(path.join(project, 'node_modules/planted'), { recursive: true });
  await mkdir(path.join(project, 'test'));
  await writeFile(path.join(project, 'node_modules/planted/index.js'), '');
  await writeFile(path.join(project, 'node_modules/planted/package.json'), '{"name":"planted","version":"1.0.0"}');
  await writeFile(path.join(project, 'test/planted.test.ts'), '');
  await writeFile(path.join(project, 'out/renderer/planted.js.map'), '');
  await writeFile(path.join(project, 'planted.muster'), '');
}

function command(folder: string, program: string, ...args: readonly string[]) {
  return run(process.execPath, [path.join(root, 'node_modules', program), ...args], { cwd: folder });
}

function importedBy(file: string): readonly string[] {
  const code = extractFile(asar, file).toString();
  return [...code.matchAll(/(?:from |require\()["']([^"']+)["']/g)].map(([, name]) => name ?? '');
}

describe('the packaged application', () => {
  test('has the three built parts and the icon', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/index.js',
        'out/preload/index.cjs',
        'out/renderer/index.html',
        'resources/icons/icon.png',
      ]),
    );
  });

  test('has nothing else: no packages, no tests, no sources, no source maps', () => {
    const places = files.map((file) => file.split('/').slice(0, 2).join('/'));
    expect(new Set(places)).toEqual(
      new Set(['package.json', 'out', 'out/main', 'out/preload', 'out/renderer', 'resources', 'resources/icons']),
    );
    expect(files.filter((file) => /\.(map|tsx?)$|node_modules|planted/.test(file))).toEqual([]);
  });

  test('has the licence of Muster and of every package in it beside it', async () => {
    expect(await readFile(path.join(application, 'LICENSE.muster.txt'), 'utf8')).toContain('Copyright');
    const notices = await readFile(path.join(application, 'NOTICES.muster.txt'), 'utf8');
    for (const name of [
      'react',
      'dexie',
      '@mantine/core',
      '@tiptap/core',
      'docx',
      'age-encryption',
      'papaparse',
      'zod',
    ]) {
      expect(notices).toMatch(new RegExp(`^${name} [0-9.]+ \\(`, 'm'));
    }
    expect(notices).toContain('Apache License');
  });

  test('starts the built main process, as a module', () => {
    const manifest: unknown = JSON.parse(extractFile(asar, 'package.json').toString());
    expect(manifest).toMatchObject({ name: 'muster', main: 'out/main/index.js', type: 'module' });
    expect(manifest).not.toHaveProperty('dependencies');
  });

  test('needs no file at run time that was left out', () => {
    expect(importedBy('out/preload/index.cjs')).toEqual(['electron']);
    expect(importedBy('out/main/index.js').filter((name) => !/^(electron$|node:)/.test(name))).toEqual([]);
  });

  test('leaves room for the nonce in its page, which has no inline script and asks no other host', () => {
    const page = extractFile(asar, 'out/renderer/index.html').toString();
    expect(page).toContain('content="__NONCE__"');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  test('has every fuse set', async () => {
    const fuses = await getCurrentFuseWire(path.join(application, 'muster'));
    const state = (fuse: FuseV1Options) => String.fromCharCode(fuses[fuse] ?? 0) === '1';
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeInspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeInspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      filePrivileges: false,
    });
  });
});

test('removing the program on Windows leaves the workspaces of people', async () => {
  expect(await readFile(path.join(root, 'electron-builder.yml'), 'utf8')).toContain('deleteAppDataOnUninstall: false');
});
