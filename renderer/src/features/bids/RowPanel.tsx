import { CloseButton, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import rows from './rows.module.css';

interface RowPanelProps {
  readonly title: string;
  /** How the row stands. */
  readonly state: ReactNode;
  /** The row is new, and waits for its text. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One row of a list with all its fields, beside the list. */
export function RowPanel({ title, state, takesFocus, onClose, children }: RowPanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  return (
    <aside ref={panel} className={rows['panel']} aria-label={title}>
      <Group gap="xs" mb={4} wrap="nowrap">
        <Title order={2} size="h3">
          {title}
        </Title>
        <Text span size="sm" me="auto">
          {state}
        </Text>
        <CloseButton aria-label="Close" size="sm" onClick={onClose} />
      </Group>
      <div className={rows['fields']}>{children}</div>
    </aside>
  );
}
