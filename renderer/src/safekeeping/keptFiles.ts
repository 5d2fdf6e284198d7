import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName } from '../../../shared/journal/fileNames.ts';
import { type JournalLine, readSegment, type SegmentHeader } from '../../../shared/journal/segment.ts';

/** The folders outside the database that hold what people wrote, in words. */
export const folderWords = {
  journal: 'The journal',
  snapshots: 'The backups on this computer',
  setAside: 'The workspaces that were set aside',
  secondSnapshots: 'The second folder',
} as const;

export const keptFolders = [
  'journal',
  'snapshots',
  'setAside',
  'secondSnapshots',
] as const satisfies readonly (keyof typeof folderWords)[];

/** A file or folder with which nothing could be done, and why. */
export interface UnreachedFile {
  readonly name: string;
  readonly why: string;
}

interface KeptFile {
  readonly folder: (typeof keptFolders)[number];
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Every piece of a journal and every workspace file that is kept outside the database, of whatever lineage, one at a time. `left`
 * gets what could not be listed or read.
 */
export async function* keptFiles(
  files: StoredFiles,
  left: { push: (one: UnreachedFile) => unknown },
): AsyncGenerator<KeptFile> {
  for (const folder of keptFolders) {
    const listed = await files.listFiles(folder);
    if (listed.kind === 'failed') {
      // A second folder that was never chosen, or is not plugged in, is told of by whoever asks for this.
      const isToldOf = folder === 'secondSnapshots' || listed.reason === 'notFound';
      if (!isToldOf) left.push({ name: folderWords[folder], why: reasonOf(listed) });
      continue;
    }
    for (const { name } of listed.files) {
      if (!(folder === 'journal' ? parseSegmentName(name) !== null : name.endsWith('.muster'))) continue;
      const read = await files.readFile(folder, name, 0);
      if (read.kind === 'failed') left.push({ name, why: reasonOf(read) });
      else yield { folder, name, bytes: read.bytes };
    }
  }
}

interface Piece {
  readonly header: SegmentHeader;
  readonly lines: readonly JournalLine[];
}

/** All that can be read of a piece of the journal, or why nothing can. */
export function readPiece(bytes: Uint8Array): Piece | string {
  const read = readSegment(bytes);
  if (!read.ok) return 'This piece of the journal cannot be read.';
  const { header, lines, beyond } = read.value;
  if (header === null) return 'The beginning of this piece of the journal cannot be read.';
  return { header, lines: [...lines, ...beyond] };
}

/** What work on one file comes to; where it throws, for want of memory or whatever, that is why: the others are still to be done. */
export async function orWhy(work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await work();
  } catch (thrown) {
    return String(thrown);
  }
}

export function reasonOf({ reason, detail }: Failed): string {
  return reason === 'diskFull' ? 'the disk is full' : detail;
}
