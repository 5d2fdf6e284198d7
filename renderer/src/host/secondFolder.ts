import type { SecondFolder, SecondFolderOutcome, StoredFolder } from '../../../shared/host/storedFiles.ts';
import { failed, failure, isAbort } from './failed.ts';

declare global {
  interface Window {
    /** Chromium only, therefore not in TypeScript's own description of the page. */
    showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
  }
  interface FileSystemHandle {
    queryPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
    requestPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  }
}

/** Made inside the chosen folder, so that a stick with other things on it stays in order. */
const ownPart = 'Muster backups';

const database = 'second-folder';
const key = 'folder';

/** A folder that the person chose can only be kept in IndexedDB: it is no text. */
async function withHandles<T>(mode: IDBTransactionMode, ask: (handles: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('handles'));
  const db = await answerOf(opening);
  try {
    return await answerOf(ask(db.transaction('handles', mode).objectStore('handles')));
  } finally {
    db.close();
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}

async function chosen(): Promise<FileSystemDirectoryHandle | null> {
  // Looking would make the database.
  if (!(await indexedDB.databases()).some(({ name }) => name === database)) return null;
  const found: unknown = await withHandles('readonly', (handles) => handles.get(key) as IDBRequest<unknown>);
  return found instanceof FileSystemDirectoryHandle ? found : null;
}

async function describe(folder: FileSystemDirectoryHandle | null): Promise<SecondFolder> {
  if (folder === null) return { kind: 'none' };
  const { name } = folder;
  if ((await folder.queryPermission({ mode: 'readwrite' })) !== 'granted') {
    return { kind: 'chosen', name, state: 'askAgain' };
  }
  const isThere = await folder
    .keys()
    .next()
    .then(
      () => true,
      () => false,
    );
  return { kind: 'chosen', name, state: isThere ? 'ready' : 'missing' };
}

export async function secondFolder(): Promise<SecondFolderOutcome> {
  try {
    return await describe(await chosen());
  } catch (problem) {
    return failed(problem);
  }
}

export async function chooseSecondFolder(): Promise<SecondFolderOutcome> {
  if (window.showDirectoryPicker === undefined) return failure('refused', 'This browser cannot write to a folder.');
  try {
    const folder = await window.showDirectoryPicker({ id: 'muster-backups', mode: 'readwrite' });
    await withHandles('readwrite', (handles) => handles.put(folder, key));
    return await describe(folder);
  } catch (problem) {
    return isAbort(problem) ? { kind: 'cancelled' } : failed(problem);
  }
}

export async function allowSecondFolder(): Promise<SecondFolderOutcome> {
  try {
    const folder = await chosen();
    await folder?.requestPermission({ mode: 'readwrite' });
    return await describe(folder);
  } catch (problem) {
    return failed(problem);
  }
}

export async function forgetSecondFolder(): Promise<SecondFolderOutcome> {
  try {
    await withHandles('readwrite', (handles) => handles.delete(key));
    return { kind: 'none' };
  } catch (problem) {
    return failed(problem);
  }
}

/** A part of the chosen folder; `null` where there is none that may be written to. */
export async function secondFolderPart(folder: StoredFolder): Promise<FileSystemDirectoryHandle | null> {
  const second = await chosen();
  if (second === null || (await second.queryPermission({ mode: 'readwrite' })) !== 'granted') return null;
  const own = await second.getDirectoryHandle(ownPart, { create: true });
  return own.getDirectoryHandle(folder === 'secondSnapshots' ? 'snapshots' : 'attachments', { create: true });
}
