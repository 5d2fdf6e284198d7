import type { HistoryEntry } from '../../../../shared/rows/history.ts';

/**
 * The numbers of the entries whose changes do not stand at the moment. `entries` are newest first; what turned an
 * entry round is always newer than it, so that a part of the history is enough for the entries in it.
 */
export function undoneEntries(entries: readonly Pick<HistoryEntry, 'seq' | 'reverses'>[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { seq, reverses } of entries) {
    // An undo that was itself undone (by redo) leaves its target standing.
    if (reverses !== null && !undone.has(seq)) undone.add(reverses);
  }
  return undone;
}
