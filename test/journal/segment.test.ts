import { describe, expect, test } from 'vitest';
import {
  encodeLine,
  headFromTail,
  type JournalLine,
  linesAfter,
  readSegment,
  type SegmentHeader,
} from '../../shared/journal/segment.ts';
import {
  parseSegmentName,
  parseSnapshotName,
  segmentFileName,
  snapshotFileName,
} from '../../shared/journal/fileNames.ts';

const lineage = '0198c5a0-0000-7000-8000-000000000001';
const header: SegmentHeader = {
  format: 'muster-journal',
  formatVersion: 1,
  lineage,
  workspace: { id: 'w', name: 'Alder Vale', createdAt: '2026-11-26T09:00:00.000Z' },
  base: { seq: 0, id: null },
};

function line(
  seq: number,
  after = seq === 1 ? null : `e${seq - 1}`,
  id = `e${seq}`,
  label = `Change ${seq}`,
): JournalLine {
  return {
    after,
    attachments: [],
    entry: {
      seq,
      id,
      at: '2026-11-26T09:00:00.000Z',
      label,
      kind: 'do',
      reverses: null,
      schemaVersion: 2,
      changes: [],
      undoTop: seq,
      redoTop: null,
      below: null,
    },
  };
}

function bytesOf(...lines: readonly (SegmentHeader | JournalLine | Uint8Array)[]): Uint8Array {
  return Buffer.concat(lines.map((one) => (one instanceof Uint8Array ? one : encodeLine(one))));
}

function read(bytes: Uint8Array) {
  const segment = readSegment(bytes);
  if (!segment.ok) throw new Error(segment.error.kind);
  const { lines, head, strange, beyond } = segment.value;
  return { seqs: lines.map(({ entry }) => entry.seq), head, strange, beyond: beyond.map(({ entry }) => entry.seq) };
}

describe('a piece of the journal', () => {
  test('is read as it was written, whatever the texts in it', () => {
    const label = 'Line\nfeed, “quotes”, 𝔘nicode, \u202ertl, {"seq":9}';
    const bytes = bytesOf(header, line(1, null, 'e1', label), line(2));
    const segment = readSegment(bytes);
    expect(segment.ok && segment.value.lines.map(({ entry }) => entry.label)).toEqual([label, 'Change 2']);
    expect(read(bytes)).toEqual({ seqs: [1, 2], head: { seq: 2, id: 'e2' }, strange: 0, beyond: [] });
  });

  test('that was cut anywhere keeps every line before the cut, and never half a line', () => {
    const parts = [header, line(1), line(2), line(3)].map(encodeLine);
    const whole = bytesOf(...parts);
    const ends = parts.map((_, at) => parts.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0));
    for (let cut = ends[0] ?? 0; cut <= whole.length; cut += 1) {
      const complete = ends.filter((end) => end <= cut).length - 1;
      expect(read(whole.subarray(0, cut)).head?.seq, `cut at ${cut}`).toBe(complete);
    }
  });

  test('with one flipped bit keeps what comes before it, and nothing that is not as it was written', () => {
    const whole = bytesOf(header, line(1), line(2), line(3));
    const start = encodeLine(header).length;
    for (let at = start; at < whole.length; at += 7) {
      const flipped = Uint8Array.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      const { seqs, strange } = read(flipped);
      expect(seqs).toEqual([1, 2, 3].slice(0, seqs.length));
      expect(seqs.length, `bit at ${at}`).toBeLessThan(3);
      expect(strange).toBeGreaterThan(0);
    }
  });

  test('with a missing middle ends before it and says what stands behind', () => {
    expect(read(bytesOf(header, line(1), line(3), line(4)))).toEqual({
      seqs: [1],
      head: { seq: 1, id: 'e1' },
      strange: 0,
      beyond: [3, 4],
    });
  });

  test('with a foreign line goes on over it', () => {
    const foreign = line(2, 'other-1', 'other-2');
    const rubbish = new TextEncoder().encode('not a line of ours\n');
    expect(read(bytesOf(header, line(1), foreign, rubbish, line(2), line(3)))).toEqual({
      seqs: [1, 2, 3],
      head: { seq: 3, id: 'e3' },
      strange: 2,
      beyond: [],
    });
  });

  test('in which two windows wrote the same entry has it once', () => {
    expect(read(bytesOf(header, line(1), line(1), line(2))).seqs).toEqual([1, 2]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text of another program', new TextEncoder().encode('hello\n')],
  ])('that begins with %s is not used', (_what, bytes) => {
    expect(readSegment(bytes)).toEqual({ ok: false, error: { kind: 'noHeader' } });
  });

  test('whose first line is damaged still has its entries, for whoever knows what leads to them', () => {
    const bytes = bytesOf(header, line(1), line(2));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect(read(bytes)).toEqual({ seqs: [], head: null, strange: 1, beyond: [1, 2] });
  });

  test('of a newer Muster is not used', () => {
    const newer = encodeLine({ ...header, formatVersion: 2 });
    expect(readSegment(newer)).toEqual({ ok: false, error: { kind: 'newerFormat', found: 2, writtenBy: null } });
  });
});

describe('the end alone', () => {
  test('tells the newest entry, wherever the reading begins', () => {
    const bytes = bytesOf(header, line(1), line(2));
    const lines = encodeLine(line(1)).length + encodeLine(line(2)).length;
    expect(headFromTail(bytes)).toEqual({ seq: 2, id: 'e2' });
    expect(headFromTail(bytes.subarray(-lines - 3))).toEqual({ seq: 2, id: 'e2' });
    expect(headFromTail(bytesOf(header, line(1)))).toEqual({ seq: 1, id: 'e1' });
  });

  test('does not tell where the last line is torn, altered or longer than what was read', () => {
    const bytes = bytesOf(header, line(1), line(2));
    expect(headFromTail(bytes.subarray(0, -1))).toBeNull();
    expect(headFromTail(bytes.subarray(-40))).toBeNull();
    expect(headFromTail(bytesOf(header))).toBeNull();
  });

  test('does not tell where the last line is of another history', () => {
    expect(headFromTail(bytesOf(header, line(1), line(7, 'other-6', 'other-7')))).toBeNull();
    expect(headFromTail(bytesOf(header, line(1), line(2, 'other-1', 'other-2')))).toBeNull();
  });
});

test('entries are followed over several pieces, from wherever one stands, and not over a gap', () => {
  const pieces = [
    bytesOf(header, line(1), line(2)),
    bytesOf({ ...header, base: { seq: 2, id: 'e2' } }, line(3), line(4)),
  ].map((bytes) => {
    const segment = readSegment(bytes);
    if (!segment.ok) throw new Error('not read');
    return segment.value;
  });
  const seqsAfter = (seq: number, id: string | null) => linesAfter(pieces, { seq, id }).map(({ entry }) => entry.seq);
  expect(seqsAfter(0, null)).toEqual([1, 2, 3, 4]);
  expect(seqsAfter(3, 'e3')).toEqual([4]);
  expect(seqsAfter(2, 'another history')).toEqual([]);
  expect(linesAfter(pieces.slice(1), { seq: 1, id: 'e1' })).toEqual([]);
});

test('entries behind a gap are followed from a snapshot that was taken behind it', () => {
  const segment = readSegment(bytesOf(header, line(1), line(3), line(4), line(5)));
  if (!segment.ok) throw new Error('not read');
  expect(linesAfter([segment.value], { seq: 3, id: 'e3' }).map(({ entry }) => entry.seq)).toEqual([4, 5]);
});

test('the names of files say what is in them, and others are none of ours', () => {
  const segment = { lineage, base: 41, turn: 2 };
  const snapshot = { lineage, seq: 1234, at: '2027-01-11T10:20:30Z' };
  expect(parseSegmentName(segmentFileName(segment))).toEqual(segment);
  expect(parseSnapshotName(snapshotFileName({ ...snapshot, at: '2027-01-11T10:20:30.456Z' }))).toEqual(snapshot);
  for (const name of ['notes.txt', `${lineage}.muster`, `${lineage}_1_1.jsonl`, 'Kestrel bids 2026-11-23.muster']) {
    expect([parseSegmentName(name), parseSnapshotName(name)]).toEqual([null, null]);
  }
});
