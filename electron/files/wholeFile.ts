import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { access, constants, lstat, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Failed } from '../../shared/host/failed.ts';
import type { OpenOutcome } from '../../shared/host/host.ts';
import { halfWrittenName, isHalfWritten, isLeftBehind } from '../../shared/host/halfWritten.ts';
import type { WriteOutcome } from '../../shared/host/storedFiles.ts';
import { failure, failureOf, isCode } from './failure.ts';

/**
 * Writes the whole file or leaves the old one as it was: a temporary file in the same folder, flushed to the disk,
 * read back, and only then given the name.
 */
export async function writeWholeFile(file: string, bytes: Uint8Array, move = rename): Promise<WriteOutcome> {
  try {
    const target = await writableTarget(file);
    const folder = path.dirname(target.file);
    const temporary = path.join(folder, halfWrittenName(randomUUID()));
    try {
      await writeFlushed(temporary, bytes, target.mode);
      const kept = await readFile(temporary);
      if (!kept.equals(bytes)) return failure('other', 'The disk did not keep what was written.');
      const held = await moveWhenFree(temporary, target.file, move);
      if (held !== undefined) return held;
    } finally {
      await unlink(temporary).catch(() => undefined);
    }
    await flushFolder(folder);
    return { kind: 'written' };
  } catch (problem) {
    return failureOf(problem);
  }
}

/**
 * Removes what a run that was killed left half-written in the data folder and the folders in it. For the start alone, once it is
 * certain that no other process works on them: then nothing can be under way, however new it is.
 */
export function removeHalfWrittenAtStart(dataFolder: string): void {
  try {
    const folders = readdirSync(dataFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const folder of [dataFolder, ...folders.map(({ name }) => path.join(dataFolder, name))]) {
      for (const name of readdirSync(folder).filter(isHalfWritten)) rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // The start goes on; what is left is removed by a later one.
  }
}

/** Removes what a run that was killed left half-written; `all`: even what could be under way, where nobody is writing. */
export async function removeHalfWritten(folder: string, which: 'all' | 'old' = 'old'): Promise<void> {
  for (const name of (await readdir(folder)).filter(isHalfWritten)) {
    const file = path.join(folder, name);
    if (which === 'all' || isLeftBehind((await lstat(file)).mtimeMs, new Date())) await unlink(file);
  }
}

/** Reads a file that a person chose, as long as it is one and no larger than `maximum` bytes. */
export async function readWholeFile(file: string, maximum: number): Promise<OpenOutcome> {
  try {
    const found = await stat(file);
    // Reading a device or a pipe might never end.
    if (!found.isFile()) return failure('other', 'It is not a file.');
    if (found.size > maximum) return failure('tooLarge', `${String(found.size)} bytes; at most ${String(maximum)}.`);
    return { kind: 'opened', name: path.basename(file), bytes: new Uint8Array(await readFile(file)) };
  } catch (problem) {
    return failureOf(problem);
  }
}

interface Target {
  readonly file: string;
  readonly mode: number;
}

/** Behind a link, the file it points to. Replacing a file needs no right to write into it, so that is asked here. */
async function writableTarget(file: string): Promise<Target> {
  try {
    const target = await realpath(file);
    await access(target, constants.W_OK);
    return { file: target, mode: (await stat(target)).mode };
  } catch (problem) {
    if (isCode(problem, 'ENOENT')) return { file, mode: 0o666 };
    throw problem;
  }
}

async function writeFlushed(file: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const waits = [50, 100, 200, 400, 800];

/** Virus scanners and backup programs hold a new file for a moment; one that stays held is open in another program. */
async function moveWhenFree(from: string, to: string, move: typeof rename): Promise<Failed | undefined> {
  for (const milliseconds of [0, ...waits]) {
    await wait(milliseconds);
    try {
      await move(from, to);
      return undefined;
    } catch (problem) {
      if (!isCode(problem, 'EBUSY', 'EPERM', 'EACCES')) throw problem;
    }
  }
  return failure('inUse', 'The file cannot be replaced; another program may have it open.');
}

/** Makes the new name itself survive a power cut. Windows has no such call, and refuses to open a folder. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  if (handle === undefined) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
