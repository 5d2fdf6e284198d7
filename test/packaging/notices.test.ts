import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { build } from 'vite';
import { thirdPartyNotices } from '../../electron/thirdPartyNotices.ts';
import { temporaryFolder } from '../main/temporaryFolder.ts';

let root: string;

/** A small project that imports one package, which imports another. */
beforeEach(async () => {
  root = await temporaryFolder();
  await writeFile(path.join(root, 'LICENSE'), 'The licence of the project.');
  await writeFile(path.join(root, 'main.js'), "import { a } from 'near'; console.log(a);");
  await mkdir(path.join(root, 'node_modules'));
  await symlink(path.join(import.meta.dirname, '../../node_modules/vite'), path.join(root, 'node_modules/vite'));
  await packageOf('near', "export { a } from '@scope/far';", 'Near licence.');
  await packageOf('unused', 'export const b = 1;', 'Unused licence.');
});

async function packageOf(name: string, code: string, licence: string | null): Promise<void> {
  const folder = path.join(root, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.2.3', license: 'MIT', type: 'module', main: 'index.js' }),
  );
  await writeFile(path.join(folder, 'index.js'), code);
  if (licence !== null) await writeFile(path.join(folder, 'LICENSE.md'), licence);
}

async function built(): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [thirdPartyNotices(root).write()],
    build: { rollupOptions: { input: path.join(root, 'main.js') }, outDir: 'out' },
  });
  return readFile(path.join(root, 'out/notices.txt'), 'utf8');
}

test('the build writes the licence of every package that is in it, and of no other', async () => {
  await packageOf('@scope/far', 'export const a = 1;', 'Far licence.');
  const notices = await built();
  expect(notices).toMatch(/^Muster\n\nThe licence of the project\./);
  expect(notices).toMatch(/near 1\.2\.3 \(MIT\)\n-+\n\nNear licence\./);
  expect(notices).toMatch(/@scope\/far 1\.2\.3 \(MIT\)\n-+\n\nFar licence\./);
  expect(notices).not.toContain('Unused licence.');
});

test('the build fails where a package comes without a licence text, unless the project holds it', async () => {
  await packageOf('@scope/far', 'export const a = 1;', null);
  await expect(built()).rejects.toThrow('@scope/far 1.2.3 comes without a licence text');
  await mkdir(path.join(root, 'resources/licences'), { recursive: true });
  await writeFile(path.join(root, 'resources/licences/@scope__far.txt'), 'Far licence, found elsewhere.');
  expect(await built()).toContain('Far licence, found elsewhere.');
});
