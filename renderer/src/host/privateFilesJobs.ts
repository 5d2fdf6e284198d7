import type { AppendOutcome, WriteOutcome } from '../../../shared/host/storedFiles.ts';

declare global {
  interface FileSystemFileHandle {
    /** Chromium only, therefore not in TypeScript's own description. Replaces a file that has the name. */
    move(name: string): Promise<void>;
    /** Only in a worker, therefore not in the description of a page. */
    createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
  }
  interface FileSystemSyncAccessHandle {
    getSize(): number;
    read(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    truncate(size: number): void;
    flush(): void;
    close(): void;
  }
}

/** The name of the lock that every window and worker holds while it reads, writes or removes one of these files. */
export function fileLock(folder: string, name: string): string {
  return `muster:${folder}/${name}`;
}

interface Addressed {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the worker of the browser's private files can be asked to do. */
export type PrivateFilesJob =
  | (Addressed & { readonly kind: 'append'; readonly at: number })
  | (Addressed & { readonly kind: 'write'; readonly ifTaken: 'refuse' | 'replace' });

/** Every tab holds it while it writes a whole file. */
export const writingLock = 'muster:half-written';

/** What the page sends to the worker: first the lock by which it is known to be alive, then jobs, as many as there are. */
export type PrivateFilesOrder =
  | { readonly kind: 'start'; readonly lock: string }
  /** `id` tells the answers apart. */
  | { readonly kind: 'job'; readonly id: number; readonly job: PrivateFilesJob };

export interface PrivateFilesAnswer {
  readonly kind: 'answer';
  readonly id: number;
  readonly outcome: AppendOutcome | WriteOutcome;
}
