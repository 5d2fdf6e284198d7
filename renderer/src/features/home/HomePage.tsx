import { Button, Group, Stack, Text } from '@mantine/core';
import { format } from 'date-fns';
import { lazy } from 'react';
import { Link } from 'react-router';
import type { WorkspaceState } from '../../store/queries/workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useAfterPaint } from '../../ui/useAfterPaint.ts';
import { useNow } from '../../ui/useNow.ts';

// With the bank holidays that deadlines count by, they are not waited for.
const HomePanels = lazy(async () => ({ default: (await import('./HomePanels.tsx')).HomePanels }));

interface HomePageProps {
  readonly state: WorkspaceState;
  readonly onSave: () => Promise<void>;
}

/** What needs me today? */
export function HomePage({ state, onSave }: HomePageProps) {
  const isPainted = useAfterPaint();
  const now = useNow();
  return (
    <Stack gap="md" maw={1120}>
      <Group justify="space-between" align="baseline">
        <PageHeading title="Home" />
        <Text c="dimmed">{format(now, 'EEEE d MMMM yyyy')}</Text>
      </Group>
      {!state.hasOrganisations && <FirstSteps />}
      {state.hasOrganisations && isPainted && <HomePanels state={state} onSave={onSave} />}
    </Stack>
  );
}

function FirstSteps() {
  return (
    <EmptyState sentence="Begin with the organisations that could stand in a bid together: yours, and those you would ask. Muster then shows what each of them can prove, and what is still missing.">
      <Button component={Link} to="/organisations?new=1">
        Add the first organisation
      </Button>
      <Button component={Link} to="/open-sample" variant="default">
        Look at the sample workspace
      </Button>
      <Button component={Link} to="/open-file" variant="default">
        Open a workspace file
      </Button>
    </EmptyState>
  );
}
