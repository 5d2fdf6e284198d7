import { Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { failureSentence } from '../../../host/failureSentence.ts';
import { useHost } from '../../../host/HostContext.tsx';
import { nearlyFull, share, worthAWord } from '../../../safekeeping/fill.ts';
import type { KeepingState } from '../../../safekeeping/keeping.ts';
import { useKeeping, useKeepingState } from '../../../safekeeping/KeepingContext.tsx';
import { isTight } from '../../../safekeeping/room.ts';
import {
  backingUpSentence,
  fillSentence,
  roomSentence,
  snapshotFailureSentence,
} from '../../../parts/backupSentences.ts';
import { useWorkspaceState } from '../../../store/queries/workspace.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { formatAgo, formatInstant } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';
import { crashSentence } from '../../../workers/crashSentence.ts';
import { Drill } from './Drill.tsx';
import { KeptStates } from './KeptStates.tsx';
import { SecondFolderPanel } from './SecondFolderPanel.tsx';

/** What is kept outside the database, when it was last proven, and what can be brought back from it. */
export function BackupsPanel() {
  const host = useHost();
  const keeping = useKeeping();
  const state = useKeepingState();
  const now = useNow();
  const [isListed, list] = useDisclosure(false);
  const [isBusy, setIsBusy] = useState(false);
  const [canReveal, setCanReveal] = useState(false);
  useEffect(() => void host.info().then((info) => setCanReveal(info.canReveal)), [host]);

  const [isMeasuring, setIsMeasuring] = useState(true);
  useEffect(() => void keeping.measure().finally(() => setIsMeasuring(false)), [keeping]);
  const head = useWorkspaceState(undefined, true)?.workspace.head.seq ?? 0;

  const backUp = async (): Promise<void> => {
    setIsBusy(true);
    const failure = await keeping.takeSnapshot();
    setIsBusy(false);
    if (failure === null)
      notifyDone('Backed up', 'Every record of the backup was read as opening reads it, and is sound.');
    else notifyProblem('Not backed up', snapshotFailureSentence(failure));
  };
  const reveal = async (): Promise<void> => {
    const outcome = await host.revealData();
    if (outcome.kind === 'failed') notifyProblem('The folder cannot be shown', failureSentence(outcome));
  };

  return (
    <>
      <Panel title="Backups on this computer">
        <Text maw={640}>
          Every change is written to a journal outside the database as soon as it is stored, and the whole workspace is
          backed up after a quiet minute. If the database is lost, both together bring everything back.
        </Text>
        <Stack gap={2}>
          <Text>{journalSentence(state, head)}</Text>
          <Text>{snapshotSentence(state, now)}</Text>
          {state.backingUp !== null && <Text component="output">{backingUpSentence(state.backingUp)}</Text>}
          {state.room !== null && (
            <Text fw={isTight(state.room) ? 600 : undefined}>
              {roomSentence(state.room)}
              {isTight(state.room) && ' The next one may find no room: make room on the disk.'}
            </Text>
          )}
          {state.fill.length === 0 && (
            <Text>
              {isMeasuring
                ? 'Muster is looking at how large this workspace is.'
                : 'Muster could not find out how large this workspace is. Reload Muster (Ctrl+R).'}
            </Text>
          )}
          {state.fill
            .filter((fill) => share(fill) >= worthAWord)
            .map((fill) => (
              <Text key={fill.limit} fw={share(fill) >= nearlyFull ? 600 : undefined}>
                {fillSentence(fill)}
              </Text>
            ))}
          {state.fill.some((fill) => share(fill) >= nearlyFull) && (
            <Text fw={600}>Move what is no longer needed to a workspace file of its own.</Text>
          )}
          {state.scrubFailure !== null && (
            <Text>
              Not every record could be read through to see whether it is sound. {crashSentence(state.scrubFailure)}
            </Text>
          )}
          {state.scrubbedAt !== null && (
            <Text>Every record was read and found sound {formatAgo(state.scrubbedAt, now)}.</Text>
          )}
        </Stack>
        <Group>
          <Button loading={isBusy} onClick={() => void backUp()}>
            Back up now
          </Button>
          <Button variant="default" onClick={list.toggle} aria-expanded={isListed}>
            {isListed ? 'Hide what can be brought back' : 'Show what can be brought back'}
          </Button>
          {canReveal && (
            <Button variant="default" onClick={() => void reveal()}>
              Open the folder
            </Button>
          )}
        </Group>
        <Collapse expanded={isListed}>
          {isListed && <KeptStates key={state.snapshot?.name ?? ''} place="own" ifNone="Nothing is kept yet." />}
        </Collapse>
        <Drill />
      </Panel>
      <SecondFolderPanel />
    </>
  );
}

function journalSentence({ journalFailure, journalled }: KeepingState, head: number): string {
  if (journalFailure !== null) return `The journal cannot be written. ${failureSentence(journalFailure, 'own')}`;
  if (journalled >= head) return 'The journal is up to date.';
  const changes = head - journalled === 1 ? 'The last change is' : `The last ${head - journalled} changes are`;
  return `${changes} being written to the journal.`;
}

function snapshotSentence({ snapshot, snapshotFailure }: KeepingState, now: Date): string {
  const last =
    snapshot === null
      ? 'There is no backup yet.'
      : `The last backup is of ${formatInstant(snapshot.at)} (${formatAgo(snapshot.at, now)}).`;
  return snapshotFailure === null
    ? last
    : `${last} The next one did not succeed. ${snapshotFailureSentence(snapshotFailure)}`;
}
