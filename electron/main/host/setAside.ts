import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ListOutcome, OpenOutcome, SetAsideFile, WriteOutcome } from '../../../shared/host/host.ts';
import { isFileName } from '../../../shared/host/fileName.ts';
import { maximumBytes } from '../../../shared/host/limits.ts';
import { failure, failureOf } from '../../files/failure.ts';
import { readWholeFile, writeWholeFile } from '../../files/wholeFile.ts';

export async function setAside(dataFolder: string, name: string, bytes: Uint8Array): Promise<WriteOutcome> {
  const file = path.join(folderIn(dataFolder), name);
  try {
    await mkdir(folderIn(dataFolder), { recursive: true });
    if (existsSync(file)) return failure('refused', 'A file of that name has been set aside already.');
  } catch (problem) {
    return failureOf(problem);
  }
  return writeWholeFile(file, bytes);
}

export async function listSetAside(dataFolder: string): Promise<ListOutcome> {
  try {
    await mkdir(folderIn(dataFolder), { recursive: true });
    // Names that start with a dot are half-written files of a run that was cut short.
    const names = (await readdir(folderIn(dataFolder))).filter(isFileName);
    const files = await Promise.all(names.map((name) => describe(dataFolder, name)));
    return { kind: 'listed', files: files.toSorted((a, b) => b.at.localeCompare(a.at)) };
  } catch (problem) {
    return failureOf(problem);
  }
}

export function readSetAside(dataFolder: string, name: string): Promise<OpenOutcome> {
  return readWholeFile(path.join(folderIn(dataFolder), name), maximumBytes.workspace);
}

async function describe(dataFolder: string, name: string): Promise<SetAsideFile> {
  const { size, mtime } = await stat(path.join(folderIn(dataFolder), name));
  return { name, bytes: size, at: mtime.toISOString() };
}

function folderIn(dataFolder: string): string {
  return path.join(dataFolder, 'set-aside');
}
