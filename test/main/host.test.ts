import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type Desktop, desktopHost } from '../../electron/main/host/desktopHost.ts';
import { openedFileBox, workspaceFileIn } from '../../electron/main/host/openedFile.ts';
import { maximumBytes } from '../../shared/host/limits.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const save = { kind: 'workspace', suggestedName: 'Our bid.muster', bytes: bytes('content') } as const;

/** The host on a real folder, with a person at the dialogs who chooses `chosen` there, or cancels. */
async function hostWithPerson(chosen?: string) {
  const folder = await temporaryFolder();
  const file = chosen === undefined ? undefined : path.join(folder, chosen);
  const dataFolder = path.join(folder, 'data');
  await mkdir(dataFolder);
  const asked = vi.fn();
  const shown: string[] = [];
  const box = openedFileBox();
  const desktop: Desktop = {
    appVersion: '0.1.0',
    dataFolder,
    documents: path.join(folder, 'Documents'),
    takeOpenedFile: box.takeOpenedFile,
    askWhereToSave: async (options) => {
      asked(options);
      return { canceled: file === undefined, filePath: file ?? '' };
    },
    askWhatToOpen: async (options) => {
      asked(options);
      return { canceled: file === undefined, filePaths: file === undefined ? [] : [file] };
    },
    showInFolder: (shownFile) => shown.push(shownFile),
  };
  return { host: desktopHost(desktop), folder, dataFolder, asked, shown, box };
}

test('the page learns which shell it is in, and no path', async () => {
  const { host, folder } = await hostWithPerson();
  const info = await host.info();
  expect(info).toMatchObject({ shell: 'electron', appVersion: '0.1.0', canReveal: true });
  expect(JSON.stringify(info)).not.toContain(folder);
});

test('the page learns how much room there is on the disk of the data, where that can be asked', async () => {
  const { host, dataFolder } = await hostWithPerson();
  expect(await host.freeSpace()).toEqual({ kind: 'known', bytes: expect.any(Number) });
  await rm(dataFolder, { recursive: true });
  expect(await host.freeSpace()).toEqual({ kind: 'unknown' });
});

describe('saving', () => {
  test('asks in the documents folder, under the suggested name', async () => {
    const { host, folder, asked } = await hostWithPerson();
    expect(await host.saveFile(save)).toEqual({ kind: 'cancelled' });
    expect(asked.mock.calls[0]?.[0]).toMatchObject({
      defaultPath: path.join(folder, 'Documents', 'Our bid.muster'),
      filters: [{ extensions: ['muster'] }, { extensions: ['*'] }],
    });
  });

  test('writes where the person chose, gives a token and no path, and shows it by the token', async () => {
    const { host, folder, shown } = await hostWithPerson('Chosen name.muster');
    const outcome = await host.saveFile(save);
    expect(outcome).toMatchObject({ kind: 'saved', name: 'Chosen name.muster' });
    expect(JSON.stringify(outcome)).not.toContain(folder);
    expect(await readFile(path.join(folder, 'Chosen name.muster'), 'utf8')).toBe('content');
    expect(await host.reveal(outcome.kind === 'saved' ? outcome.token : '')).toEqual({ kind: 'shown' });
    expect(shown).toEqual([path.join(folder, 'Chosen name.muster')]);
  });

  test('says why the file could not be written', async () => {
    const { host } = await hostWithPerson('missing folder/bid.muster');
    expect(await host.saveFile(save)).toMatchObject({ kind: 'failed', reason: 'notFound' });
  });

  test('does not show what has been moved away, or was never saved', async () => {
    const { host, folder, shown } = await hostWithPerson('bid.muster');
    const outcome = await host.saveFile(save);
    await rm(path.join(folder, 'bid.muster'));
    expect(await host.reveal(outcome.kind === 'saved' ? outcome.token : '')).toMatchObject({ reason: 'notFound' });
    expect(await host.reveal('0b1f6d0e-7d0c-4c53-9c0e-2f3a5b7c9d11')).toMatchObject({ reason: 'notFound' });
    expect(shown).toEqual([]);
  });
});

describe('opening', () => {
  test('gives the bytes of the chosen file', async () => {
    const { host, folder } = await hostWithPerson('Members.csv');
    await writeFile(path.join(folder, 'Members.csv'), 'name');
    expect(await host.openFile('spreadsheet')).toEqual({ kind: 'opened', name: 'Members.csv', bytes: bytes('name') });
  });

  test('is cancelled with the dialog', async () => {
    const { host } = await hostWithPerson();
    expect(await host.openFile('workspace')).toEqual({ kind: 'cancelled' });
  });

  test('offers the extensions of the kind first', async () => {
    const { host, asked } = await hostWithPerson();
    await host.openFile('spreadsheet');
    expect(asked.mock.calls[0]?.[0]).toMatchObject({
      filters: [{ extensions: ['csv', 'xlsx'] }, { extensions: ['*'] }],
    });
  });
});

describe('the workspace file of a double click', () => {
  test('is handed over once', async () => {
    const { host, folder, box } = await hostWithPerson();
    await writeFile(path.join(folder, 'bid.muster'), 'content');
    box.put(path.join(folder, 'bid.muster'));
    expect(await host.takeOpenedFile()).toEqual({ kind: 'opened', name: 'bid.muster', bytes: bytes('content') });
    expect(await host.takeOpenedFile()).toEqual({ kind: 'cancelled' });
  });

  test('is still there after Muster was started again without one', async () => {
    const { host, folder, box } = await hostWithPerson();
    box.put(path.join(folder, 'gone.muster'));
    box.put(undefined);
    expect(await host.takeOpenedFile()).toMatchObject({ kind: 'failed', reason: 'notFound' });
  });

  test.each([
    [['/opt/muster', '/home/a/bid.muster'], '/home/a/bid.muster'],
    [['/opt/muster', 'bid.MUSTER'], '/work/bid.MUSTER'],
    [['electron', '.', '--sample', 'a b.muster'], '/work/a b.muster'],
    [['/opt/muster', 'first.muster', 'second.muster'], '/work/second.muster'],
    [['/opt/muster'], undefined],
    [['/opt/app.muster'], undefined],
    [['/opt/muster', '--user-data-dir=/tmp/x.muster'], undefined],
    [['/opt/muster', 'notes.txt', 'https://example.org/'], undefined],
  ])('among the words %j is %s', (argv, expected) => {
    expect(workspaceFileIn(argv, '/work')).toBe(expected);
  });
});

describe('the marker', () => {
  const marker = { workspaceId: '0198c5a0-0000-7000-8000-000000000001', database: 'muster-1' };

  test('is found again, also by a later start', async () => {
    const { host, dataFolder } = await hostWithPerson();
    expect(await host.readMarker()).toEqual({ kind: 'none' });
    expect(await host.writeMarker(marker)).toEqual({ kind: 'written' });
    expect(await host.readMarker()).toEqual({ kind: 'found', marker });
    expect(await readdir(dataFolder)).toEqual(['workspace.json']);
  });

  test.each([
    ['cut short', '{"workspaceId":"0198'],
    ['empty', ''],
    ['of another shape', '{"workspaceId":1}'],
    ['full of zeros, as after a power cut', '\0'.repeat(64)],
  ])('that is %s is reported as damaged, never as missing', async (_what, content) => {
    const { host, dataFolder } = await hostWithPerson();
    await writeFile(path.join(dataFolder, 'workspace.json'), content);
    expect(await host.readMarker()).toMatchObject({ kind: 'failed', reason: 'other' });
  });

  test('that cannot be read is reported, never as missing', async () => {
    const { host, dataFolder } = await hostWithPerson();
    await mkdir(path.join(dataFolder, 'workspace.json'));
    expect(await host.readMarker()).toMatchObject({ kind: 'failed' });
  });
});

describe('setting a workspace aside', () => {
  test('keeps it, lists it, and gives it back', async () => {
    const { host, dataFolder } = await hostWithPerson();
    expect(await host.listFiles('setAside')).toEqual({ kind: 'listed', files: [] });
    await host.writeFile('setAside', 'older.muster', bytes('old'), 'refuse');
    await host.writeFile('setAside', 'newer.muster', bytes('newer'), 'refuse');
    await utimes(path.join(dataFolder, 'set-aside/older.muster'), 0, Date.UTC(2026, 0, 1) / 1000);
    await utimes(path.join(dataFolder, 'set-aside/newer.muster'), 0, Date.UTC(2026, 0, 2) / 1000);
    await writeFile(path.join(dataFolder, 'set-aside/.muster-half-written.tmp'), 'x');
    expect(await host.listFiles('setAside')).toEqual({
      kind: 'listed',
      files: [
        { name: 'newer.muster', bytes: 5, at: '2026-01-02T00:00:00.000Z' },
        { name: 'older.muster', bytes: 3, at: '2026-01-01T00:00:00.000Z' },
      ],
    });
    expect(await host.readFile('setAside', 'older.muster', 0)).toEqual({
      kind: 'read',
      bytes: bytes('old'),
      size: 3,
    });
  });

  test('clears away what a killed run left half-written, and not what is under way', async () => {
    const { host, dataFolder } = await hostWithPerson();
    await mkdir(path.join(dataFolder, 'set-aside'));
    const [old, fresh] = [1, 2].map((digit) => `.muster-${String(digit).repeat(8)}-1111-4111-8111-111111111111.tmp`);
    for (const name of [old, fresh]) await writeFile(path.join(dataFolder, 'set-aside', name ?? ''), 'half');
    await utimes(path.join(dataFolder, 'set-aside', old ?? ''), 0, Date.now() / 1000 - 7200);
    await host.writeFile('setAside', 'bid.muster', bytes('whole'), 'refuse');
    expect((await readdir(path.join(dataFolder, 'set-aside'))).toSorted()).toEqual([fresh, 'bid.muster']);
  });

  test('clears away all of it for an erasure, during which nobody writes', async () => {
    const { host, dataFolder } = await hostWithPerson();
    const place = path.join(dataFolder, 'set-aside');
    await mkdir(place);
    await writeFile(path.join(place, '.muster-11111111-1111-4111-8111-111111111111.tmp'), 'Ada Okoro');
    await writeFile(path.join(place, 'bid.muster'), 'whole');
    expect(await host.removeHalfWritten('setAside')).toEqual({ kind: 'written' });
    expect(await readdir(place)).toEqual(['bid.muster']);
  });

  test('never overwrites what was set aside before', async () => {
    const { host } = await hostWithPerson();
    await host.writeFile('setAside', 'bid.muster', bytes('first'), 'refuse');
    expect(await host.writeFile('setAside', 'bid.muster', bytes('second'), 'refuse')).toMatchObject({
      kind: 'failed',
      reason: 'refused',
    });
    expect(await host.readFile('setAside', 'bid.muster', 0)).toMatchObject({ bytes: bytes('first') });
  });

  test('says so when the folder cannot be made or read', async () => {
    const { host, dataFolder } = await hostWithPerson();
    await writeFile(path.join(dataFolder, 'set-aside'), 'a file where the folder should be');
    expect(await host.writeFile('setAside', 'bid.muster', bytes('x'), 'refuse')).toMatchObject({ kind: 'failed' });
    expect(await host.listFiles('setAside')).toMatchObject({ kind: 'failed' });
    expect(await host.readFile('setAside', 'bid.muster', 0)).toMatchObject({ kind: 'failed', reason: 'notFound' });
  });
});

test('a workspace larger than the limit is not read into memory', async () => {
  const { host, folder } = await hostWithPerson('huge.muster');
  await writeFile(path.join(folder, 'huge.muster'), '');
  await truncate(path.join(folder, 'huge.muster'), maximumBytes.workspace + 1);
  expect(await host.openFile('workspace')).toMatchObject({ kind: 'failed', reason: 'tooLarge' });
});
