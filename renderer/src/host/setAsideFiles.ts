import type { ListOutcome, OpenOutcome, SetAsideFile, WriteOutcome } from '../../../shared/host/host.ts';
import { writeWhole } from './browserFiles.ts';
import { failed, failure } from './failed.ts';

// The browser's private file system: it outlives an IndexedDB that the browser has emptied.
async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('set-aside', { create: true });
}

export async function setAside(name: string, bytes: Uint8Array): Promise<WriteOutcome> {
  try {
    const aside = await folder();
    if (await has(aside, name)) return failure('refused', 'A file of that name has been set aside already.');
    let isKept = false;
    try {
      isKept = await writeAndCompare(aside, name, bytes);
    } finally {
      // The name was taken before the bytes were written.
      if (!isKept) await aside.removeEntry(name).catch(() => undefined);
    }
    return isKept ? { kind: 'written' } : failure('other', 'What was read back differs from what was written.');
  } catch (problem) {
    return failed(problem);
  }
}

function has(aside: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return aside.getFileHandle(name).then(
    () => true,
    () => false,
  );
}

async function writeAndCompare(aside: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<boolean> {
  const file = await aside.getFileHandle(name, { create: true });
  await writeWhole(file, bytes);
  return sameBytes(new Uint8Array(await (await file.getFile()).arrayBuffer()), bytes);
}

export async function listSetAside(): Promise<ListOutcome> {
  const files: SetAsideFile[] = [];
  try {
    for await (const handle of (await folder()).values()) {
      if (!isFile(handle)) continue;
      const { name, size, lastModified } = await handle.getFile();
      files.push({ name, bytes: size, at: new Date(lastModified).toISOString() });
    }
  } catch (problem) {
    return failed(problem);
  }
  return { kind: 'listed', files: files.toSorted((a, b) => b.at.localeCompare(a.at)) };
}

export async function readSetAside(name: string): Promise<OpenOutcome> {
  try {
    const file = await (await (await folder()).getFileHandle(name)).getFile();
    return { kind: 'opened', name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (problem) {
    return failed(problem);
  }
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}
