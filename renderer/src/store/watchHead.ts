import { liveQuery } from 'dexie';
import type { MusterDatabase } from './db.ts';

/** Calls `tell` with the number of the newest history entry, now and whenever any window or worker has added one. */
export function watchHead(db: MusterDatabase, tell: (seq: number) => void): () => void {
  const following = liveQuery(() => db.workspace()).subscribe({
    next: (workspace) => {
      if (workspace !== undefined) tell(workspace.head.seq);
    },
    // A database that is gone is noticed, and said, by what reads and writes it.
    error: () => undefined,
  });
  return () => following.unsubscribe();
}
