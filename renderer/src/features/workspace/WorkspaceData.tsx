import { Button, Group, Stack, Text } from '@mantine/core';
import { Panel } from '../../ui/Panel.tsx';
import { BackupsPanel } from './backups/BackupsPanel.tsx';
import { DeadDatabases } from './DeadDatabases.tsx';
import { OldDatabases } from './OldDatabases.tsx';
import { SetAsideList } from './SetAsideList.tsx';
import { useWorkspaceFiles } from './workspaceFilesContext.ts';

/** Saving, opening and bringing back, as Settings shows them. */
export function WorkspaceData() {
  const files = useWorkspaceFiles();
  return (
    <>
      <Panel title="Workspace file">
        <Text maw={640}>
          One file holds everything: tenders, bids, organisations, capabilities, evidence files and the history. Keep it
          where your organisation keeps what it must not lose, or send it to a colleague. The application and the
          browser do not share what they store, so the file is also the way from one to the other.
        </Text>
        <Group>
          <Button onClick={() => void files.save()}>Save a workspace file</Button>
          <Button variant="default" onClick={files.saveProtected}>
            Save with a passphrase…
          </Button>
          <Button variant="default" onClick={() => void files.choose()}>
            Open a workspace file
          </Button>
        </Group>
      </Panel>
      <BackupsPanel />
      <Panel title="Set aside on this computer">
        <Stack gap="xs">
          <Text c="dimmed">
            Workspaces that were here before another one was opened in their place. They are kept without a passphrase,
            also where the file they came from had one.
          </Text>
          <SetAsideList ifNone="There is none." />
        </Stack>
      </Panel>
      <OldDatabases />
      <DeadDatabases />
    </>
  );
}
