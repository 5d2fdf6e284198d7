import { type InsertType, liveQuery, type Table } from 'dexie';
import { useSyncExternalStore } from 'react';
import type { RecordTable } from '../../../../shared/rows/records.ts';
import type { MusterDatabase } from '../db.ts';
import { freeze, type Store } from '../store.ts';
import { useStore } from '../StoreContext.tsx';

/** All rows of a table as a list can show them. Until `complete`, only those that were quick to have. */
export interface Summaries<Summary> {
  readonly summaries: readonly Summary[];
  readonly complete: boolean;
}

interface Row {
  readonly id: string;
}

/** How the rows of a table become summaries. `asOf` is what else they depend on, such as the day. */
interface Reading<Source extends Row, Summary> {
  /** The table whose changes the history tells of. */
  readonly table: RecordTable;
  /** Where the rows are read from: that table, or its summaries. */
  readonly source: (db: MusterDatabase) => Table<Source, string, InsertType<Source, 'id'>>;
  readonly summarise: (row: Source, asOf: string) => Summary;
  /** The index by which the first screenful is read, where all would take long. */
  readonly firstBy?: string;
}

/** A list, and for each store what it shows, which is kept for the life of the store. */
export interface View<Source extends Row, Summary> extends Reading<Source, Summary> {
  readonly watched: WeakMap<Store, Watched<Summary>>;
}

interface Watched<Summary> {
  readonly asOf: string;
  readonly watchers: Set<() => void>;
  state: Summaries<Summary>;
  stop: () => void;
}

const firstScreenful = 60;
const chunk = 1000;

export function viewOf<Source extends Row, Summary>(reading: Reading<Source, Summary>): View<Source, Summary> {
  return { ...reading, watched: new WeakMap() };
}

/** Every row of a table as a summary, live. Coming back to a list is instant. */
export function useSummaries<Source extends Row, Summary>(view: View<Source, Summary>, asOf = ''): Summaries<Summary> {
  const store = useStore();
  const one = watchSummaries(store, view, asOf);
  return useSyncExternalStore(
    (watcher) => {
      one.watchers.add(watcher);
      return () => one.watchers.delete(watcher);
    },
    () => one.state,
  );
}

/** The summaries of a store, read once for all who look at them; those of another day take their place. */
export function watchSummaries<Source extends Row, Summary>(
  store: Store,
  view: View<Source, Summary>,
  asOf = '',
): Watched<Summary> {
  const known = view.watched.get(store);
  if (known?.asOf === asOf) return known;
  known?.stop();
  const one: Watched<Summary> = {
    asOf,
    watchers: new Set(),
    state: { summaries: [], complete: false },
    stop: () => undefined,
  };
  view.watched.set(store, one);
  // A read that fails means that the database is gone; the window says so and stops writing.
  load(store, view, one).catch(() => freeze(store, 'databaseClosed'));
  return one;
}

/**
 * Reads every row once, then follows the history: re-reading 10,000 rows after each change would hold up the window, and
 * the history already names what changed.
 */
async function load<Source extends Row, Summary>(
  store: Store,
  { table, source, summarise, firstBy }: Reading<Source, Summary>,
  one: Watched<Summary>,
): Promise<void> {
  const { db } = store;
  const rows = source(db);
  const publish = (summaries: readonly Summary[], complete: boolean): void => {
    one.state = { summaries, complete };
    for (const watcher of one.watchers) watcher();
  };
  if (firstBy !== undefined) {
    const first = await rows.orderBy(firstBy).limit(firstScreenful).toArray();
    publish(
      first.map((row) => summarise(row, one.asOf)),
      first.length < firstScreenful,
    );
  }

  let seen = (await db.workspace())?.head.seq ?? 0;
  const all = new Map<string, Summary>();
  for (let last = ''; ;) {
    const some = await rows.where('id').above(last).limit(chunk).toArray();
    for (const row of some) all.set(row.id, summarise(row, one.asOf));
    const end = some.at(-1);
    if (end === undefined || some.length < chunk) break;
    last = end.id;
  }
  publish([...all.values()], true);

  const following = liveQuery(() =>
    db.transaction('r', [db.history, rows], async () => {
      const entries = await db.history.where('seq').above(seen).toArray();
      const touched = entries.flatMap(({ changes, erased }) => [...changes, ...(erased?.records ?? [])]);
      const changes = touched.filter((change) => change.table === table);
      const ids = [...new Set(changes.map((change) => change.id))];
      return { seq: entries.at(-1)?.seq ?? seen, ids, found: ids.length === 0 ? [] : await rows.bulkGet(ids) };
    }),
  ).subscribe({
    next: ({ seq, ids, found }) => {
      seen = Math.max(seen, seq);
      if (ids.length === 0) return;
      for (const [at, id] of ids.entries()) {
        const row = found[at];
        if (row === undefined) all.delete(id);
        else all.set(id, summarise(row, one.asOf));
      }
      publish([...all.values()], true);
    },
    error: () => freeze(store, 'databaseClosed'),
  });
  one.stop = () => following.unsubscribe();
}
