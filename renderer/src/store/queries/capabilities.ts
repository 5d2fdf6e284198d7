import { useMemo } from 'react';
import type { Capability, CapabilityProfile } from '../../../../shared/domain/capability/capability.ts';
import { useStoreQuery } from '../StoreContext.tsx';
import { useSummaries, viewOf } from './summaries.ts';

/** The taxonomy, live, by group and within a group by name. */
export function useCapabilities(): readonly Capability[] | undefined {
  return useStoreQuery(async ({ db }) => (await db.capabilities.toArray()).sort(byGroupAndName), []);
}

/** What one organisation can do, live: `undefined` while it is being read, no cells where nothing is known. */
export function useCapabilityCells(organisationId: string): CapabilityProfile['cells'] | undefined {
  return useStoreQuery(
    async ({ db }) => (await db.capabilityProfiles.get(organisationId))?.cells ?? {},
    [organisationId],
  );
}

/** What every organisation can do, for a table of organisations by capabilities. */
export interface CapabilityMatrix {
  /** By name. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** By group and name. */
  readonly capabilities: readonly Capability[];
  /** Cells by organisation id, then capability id. What is not there is unknown. */
  readonly cells: ReadonlyMap<string, CapabilityProfile['cells']>;
  /** False while cells are still being read. */
  readonly complete: boolean;
}

const profileView = viewOf<CapabilityProfile, CapabilityProfile>({
  table: 'capabilityProfiles',
  source: (db) => db.capabilityProfiles,
  summarise: (profile) => profile,
});

/** The matrix, live: `undefined` until its rows and columns are known. */
export function useCapabilityMatrix(): CapabilityMatrix | undefined {
  const capabilities = useCapabilities();
  const organisations = useOrganisationNames();
  const { summaries, complete } = useSummaries(profileView);
  return useMemo(() => {
    if (capabilities === undefined || organisations === undefined) return undefined;
    const cells = new Map(summaries.map((profile) => [profile.id, profile.cells]));
    return { organisations, capabilities, cells, complete };
  }, [capabilities, organisations, summaries, complete]);
}

/** Names and ids by name, from the index alone: no organisation is read. */
function useOrganisationNames(): readonly { readonly id: string; readonly name: string }[] | undefined {
  return useStoreQuery(
    ({ db }) =>
      db.transaction('r', db.organisations, async () => {
        const byName = db.organisations.orderBy('name');
        const names = await byName.keys();
        const ids = await byName.primaryKeys();
        return ids.map((id, at) => {
          const name = names[at];
          return { id, name: typeof name === 'string' ? name : '' };
        });
      }),
    [],
  );
}

function byGroupAndName(a: Capability, b: Capability): number {
  return a.group.localeCompare(b.group, 'en-GB') || a.name.localeCompare(b.name, 'en-GB');
}
