import { constants, lstat, mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { WriteOutcome } from '../../shared/host/storedFiles.ts';
import { failureOf, isCode, LinkInTheWay } from './failure.ts';
import { flushFolder, writeWholeFile } from './wholeFile.ts';

/** A folder that Muster makes itself: `within` leads there from a folder that the person or the system chose. */
export interface FolderPlace {
  readonly base: string;
  readonly within: readonly string[];
  /** It is looked into where it is there, and never made. */
  readonly madeByOthers?: true;
}

/**
 * The path of a folder of our own, made where it is missing. Every folder on the way below the base is looked at: none may be a
 * link (a junction of Windows is one to Node). The folder that holds a new one is flushed, so that it is there after a power cut.
 */
export async function ownFolderPath({ base, within, madeByOthers }: FolderPlace): Promise<string> {
  const made = await mkdir(base, { recursive: true });
  if (made !== undefined) await flushFolder(path.dirname(made));
  let folder = base;
  for (const part of within) {
    const inside = path.join(folder, part);
    const isNew = madeByOthers !== true && (await makeFolder(inside));
    if (isNew) await flushFolder(folder);
    else if ((await lstat(inside)).isSymbolicLink()) throw new LinkInTheWay(part);
    folder = inside;
  }
  return folder;
}

/** Makes a folder; whether it was not there yet. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (problem) {
    if (isCode(problem, 'EEXIST')) return false;
    throw problem;
  }
}

/** Refuses a link under the name of a file of our own; a name that is free is as good. */
export async function refuseLink(file: string): Promise<void> {
  const found = await lstat(file).catch((problem: unknown) => {
    if (isCode(problem, 'ENOENT')) return null;
    throw problem;
  });
  if (found?.isSymbolicLink() === true) throw new LinkInTheWay(path.basename(file));
}

/** Writes a file of our own, whole or not at all. A second name of the old file keeps the old content: the new one takes its place. */
export async function writeOwnFile(file: string, bytes: Uint8Array): Promise<WriteOutcome> {
  try {
    await refuseLink(file);
    return await writeWholeFile(file, bytes);
  } catch (problem) {
    return failureOf(problem);
  }
}

/** Windows has neither flag; there `refuseLink` alone stands guard. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/**
 * Opens a file of our own. Neither a link is followed nor a pipe waited for; and nothing is added to a file that has a second name
 * (a hard link), which would change under that name too.
 */
export async function openOwnFile(file: string, use: 'read' | 'append' | 'begin'): Promise<FileHandle> {
  await refuseLink(file);
  const append = constants.O_WRONLY | constants.O_APPEND;
  const flags = { read: constants.O_RDONLY, append, begin: append | constants.O_CREAT }[use];
  const handle = await open(file, flags | O_NOFOLLOW | O_NONBLOCK).catch((problem: unknown) => {
    throw isCode(problem, 'ELOOP', 'EMLINK') ? new LinkInTheWay(path.basename(file)) : problem;
  });
  const found = await handle.stat();
  if (found.isFile() && (use === 'read' || found.nlink <= 1)) return handle;
  await handle.close();
  throw new LinkInTheWay(path.basename(file));
}
