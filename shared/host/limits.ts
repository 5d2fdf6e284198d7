import type { FileKind } from './host.ts';

/**
 * The largest file of each kind that is read or written, in bytes. A file passes through memory as a whole, so this
 * bounds what a mistaken choice in a dialog can do to the window.
 */
export const maximumBytes: Readonly<Record<FileKind, number>> = {
  workspace: 512 * 1024 * 1024,
  spreadsheet: 64 * 1024 * 1024,
  evidence: 128 * 1024 * 1024,
  notices: 256_000_000,
  calendar: 64 * 1024 * 1024,
  document: 128 * 1024 * 1024,
};
