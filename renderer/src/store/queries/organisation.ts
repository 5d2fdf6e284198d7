import type { Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import type { Store } from '../store.ts';
import { useStoreQuery } from '../StoreContext.tsx';

/** One organisation, live: `undefined` while it is being read, `null` where there is none. */
export function useOrganisation(id: string): Organisation | null | undefined {
  return useStoreQuery(async ({ db }) => (await db.organisations.get(id)) ?? null, [id]);
}

/** Whole organisations, for an export. */
export async function readOrganisations(store: Store, ids: readonly string[]): Promise<readonly Organisation[]> {
  const found = await store.db.organisations.bulkGet([...ids]);
  return found.filter((organisation) => organisation !== undefined);
}

/** The ids of all organisations, by name. */
export function readOrganisationIds(store: Store): Promise<readonly string[]> {
  return store.db.organisations.orderBy('name').primaryKeys();
}
