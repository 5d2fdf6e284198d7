import { Group, Pagination, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

interface Pages<T> {
  /** What stands on the page that is shown. */
  readonly shown: readonly T[];
  /** The way to the other pages; `null` where everything stands on one. */
  readonly pager: ReactNode;
}

/** Shows so many at a time of things that each take a field or more; `noun` is their plural, for the label. */
export function usePages<T>(all: readonly T[], size: number, noun: string): Pages<T> {
  const [asked, setAsked] = useState(1);
  const total = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(asked, total);
  const first = (page - 1) * size;
  const shown = total === 1 ? all : all.slice(first, first + size);
  if (total === 1) return { shown, pager: null };
  return {
    shown,
    pager: (
      <Group component="nav" gap="sm" my="xs" aria-label={`Pages of ${noun}`}>
        <Text component="output" size="sm">
          {first + 1} to {first + shown.length} of {all.length} {noun}
        </Text>
        <Pagination
          size="xs"
          total={total}
          value={page}
          onChange={setAsked}
          getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
          getControlProps={(control) => ({ 'aria-label': controlNames[control] })}
        />
      </Group>
    ),
  };
}

const controlNames = { first: 'First page', previous: 'Page before', next: 'Next page', last: 'Last page' } as const;
