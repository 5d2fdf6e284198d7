import { useEffect, useState } from 'react';
import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import type { ChangeKind, Filing, RecordKind } from '../../../../shared/rows/activity.ts';
import type { MusterDatabase, StoredHistoryEntry } from '../db.ts';
import { freeze, type Store } from '../store.ts';
import { useStore, useStoreQuery } from '../StoreContext.tsx';

/** The newest entries of the history, newest first; of one record where `recordId` is given. */
export function useActivity(recordId: string | null, limit: number): readonly StoredHistoryEntry[] | undefined {
  return useStoreQuery(
    async ({ db }) => {
      if (recordId === null) return db.history.orderBy('seq').reverse().limit(limit).toArray();
      const keys = (await db.history.where('touched').equals(recordId).primaryKeys()).sort((a, b) => b - a);
      const entries = await db.history.bulkGet(keys.slice(0, limit));
      return entries.filter((entry) => entry !== undefined);
    },
    [recordId, limit],
  );
}

/** Which entries are looked for; what is `null` does not matter. */
export interface ActivityFilter {
  readonly recordId: string | null;
  readonly kind: RecordKind | null;
  readonly change: ChangeKind | null;
  /** UTC instants: from the first on, and before the second. */
  readonly from: string | null;
  readonly until: string | null;
}

const recordKinds: readonly RecordKind[] = ['organisations', 'tenders', 'bids', 'capabilities', 'workspace'];
const changeKinds: readonly ChangeKind[] = ['added', 'changed', 'removed', 'undone', 'fact'];

/** The numbers of the entries that fit, newest first, live. They come from the indexes alone: no entry is read. */
export function useActivityKeys({
  recordId,
  kind,
  change,
  from,
  until,
}: ActivityFilter): readonly number[] | undefined {
  return useStoreQuery(
    ({ db }) => activityKeys(db, { recordId, kind, change, from, until }),
    [recordId, kind, change, from, until],
  );
}

export async function activityKeys(db: MusterDatabase, filter: ActivityFilter): Promise<readonly number[]> {
  const { recordId, kind, change, from, until } = filter;
  const sets: (readonly number[])[] = [];
  if (recordId !== null) sets.push(await db.history.where('touched').equals(recordId).primaryKeys());
  if (kind !== null || change !== null) {
    const filings = (kind === null ? recordKinds : [kind]).flatMap((record) =>
      (change === null ? changeKinds : [change]).map((what): Filing => `${record}/${what}`),
    );
    sets.push(
      (await Promise.all(filings.map((filing) => db.history.where('filed').equals(filing).primaryKeys()))).flat(),
    );
  }
  if (from !== null || until !== null) {
    // Not by their numbers: a computer's clock may have gone back.
    sets.push(
      await db.history
        .where('at')
        .between(from ?? '', until ?? '\uffff')
        .primaryKeys(),
    );
  }
  const [first, ...others] = sets;
  if (first === undefined) return everyKey((await db.workspace())?.head.seq ?? 0);
  const rest = others.map((keys) => new Set(keys));
  return [...new Set(first)].filter((seq) => rest.every((keys) => keys.has(seq))).sort((a, b) => b - a);
}

/** Entries are numbered without gaps. */
function everyKey(newest: number): readonly number[] {
  return Array.from({ length: newest }, (_, at) => newest - at);
}

/** The entries with these numbers, by number, live. */
export function useEntries(seqs: readonly number[]): ReadonlyMap<number, StoredHistoryEntry> | undefined {
  return useStoreQuery(
    async ({ db }) => {
      const entries = (await db.history.bulkGet([...seqs])).filter((entry) => entry !== undefined);
      return new Map(entries.map((entry) => [entry.seq, entry]));
    },
    [seqs.join()],
  );
}

/** Those of the entries with these numbers whose changes do not stand at the moment, live. */
export function useUndone(seqs: readonly number[]): ReadonlySet<number> | undefined {
  return useStoreQuery(({ db }) => undoneEntries(db, seqs), [seqs.join()]);
}

export async function undoneEntries(db: MusterDatabase, seqs: readonly number[]): Promise<ReadonlySet<number>> {
  const undone = new Set<number>();
  // By the entry that turned round last: the entry it is about, which each further turn makes undone or standing again.
  let about = new Map(seqs.map((seq) => [seq, seq]));
  while (about.size > 0) {
    const turned = await db.history
      .where('reverses')
      .anyOf([...about.keys()])
      .toArray();
    const next = new Map<number, number>();
    for (const { seq, reverses } of turned) {
      const first = about.get(reverses ?? 0);
      if (first === undefined) continue;
      next.set(seq, first);
      if (!undone.delete(first)) undone.add(first);
    }
    about = next;
  }
  return undone;
}

/** Whether nothing was done to a record since an entry, live. */
export function useIsLatest(recordId: string, seq: number): boolean | undefined {
  return useStoreQuery(
    async ({ db }) => (await db.history.where('touched').equals(recordId).primaryKeys()).every((key) => key <= seq),
    [recordId, seq],
  );
}

interface Matches {
  readonly seqs: readonly number[];
  /** How far the history has been looked through, from 0 to 1. */
  readonly done: number;
}

const chunk = 1000;
/** How long what has been found waits to be shown, so that a long search does not draw all the time. */
const pause = 250;

/**
 * Those of the entries whose label holds every word of `text`, found some hundreds at a time from the newest on; what has
 * been found is there at once.
 */
export function useMatches(keys: readonly number[] | undefined, text: string): Matches | undefined {
  const store = useStore();
  const [matches, setMatches] = useState<Matches & { readonly text: string }>();
  const words = foldText(text).trim();
  useEffect(() => {
    if (keys === undefined || words === '') return undefined;
    const stopping = new AbortController();
    look(store, keys, words, stopping.signal, (seqs, done) => setMatches({ seqs, done, text: words })).catch(() =>
      freeze(store, 'databaseClosed'),
    );
    return () => stopping.abort();
  }, [store, keys, words]);
  if (keys === undefined) return undefined;
  if (words === '') return { seqs: keys, done: 1 };
  return matches?.text === words ? matches : undefined;
}

async function look(
  { db }: Store,
  keys: readonly number[],
  words: string,
  signal: AbortSignal,
  onFound: (seqs: readonly number[], done: number) => void,
): Promise<void> {
  const seqs: number[] = [];
  let [from, publishedAt] = [0, 0];
  while (from < keys.length) {
    const some = keys.slice(from, from + chunk);
    const entries = await entriesWith(db, some);
    if (signal.aborted) return;
    from += some.length;
    seqs.push(...entries.flatMap(({ seq, label }) => (holds(label, words) ? [seq] : [])));
    if (from < keys.length && performance.now() - publishedAt < pause) continue;
    publishedAt = performance.now();
    onFound([...seqs], from / keys.length);
  }
  if (keys.length === 0) onFound(seqs, 1);
}

/** The entries with these numbers, which fall. Where they lie close together they are read as one range, which is several times as fast. */
async function entriesWith(db: MusterDatabase, seqs: readonly number[]): Promise<readonly StoredHistoryEntry[]> {
  const [newest = 0, oldest = 0] = [seqs[0], seqs.at(-1)];
  if (newest - oldest > seqs.length * 2) {
    return (await db.history.bulkGet([...seqs])).filter((entry) => entry !== undefined);
  }
  const wanted = new Set(seqs);
  const range = await db.history.where('seq').between(oldest, newest, true, true).toArray();
  return range.filter(({ seq }) => wanted.has(seq)).reverse();
}

function holds(label: string, words: string): boolean {
  const folded = foldText(label);
  return words.split(/\s+/).every((word) => folded.includes(word));
}
