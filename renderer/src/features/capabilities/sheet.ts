import type { Capability, CapabilityCell } from '../../../../shared/domain/capability/capability.ts';
import { type Depth, depthOf } from '../../../../shared/domain/capability/capabilityCells.ts';
import type { CapabilityMatrix } from '../../store/queries/capabilities.ts';
import type { Header } from '../../ui/matrix/matrix.ts';
import type { Place } from '../../ui/matrix/selection.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One cell's organisation and capability. */
export interface CellKey {
  readonly organisation: Named;
  readonly capability: Capability;
}

/** The matrix as it lies on the screen: which way round, and what is where. */
export interface Sheet {
  readonly rows: readonly Header[];
  readonly columns: readonly Header[];
  readonly keyAt: (place: Place) => CellKey | null;
  readonly cellAt: (place: Place) => CapabilityCell | undefined;
}

/** `turned`: capabilities down and organisations across. `grouped`: the capabilities lie by group. */
export function sheetOf(
  { organisations, cells }: Pick<CapabilityMatrix, 'organisations' | 'cells'>,
  capabilities: readonly Capability[],
  turned: boolean,
  grouped = true,
): Sheet {
  const across = capabilities.map(({ id, name, group }) =>
    grouped && group !== '' ? { id, name, group } : { id, name },
  );
  const keyAt = ({ row, column }: Place): CellKey | null => {
    const organisation = organisations[turned ? column : row];
    const capability = capabilities[turned ? row : column];
    return organisation === undefined || capability === undefined ? null : { organisation, capability };
  };
  return {
    rows: turned ? across : organisations,
    columns: turned ? organisations : across,
    keyAt,
    cellAt: (place) => {
      const key = keyAt(place);
      return key === null ? undefined : cells.get(key.organisation.id)?.[key.capability.id];
    },
  };
}

/** How deep each capability is, by its id. */
export function depths({ organisations, cells, capabilities }: CapabilityMatrix): ReadonlyMap<string, Depth> {
  return new Map(
    capabilities.map(({ id }) => [id, depthOf(organisations.map((organisation) => cells.get(organisation.id)?.[id]))]),
  );
}
