import { Button, Group, Text } from '@mantine/core';
import { useKeepingState } from '../../safekeeping/KeepingContext.tsx';
import type { WorkspaceState } from '../../store/queries/workspace.ts';
import { counted } from '../../ui/counted.ts';
import { Panel } from '../../ui/Panel.tsx';
import { formatAgo } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';

/** When the work was last saved to a file that outlives this computer's storage. */
export function LastSaved({ state, onSave }: { state: WorkspaceState; onSave: () => Promise<void> }) {
  const now = useNow();
  const { snapshot } = useKeepingState();
  const { lastSaved } = state.workspace;
  return (
    <Panel title="Is my work safe?" link={{ to: '/settings', label: 'Backups' }}>
      <Text>
        {lastSaved === null
          ? 'Never saved to a workspace file: everything is on this computer only.'
          : `${lastSaved.confirmed ? 'Saved to' : 'Handed to the browser as'} ${lastSaved.name}, ${formatAgo(lastSaved.at, now)}.`}
      </Text>
      <Text>{backupSentence(snapshot?.at ?? null, now)}</Text>
      <Text c="dimmed">{sinceSentence(state.unsavedChanges, lastSaved !== null)}</Text>
      <Group>
        <Button variant={state.unsavedChanges === 0 ? 'default' : 'filled'} onClick={() => void onSave()}>
          Save a workspace file
        </Button>
      </Group>
    </Panel>
  );
}

function backupSentence(at: string | null, now: Date): string {
  return at === null
    ? 'Not backed up on this computer yet.'
    : `Backed up on this computer and read back ${formatAgo(at, now)}.`;
}

function sinceSentence(changes: number, wasSaved: boolean): string {
  if (changes === 0) return wasSaved ? 'Nothing has changed since.' : 'Nothing has been changed yet.';
  return `${counted(changes, 'change')}${wasSaved ? ' since' : ''}.`;
}
