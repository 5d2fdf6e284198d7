import type { Host } from '../../../shared/host/host.ts';
import { readOrganisationIds } from '../store/queries/organisation.ts';
import type { Store } from '../store/store.ts';

/** Writes every organisation to a spreadsheet file. What it takes to do so is fetched only then. */
export async function exportAll(store: Store, host: Host): Promise<void> {
  const { exportOrganisations } = await import('../features/organisations/exportOrganisations.ts');
  await exportOrganisations(store, host, await readOrganisationIds(store));
}
