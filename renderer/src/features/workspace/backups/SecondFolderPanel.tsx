import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import type { Failed } from '../../../../../shared/host/failed.ts';
import type { SecondFolder, SecondFolderOutcome } from '../../../../../shared/host/storedFiles.ts';
import { failureSentence } from '../../../host/failureSentence.ts';
import { useHost } from '../../../host/HostContext.tsx';
import { useKeeping, useKeepingState } from '../../../safekeeping/KeepingContext.tsx';
import { notifyProblem } from '../../../ui/notify.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { formatInstant } from '../../../ui/time.ts';
import { crashSentence } from '../../../workers/crashSentence.ts';
import type { Crashed } from '../../../workers/watchWorker.ts';
import { useWorkspaceFiles } from '../workspaceFilesContext.ts';
import { KeptStates } from './KeptStates.tsx';

/** A second place for every backup: a stick, a synchronised folder. Without one, the workspace file is what leaves this computer. */
export function SecondFolderPanel() {
  const host = useHost();
  const keeping = useKeeping();
  const files = useWorkspaceFiles();
  const { second, copiedAt, copyFailure } = useKeepingState();
  const [canChoose, setCanChoose] = useState<boolean | null>(null);
  const [isListed, list] = useDisclosure(false);
  useEffect(() => void host.info().then((info) => setCanChoose(info.canChooseFolder)), [host]);

  const ask = (asked: () => Promise<SecondFolderOutcome>) => async (): Promise<void> => {
    const outcome = await asked();
    if (outcome.kind === 'failed') notifyProblem('The folder was not changed', failureSentence(outcome));
    await keeping.lookAtSecondFolder();
    if (outcome.kind === 'chosen' && outcome.state === 'ready') await keeping.takeSnapshot();
  };
  const choose = ask(host.chooseSecondFolder);

  return (
    <Panel title="A second copy elsewhere">
      <Text maw={640}>
        A computer can be lost, stolen or broken. Choose a folder on a stick or one that is synchronised, and every
        backup is copied there as well.
      </Text>
      <Stack gap={2}>
        <Text fw={600}>{sentence(second)}</Text>
        <Text>
          {copiedAt === null ? 'Nothing has been copied out yet.' : `Not copied out since ${formatInstant(copiedAt)}.`}
        </Text>
        {copyFailure !== null && <Text>The last copy did not succeed. {copyFailureSentence(copyFailure)}</Text>}
      </Stack>
      <Group>
        {second.kind === 'chosen' && second.state === 'askAgain' && (
          <Button onClick={() => void ask(host.allowSecondFolder)()}>Allow the folder again</Button>
        )}
        {canChoose === true && (
          <Button variant={second.kind === 'none' ? 'filled' : 'default'} onClick={() => void choose()}>
            {second.kind === 'none' ? 'Choose a folder' : 'Choose another folder'}
          </Button>
        )}
        {second.kind === 'chosen' && (
          <Button variant="default" onClick={() => void ask(host.forgetSecondFolder)()}>
            Stop copying
          </Button>
        )}
        <Button variant="default" onClick={() => void files.save()}>
          Save a workspace file
        </Button>
        {second.kind === 'chosen' && second.state === 'ready' && (
          <Button variant="default" onClick={list.toggle} aria-expanded={isListed}>
            {isListed ? 'Hide what is there' : 'Show what is there'}
          </Button>
        )}
      </Group>
      {isListed && <KeptStates key={copiedAt ?? ''} place="second" ifNone="No backup is in this folder." />}
    </Panel>
  );
}

function copyFailureSentence(failure: Failed | Crashed): string {
  return failure.kind === 'crashed' ? crashSentence(failure) : failureSentence(failure);
}

function sentence(second: SecondFolder): string {
  if (second.kind === 'none') return 'No folder is chosen.';
  const { name, state } = second;
  switch (state) {
    case 'ready':
      return `Backups are copied to the folder “${name}”.`;
    case 'askAgain':
      return `The browser asks you to allow the folder “${name}” again.`;
    case 'missing':
      return `The folder “${name}” is not there now. Plug the stick in, or choose another folder.`;
    default:
      return unreachable(state);
  }
}
