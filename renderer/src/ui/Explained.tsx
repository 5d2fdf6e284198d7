import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Explained.module.css';

interface ExplainedProps {
  /** What is explained: a number, or words that stand for one. */
  readonly label: ReactNode;
  readonly title: string;
  /** What it is made of, by which rule, from which source. */
  readonly children: ReactNode;
}

/** A number that says how it came about when it is asked. */
export function Explained({ label, title, children }: ExplainedProps) {
  return (
    <Popover width={340} position="bottom-start" withinPortal returnFocus trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes['label'] ?? ''}>{label}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={title} tabIndex={-1} data-autofocus>
        <Stack gap={6}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <div className={classes['body']}>{children}</div>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
