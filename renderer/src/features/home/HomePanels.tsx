import { SimpleGrid } from '@mantine/core';
import type { WorkspaceState } from '../../store/queries/workspace.ts';
import { Attention } from './Attention.tsx';
import { LastSaved } from './LastSaved.tsx';
import { LatestChanges } from './LatestChanges.tsx';
import { NextDeadlines } from './NextDeadlines.tsx';
import { PersonalDataDue } from './PersonalDataDue.tsx';

interface HomePanelsProps {
  readonly state: WorkspaceState;
  readonly onSave: () => Promise<void>;
}

export function HomePanels({ state, onSave }: HomePanelsProps) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <NextDeadlines />
      <Attention />
      <PersonalDataDue />
      <LatestChanges />
      <LastSaved state={state} onSave={onSave} />
    </SimpleGrid>
  );
}
