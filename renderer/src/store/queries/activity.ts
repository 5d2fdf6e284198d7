import type { StoredHistoryEntry } from '../db.ts';
import { useStoreQuery } from '../StoreContext.tsx';

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
