import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { setDeadDatabasesAside } from '../../electron/files/deadDatabases.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const name = 'app_bundle_0.indexeddb';
const now = new Date('2026-11-26T23:00:00Z');

async function database(...files: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const part of ['leveldb', 'blob']) await mkdir(path.join(folder, `${name}.${part}`));
  for (const file of files) await writeFile(path.join(folder, `${name}.leveldb`, file), 'MANIFEST-000001\n');
  return folder;
}

test('a database without the list of its files is set aside whole, with what lies beside it', async () => {
  const folder = await database('CURRENT', '000003.log');
  expect(setDeadDatabasesAside(folder, now)).toEqual([`${name}.leveldb`]);
  const aside = 'set-aside-2026-11-26T230000.000Z';
  expect((await readdir(folder)).toSorted()).toEqual([`${name}.blob.${aside}`, `${name}.leveldb.${aside}`]);
  expect(setDeadDatabasesAside(folder, now)).toEqual([]);
});

test('so is one whose damaged CURRENT names another list', async () => {
  const folder = await database('CURRENT', 'MANIFEST-000001');
  await writeFile(path.join(folder, `${name}.leveldb`, 'CURRENT'), 'MANIFEST-000005\n');
  expect(setDeadDatabasesAside(folder, now)).toEqual([`${name}.leveldb`]);
});

test.each([
  ['that is whole', ['CURRENT', 'MANIFEST-000001']],
  ['that has not been begun', []],
])('a database %s is left alone', async (_what, files) => {
  const folder = await database(...files);
  expect(setDeadDatabasesAside(folder, now)).toEqual([]);
  expect(await readdir(folder)).toHaveLength(2);
});

test('a profile without a database is left alone', () => {
  expect(setDeadDatabasesAside('/nowhere/at/all', now)).toEqual([]);
});
