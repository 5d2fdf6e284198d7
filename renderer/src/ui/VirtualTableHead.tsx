import { UnstyledButton } from '@mantine/core';
import classes from './VirtualTable.module.css';

/** What stands above a column. `width` is a CSS length or a share. */
export interface Heading {
  readonly id: string;
  readonly header: string;
  readonly width: string;
}

export interface Order {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

interface HeadProps {
  readonly columns: readonly Heading[];
  readonly sortable: readonly string[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly allSelected: boolean;
  readonly onSelectAll?: (all: boolean) => void;
}

const arrows = { ascending: '▲', descending: '▼' } as const;

/** The head of a table: what each column holds, and the buttons that sort by it. */
export function VirtualTableHead(props: HeadProps) {
  const { columns, sortable, order, onOrder, allSelected, onSelectAll } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {onSelectAll !== undefined && (
          <th style={{ width: 36 }}>
            <input
              type="checkbox"
              aria-label="Select all in the list"
              checked={allSelected}
              onChange={(event) => onSelectAll(event.currentTarget.checked)}
            />
          </th>
        )}
        {columns.map(({ id, header, width }) => {
          const direction = order.column === id ? order.direction : null;
          return (
            <th key={id} style={{ width }} aria-sort={direction ?? undefined}>
              {sortable.includes(id) ? (
                <UnstyledButton
                  className={classes['sort']}
                  onClick={() =>
                    onOrder({ column: id, direction: direction === 'ascending' ? 'descending' : 'ascending' })
                  }
                >
                  {header} <span aria-hidden>{direction === null ? '' : arrows[direction]}</span>
                </UnstyledButton>
              ) : (
                header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
