import { execFileSync } from 'node:child_process';
import { link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ownFolder, storedFiles } from '../../electron/files/storedFiles.ts';
import { ownFolderPath, writeOwnFile } from '../../electron/files/ownPlaces.ts';
import * as wholeFile from '../../electron/files/wholeFile.ts';
import { readMarker, writeMarker } from '../../electron/main/host/marker.ts';
import { secondFolder } from '../../electron/main/host/secondFolder.ts';
import { removeCrashFiles } from '../../renderer/src/safekeeping/erasePerson.ts';
import { temporaryFolder } from './temporaryFolder.ts';

vi.mock('../../electron/files/wholeFile.ts', { spy: true });

const bytes = (text: string) => new TextEncoder().encode(text);
const refused = { kind: 'failed', reason: 'refused', detail: expect.stringContaining('A link lies where') };

let folder: string;
let victim: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  victim = path.join(folder, 'victim.txt');
  await writeFile(victim, 'of somebody else');
});

/** The files of Muster with a stick that a person chose as the second folder, on which others may write. */
async function withStick() {
  const data = path.join(folder, 'data');
  const stick = path.join(folder, 'stick');
  await mkdir(data);
  await mkdir(stick);
  const second = secondFolder({ askWhatToOpen: () => Promise.resolve({ canceled: false, filePaths: [stick] }) }, data);
  await second.choose();
  return { data, stick, files: storedFiles(second.placeOf) };
}

describe('a link that somebody planted', () => {
  test('under the name of a copy is refused, and what it leads to stays as it was', async () => {
    const { stick, files } = await withStick();
    await mkdir(path.join(stick, 'Muster backups/snapshots'), { recursive: true });
    await symlink(victim, path.join(stick, 'Muster backups/snapshots/copy.muster'));
    expect(await files.writeFile('secondSnapshots', 'copy.muster', bytes('new'), 'replace')).toEqual(refused);
    expect(await files.appendFile('secondSnapshots', 'copy.muster', 16, bytes('new'))).toEqual(refused);
    expect(await files.readFile('secondSnapshots', 'copy.muster', 0)).toEqual(refused);
    expect(await files.listFiles('secondSnapshots')).toEqual({ kind: 'listed', files: [] });
    expect(await readFile(victim, 'utf8')).toBe('of somebody else');
  });

  test.each(['Muster backups', 'Muster backups/snapshots'])(
    'in the place of the folder "%s" is refused',
    async (part) => {
      const { stick, files } = await withStick();
      const elsewhere = path.join(folder, 'elsewhere');
      await mkdir(path.join(elsewhere, 'snapshots'), { recursive: true });
      await mkdir(path.dirname(path.join(stick, part)), { recursive: true });
      await symlink(elsewhere, path.join(stick, part));
      expect(await files.writeFile('secondSnapshots', 'copy.muster', bytes('new'), 'replace')).toEqual(refused);
      expect(await files.removeFile('secondSnapshots', 'copy.muster')).toEqual(refused);
      expect(await files.listFiles('secondSnapshots')).toEqual(refused);
      expect(await readdir(path.join(elsewhere, 'snapshots'))).toEqual([]);
    },
  );

  test.each(['journal', 'snapshots', 'attachments', 'setAside'] as const)(
    'in the place of our own folder %s is refused',
    async (name) => {
      const { data, files } = await withStick();
      const { within } = ownFolder(data, name);
      const elsewhere = path.join(folder, 'elsewhere');
      await mkdir(elsewhere);
      await symlink(elsewhere, path.join(data, ...within));
      expect(await files.appendFile(name, 'a', 0, bytes('x'))).toEqual(refused);
      expect(await files.writeFile(name, 'a', bytes('x'), 'refuse')).toEqual(refused);
      expect(await readdir(elsewhere)).toEqual([]);
    },
  );

  test('to nothing is refused too, so that no file comes to be there', async () => {
    const { data, files } = await withStick();
    await mkdir(path.join(data, 'journal'));
    await symlink(path.join(folder, 'not yet'), path.join(data, 'journal/1.jsonl'));
    expect(await files.appendFile('journal', '1.jsonl', 0, bytes('x'))).toEqual(refused);
    expect(await files.writeFile('journal', '1.jsonl', bytes('x'), 'replace')).toEqual(refused);
    await expect(stat(path.join(folder, 'not yet'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('in the place of the marker or of the note on the second folder is neither followed nor read', async () => {
    const { data } = await withStick();
    await symlink(victim, path.join(data, 'workspace.json'));
    const marker = { workspaceId: '0192f0c1-0000-7000-8000-000000000001', head: 1, database: 'muster' };
    expect(await writeMarker(data, marker as never)).toEqual(refused);
    expect(await readMarker(data)).toEqual(refused);
    expect(await writeOwnFile(path.join(data, 'workspace.json'), bytes('x'))).toEqual(refused);
    expect(await readFile(victim, 'utf8')).toBe('of somebody else');
  });
});

test('a second name of a file keeps its content: nothing is added under it, and a whole file takes its place', async () => {
  const { data, files } = await withStick();
  await mkdir(path.join(data, 'journal'));
  await link(victim, path.join(data, 'journal/1.jsonl'));
  expect(await files.appendFile('journal', '1.jsonl', 16, bytes('x'))).toEqual(refused);
  expect(await files.writeFile('journal', '1.jsonl', bytes('new'), 'replace')).toEqual({ kind: 'written' });
  expect(await readFile(victim, 'utf8')).toBe('of somebody else');
  expect(await readFile(path.join(data, 'journal/1.jsonl'), 'utf8')).toBe('new');
});

test.skipIf(process.platform === 'win32')('a pipe in the place of a file is refused and not waited for', async () => {
  const { data, files } = await withStick();
  await mkdir(path.join(data, 'snapshots'));
  execFileSync('mkfifo', [path.join(data, 'snapshots/s.muster')]);
  expect(await files.readFile('snapshots', 's.muster', 0)).toMatchObject({ kind: 'failed' });
  expect(await files.listFiles('snapshots')).toEqual({ kind: 'listed', files: [] });
});

test('a second folder that is itself reached through a link is the choice of the person, and is used', async () => {
  const data = path.join(folder, 'data');
  await mkdir(data);
  await mkdir(path.join(folder, 'real stick'));
  await symlink(path.join(folder, 'real stick'), path.join(folder, 'stick'));
  const second = secondFolder(
    { askWhatToOpen: () => Promise.resolve({ canceled: false, filePaths: [path.join(folder, 'stick')] }) },
    data,
  );
  await second.choose();
  const files = storedFiles(second.placeOf);
  expect(await files.writeFile('secondSnapshots', 'a', bytes('x'), 'refuse')).toEqual({ kind: 'written' });
  expect(await readFile(path.join(folder, 'real stick/Muster backups/snapshots/a'), 'utf8')).toBe('x');
});

test('the folder that holds a new folder is flushed, and so is the one that a file was removed from', async () => {
  const flush = vi.mocked(wholeFile.flushFolder);
  flush.mockClear();
  const base = path.join(folder, 'new data');
  await ownFolderPath({ base, within: ['Muster backups', 'journal'] });
  expect(flush.mock.calls).toEqual([[folder], [base], [path.join(base, 'Muster backups')]]);
  flush.mockClear();
  await ownFolderPath({ base, within: ['Muster backups', 'journal'] });
  expect(flush.mock.calls).toEqual([]);

  const files = storedFiles(() => Promise.resolve({ base, within: ['journal'] }));
  await files.appendFile('journal', '1.jsonl', 0, bytes('x'));
  expect(flush.mock.calls).toEqual([[base], [path.join(base, 'journal')]]);
  flush.mockClear();
  await files.removeFile('journal', '1.jsonl');
  expect(flush.mock.calls).toEqual([[path.join(base, 'journal')]]);
});

test('what crashes have left is found in our folder and in those of Chromium, which are not made, and is removed', async () => {
  const { data, files } = await withStick();
  expect(await files.listFiles('crashDumpsPending')).toMatchObject({ kind: 'failed', reason: 'notFound' });
  expect(await readdir(data)).not.toContain('Crashpad');
  await mkdir(path.join(data, 'Crashpad/pending'), { recursive: true });
  await mkdir(path.join(data, 'Crashpad/completed'));
  await mkdir(path.join(data, 'reports'));
  await writeFile(path.join(data, 'Crashpad/settings.dat'), 'of Chromium');
  await writeFile(path.join(data, 'Crashpad/pending/0f3a.dmp'), 'memory');
  await writeFile(path.join(data, 'Crashpad/completed/1b2c.meta'), 'memory');
  await writeFile(path.join(data, 'reports/2026-11-30T10-00-00.000Z page.txt'), 'stack');
  expect(await removeCrashFiles(files)).toEqual([]);
  expect(await readdir(path.join(data, 'reports'))).toEqual([]);
  expect(await readdir(path.join(data, 'Crashpad/pending'))).toEqual([]);
  expect(await readdir(path.join(data, 'Crashpad/completed'))).toEqual([]);
  expect(await readdir(path.join(data, 'Crashpad'))).toContain('settings.dat');
});
