import { existsSync } from 'node:fs';
import { lstat, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { isFileName } from '../../shared/host/fileName.ts';
import { maximumBytes } from '../../shared/host/limits.ts';
import type {
  AppendOutcome,
  ListOutcome,
  ReadOutcome,
  StoredFile,
  StoredFiles,
  StoredFolder,
  WriteOutcome,
} from '../../shared/host/storedFiles.ts';
import { listDeadDatabases, removeDeadDatabase } from './deadDatabases.ts';
import { failure, failureOf, isCode } from './failure.ts';
import { type FolderPlace, openOwnFile, ownFolderPath, writeOwnFile } from './ownPlaces.ts';
import { flushFolder, removeHalfWritten } from './wholeFile.ts';

/** Where a folder lies on this computer; `null` where the person has chosen none. */
export type FolderPlaces = (folder: StoredFolder) => Promise<FolderPlace | null>;

/** Chromium's own folder for dumps; which parts of it there are depends on the system. */
const dumpParts: Readonly<Partial<Record<StoredFolder, string>>> = {
  crashDumpsNew: 'new',
  crashDumpsPending: 'pending',
  crashDumpsCompleted: 'completed',
  crashDumpsReports: 'reports',
};

const ownNames: Readonly<Partial<Record<StoredFolder, string>>> = { setAside: 'set-aside', crashReports: 'reports' };

/** The folders of the data folder itself. */
export function ownFolder(dataFolder: string, folder: StoredFolder): FolderPlace {
  if (folder === 'deadDatabases') return { base: dataFolder, within: ['IndexedDB'], madeByOthers: true };
  const dumps = dumpParts[folder];
  return dumps === undefined
    ? { base: dataFolder, within: [ownNames[folder] ?? folder] }
    : { base: dataFolder, within: ['Crashpad', dumps], madeByOthers: true };
}

/** `StoredFiles` over the file system of the desktop. */
export function storedFiles(placeOf: FolderPlaces): StoredFiles {
  const cleared = new Set<string>();
  async function inFolder<T extends { readonly kind: string }>(
    folder: StoredFolder,
    work: (place: string) => Promise<T>,
  ): Promise<T | ReturnType<typeof failure>> {
    try {
      const place = await placeOf(folder);
      if (place === null) return failure('notFound', 'No folder has been chosen.');
      return await work(await ownFolderPath(place));
    } catch (problem) {
      return failureOf(problem);
    }
  }
  /** The database in use lies beside the dead ones. */
  const inOwnFolder: typeof inFolder = (folder, work) =>
    folder === 'deadDatabases'
      ? Promise.resolve(failure('refused', 'Nothing in there is read or written.'))
      : inFolder(folder, work);
  return {
    listFiles: (folder) => inFolder(folder, folder === 'deadDatabases' ? listDeadDatabases : list),
    readFile: (folder, name, from, most) =>
      inOwnFolder(folder, (place) => readFrom(path.join(place, name), from, most)),
    writeFile: (folder, name, bytes, ifTaken) =>
      inOwnFolder(folder, async (place): Promise<WriteOutcome> => {
        const file = path.join(place, name);
        if (ifTaken === 'refuse' && existsSync(file))
          return failure('refused', 'There is a file of that name already.');
        if (!cleared.has(place)) {
          cleared.add(place);
          await removeHalfWritten(place).catch(() => undefined);
        }
        return writeOwnFile(file, bytes);
      }),
    appendFile: (folder, name, at, bytes) => inOwnFolder(folder, (place) => append(path.join(place, name), at, bytes)),
    removeFile: (folder, name) =>
      inFolder(folder, (place) =>
        folder === 'deadDatabases' ? removeDeadDatabase(place, name) : remove(path.join(place, name)),
      ),
    removeHalfWritten: (folder) =>
      inOwnFolder(folder, async (place): Promise<WriteOutcome> => {
        await removeHalfWritten(place, 'all');
        return { kind: 'written' };
      }),
  };
}

async function list(place: string): Promise<ListOutcome> {
  // Names that start with a dot are half-written files of a run that was cut short.
  const names = (await readdir(place)).filter(isFileName);
  const files = await Promise.all(names.map((name) => describe(place, name)));
  return { kind: 'listed', files: files.filter((file) => file !== null) };
}

async function describe(place: string, name: string): Promise<StoredFile | null> {
  const found = await lstat(path.join(place, name)).catch(() => null);
  return found?.isFile() === true ? { name, bytes: found.size, at: found.mtime.toISOString() } : null;
}

async function readFrom(file: string, from: number, most = Infinity): Promise<ReadOutcome> {
  const handle = await openOwnFile(file, 'read');
  try {
    const { size } = await handle.stat();
    const start = from < 0 ? Math.max(0, size + from) : Math.min(from, size);
    const length = Math.min(size - start, most);
    if (length > maximumBytes.workspace)
      return failure('tooLarge', `${length} bytes; at most ${maximumBytes.workspace}.`);
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const { bytesRead } = await handle.read(bytes, done, length - done, start + done);
      if (bytesRead === 0) return failure('other', 'The file became shorter while it was read.');
      done += bytesRead;
    }
    return { kind: 'read', bytes, size };
  } finally {
    await handle.close();
  }
}

async function append(file: string, at: number, bytes: Uint8Array): Promise<AppendOutcome> {
  // A piece that is gone must not come back empty: it would pass for the beginning of what follows.
  const handle = await openOwnFile(file, at === 0 ? 'begin' : 'append').catch((problem: unknown) => {
    if (isCode(problem, 'ENOENT')) return null;
    throw problem;
  });
  if (handle === null) return { kind: 'moved', size: 0 };
  try {
    const { size } = await handle.stat();
    if (size !== at) return { kind: 'moved', size };
    try {
      await handle.writeFile(bytes);
      await handle.sync();
      // Of a window that crashed a write may still have been under way.
      const after = await handle.stat();
      if (after.size !== at + bytes.length) return { kind: 'moved', size: after.size };
    } catch (problem) {
      // A full disk may have taken a part, which would only be in the way of the next attempt.
      await handle.truncate(at).catch(() => undefined);
      throw problem;
    }
  } finally {
    await handle.close();
  }
  if (at === 0) await flushFolder(path.dirname(file));
  return { kind: 'written' };
}

async function remove(file: string): Promise<WriteOutcome> {
  try {
    await unlink(file);
    // What an erasure removes must not be there again after a power cut.
    await flushFolder(path.dirname(file));
  } catch (problem) {
    if (!isCode(problem, 'ENOENT')) throw problem;
  }
  return { kind: 'written' };
}
