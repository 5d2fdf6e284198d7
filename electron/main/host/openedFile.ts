import path from 'node:path';
import type { OpenOutcome } from '../../../shared/host/host.ts';
import { maximumBytes } from '../../../shared/host/limits.ts';
import { readWholeFile } from '../../files/wholeFile.ts';

/** Keeps the workspace file that a double click brought, until the page takes it. The latest one counts. */
export function openedFileBox() {
  let waiting: string | undefined;

  async function takeOpenedFile(): Promise<OpenOutcome> {
    const file = waiting;
    waiting = undefined;
    return file === undefined ? { kind: 'cancelled' } : readWholeFile(file, maximumBytes.workspace);
  }

  return {
    put(file: string | undefined): void {
      waiting = file ?? waiting;
    },
    takeOpenedFile,
  };
}

/** The workspace file among the words Muster was started with; relative ones count from `folder`. */
export function workspaceFileIn(argv: readonly string[], folder: string): string | undefined {
  const file = argv.slice(1).findLast((word) => !word.startsWith('-') && /\.muster$/i.test(word));
  return file === undefined ? undefined : path.resolve(folder, file);
}
