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
  /** Tells the answers apart. */
  readonly id: number;
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the worker of the browser's private files can be asked to do. */
export type PrivateFilesJob =
  | (Addressed & { readonly kind: 'append'; readonly at: number })
  | (Addressed & { readonly kind: 'write'; readonly ifTaken: 'refuse' | 'replace' });

export interface PrivateFilesAnswer {
  readonly id: number;
  readonly outcome: AppendOutcome | WriteOutcome;
}
