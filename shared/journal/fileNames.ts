/**
 * The names of the files that keep the work outside the database. A _lineage_ is one unbroken history: creating, opening or
 * bringing back a workspace begins a new one, so that what is kept of two histories is never mixed, though their entries
 * bear the same numbers.
 */

/** A piece of the journal: the entries after `base`. `turn` tells pieces apart that begin at the same entry. */
export interface SegmentName {
  readonly lineage: string;
  readonly base: number;
  readonly turn: number;
}

/** A snapshot: the whole workspace as it was after the entry `seq`, taken at `at` (a UTC instant, to the second). */
export interface SnapshotName {
  readonly lineage: string;
  readonly seq: number;
  readonly at: string;
}

const digits = 9;

export function segmentFileName({ lineage, base, turn }: SegmentName): string {
  return `${lineage}_${pad(base)}_${turn}.jsonl`;
}

/** What a name says; `null` for the name of a file that is none of ours. */
export function parseSegmentName(name: string): SegmentName | null {
  const found = /^([0-9a-f-]{36})_(\d{9,15})_(\d{1,9})\.jsonl$/.exec(name);
  const [, lineage, base, turn] = found ?? [];
  return lineage === undefined ? null : { lineage, base: Number(base), turn: Number(turn) };
}

export function snapshotFileName({ lineage, seq, at }: SnapshotName): string {
  return `${lineage}_${pad(seq)}_${at.replaceAll(/[-:]|\.\d+/g, '')}.muster`;
}

/** What a name says; `null` for the name of a file that is none of ours. */
export function parseSnapshotName(name: string): SnapshotName | null {
  const found = /^([0-9a-f-]{36})_(\d{9,15})_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.muster$/.exec(name);
  const [, lineage, seq, year, month, day, hour, minute, second] = found ?? [];
  if (lineage === undefined) return null;
  return { lineage, seq: Number(seq), at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z` };
}

function pad(seq: number): string {
  return String(seq).padStart(digits, '0');
}
