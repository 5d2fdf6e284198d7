import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './Rows.module.css';

interface RowsProps<R extends { readonly id: string }> {
  readonly rows: readonly R[];
  /** `table`: one line a row, labels once. `blocks`: several lines a row, each field under its label. */
  readonly layout: 'table' | 'blocks';
  /** Sets `--columns`: the widths of the fields in a line, as CSS grid columns. */
  readonly className: string | undefined;
  readonly nameOf: (row: R) => string;
  readonly render: (row: R) => ReactNode;
  readonly onRemove: (row: R) => Promise<unknown>;
  /** What taking a row away is called; otherwise "Remove" and its name. */
  readonly removeLabel?: (row: R) => string;
  /** Says what belongs here while there are no rows. */
  readonly empty: string;
  /** Adds an empty row and tells its id; without it, rows are added by what `adder` shows. */
  readonly onAdd?: () => string;
  readonly addLabel?: string;
  readonly adder?: ReactNode;
}

/** The rows of a group, edited where they stand. A new row takes the focus; when one is removed it stays in the group. */
export function Rows<R extends { readonly id: string }>(props: RowsProps<R>) {
  const { rows, layout, className, nameOf, render, onRemove, empty, onAdd, addLabel, adder } = props;
  const removeLabel = props.removeLabel ?? ((row: R) => `Remove ${nameOf(row)}`);
  const [added, setAdded] = useState<string | null>(null);
  const group = useRef<HTMLDivElement>(null);

  const remove = async (row: R): Promise<void> => {
    await onRemove(row);
    group.current?.focus();
  };

  return (
    <div ref={group} tabIndex={-1} className={classes['group']} data-layout={layout}>
      {rows.length === 0 ? (
        <Text size="xs" c="dimmed" mb={6}>
          {empty}
        </Text>
      ) : (
        <ul className={`${classes['rows']} ${className}`}>
          {rows.map((row) => (
            <Row key={row.id} takesFocus={row.id === added}>
              {render(row)}
              <Tooltip label={removeLabel(row)}>
                <ActionIcon
                  className={classes['remove']}
                  aria-label={removeLabel(row)}
                  onClick={() => void remove(row)}
                >
                  <IconTrash size={16} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </Row>
          ))}
        </ul>
      )}
      {onAdd !== undefined && (
        <Button variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => setAdded(onAdd())}>
          {addLabel}
        </Button>
      )}
      {adder}
    </div>
  );
}

interface RowProps {
  readonly takesFocus: boolean;
  readonly children: ReactNode;
}

function Row({ takesFocus, children }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (takesFocus) row.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
  }, [takesFocus]);
  return (
    <li ref={row} className={classes['row']}>
      {children}
    </li>
  );
}
