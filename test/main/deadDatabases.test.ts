import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { setAsideIn, setDeadDatabasesAside } from '../../electron/files/deadDatabases.ts';
import { ownFolder, storedFiles } from '../../electron/files/storedFiles.ts';
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

test('what was set aside is listed and removed by the page; the database in use beside it is out of its reach', async () => {
  const data = await temporaryFolder();
  const folder = path.join(data, 'IndexedDB');
  for (const part of ['leveldb', 'blob']) await mkdir(path.join(folder, `${name}.${part}`, '1'), { recursive: true });
  await writeFile(path.join(folder, `${name}.leveldb`, 'CURRENT'), 'MANIFEST-000001\n');
  await writeFile(path.join(folder, `${name}.blob`, '1', 'f'), 'Ada Okoro');
  setDeadDatabasesAside(folder, now);
  await mkdir(path.join(folder, `${name}.leveldb`));
  const files = storedFiles((one) => Promise.resolve(ownFolder(data, one)));
  const listed = await files.listFiles('deadDatabases');
  const found = listed.kind === 'listed' ? listed.files.map((file) => `${file.name} ${file.bytes}`) : [];
  const aside = 'set-aside-2026-11-26T230000.000Z';
  expect(found.toSorted()).toEqual([`${name}.blob.${aside} 9`, `${name}.leveldb.${aside} 16`]);
  const refused = { kind: 'failed', reason: 'refused' };
  expect(await files.removeFile('deadDatabases', `${name}.leveldb`)).toMatchObject(refused);
  expect(await files.writeFile('deadDatabases', 'x', new Uint8Array(1), 'replace')).toMatchObject(refused);
  expect(await files.readFile('deadDatabases', `${name}.leveldb.${aside}`, 0)).toMatchObject(refused);
  for (const one of setAsideIn(folder)) await files.removeFile('deadDatabases', one);
  expect(await readdir(folder)).toEqual([`${name}.leveldb`]);
});
