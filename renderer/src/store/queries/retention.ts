import type { RetentionRule } from '../../../../shared/domain/personalData/retention.ts';
import { useStoreQuery } from '../StoreContext.tsx';

/** How long personal data is kept, by kind, live: `undefined` while it is being read. */
export function useRetentionRules(): readonly RetentionRule[] | undefined {
  return useStoreQuery(({ db }) => db.retentionRules.toArray(), []);
}
