import type { Capability } from '../../../../shared/domain/capability/capability.ts';
import type { Depth } from '../../../../shared/domain/capability/capabilityCells.ts';
import type { Column } from '../../ui/VirtualTable.tsx';
import { DepthMark } from './DepthMark.tsx';

export interface TaxonomyRow extends Capability {
  readonly depth: Depth;
  /** Everything one may look for, folded. */
  readonly sought: string;
}

export const taxonomyColumns: readonly Column<TaxonomyRow>[] = [
  {
    id: 'name',
    header: 'Capability',
    width: '30%',
    cell: ({ name }) => (
      <bdi title={name} style={{ fontWeight: 500 }}>
        {name}
      </bdi>
    ),
  },
  { id: 'group', header: 'Group', width: '24%', cell: ({ group }) => <bdi title={group}>{group}</bdi> },
  {
    id: 'description',
    header: 'Description',
    width: '46%',
    cell: ({ description }) => <bdi title={description}>{description}</bdi>,
  },
  {
    id: 'depth',
    header: 'Deliver or lead',
    width: '128px',
    cell: ({ depth }) => (
      <>
        {depth.delivers} <DepthMark state={depth.state} />
      </>
    ),
  },
];
