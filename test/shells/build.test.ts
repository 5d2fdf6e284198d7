import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, isBuilt } from '../../electron/launch/build.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const parts = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'LICENSE',
  'package.json',
  'electron.vite.config.ts',
  'tsconfig.json',
  'test/tsconfig.json',
];
let clone: string;

/** What a fresh clone is to `npm start`: every source, the packages, and nothing built. */
beforeAll(() => {
  clone = mkdtempSync(path.join(tmpdir(), 'muster-clone-'));
  for (const part of parts) {
    cpSync(path.join(repository, part), path.join(clone, part), { recursive: true, filter: isSource });
  }
  symlinkSync(path.join(repository, 'node_modules'), path.join(clone, 'node_modules'), 'junction');
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

test('what npm start builds is where npm start looks for it, so that the next start builds nothing', () => {
  expect(isBuilt(clone)).toBe(false);
  expect(build(clone)).toBe(true);
  expect(isBuilt(clone)).toBe(true);
});

function isSource(file: string): boolean {
  return path.basename(file) !== 'out';
}
