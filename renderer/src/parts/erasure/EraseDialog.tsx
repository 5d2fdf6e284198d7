import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ErasureReason } from '../../../../shared/domain/personalData/retention.ts';
import type { Subject } from '../../../../shared/rows/personalData/person.ts';
import { useHost } from '../../host/HostContext.tsx';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { removeDraftsOf } from '../../ui/draftStorage.ts';
import { settleDrafts } from '../../ui/useDraft.ts';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';
import type { WorkspaceAnswers } from '../../workers/workspaceJobs.ts';
import { ErasureForm, type ErasureChoice } from './ErasureForm.tsx';
import { copiesHere, type UnscrubbedCopy } from './scrubCopies.ts';

type Found = Extract<WorkspaceAnswers['findPerson'], { kind: 'found' }>;

type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'asking'; readonly found: Found; readonly left: readonly UnscrubbedCopy[] }
  | { readonly kind: 'erasing' }
  | { readonly kind: 'erased'; readonly places: number; readonly left: readonly UnscrubbedCopy[] }
  | { readonly kind: 'failed'; readonly sentence: string };

interface EraseDialogProps {
  readonly subject: Subject;
  readonly name: string;
  readonly reason: ErasureReason;
  readonly onClose: () => void;
}

/** Erasing a person for good: shows everything that was found before anything happens. The one act that is not undone. */
export function EraseDialog({ subject, name, reason, onClose }: EraseDialogProps) {
  const store = useStore();
  const host = useHost();
  const [stage, setStage] = useState<Stage>({ kind: 'looking' });
  const place = { workspaceId: store.workspaceId, database: store.db.name };

  useEffect(() => {
    const look = async (): Promise<void> => {
      await settleDrafts();
      const job = {
        kind: 'findPerson',
        place: { workspaceId: store.workspaceId, database: store.db.name },
        subject,
      } as const;
      const found = await runWorkspaceJob<'findPerson'>(job);
      if (found.kind !== 'found')
        return setStage({ kind: 'failed', sentence: 'Reload Muster (Ctrl+R), then try again.' });
      setStage({ kind: 'asking', found, left: await copiesHere(host) });
    };
    void look();
  }, [store, host, subject]);

  const erase = async ({ chosen, reason }: ErasureChoice, left: readonly UnscrubbedCopy[]): Promise<void> => {
    setStage({ kind: 'erasing' });
    const answer = await runWorkspaceJob<'erase'>({ kind: 'erase', place, request: { subject, reason, chosen } });
    if (answer.kind === 'erased') {
      removeDraftsOf(subject.kind === 'contact' ? subject.contactId : `${subject.bidId}.signatory`);
      return setStage({ kind: 'erased', places: answer.done.erased.places, left });
    }
    const sentence =
      answer.kind === 'notDone' && answer.problem.kind !== 'gone'
        ? problemSentence(answer.problem)
        : 'Nothing was erased. Reload Muster (Ctrl+R), then try again.';
    setStage({ kind: 'failed', sentence });
  };

  const isWorking = stage.kind === 'erasing';
  return (
    <Modal
      opened
      onClose={isWorking ? () => undefined : onClose}
      withCloseButton={!isWorking}
      size="lg"
      title={`Erase ${name} for good`}
    >
      {(stage.kind === 'looking' || isWorking) && (
        <Group component="output">
          <Loader size="sm" />
          <Text>{isWorking ? 'Erasing…' : 'Looking for every place…'}</Text>
        </Group>
      )}
      {stage.kind === 'asking' && (
        <ErasureForm
          name={name}
          firstReason={reason}
          places={stage.found.places}
          copies={stage.found.copies}
          left={stage.left}
          onErase={(choice) => void erase(choice, stage.left)}
          onCancel={onClose}
        />
      )}
      {stage.kind === 'erased' && (
        <Stack>
          <Text role="status">
            Erased in {counted(stage.places, 'place')}. The history says that it was done, when and why, without the
            data.
          </Text>
          {stage.left.length > 0 && (
            <Text>Still to be looked at: {stage.left.map(({ name, why }) => `${name} (${why})`).join(', ')}.</Text>
          )}
          <Group justify="flex-end">
            <Button onClick={onClose} data-autofocus>
              Close
            </Button>
          </Group>
        </Stack>
      )}
      {stage.kind === 'failed' && (
        <Alert color="red" role="alert" title="Nothing was erased">
          {stage.sentence}
        </Alert>
      )}
    </Modal>
  );
}
