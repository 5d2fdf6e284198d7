import type { SnapshotName } from './fileNames.ts';

/** How many of each are kept. */
const hours = 24;
const days = 30;
const months = 12;

/** However old and many: the newest, which a damaged newest one falls back on. */
const alwaysKept = 3;

/**
 * The snapshots that may go: of each lineage everything but the newest three, and the last one of each of the newest 24 hours,
 * 30 days and 12 months in which there are any (UTC). It counts periods that hold snapshots and never asks what time it is,
 * so that a clock that went wrong, or a workspace left alone for a year, costs none. What is newer is told by the number of
 * the history entry, since clocks go back; only equal numbers are told apart by the time. `isGood` are names that are known
 * to read back right: the newest of these always stays.
 */
export function snapshotsToRemove<Snapshot extends SnapshotName>(
  snapshots: readonly Snapshot[],
  isGood: (snapshot: Snapshot) => boolean = () => true,
): readonly Snapshot[] {
  const lineages = groupBy(snapshots, ({ lineage }) => lineage);
  return [...lineages.values()].flatMap((ofLineage) => {
    const newestFirst = ofLineage.toSorted((a, b) => b.seq - a.seq || b.at.localeCompare(a.at));
    const kept = new Set<Snapshot>(newestFirst.slice(0, alwaysKept));
    for (const [length, count] of [
      ['2027-01-11T10'.length, hours],
      ['2027-01-11'.length, days],
      ['2027-01'.length, months],
    ] as const) {
      const periods = groupBy(newestFirst, ({ at }) => at.slice(0, length));
      for (const [newest] of [...periods.values()].slice(0, count)) if (newest !== undefined) kept.add(newest);
    }
    const good = newestFirst.find(isGood);
    if (good !== undefined) kept.add(good);
    return ofLineage.filter((snapshot) => !kept.has(snapshot));
  });
}

/** A piece of the journal. `head`: the number of its last entry; `null` where it cannot be read. */
interface Piece {
  readonly lineage: string;
  readonly base: number;
  readonly head: number | null;
}

/**
 * The pieces of the journal that no kept snapshot needs: those that end before the oldest of the newest three does. The last
 * piece stays. Windows go on in different pieces, so that one may reach past the beginning of the next.
 */
export function segmentsToRemove<Segment extends Piece>(
  segments: readonly Segment[],
  kept: readonly SnapshotName[],
): readonly Segment[] {
  return segments.filter(({ lineage, base, head }) => {
    const seqs = kept.filter((snapshot) => snapshot.lineage === lineage).map(({ seq }) => seq);
    const needed = seqs.toSorted((a, b) => b - a)[alwaysKept - 1];
    if (needed === undefined) return false;
    const ends = segments.filter((other) => other.lineage === lineage && other.base > base).map((other) => other.base);
    return ends.length > 0 && Math.min(...ends) <= needed && (head ?? 0) <= needed;
  });
}

/** As `Map.groupBy` of ECMAScript 2024, which Node 20 does not have. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
