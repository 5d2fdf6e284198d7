import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { setRetention } from '../../renderer/src/store/commands/retention.ts';
import { unlessStored, withField } from '../../renderer/src/ui/draft.ts';
import { done, freshDatabase, openReady } from './support.ts';

test('a period that another window stored meanwhile is not replaced, and the reason beside it stays', async () => {
  const store = await openReady(await freshDatabase());
  await done(setRetention(store, 'contacts', () => ({ days: 730, reason: 'As our privacy notice says' })));
  const typed = (mayReplace: (stored: number | null) => boolean) =>
    done(setRetention(store, 'contacts', (now) => withField(now, 'days', 365, mayReplace)));
  await typed((stored) => stored === null);
  expect(await store.db.retentionRules.toArray()).toMatchObject([{ days: 730, reason: 'As our privacy notice says' }]);
  await typed((stored) => stored === 730);
  expect(await store.db.retentionRules.toArray()).toMatchObject([{ days: 365, reason: 'As our privacy notice says' }]);
});

test('a share that lies in no field of its own is guarded in the same way', () => {
  const bid = { shares: [4000] };
  const typed = (seen: number) =>
    unlessStored(
      bid,
      bid.shares[0] ?? 0,
      (stored) => stored === seen,
      () => ({ shares: [5000] }),
    );
  expect(typed(3000)).toBe(bid);
  expect(typed(4000)).toEqual({ shares: [5000] });
});
