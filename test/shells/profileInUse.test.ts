import { symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isProfileInUse } from '../../electron/browser/profileInUse.ts';
import { temporaryFolder } from '../main/temporaryFolder.ts';

/** More than any process may have. */
const nobody = 2 ** 31 - 1;

test.each([
  ['of a process that runs', `${hostname()}-${process.pid}`, true],
  ['of a process that was killed', `${hostname()}-${nobody}`, false],
  ['of another computer, on a shared disk', `elsewhere-${nobody}`, true],
  ['that says nothing known', 'nothing known', true],
])('a profile with the mark %s', async (_what, mark, inUse) => {
  const profile = await temporaryFolder();
  await symlink(mark, path.join(profile, 'SingletonLock'));
  expect(isProfileInUse(profile, 'linux')).toBe(inUse);
});

test('a profile without a mark is in nobody’s use', async () => {
  const profile = await temporaryFolder();
  expect(isProfileInUse(profile, 'linux')).toBe(false);
  expect(isProfileInUse(profile, 'win32')).toBe(false);
  expect(isProfileInUse('/nowhere/at/all', 'linux')).toBe(false);
});

test('on Windows the file says it, which goes with the browser', async () => {
  const profile = await temporaryFolder();
  await writeFile(path.join(profile, 'lockfile'), '');
  expect(isProfileInUse(profile, 'win32')).toBe(true);
});
