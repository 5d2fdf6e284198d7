import { err, ok, type Result } from '../domain/basics/result.ts';
import type { HistoryEntry } from '../rows/history.ts';
import { crc32 } from '../workspace/crc32.ts';

export const journalFormatVersion = 1;

/** How far a history reaches: its newest entry. `id` is `null` before the first one. */
export interface Head {
  readonly seq: number;
  readonly id: string | null;
}

/** The first line of a piece of the journal. */
export interface SegmentHeader {
  readonly format: 'muster-journal';
  readonly formatVersion: number;
  readonly lineage: string;
  readonly workspace: { readonly id: string; readonly name: string; readonly createdAt: string };
  /** The entry after which this piece begins. */
  readonly base: Head;
  /** The program and version that wrote it; absent in pieces of before it was noted. */
  readonly writtenBy?: string;
}

/** An attached file that an entry brought, kept beside the journal under its SHA-256. */
export interface KeptAttachment {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Every further line: an entry of the history, and the id of the one before it, by which a gap is noticed. */
export interface JournalLine {
  readonly after: string | null;
  readonly entry: HistoryEntry;
  readonly attachments: readonly KeptAttachment[];
}

export interface ReadSegment {
  /** `null` where the first line is damaged. The entries vouch for themselves, but cannot say after which one they begin. */
  readonly header: SegmentHeader | null;
  readonly lines: readonly JournalLine[];
  readonly head: Head | null;
  /** How many lines are none of this piece: torn, altered, or of another history. What chains across them is kept. */
  readonly strange: number;
  /** Well-formed entries behind a gap. Nothing in this piece leads to them; a snapshot or another piece may. */
  readonly beyond: readonly JournalLine[];
}

/** Why a file is not a piece of the journal that this version can use. */
export type SegmentRefusal = { readonly kind: 'noHeader' } | NewerSegment;

/** A piece in a form that this version does not know. `writtenBy`: the program and version that wrote it, where it says so. */
export interface NewerSegment {
  readonly kind: 'newerFormat';
  readonly found: number;
  readonly writtenBy: string | null;
}

/** One line: the CRC-32 of the JSON in eight hexadecimal digits, a space, the JSON (which holds no line feed), a line feed. */
export function encodeLine(value: SegmentHeader | JournalLine): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const line = new Uint8Array(json.length + 10);
  line.set(new TextEncoder().encode(`${checksum(json)} `), 0);
  line.set(json, 9);
  line[line.length - 1] = 0x0a;
  return line;
}

/**
 * Reads a piece of the journal as far as it can be trusted: entries that follow one another without a gap. A last line that
 * was cut short is the mark of a crash before anybody was told that it is safe, and is left out like any other strange line.
 */
export function readSegment(bytes: Uint8Array): Result<ReadSegment, SegmentRefusal> {
  const lines = linesOf(bytes);
  const header = decode(lines[0]?.bytes ?? new Uint8Array());
  if (!isHeader(header)) return readHeadless(lines);
  const newer = newerThanKnown(header);
  if (newer !== null) return err(newer);
  const kept: JournalLine[] = [];
  let { base: head } = header;
  let strange = 0;
  let beyond: JournalLine[] = [];
  for (const line of lines.slice(1)) {
    const value = line.ended ? decode(line.bytes) : null;
    if (!isJournalLine(value)) {
      strange += 1;
    } else if (value.entry.seq === head.seq + 1 && value.after === head.id) {
      kept.push(value);
      head = { seq: value.entry.seq, id: value.entry.id };
    } else if (value.entry.seq > head.seq + 1) {
      beyond.push(value);
    } else {
      strange += 1;
    }
  }
  beyond = beyond.filter(({ entry }) => entry.seq > head.seq);
  return ok({ header, lines: kept, head, strange, beyond });
}

/** Whether a piece is in a form that this version does not know, from its first bytes alone; `null` where they do not say so. */
export function newerSegment(start: Uint8Array): NewerSegment | null {
  const [first] = linesOf(start);
  const header = first?.ended === true ? decode(first.bytes) : null;
  return isHeader(header) ? newerThanKnown(header) : null;
}

function newerThanKnown({ formatVersion, writtenBy }: SegmentHeader): NewerSegment | null {
  if (formatVersion <= journalFormatVersion) return null;
  return {
    kind: 'newerFormat',
    found: formatVersion,
    writtenBy: typeof writtenBy === 'string' ? writtenBy.slice(0, 80) : null,
  };
}

function readHeadless(lines: readonly Line[]): Result<ReadSegment, SegmentRefusal> {
  const values = lines.map((line) => (line.ended ? decode(line.bytes) : null));
  const beyond = values.filter(isJournalLine);
  if (beyond.length === 0) return err({ kind: 'noHeader' });
  return ok({ header: null, lines: [], head: null, strange: lines.length - beyond.length, beyond });
}

/**
 * The newest entry of a piece, from its last bytes alone; `null` where these do not tell and the whole has to be read. It has
 * to lead on from the one before, so that a line of another history is not taken for the newest.
 */
export function headFromTail(tail: Uint8Array): Head | null {
  const [before, last] = linesOf(tail).slice(-2);
  if (before === undefined || last?.ended !== true) return null;
  const [previous, value] = [decode(before.bytes), decode(last.bytes)];
  const from = isJournalLine(previous) ? previous.entry : isHeader(previous) ? previous.base : null;
  if (from === null || !isJournalLine(value)) return null;
  const { after, entry } = value;
  return after === from.id && entry.seq === from.seq + 1 ? { seq: entry.seq, id: entry.id } : null;
}

/** The entries of several pieces that lead on from `from`, in order; what is missing in between ends them. */
export function linesAfter(segments: readonly ReadSegment[], from: Head): readonly JournalLine[] {
  const all = segments.flatMap(({ lines, beyond }) => [...beyond, ...lines]);
  const byPredecessor = new Map(all.map((line) => [`${line.entry.seq} ${line.after ?? ''}`, line]));
  const lines: JournalLine[] = [];
  for (let head = from; ;) {
    const next = byPredecessor.get(`${head.seq + 1} ${head.id ?? ''}`);
    if (next === undefined) return lines;
    lines.push(next);
    head = { seq: next.entry.seq, id: next.entry.id };
  }
}

interface Line {
  readonly bytes: Uint8Array;
  /** Whether a line feed follows, the last thing that is written of a line. */
  readonly ended: boolean;
}

function linesOf(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline === -1 ? bytes.length : newline;
    lines.push({ bytes: bytes.subarray(from, to), ended: newline !== -1 });
    from = to + 1;
  }
  return lines;
}

/** The value of a line whose checksum is right; otherwise `null`. */
function decode(line: Uint8Array): unknown {
  const json = line.subarray(9);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    if (decoder.decode(line.subarray(0, 9)) !== `${checksum(json)} `) return null;
    return JSON.parse(decoder.decode(json));
  } catch {
    return null;
  }
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}

// The checksum vouches for what Muster wrote; the shapes of rows are checked where a line is used.

function isHeader(value: unknown): value is SegmentHeader {
  return hasFields(value) && value['format'] === 'muster-journal' && typeof value['formatVersion'] === 'number';
}

function isJournalLine(value: unknown): value is JournalLine {
  return hasFields(value) && hasFields(value['entry']) && typeof value['entry']['seq'] === 'number';
}

function hasFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
