import type { Failed } from './failed.ts';

/**
 * What is left of crashes on the desktop: our own reports, and the pictures of its memory that Chromium takes (dumps), in one folder or
 * another by system. They may hold what was on the screen. A browser keeps its own, out of reach.
 */
export const crashFolders = [
  'crashReports',
  'crashDumpsNew',
  'crashDumpsPending',
  'crashDumpsCompleted',
  'crashDumpsReports',
] as const;

/**
 * `deadDatabases`: those that Chromium could not open, each set aside as a folder; they are listed and removed, and that is all.
 *
 * The others are where Muster keeps, outside IndexedDB, what must survive it; two of them lie in a folder that the person chose: a stick,
 * a synchronised folder.
 */
export const storedFolders = [
  ...crashFolders,
  'deadDatabases',
  'journal',
  'snapshots',
  'attachments',
  'setAside',
  'secondSnapshots',
  'secondAttachments',
] as const;

export type StoredFolder = (typeof storedFolders)[number];

/** Files in these folders, by plain names. Two adapters: the file system of the desktop, and the browser's private one. */
export interface StoredFiles {
  /** In no order. Half-written files of a run that was cut short are not among them. */
  readonly listFiles: (folder: StoredFolder) => Promise<ListOutcome>;
  /**
   * `from` is the first byte that is wanted, and counts from the end where it is negative; `most` is how many are wanted, all
   * that follow where it is not given.
   */
  readonly readFile: (folder: StoredFolder, name: string, from: number, most?: number) => Promise<ReadOutcome>;
  /**
   * Writes the whole file or nothing: under another name, flushed to the disk, renamed, read back and compared. A name that
   * is taken is refused unless the file is to be replaced.
   */
  readonly writeFile: (
    folder: StoredFolder,
    name: string,
    bytes: Uint8Array,
    ifTaken: 'refuse' | 'replace',
  ) => Promise<WriteOutcome>;
  /**
   * Adds to the end of a file and flushes it to the disk. `at` is how long the file is taken to be, 0 for a new one: where it
   * is not, somebody else has written to it, and nothing is added.
   */
  readonly appendFile: (folder: StoredFolder, name: string, at: number, bytes: Uint8Array) => Promise<AppendOutcome>;
  /** Removes a file; one that is not there is as good as removed. */
  readonly removeFile: (folder: StoredFolder, name: string) => Promise<WriteOutcome>;
  /** Removes what runs that were cut short left half-written, however lately: nobody may be writing whole files there meanwhile. */
  readonly removeHalfWritten: (folder: StoredFolder) => Promise<WriteOutcome>;
}

export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  /** When it was last written, as a UTC instant. */
  readonly at: string;
}

export type ListOutcome = { readonly kind: 'listed'; readonly files: readonly StoredFile[] } | Failed;
/** `size` is the length of the whole file. */
export type ReadOutcome = { readonly kind: 'read'; readonly bytes: Uint8Array; readonly size: number } | Failed;
export type WriteOutcome = { readonly kind: 'written' } | Failed;
export type AppendOutcome = { readonly kind: 'written' } | { readonly kind: 'moved'; readonly size: number } | Failed;

/** The folder that the person chose for a second copy of every snapshot. */
export type SecondFolder =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'chosen';
      readonly name: string;
      /** `askAgain`: the browser wants to be allowed anew. `missing`: a stick that is not plugged in, a folder moved. */
      readonly state: 'ready' | 'askAgain' | 'missing';
    };

export type SecondFolderOutcome = SecondFolder | { readonly kind: 'cancelled' } | Failed;
