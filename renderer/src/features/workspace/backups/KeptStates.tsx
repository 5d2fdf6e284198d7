import { Alert, Button, Group, Loader, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useHost } from '../../../host/HostContext.tsx';
import type { KeptPlace, KeptState } from '../../../safekeeping/keptStates.ts';
import { counted } from '../../../ui/counted.ts';
import { formatInstant } from '../../../ui/time.ts';
import { crashSentence } from '../../../workers/crashSentence.ts';
import { runKeepingJob } from '../../../workers/keepingClient.ts';
import { useWorkspaceFiles } from '../workspaceFilesContext.ts';

interface KeptStatesProps {
  readonly place: KeptPlace;
  readonly ifNone: string;
  /** Whether the newest is what a person most likely came for. */
  readonly isRecovery?: boolean;
}

const shownAtFirst = 6;

/** The states of workspaces that can be brought back from outside the database, the newest first. */
export function KeptStates({ place, ifNone, isRecovery = false }: KeptStatesProps) {
  const host = useHost();
  const files = useWorkspaceFiles();
  const [states, setStates] = useState<readonly KeptState[] | null>(null);
  const [newer, setNewer] = useState<readonly (string | null)[]>([]);
  /** Why not everything that is kept could be read through. */
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState(shownAtFirst);

  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      const answer = await runKeepingJob<'keptStates'>({ kind: 'keptStates', place }, host, leaving);
      if (answer.kind === 'found') {
        setStates(answer.states);
        setNewer(answer.newer);
      }
      if (answer.kind !== 'crashed') return;
      setProblem(crashSentence(answer));
      const named = { kind: 'keptStates', place, isNamedOnly: true } as const;
      const again = await runKeepingJob<'keptStates'>(named, host, leaving);
      if (again.kind !== 'cancelled') setStates(again.kind === 'found' ? again.states : []);
    };
    void look();
    return () => leaving.abort();
  }, [host, place]);

  if (states === null) {
    return (
      <Group component="output" gap="xs">
        <Loader size="xs" />
        <Text c="dimmed">Looking through what is kept…</Text>
      </Group>
    );
  }
  if (states.length === 0 && newer.length === 0 && problem === null) return <Text c="dimmed">{ifNone}</Text>;
  return (
    <Stack gap="xs">
      {problem !== null && (
        <Text>
          Not everything that is kept could be read through, so the changes after a backup are missing here. Nothing was
          removed. {problem}
        </Text>
      )}
      {newer.length > 0 && <OfNewer writers={newer} />}
      <Table verticalSpacing={6} aria-label="What can be brought back">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>As it was</Table.Th>
            <Table.Th>Workspace</Table.Th>
            <Table.Th w={130}>
              <VisuallyHidden>Bring back</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {states.slice(0, shown).map((state, at) => (
            <Table.Tr key={`${state.lineage} ${state.snapshot ?? ''} ${state.seq}`}>
              <Table.Td>
                {formatInstant(state.at)}
                {at === 0 && (
                  <Text size="xs" fw={600}>
                    The newest
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <bdi>{state.workspaceName}</bdi>
                <Text size="xs" c="dimmed">
                  {holds(state)}
                </Text>
                {state.broken !== undefined && (
                  <Text size="xs" fw={600}>
                    Later changes are missing here. {state.broken.what}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  variant={isRecovery && at === 0 ? 'filled' : 'default'}
                  size="compact-xs"
                  aria-label={`Bring back ${state.workspaceName} as it was ${formatInstant(state.at)}, after change ${state.seq}`}
                  onClick={() => void files.bringBackState(state)}
                >
                  Bring back
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {states.length > shown && (
        <Group>
          <Button variant="default" size="compact-xs" onClick={() => setShown(states.length)}>
            Show all {states.length}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function OfNewer({ writers }: { writers: readonly (string | null)[] }) {
  const names = writers.filter((name) => name !== null);
  const name = names.length === 0 ? 'a newer Muster' : names.join(' and ');
  return (
    <Alert color="yellow" title="Something here was written by a newer Muster">
      It was written by {name}, in a form that this one ({import.meta.env.APP_VERSION}) does not know, and may hold
      newer changes than anything listed here. It stays as it is. Start {name} to bring it back.
    </Alert>
  );
}

function holds({ counts, seq, fromJournal }: KeptState): string {
  const { organisations, tenders, bids } = counts;
  return [
    counted(organisations, 'organisation'),
    counted(tenders, 'tender'),
    counted(bids, 'bid'),
    fromJournal === 0 ? `up to change ${seq}` : `up to change ${seq}, the last ${fromJournal} from the journal`,
  ].join(', ');
}
