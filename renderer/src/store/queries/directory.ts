import { liveQuery } from 'dexie';
import { useSyncExternalStore } from 'react';
import { summarise, type OrganisationSummary } from '../../../../shared/domain/directory.ts';
import type { LocalDate } from '../../../../shared/domain/localDate.ts';
import type { Organisation } from '../../../../shared/domain/organisation.ts';
import { freeze, type Store } from '../store.ts';
import { useStore } from '../StoreContext.tsx';

/** The directory as a list can show it. Until `complete`, it holds the first screenful by name. */
export interface Directory {
  readonly summaries: readonly OrganisationSummary[];
  readonly complete: boolean;
}

interface Watched {
  directory: Directory;
  readonly on: LocalDate;
  readonly watchers: Set<() => void>;
}

const firstScreenful = 60;
const chunk = 1000;
const watched = new WeakMap<Store, Watched>();

/** All organisations as summaries, live. Kept for the life of the store, so that coming back to the list is instant. */
export function useDirectory(on: LocalDate): Directory {
  const store = useStore();
  const state = watchDirectory(store, on);
  return useSyncExternalStore(
    (watcher) => {
      state.watchers.add(watcher);
      return () => state.watchers.delete(watcher);
    },
    () => state.directory,
  );
}

function watchDirectory(store: Store, on: LocalDate): Watched {
  const known = watched.get(store);
  if (known?.on === on) return known;
  const state: Watched = { directory: { summaries: [], complete: false }, on, watchers: new Set() };
  watched.set(store, state);
  // A read that fails means that the database is gone; the window says so and stops writing.
  load(store, state).catch(() => freeze(store, 'databaseClosed'));
  return state;
}

/**
 * Reads every organisation once, then follows the history: re-reading 10,000 rows after each change would hold up
 * the window, and the history already names what changed.
 */
async function load(store: Store, state: Watched): Promise<void> {
  const { db } = store;
  const publish = (summaries: readonly OrganisationSummary[], complete: boolean): void => {
    state.directory = { summaries, complete };
    for (const watcher of state.watchers) watcher();
  };
  const first = await db.organisations.orderBy('name').limit(firstScreenful).toArray();
  publish(
    first.map((organisation) => summarise(organisation, state.on)),
    first.length < firstScreenful,
  );

  const followFrom = (await db.workspace())?.head.seq ?? 0;
  const all = new Map<string, OrganisationSummary>();
  for (let last = ''; ;) {
    const rows = await db.organisations.where('id').above(last).limit(chunk).toArray();
    for (const organisation of rows) all.set(organisation.id, summarise(organisation, state.on));
    const end = rows.at(-1);
    if (end === undefined || rows.length < chunk) break;
    last = end.id;
  }
  publish([...all.values()], true);

  let seen = followFrom;
  liveQuery(() => db.history.where('seq').above(seen).toArray()).subscribe((entries) => {
    const news = entries.filter((entry) => entry.seq > seen);
    if (news.length === 0) return;
    for (const { changes, seq } of news) {
      seen = seq;
      for (const { id, after } of changes) {
        if (after === null) all.delete(id);
        else all.set(id, summarise(after as Organisation, state.on));
      }
    }
    publish([...all.values()], true);
  });
}
