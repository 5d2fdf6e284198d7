import { Button, Container, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { SetAsideList } from '../features/workspace/SetAsideList.tsx';
import { useWorkspaceFiles } from '../features/workspace/workspaceFilesContext.ts';
import { KeptStates } from '../features/workspace/backups/KeptStates.tsx';
import type { Place } from '../safekeeping/inUse.ts';
import type { StartProblem } from './startUp.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { Panel } from '../ui/Panel.tsx';
import { NewWorkspaceForm } from './NewWorkspaceForm.tsx';
import { recoveryAdvice } from './recoveryAdvice.ts';

interface RecoveryScreenProps {
  readonly problem: StartProblem;
  readonly place: Extract<Place, { readonly kind: 'recovery' }>;
  readonly onReopen: () => void;
}

/** What is shown instead of a workspace that must not be written to: what was found, what is safe, what can be done. */
export function RecoveryScreen({ problem, place, onReopen }: RecoveryScreenProps) {
  const files = useWorkspaceFiles();
  const { title, found, safe, next, canGoOn } = recoveryAdvice(problem);
  return (
    <Container component="main" size={760} py="xl">
      <Stack gap="md">
        <PageHeading title={title} />
        <Text>{found}</Text>
        <Text fw={600}>{safe}</Text>
        <Text>{next}</Text>
        {canGoOn && (
          <Panel title="What can be brought back">
            <KeptStates place="own" ifNone="Nothing is kept on this computer." isRecovery />
          </Panel>
        )}
        <Group>
          {canGoOn && (
            <Button variant="default" onClick={() => void files.choose()}>
              Open a workspace file
            </Button>
          )}
          <Button variant="default" onClick={onReopen}>
            Look again
          </Button>
        </Group>
        {canGoOn && (
          <>
            <Panel title="Set aside on this computer">
              <SetAsideList ifNone="Nothing is set aside on this computer." />
            </Panel>
            <StartAnew place={place} onStarted={onReopen} />
          </>
        )}
      </Stack>
    </Container>
  );
}

/** The last choice, behind a step of its own. */
function StartAnew({ place, onStarted }: Pick<RecoveryScreenProps, 'place'> & { onStarted: () => void }) {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <Panel title="Without a file or a copy">
      <Text>You can start with an empty workspace. It does not bring back what was here.</Text>
      {isWanted ? (
        <NewWorkspaceForm place={place} button="Start an empty workspace" isLastResort onStarted={onStarted} />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setIsWanted(true)}>
            Start anew
          </Button>
        </Group>
      )}
    </Panel>
  );
}
