import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName, type SegmentName, segmentFileName } from '../../../shared/journal/fileNames.ts';
import {
  encodeLine,
  type Head,
  headFromTail,
  journalFormatVersion,
  type JournalLine,
  linesAfter,
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

/** Enough for the newest entry of nearly every journal; where it is not, the whole piece is read. */
const tailBytes = 64 * 1024;

/** Looks up how far the journal reaches, without reading more than the end of its last piece. */
export async function findJournal(files: StoredFiles, lineage: string): Promise<Journal | Failed> {
  const listed = await files.listFiles('journal');
  if (listed.kind === 'failed') return listed;
  const segments = listed.files
    .flatMap(({ name }) => parseSegmentName(name) ?? [])
    .filter((segment) => segment.lineage === lineage)
    .toSorted((a, b) => a.base - b.base || a.turn - b.turn);
  const name = segments.at(-1);
  if (name === undefined) return { lineage, segments, head: null, open: null };
  const tail = await files.readFile('journal', segmentFileName(name), -tailBytes);
  if (tail.kind === 'failed') return tail;
  const head = headFromTail(tail.bytes);
  if (head !== null) return { lineage, segments, head, open: { name, bytes: tail.size } };
  const whole = await readPiece(files, name);
  if (whole === null) return { lineage, segments, head: await lastHead(files, segments), open: null };
  const isWhole = whole.segment.strange === 0 && whole.segment.unreachable === 0;
  return { lineage, segments, head: whole.segment.head, open: isWhole ? { name, bytes: whole.bytes } : null };
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
  return segment.ok && segment.value.header.lineage === name.lineage
    ? { segment: segment.value, bytes: file.size }
    : null;
}

/** How far the pieces reach where the last one has no readable first line. */
async function lastHead(files: StoredFiles, segments: readonly SegmentName[]): Promise<Head | null> {
  for (const name of segments.toReversed()) {
    const piece = await readPiece(files, name);
    if (piece !== null) return piece.segment.head;
  }
  return null;
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
  const header = { format: 'muster-journal', formatVersion: journalFormatVersion, lineage, workspace, base } as const;
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
      open: { name, bytes: at + bytes.length },
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
