import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName, type SegmentName, segmentFileName } from '../../../shared/journal/fileNames.ts';
import { thisMuster } from '../store/thisMuster.ts';
import {
  encodeLine,
  type Head,
  headFromTail,
  journalFormatVersion,
  type JournalLine,
  linesAfter,
  newerSegment,
  type NewerSegment,
  type ReadSegment,
  readSegment,
  type SegmentHeader,
} from '../../../shared/journal/segment.ts';

/** The journal of one lineage as it stands in its folder. */
export interface Journal {
  readonly lineage: string;
  readonly segments: readonly SegmentName[];
  /** Its newest entry; `null` where there is no journal yet. */
  readonly head: Head | null;
  /** The piece that goes on; `null` where the next entry begins a new one, since the last has a torn or altered line. */
  readonly open: { readonly name: SegmentName; readonly bytes: number } | null;
}

/** A piece that has become as long is not added to. */
const longestPiece = 32 * 2 ** 20;

/** Enough for the newest entry of nearly every journal; where it is not, the whole piece is read. */
const tailBytes = 64 * 1024;

/** Enough for the first line of a piece. */
export const startBytes = 4096;

/**
 * Looks up how far the journal reaches, without reading more than the ends of its pieces. The last piece goes on only where it is
 * also the one that reaches furthest: of two windows, one may have gone on with a piece that the other had left. A journal that
 * a newer Muster has written is not gone on with at all: what it means is not known here.
 */
export async function findJournal(files: StoredFiles, lineage: string): Promise<Journal | NewerSegment | Failed> {
  const listed = await files.listFiles('journal');
  if (listed.kind === 'failed') return listed;
  const segments = listed.files
    .flatMap(({ name }) => parseSegmentName(name) ?? [])
    .filter((segment) => segment.lineage === lineage)
    .toSorted((a, b) => a.base - b.base || a.turn - b.turn);
  const ends: PieceEnd[] = [];
  for (const name of segments) {
    const end = await endOf(files, name);
    if ('kind' in end) return end;
    ends.push(end);
  }
  const heads = ends.flatMap(({ head }) => head ?? []);
  const head = heads.reduce<Head | null>((furthest, one) => (one.seq >= (furthest?.seq ?? 0) ? one : furthest), null);
  const [name, last] = [segments.at(-1), ends.at(-1)];
  const isOpen = name !== undefined && last?.isWhole === true && last.head?.id === head?.id;
  return { lineage, segments, head, open: isOpen && last.bytes < longestPiece ? { name, bytes: last.bytes } : null };
}

interface PieceEnd {
  readonly head: Head | null;
  /** Whether nothing strange is in what was read of it, so that more can be added. */
  readonly isWhole: boolean;
  readonly bytes: number;
}

/** How far a piece reaches, without reading more than its ends where that is enough. */
export async function endOf(files: StoredFiles, name: SegmentName): Promise<PieceEnd | NewerSegment | Failed> {
  const tail = await files.readFile('journal', segmentFileName(name), -tailBytes);
  // It was no longer needed, and went meanwhile.
  if (tail.kind === 'failed' && tail.reason === 'notFound') return { head: null, isWhole: false, bytes: 0 };
  if (tail.kind === 'failed') return tail;
  const isAll = tail.bytes.length === tail.size;
  const start = isAll ? tail : await files.readFile('journal', segmentFileName(name), 0, startBytes);
  if (start.kind === 'failed') return start;
  const newer = newerSegment(start.bytes);
  if (newer !== null) return newer;
  const head = headFromTail(tail.bytes);
  if (head !== null) return { head, isWhole: true, bytes: tail.size };
  const whole = await readPiece(files, name);
  if (whole === null) return { head: null, isWhole: false, bytes: tail.size };
  const { segment, bytes } = whole;
  return { head: segment.head, isWhole: segment.strange === 0 && segment.beyond.length === 0, bytes };
}

/** The pieces of the journal that can be read, whole. */
async function readJournal(files: StoredFiles, { segments }: Journal): Promise<readonly ReadSegment[]> {
  const read: ReadSegment[] = [];
  for (const name of segments) {
    const piece = await readPiece(files, name);
    if (piece !== null) read.push(piece.segment);
  }
  return read;
}

/** The entries of the journal that lead on from `from`. */
export async function journalAfter(files: StoredFiles, journal: Journal, from: Head): Promise<readonly JournalLine[]> {
  return linesAfter(await readJournal(files, journal), from);
}

async function readPiece(
  files: StoredFiles,
  name: SegmentName,
): Promise<{ readonly segment: ReadSegment; readonly bytes: number } | null> {
  const file = await files.readFile('journal', segmentFileName(name), 0);
  if (file.kind === 'failed') return null;
  const segment = readSegment(file.bytes);
  return segment.ok && isOf(segment.value, name) ? { segment: segment.value, bytes: file.size } : null;
}

/** Whether a piece belongs to the history that its name says; one with a damaged first line has only its name to go by. */
export function isOf({ header }: ReadSegment, { lineage }: SegmentName): boolean {
  return header === null || header.lineage === lineage;
}

/**
 * Whether a lost database could be made good: the journal reaches back to the beginning, or to the newest snapshot (the
 * number of its last entry). It begins in the middle where there were rows before there was a journal, or where its files went.
 */
export function isRooted({ segments }: Journal, snapshot: number | null): boolean {
  const base = Math.min(...segments.map((segment) => segment.base));
  return base === 0 || (snapshot !== null && snapshot >= base);
}

export type Appended = { readonly kind: 'appended'; readonly journal: Journal } | { readonly kind: 'moved' } | Failed;

/**
 * Adds lines at the end of the journal and waits until they are on the disk; begins a new piece where none is open. `moved`:
 * another window has added to it meanwhile, and it has to be looked up anew.
 */
export async function appendToJournal(
  files: StoredFiles,
  journal: Journal,
  workspace: SegmentHeader['workspace'],
  base: Head,
  lines: readonly JournalLine[],
): Promise<Appended> {
  const { lineage, segments, open } = journal;
  const name = open?.name ?? nextPiece(lineage, base.seq, segments);
  const header: SegmentHeader = {
    format: 'muster-journal',
    formatVersion: journalFormatVersion,
    lineage,
    workspace,
    base,
    writtenBy: thisMuster,
  };
  const bytes = joined([...(open === null ? [header] : []), ...lines].map(encodeLine));
  const at = open?.bytes ?? 0;
  const written = await files.appendFile('journal', segmentFileName(name), at, bytes);
  if (written.kind === 'failed') return written;
  if (written.kind === 'moved') return { kind: 'moved' };
  const last = lines.at(-1)?.entry;
  return {
    kind: 'appended',
    journal: {
      lineage,
      segments: open === null ? [...segments, name] : segments,
      head: last === undefined ? base : { seq: last.seq, id: last.id },
      // A piece is read as a whole: a long journal is many pieces.
      open: at + bytes.length < longestPiece ? { name, bytes: at + bytes.length } : null,
    },
  };
}

function nextPiece(lineage: string, base: number, segments: readonly SegmentName[]): SegmentName {
  const turns = segments.filter((segment) => segment.base === base).map(({ turn }) => turn);
  return { lineage, base, turn: Math.max(0, ...turns) + 1 };
}

/** Several pieces of bytes as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
