import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ListOutcome, StoredFile, WriteOutcome } from '../../shared/host/storedFiles.ts';
import { failure } from './failure.ts';
import { flushFolder } from './wholeFile.ts';

/**
 * Sets aside the databases that Chromium will never open again, before it is started on them. Most damage it notices, and begins
 * anew; but where the list of a database's files (MANIFEST) is not to be found it refuses for good, so that nothing could be brought back
 * either. Nothing is deleted: the folder gets another name beside the new one. `folder` is the profile's IndexedDB.
 */
export function setDeadDatabasesAside(folder: string, now: Date): readonly string[] {
  try {
    const dead = foldersIn(folder).filter((name) => name.endsWith('.leveldb') && isDead(path.join(folder, name)));
    for (const name of dead) setAside(path.join(folder, name), now);
    if (dead.length > 0) flushFolderNow(folder);
    return dead;
  } catch {
    // The start goes on: what cannot be opened is said on the recovery screen.
    return [];
  }
}

function setAside(database: string, now: Date): void {
  const suffix = `.set-aside-${now.toISOString().replaceAll(':', '')}`;
  // Large values lie beside the database and belong to it.
  const parts = [database, database.replace(/leveldb$/, 'blob')];
  for (const part of parts.filter((one) => existsSync(one))) renameSync(part, part + suffix);
}

/** The names of the folders that were set aside in a profile's IndexedDB. */
export function setAsideIn(folder: string): readonly string[] {
  return foldersIn(folder).filter(isSetAside);
}

/** What was set aside in a profile's IndexedDB, each as one file of the size of all that is in it. */
export async function listDeadDatabases(folder: string): Promise<ListOutcome> {
  const files: StoredFile[] = [];
  for (const name of (await readdir(folder)).filter(isSetAside)) {
    const { mtime } = await lstat(path.join(folder, name));
    files.push({ name, bytes: await sizeOf(path.join(folder, name)), at: mtime.toISOString() });
  }
  return { kind: 'listed', files };
}

/** Removes one of them for good. */
export async function removeDeadDatabase(folder: string, name: string): Promise<WriteOutcome> {
  if (!isSetAside(name)) return failure('refused', 'It was not set aside.');
  await rm(path.join(folder, name), { recursive: true, force: true });
  await flushFolder(folder);
  return { kind: 'written' };
}

/** Whether a folder has the name that `setAside` gives. */
function isSetAside(name: string): boolean {
  return /\.(leveldb|blob)\.set-aside-\d{4}-\d{2}-\d{2}T[\d.]+Z$/.test(name);
}

async function sizeOf(folder: string): Promise<number> {
  const parts = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = parts.filter((part) => part.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await lstat(path.join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The new names survive a power cut; on Windows, which opens no folder, the system sees to it. */
function flushFolderNow(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function foldersIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Whether the one file that says which list is in use (CURRENT) names a list that is not there. */
function isDead(database: string): boolean {
  const current = path.join(database, 'CURRENT');
  const manifest = existsSync(current) ? readFileSync(current, 'latin1').trimEnd() : '';
  return manifest !== '' && !existsSync(path.join(database, manifest));
}
