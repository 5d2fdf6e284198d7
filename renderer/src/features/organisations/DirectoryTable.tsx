import { memo, useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type {
  DirectoryColumn,
  OrganisationSummary,
  SortDirection,
} from '../../../../shared/domain/organisation/directory.ts';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { Store } from '../../store/store.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { type Place, VirtualTable } from '../../ui/VirtualTable.tsx';
import { directoryColumns, pathOf } from './directoryColumns.tsx';
import { sortableColumns } from './directoryView.ts';
import type { ShownView } from './useDirectoryView.ts';

/** Where each open workspace's directory was left. */
const places = new WeakMap<Store, Place>();
const start: Place = { top: 0, cursor: null };

interface DirectoryTableProps {
  readonly rows: readonly OrganisationSummary[];
  readonly column: DirectoryColumn;
  readonly direction: SortDirection;
  readonly show: ShownView['show'];
  readonly today: LocalDate;
  /** Until when an end is near. */
  readonly soon: LocalDate;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** The rows of the directory. It stands still while the filter is typed into, until the rows are others. */
export const DirectoryTable = memo(function DirectoryTable(props: DirectoryTableProps) {
  const { rows, column, direction, show, today, soon, selected, onSelect } = props;
  const store = useStore();
  const navigate = useNavigate();
  const columns = useMemo(() => directoryColumns(today, soon), [today, soon]);
  const leave = useCallback((place: Place) => void places.set(store, place), [store]);
  return (
    <VirtualTable
      label="Organisations"
      rows={rows}
      columns={columns}
      sortable={sortableColumns}
      order={{ column, direction }}
      onOrder={(order) => show({ column: sortable(order.column), direction: order.direction })}
      nameOf={({ name }) => name}
      selected={selected}
      onSelect={onSelect}
      pathOf={pathOf}
      onGo={(path) => void navigate(path)}
      place={places.get(store) ?? start}
      onLeave={leave}
    />
  );
});

function sortable(id: string): DirectoryColumn {
  return sortableColumns.find((column) => column === id) ?? 'name';
}
