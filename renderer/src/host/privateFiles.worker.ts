import type { AppendOutcome, WriteOutcome } from '../../../shared/host/storedFiles.ts';
import { halfWrittenName, isHalfWritten } from '../../../shared/host/halfWritten.ts';
import { holdLock } from '../workers/holdLock.ts';
import { failed, failure, isNotFound } from './failed.ts';
import {
  fileLock,
  type PrivateFilesAnswer,
  type PrivateFilesJob,
  type PrivateFilesOrder,
  writingLock,
} from './privateFilesJobs.ts';

// Only a worker may write to the browser's private files in a way that can be flushed to the disk.

self.addEventListener('message', ({ data }: MessageEvent<PrivateFilesOrder>) => {
  if (data.kind === 'start') holdLock(data.lock, () => undefined);
  else void answer(data.id, data.job);
});

async function answer(id: number, job: PrivateFilesJob): Promise<void> {
  await removeHalfWritten().catch(() => undefined);
  const outcome = await navigator.locks
    .request(fileLock(job.folder, job.name), () => (job.kind === 'append' ? append(job) : write(job)))
    .catch(failed);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage({ kind: 'answer', id, outcome } satisfies PrivateFilesAnswer);
}

async function folderAt(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(name, { create: true });
}

async function append({ folder, name, at, bytes }: PrivateFilesJob & { kind: 'append' }): Promise<AppendOutcome> {
  // A piece that is gone must not come back empty: it would pass for the beginning of what follows.
  const file = await (await folderAt(folder)).getFileHandle(name, { create: at === 0 }).catch((problem: unknown) => {
    if (isNotFound(problem)) return null;
    throw problem;
  });
  if (file === null) return { kind: 'moved', size: 0 };
  const handle = await file.createSyncAccessHandle();
  try {
    const size = handle.getSize();
    if (size !== at) return { kind: 'moved', size };
    try {
      writeAll(handle, bytes, at);
      handle.flush();
    } catch (problem) {
      // A full disk may have taken a part, which would only be in the way of the next attempt.
      handle.truncate(at);
      throw problem;
    }
    return { kind: 'written' };
  } finally {
    handle.close();
  }
}

async function write({ folder, name, bytes, ifTaken }: PrivateFilesJob & { kind: 'write' }): Promise<WriteOutcome> {
  const place = await folderAt(folder);
  const isTaken = await place.getFileHandle(name).then(
    () => true,
    () => false,
  );
  if (isTaken && ifTaken === 'refuse') return failure('refused', 'There is a file of that name already.');
  return navigator.locks.request(writingLock, { mode: 'shared' }, () => writeInto(place, name, bytes));
}

async function writeInto(
  place: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<WriteOutcome> {
  const temporary = halfWrittenName(crypto.randomUUID());
  const file = await place.getFileHandle(temporary, { create: true });
  try {
    const handle = await file.createSyncAccessHandle();
    try {
      writeAll(handle, bytes, 0);
      handle.flush();
      const kept = new Uint8Array(bytes.length);
      handle.read(kept, { at: 0 });
      if (!kept.every((byte, index) => byte === bytes[index])) {
        return failure('other', 'The disk did not keep what was written.');
      }
    } finally {
      handle.close();
    }
    await file.move(name);
  } finally {
    await place.removeEntry(temporary).catch(() => undefined);
  }
  return { kind: 'written' };
}

let isCleared = false;

/**
 * Removes, once, what a run that was killed left behind in any folder: it may name a person who is erased since. While another tab
 * writes, it is left for the next time.
 */
async function removeHalfWritten(): Promise<void> {
  if (isCleared) return;
  await navigator.locks.request(writingLock, { ifAvailable: true }, async (lock) => {
    if (lock === null || isCleared) return;
    const root = await navigator.storage.getDirectory();
    for await (const place of root.values()) {
      if (!(place instanceof FileSystemDirectoryHandle)) continue;
      for await (const name of place.keys()) if (isHalfWritten(name)) await place.removeEntry(name);
    }
    isCleared = true;
  });
}

function writeAll(handle: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  for (let done = 0; done < bytes.length;) {
    const written = handle.write(bytes.subarray(done), { at: at + done });
    if (written === 0) throw new DOMException('The disk took nothing more.', 'QuotaExceededError');
    done += written;
  }
}
