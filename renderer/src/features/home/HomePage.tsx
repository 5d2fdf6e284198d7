import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { format } from 'date-fns';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useHasOrganisations, type WorkspaceState } from '../../store/queries/workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useAfterPaint } from '../../ui/useAfterPaint.ts';
import { useNow } from '../../ui/useNow.ts';
import { Attention } from './Attention.tsx';
import { LatestChanges } from './LatestChanges.tsx';
import { PersonalDataDue } from './PersonalDataDue.tsx';
import { LastSaved } from './LastSaved.tsx';

// With the bank holidays it counts by, it is not waited for.
const NextDeadlines = lazy(async () => ({ default: (await import('./NextDeadlines.tsx')).NextDeadlines }));

interface HomePageProps {
  readonly state: WorkspaceState;
  readonly onSave: () => Promise<void>;
}

/** What needs me today? */
export function HomePage({ state, onSave }: HomePageProps) {
  const hasOrganisations = useHasOrganisations();
  const isPainted = useAfterPaint();
  const now = useNow();
  return (
    <Stack gap="md" maw={1120}>
      <Group justify="space-between" align="baseline">
        <PageHeading title="Home" />
        <Text c="dimmed">{format(now, 'EEEE d MMMM yyyy')}</Text>
      </Group>
      {hasOrganisations === false && <FirstSteps />}
      {hasOrganisations === true && isPainted && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <Suspense fallback={null}>
            <NextDeadlines />
          </Suspense>
          <Attention />
          <PersonalDataDue />
          <LatestChanges />
          <LastSaved state={state} onSave={onSave} />
        </SimpleGrid>
      )}
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
