import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Choice } from './draft.ts';

interface ConflictProps {
  /** What is stored by now. */
  readonly theirs: ReactNode;
  readonly canKeepBoth: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** What another window stored while something was typed here, beside it, and the choice between the two. */
export function Conflict({ theirs, canKeepBoth, onChoose }: ConflictProps) {
  return (
    <Alert color="yellow" role="alert" title="Something else was stored here while you were typing" mt={4}>
      <Stack gap="xs">
        <Text size="sm">
          Another window may have done it. What you typed stays in the field, and nothing is replaced before you choose.
          This is stored now:
        </Text>
        <Text
          component="section"
          // It scrolls where it is long, which has to work by keyboard too.
          tabIndex={0}
          aria-label="What is stored now"
          m={0}
          pl="sm"
          size="sm"
          mah={240}
          style={{ whiteSpace: 'pre-wrap', overflow: 'auto' }}
        >
          {theirs}
        </Text>
        <Group gap="xs">
          <Button variant="default" size="compact-xs" onClick={() => onChoose('mine')}>
            Store what I typed instead
          </Button>
          <Button variant="default" size="compact-xs" onClick={() => onChoose('theirs')}>
            Keep what is stored
          </Button>
          {canKeepBoth && (
            <Button variant="default" size="compact-xs" onClick={() => onChoose('both')}>
              Keep both, mine after it
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
