import { Alert, Button, Container, Divider, Group, Stack, Text } from '@mantine/core';
import type { Failed } from '../../../shared/host/failed.ts';
import { SetAsideList } from '../features/workspace/SetAsideList.tsx';
import { useWorkspaceFiles } from '../features/workspace/workspaceFilesContext.ts';
import type { Place } from '../safekeeping/inUse.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import icon from './icon.svg';
import { NewWorkspaceForm } from './NewWorkspaceForm.tsx';

interface StartScreenProps {
  readonly place: Extract<Place, { readonly kind: 'empty' }>;
  readonly markerFailure: Failed | null;
  readonly onStarted: () => void;
}

/** The first screen on a computer that holds no workspace yet. */
export function StartScreen({ place, markerFailure, onStarted }: StartScreenProps) {
  const files = useWorkspaceFiles();
  return (
    <Container component="main" size={600} py="xl">
      <Stack gap="lg">
        <Group gap="sm">
          <img src={icon} width={40} height={40} alt="" />
          <PageHeading title="Muster" />
        </Group>
        <Text>
          Muster helps a lead contractor form a consortium and manage a joint public-sector bid. It works on this
          computer alone: no account, no server, no network.
        </Text>
        {markerFailure !== null && (
          <Alert color="yellow" title="Was there a workspace here before?">
            Muster keeps a note of it, and that note cannot be read now. If you expect to find your work, open its
            workspace file, or one that was set aside, instead of starting anew.
          </Alert>
        )}
        <NewWorkspaceForm place={place} button="Start a workspace" onStarted={onStarted} />
        <Divider label="or" />
        <Group>
          <Button variant="default" onClick={() => void files.choose()}>
            Open a workspace file
          </Button>
          <Button variant="default" onClick={() => void files.openSample()}>
            Open the sample workspace
          </Button>
        </Group>
        <Text c="dimmed">
          The Muster application and Muster in a browser do not share what they store, even on one computer. To move
          from one to the other, save a workspace file there and open it here.
        </Text>
        <SetAsideList ifNone={null} />
      </Stack>
    </Container>
  );
}
