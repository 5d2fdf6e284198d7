import { isFileName } from '../../../shared/host/fileName.ts';
import { isHalfWritten } from '../../../shared/host/halfWritten.ts';
import {
  crashFolders,
  type AppendOutcome,
  type ListOutcome,
  type ReadOutcome,
  type StoredFile,
  type StoredFiles,
  type StoredFolder,
  type WriteOutcome,
} from '../../../shared/host/storedFiles.ts';
import { writeWhole } from './browserFiles.ts';
import { failed, failure, isNotFound } from './failed.ts';
import { type Crashed, type SignOfLife, watchWorker } from '../workers/watchWorker.ts';
import {
  fileLock,
  type PrivateFilesAnswer,
  type PrivateFilesJob,
  type PrivateFilesOrder,
  writingLock,
} from './privateFilesJobs.ts';
import { secondFolderPart } from './secondFolder.ts';

/** `StoredFiles` in the browser's private file system, which outlives an IndexedDB that the browser has emptied. */
export const browserStoredFiles: StoredFiles = {
  listFiles: (folder) => inFolder<ListOutcome>(folder, list),
  readFile: (folder, name, from, most) =>
    inFolder<ReadOutcome>(folder, (place) =>
      inTurn(folder, name, 'shared', async () => {
        const file = await (await place.getFileHandle(name)).getFile();
        const wanted = file.slice(from);
        return { kind: 'read', bytes: new Uint8Array(await wanted.slice(0, most).arrayBuffer()), size: file.size };
      }),
    ),
  writeFile: (folder, name, bytes, ifTaken) =>
    isPrivate(folder)
      ? askWorker({ kind: 'write', folder: nameOf(folder), name, bytes: new Uint8Array(bytes), ifTaken })
      : inFolder<WriteOutcome>(folder, (place) => writeVisible(place, name, bytes, ifTaken)),
  appendFile: (folder, name, at, bytes) =>
    isPrivate(folder)
      ? askWorker({ kind: 'append', folder: nameOf(folder), name, at, bytes: new Uint8Array(bytes) })
      : Promise.resolve(failure('refused', 'Only whole files are written to a chosen folder.')),
  removeFile: (folder, name) =>
    inFolder<WriteOutcome>(folder, (place) =>
      inTurn(folder, name, 'exclusive', async () => {
        await place.removeEntry(name).catch(unlessNotFound);
        return { kind: 'written' };
      }),
    ),
  removeHalfWritten: (folder) =>
    navigator.locks.request(writingLock, () => inFolder<WriteOutcome>(folder, removeHalfWritten)),
};

async function removeHalfWritten(place: FileSystemDirectoryHandle): Promise<WriteOutcome> {
  const names: string[] = [];
  for await (const name of place.keys()) if (isHalfWritten(name)) names.push(name);
  for (const name of names) await place.removeEntry(name).catch(unlessNotFound);
  return { kind: 'written' };
}

const marker = { folder: 'marker', name: 'workspace.json' } as const;

/** What is written of the marker; `null` where there is no such file. */
export async function readMarkerFile(): Promise<string | null> {
  try {
    const folder = await (await privateRoot()).getDirectoryHandle(marker.folder);
    return await (await (await folder.getFileHandle(marker.name)).getFile()).text();
  } catch {
    return null;
  }
}

export function writeMarkerFile(text: string): Promise<WriteOutcome> {
  return askWorker({ kind: 'write', ...marker, bytes: new TextEncoder().encode(text), ifTaken: 'replace' });
}

/**
 * Whoever reads a file, writes to it or removes it waits for the others, in whatever window they are: a browser gives up reading a
 * file that changes meanwhile.
 */
function inTurn<T>(folder: StoredFolder, name: string, mode: LockMode, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(fileLock(nameOf(folder), name), { mode }, work);
}

function unlessNotFound(problem: unknown): void {
  if (!isNotFound(problem)) throw problem;
}

function isPrivate(folder: StoredFolder): boolean {
  return folder !== 'secondSnapshots' && folder !== 'secondAttachments';
}

function nameOf(folder: StoredFolder): string {
  return folder === 'setAside' ? 'set-aside' : folder;
}

async function inFolder<T extends { readonly kind: string }>(
  folder: StoredFolder,
  work: (place: FileSystemDirectoryHandle) => Promise<T>,
): Promise<T | ReturnType<typeof failure>> {
  try {
    // A browser keeps what is left of its crashes, and databases that it cannot open, out of reach of its pages.
    if (folder === 'deadDatabases' || crashFolders.some((one) => one === folder))
      return failure('notFound', 'There is no such folder in a browser.');
    const place = isPrivate(folder) ? await privateFolder(folder) : await secondFolderPart(folder);
    return place === null ? failure('notFound', 'No folder has been chosen.') : await work(place);
  } catch (problem) {
    // Where the browser has emptied its private files, the next one to ask finds the new ones.
    root = null;
    return failed(problem);
  }
}

async function privateFolder(folder: StoredFolder): Promise<FileSystemDirectoryHandle> {
  return (await privateRoot()).getDirectoryHandle(nameOf(folder), { create: true });
}

let root: Promise<FileSystemDirectoryHandle> | null = null;

/** Looked up once: every start goes through it five times before anything is shown. */
function privateRoot(): Promise<FileSystemDirectoryHandle> {
  root ??= navigator.storage.getDirectory();
  return root;
}

async function list(place: FileSystemDirectoryHandle): Promise<ListOutcome> {
  const files: StoredFile[] = [];
  for await (const handle of place.values()) {
    if (!isFile(handle) || !isFileName(handle.name)) continue;
    // One that was removed since it was listed does not hide the others.
    const file = await handle.getFile().catch(unlessNotFound);
    if (file === undefined) continue;
    files.push({ name: file.name, bytes: file.size, at: new Date(file.lastModified).toISOString() });
  }
  return { kind: 'listed', files };
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

async function writeVisible(
  place: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array,
  ifTaken: 'refuse' | 'replace',
): Promise<WriteOutcome> {
  const isTaken = await place.getFileHandle(name).then(
    () => true,
    () => false,
  );
  if (isTaken && ifTaken === 'refuse') return failure('refused', 'There is a file of that name already.');
  const file = await place.getFileHandle(name, { create: true });
  await writeWhole(file, bytes);
  const kept = new Uint8Array(await (await file.getFile()).arrayBuffer());
  const isKept = kept.length === bytes.length && kept.every((byte, index) => byte === bytes[index]);
  if (isKept) return { kind: 'written' };
  await place.removeEntry(name);
  return failure('other', 'The disk did not keep what was written.');
}

let worker: { readonly give: (order: PrivateFilesOrder, bytes: ArrayBuffer) => void } | null = null;
let lastId = 0;
const waiting = new Map<number, (outcome: AppendOutcome) => void>();

function askWorker(job: PrivateFilesJob & { kind: 'write' }): Promise<WriteOutcome>;
function askWorker(job: PrivateFilesJob & { kind: 'append' }): Promise<AppendOutcome>;
function askWorker(job: PrivateFilesJob): Promise<AppendOutcome> {
  worker ??= startWorker();
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker?.give({ kind: 'job', id, job }, job.bytes.buffer);
  });
}

/** Where it dies or hangs, everything that waits for it has failed, and the next job begins another. */
function startWorker(): NonNullable<typeof worker> {
  const started = new Worker(new URL('./privateFiles.worker.ts', import.meta.url), { type: 'module' });
  const onCrash = ({ reason, detail }: Crashed): void => {
    worker = null;
    for (const resolve of waiting.values()) resolve(failure(reason === 'diskFull' ? reason : 'other', detail));
    waiting.clear();
  };
  const { lock, heard } = watchWorker(started, onCrash, { isQuiet: () => waiting.size === 0 });
  started.addEventListener('message', ({ data }: MessageEvent<PrivateFilesAnswer | SignOfLife>) => {
    if (heard(data) || data.kind !== 'answer') return;
    waiting.get(data.id)?.(data.outcome);
    waiting.delete(data.id);
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  started.postMessage({ kind: 'start', lock } satisfies PrivateFilesOrder);
  return { give: (order, bytes) => started.postMessage(order, [bytes]) };
}
