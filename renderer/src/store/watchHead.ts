import { liveQuery } from 'dexie';
import { freeze, notOurs, type Store } from './store.ts';

/**
 * Calls `tell` with the number of the newest history entry, now and whenever any window or worker has added one. Where another
 * window has put something else in the place of what is open, writing stops at once.
 */
export function watchHead(store: Store, tell: (seq: number) => void): () => void {
  const following = liveQuery(() => store.db.workspace()).subscribe({
    next: (workspace) => {
      const wrong = notOurs(store, workspace);
      if (wrong === null && workspace !== undefined) tell(workspace.head.seq);
      else if (wrong !== null && !store.isReplacing) freeze(store, wrong);
    },
    // A database that is gone is noticed, and said, by what reads and writes it.
    error: () => undefined,
  });
  return () => following.unsubscribe();
}
