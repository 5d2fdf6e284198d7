import { addDays, addHours, addMinutes, subYears } from 'date-fns';
import { describe, expect, test } from 'vitest';
import type { SnapshotName } from '../../shared/journal/fileNames.ts';
import { segmentsToRemove, snapshotsToRemove } from '../../shared/journal/rotation.ts';

const lineage = 'a';
const start = new Date('2026-01-05T08:00:00Z');

function at(seq: number, when: Date): SnapshotName {
  return { lineage, seq, at: when.toISOString() };
}

function kept(snapshots: readonly SnapshotName[]): readonly SnapshotName[] {
  const removed = new Set(snapshotsToRemove(snapshots));
  return snapshots.filter((snapshot) => !removed.has(snapshot));
}

describe('rotation', () => {
  test('of a snapshot every quarter of an hour for two years keeps 24 hours, 30 days and 12 months', () => {
    const all = Array.from({ length: 2 * 365 * 96 }, (_, quarter) => at(quarter + 1, addMinutes(start, quarter * 15)));
    const left = kept(all);
    const days = new Set(left.map((one) => one.at.slice(0, 10)));
    const months = new Set(left.map((one) => one.at.slice(0, 7)));
    expect(left.length).toBeLessThanOrEqual(24 + 30 + 12 + 3);
    expect(new Set(left.map((one) => one.at.slice(0, 13))).size).toBeGreaterThanOrEqual(24);
    expect(days.size).toBeGreaterThanOrEqual(30);
    expect(months.size).toBeGreaterThanOrEqual(12);
    expect(left).toContainEqual(all.at(-1));
  });

  test('of a snapshot a day, taken as it goes, never loses a day of the last thirty', () => {
    let left: readonly SnapshotName[] = [];
    for (let day = 0; day < 400; day += 1) left = kept([...left, at(day + 1, addDays(start, day))]);
    expect(left.slice(-30).map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, day) => 371 + day));
    expect(new Set(left.map((one) => one.at.slice(0, 7))).size).toBe(12);
  });

  test('keeps the newest three however close they are', () => {
    const all = [0, 1, 2, 3, 4].map((minute) => at(minute + 1, addMinutes(start, minute)));
    expect(kept(all).map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  test('of two with equal times keeps the one with more in it', () => {
    const all = [1, 2, 3, 4, 5].map((seq) => at(seq, start));
    expect(kept(all).map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  test('trusts the history and not the clock when that went back a year', () => {
    const before = Array.from({ length: 10 }, (_, hour) => at(hour + 1, addHours(start, hour)));
    const after = Array.from({ length: 10 }, (_, hour) => at(hour + 11, addHours(subYears(start, 1), hour)));
    const left = kept([...before, ...after]);
    expect(left).toContainEqual(after.at(-1));
    expect(left).toHaveLength(20);
  });

  test('never removes the newest good one, however old it is', () => {
    const all = Array.from({ length: 100 }, (_, minute) => at(minute + 1, addMinutes(start, minute)));
    const removed = snapshotsToRemove(all, ({ seq }) => seq === 7);
    expect(removed.some(({ seq }) => seq === 7)).toBe(false);
  });

  test('does not let a busy workspace push out another', () => {
    const mine = Array.from({ length: 500 }, (_, hour) => at(hour + 1, addHours(start, hour)));
    const other: SnapshotName = { lineage: 'b', seq: 1, at: '2025-01-01T00:00:00Z' };
    expect(kept([...mine, other])).toContainEqual(other);
  });
});

test('the journal goes back to the third newest snapshot, so that two damaged ones cost nothing', () => {
  const segments = [0, 10, 20, 30, 40].map((base) => ({ lineage, base, head: base + 10 }));
  const snapshots = [10, 20, 30, 40].map((seq) => at(seq, start));
  expect(segmentsToRemove(segments, snapshots)).toEqual([
    { lineage, base: 0, head: 10 },
    { lineage, base: 10, head: 20 },
  ]);
  // A second window went on with the first piece.
  expect(segmentsToRemove([{ lineage, base: 0, head: 25 }, ...segments.slice(1)], snapshots)).toEqual([
    { lineage, base: 10, head: 20 },
  ]);
  expect(segmentsToRemove(segments, snapshots.slice(0, 2))).toEqual([]);
  expect(
    segmentsToRemove(
      [
        { lineage: 'b', base: 0, head: 5 },
        { lineage: 'b', base: 5, head: null },
      ],
      snapshots,
    ),
  ).toEqual([]);
});
