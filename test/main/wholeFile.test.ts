import { chmod, mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readWholeFile, removeHalfWrittenAtStart, writeWholeFile } from '../../electron/files/wholeFile.ts';
import { smallDisk, type SmallDisk } from './smallDisk.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: rename '/home/someone/secret place'`), { code });
}

describe('writing a file', () => {
  test('replaces it as a whole and leaves nothing beside it', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'Our bid – é中🎺.muster');
    await writeFile(file, 'a much longer old content');
    expect(await writeWholeFile(file, bytes('new'))).toEqual({ kind: 'written' });
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual([path.basename(file)]);
  });

  test('keeps who may read it', async () => {
    const file = path.join(await temporaryFolder(), 'private.muster');
    await writeFile(file, 'old', { mode: 0o600 });
    await writeWholeFile(file, bytes('new'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('writes to where a link points, and keeps the link', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'shared drive'));
    const target = path.join(folder, 'shared drive/bid.muster');
    await writeFile(target, 'old');
    await symlink(target, path.join(folder, 'bid.muster'));
    await writeWholeFile(path.join(folder, 'bid.muster'), bytes('new'));
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  test('waits for a virus scanner that holds the file for a moment', async () => {
    const file = path.join(await temporaryFolder(), 'bid.muster');
    const move = vi.fn(rename).mockRejectedValueOnce(systemError('EBUSY')).mockRejectedValueOnce(systemError('EPERM'));
    expect(await writeWholeFile(file, bytes('new'), move)).toEqual({ kind: 'written' });
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  test('gives up on a file that another program keeps, and leaves it as it was', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'bid.muster');
    await writeFile(file, 'old');
    const attempts = ['EBUSY', 'EPERM', 'EACCES'].map((code) =>
      writeWholeFile(file, bytes('new'), vi.fn(rename).mockRejectedValue(systemError(code))),
    );
    for (const outcome of await Promise.all(attempts)) expect(outcome).toMatchObject({ reason: 'inUse' });
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['bid.muster']);
  });

  test.each([
    ['a missing folder', 'missing/bid.muster', 'notFound'],
    ['a file where a folder should be', 'file/bid.muster', 'notFound'],
    ['a name that is too long', `${'n'.repeat(300)}.muster`, 'other'],
  ])('into %s fails with the reason, and without a path', async (_what, name, reason) => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'file'), '');
    const outcome = await writeWholeFile(path.join(folder, name), bytes('new'));
    expect(outcome).toMatchObject({ kind: 'failed', reason });
    expect(JSON.stringify(outcome)).not.toContain(folder);
    expect(await readdir(folder)).toEqual(['file']);
  });

  test('does not replace a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'bid.muster'));
    expect(await writeWholeFile(path.join(folder, 'bid.muster'), bytes('new'))).toMatchObject({ kind: 'failed' });
    expect(await readdir(folder)).toEqual(['bid.muster']);
  });

  test.skipIf(process.getuid?.() === 0)('does not replace a file that is write-protected', async () => {
    const file = path.join(await temporaryFolder(), 'bid.muster');
    await writeFile(file, 'old');
    await chmod(file, 0o444);
    expect(await writeWholeFile(file, bytes('new'))).toMatchObject({ kind: 'failed', reason: 'notAllowed' });
    expect(await readFile(file, 'utf8')).toBe('old');
  });
});

function mounted(skip: (why: string) => never): SmallDisk {
  const disk = smallDisk() ?? skip('needs root on Linux, to mount a small disk');
  onTestFinished(disk.remove);
  return disk;
}

describe('on a disk with room for 64 KiB', () => {
  test('a file that does not fit leaves the old one as it was, and nothing else', async ({ skip }) => {
    const { folder } = mounted(skip);
    const file = path.join(folder, 'bid.muster');
    await writeFile(file, 'old');
    expect(await writeWholeFile(file, new Uint8Array(1_000_000))).toEqual({
      kind: 'failed',
      reason: 'diskFull',
      detail: 'no space left on device (ENOSPC)',
    });
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['bid.muster']);
    expect(await writeWholeFile(file, bytes('new'))).toEqual({ kind: 'written' });
  });

  test('nothing is written once it is read-only', async ({ skip }) => {
    const disk = mounted(skip);
    const file = path.join(disk.folder, 'bid.muster');
    await writeFile(file, 'old');
    disk.makeReadOnly();
    const refused = { kind: 'failed', reason: 'notAllowed', detail: 'read-only file system (EROFS)' };
    expect(await writeWholeFile(file, bytes('new'))).toEqual(refused);
    expect(await writeWholeFile(path.join(disk.folder, 'another.muster'), bytes('new'))).toEqual(refused);
    expect(await readFile(file, 'utf8')).toBe('old');
  });
});

describe('reading a file', () => {
  test('gives its name and its bytes', async () => {
    const file = path.join(await temporaryFolder(), 'Answers.csv');
    await writeFile(file, new Uint8Array([0xef, 0xbb, 0xbf, 0, 255]));
    expect(await readWholeFile(file, 5)).toEqual({
      kind: 'opened',
      name: 'Answers.csv',
      bytes: new Uint8Array([0xef, 0xbb, 0xbf, 0, 255]),
    });
  });

  test('refuses one that is larger than allowed, before reading it', async () => {
    const file = path.join(await temporaryFolder(), 'huge.csv');
    await writeFile(file, 'four');
    expect(await readWholeFile(file, 3)).toMatchObject({ kind: 'failed', reason: 'tooLarge' });
  });

  test('says that one has gone', async () => {
    const file = path.join(await temporaryFolder(), 'gone.csv');
    expect(await readWholeFile(file, 10)).toEqual({
      kind: 'failed',
      reason: 'notFound',
      detail: 'no such file or directory (ENOENT)',
    });
  });

  test('does not take a folder for a file', async () => {
    expect(await readWholeFile(await temporaryFolder(), 10)).toMatchObject({ kind: 'failed', reason: 'other' });
  });

  test.skipIf(process.platform === 'win32')('does not read a device, which has no end', async () => {
    expect(await readWholeFile('/dev/zero', 10)).toMatchObject({ kind: 'failed', reason: 'other' });
  });
});

test('a start removes what was half-written a moment ago, in the folders of Muster alone', async () => {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  const half = '.muster-0b1f6d0e-7d0c-4c53-9c0e-2f3a5b7c9d11.tmp';
  await mkdir(path.join(folder, 'snapshots'));
  for (const place of [folder, path.join(folder, 'snapshots'), elsewhere]) {
    await writeFile(path.join(place, half), 'half');
    await writeFile(path.join(place, 'whole.muster'), 'whole');
  }
  await symlink(elsewhere, path.join(folder, 'journal'));
  removeHalfWrittenAtStart(folder);
  expect((await readdir(folder)).toSorted()).toEqual(['journal', 'snapshots', 'whole.muster']);
  expect(await readdir(path.join(folder, 'snapshots'))).toEqual(['whole.muster']);
  expect(await readdir(elsewhere)).toContain(half);
  removeHalfWrittenAtStart('/nowhere/at/all');
});
