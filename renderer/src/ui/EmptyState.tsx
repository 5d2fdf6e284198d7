import { Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What belongs in a place that is empty, in one sentence, and the likeliest next steps. */
export function EmptyState({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <Paper withBorder p="lg" mt="md">
      <Stack gap="md">
        <Text maw={560}>{sentence}</Text>
        <Group>{children}</Group>
      </Stack>
    </Paper>
  );
}
