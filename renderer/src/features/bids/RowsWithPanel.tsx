import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import rows from './rows.module.css';

interface RowsWithPanelProps {
  readonly table: ReactNode;
  /** The chosen row with all its fields; `null` where none is chosen. */
  readonly panel: ReactNode;
  /** What to do where none is. */
  readonly hint: string;
}

/** A list, and beside it the row that is chosen. */
export function RowsWithPanel({ table, panel, hint }: RowsWithPanelProps) {
  return (
    <>
      <div className={panel === null ? undefined : rows['split']}>
        {table}
        {panel}
      </div>
      {panel === null && (
        <Text size="xs" c="dimmed" mt={6}>
          {hint}
        </Text>
      )}
    </>
  );
}
