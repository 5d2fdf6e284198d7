import type { StoredFile, StoredFiles, StoredFolder } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName, segmentFileName, type SegmentName } from '../../../shared/journal/fileNames.ts';
import { type ReadSegment, readSegment } from '../../../shared/journal/segment.ts';
import { isOf } from './journal.ts';

/** What is in a folder. Throws where it cannot be looked at: what it holds must not pass for nothing. */
export async function listedIn(files: StoredFiles, folder: StoredFolder): Promise<readonly StoredFile[]> {
  const listed = await files.listFiles(folder);
  if (listed.kind === 'listed') return listed.files;
  if (listed.reason === 'notFound') return [];
  throw new Error(`${folder}: ${listed.detail}`);
}

/** The names of the pieces of every journal, by lineage. */
export async function journalNames(files: StoredFiles): Promise<ReadonlyMap<string, readonly SegmentName[]>> {
  const byLineage = new Map<string, readonly SegmentName[]>();
  for (const { name } of await listedIn(files, 'journal')) {
    const parsed = parseSegmentName(name);
    if (parsed !== null) byLineage.set(parsed.lineage, [...(byLineage.get(parsed.lineage) ?? []), parsed]);
  }
  return byLineage;
}

/** The pieces of one journal, as far as they can be read. */
export interface Pieces {
  readonly segments: readonly ReadSegment[];
  /** The highest number of an entry that is in any of them, whether or not anything leads to it. */
  readonly reach: number;
  /** Why the last piece cannot be read, which may hold more; `null` where it can. */
  readonly unread: string | null;
}

export const noPieces: Pieces = { segments: [], reach: 0, unread: null };

export async function piecesOf(files: StoredFiles, names: readonly SegmentName[]): Promise<Pieces> {
  const segments: ReadSegment[] = [];
  let { reach, unread } = noPieces;
  for (const name of names.toSorted((a, b) => a.base - b.base || a.turn - b.turn)) {
    const file = await files.readFile('journal', segmentFileName(name), 0);
    const segment = file.kind === 'read' ? readSegment(file.bytes) : null;
    const isRead = segment?.ok === true && isOf(segment.value, name);
    if (isRead) segments.push(segment.value);
    // A piece that was begun when Muster was killed has no whole line yet.
    const isEmpty = file.kind === 'read' && !file.bytes.includes(lineFeed);
    unread = isRead || isEmpty ? null : file.kind === 'failed' ? file.detail : 'it is damaged';
    const seqs = isRead ? [...segment.value.lines, ...segment.value.beyond].map(({ entry }) => entry.seq) : [];
    reach = seqs.reduce((most, seq) => Math.max(most, seq), Math.max(reach, isEmpty ? 0 : name.base));
  }
  return { segments, reach, unread };
}

const lineFeed = 0x0a;
