import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ErasureReason } from '../../../../shared/domain/personalData/retention.ts';
import type { Subject } from '../../../../shared/rows/personalData/person.ts';
import { useHost } from '../../host/HostContext.tsx';
import type { LeftFile } from '../../safekeeping/erasePerson.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { placeOf } from '../../store/store.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { removeDraftsWhere } from '../../ui/draftStorage.ts';
import { settleDrafts } from '../../ui/useDraft.ts';
import { runKeepingJob } from '../../workers/keepingClient.ts';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';
import type { WorkspaceAnswers } from '../../workers/workspaceJobs.ts';
import { ErasureForm, type ErasureChoice } from './ErasureForm.tsx';
import { type CopiesHere, copiesHere } from './copiesHere.ts';

type Found = Extract<WorkspaceAnswers['findPerson'], { kind: 'found' }>;

type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'asking'; readonly found: Found; readonly here: CopiesHere }
  | { readonly kind: 'erasing' }
  | { readonly kind: 'erased'; readonly places: number; readonly files: number; readonly left: readonly LeftFile[] }
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
  const place = placeOf(store);

  useEffect(() => {
    const look = async (): Promise<void> => {
      await settleDrafts();
      const job = {
        kind: 'findPerson',
        place: placeOf(store),
        subject,
      } as const;
      const found = await runWorkspaceJob<'findPerson'>(job);
      if (found.kind !== 'found')
        return setStage({ kind: 'failed', sentence: 'Reload Muster (Ctrl+R), then try again.' });
      setStage({ kind: 'asking', found, here: await copiesHere(host, store) });
    };
    void look();
  }, [store, host, subject]);

  const erase = async (
    { chosen, reason }: ErasureChoice,
    { found: { person }, here }: Extract<Stage, { kind: 'asking' }>,
  ): Promise<void> => {
    setStage({ kind: 'erasing' });
    const files = await runKeepingJob<'erasePerson'>({ kind: 'erasePerson', person, chosen }, host);
    const unfinished = { name: 'Some files that Muster keeps on this computer', why: 'they could not be rewritten' };
    const { rewritten, left } = files.kind === 'erased' ? files : { rewritten: 0, left: [unfinished] };
    const answer = await runWorkspaceJob<'erase'>({ kind: 'erase', place, request: { subject, reason, chosen } });
    if (answer.kind === 'erased') {
      const part = subject.kind === 'contact' ? subject.contactId : `${subject.bidId}.signatory`;
      const known = [name, ...person.names, ...person.emails, ...person.phones].filter((one) => one.trim() !== '');
      removeDraftsWhere(
        (field, text) =>
          field.includes(part) || known.some((one) => text.toLowerCase().includes(one.trim().toLowerCase())),
      );
      return setStage({
        kind: 'erased',
        places: answer.done.erased.places,
        files: rewritten,
        left: [...here.left, ...left],
      });
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
          here={stage.here}
          onErase={(choice) => void erase(choice, stage)}
          onCancel={onClose}
        />
      )}
      {stage.kind === 'erased' && (
        <Stack>
          <Text component="output" display="block">
            Erased in {counted(stage.places, 'place')} and in {counted(stage.files, 'file')} that Muster keeps on this
            computer. The history says that it was done, when and why, without the data.
          </Text>
          {stage.left.length > 0 && (
            <Text>Still to be looked at: {stage.left.map(({ name, why }) => `${name} (${why})`).join(', ')}.</Text>
          )}
          <Group justify="flex-end">
            <Button onClick={onClose} ref={takeFocus}>
              Close
            </Button>
          </Group>
        </Stack>
      )}
      {stage.kind === 'failed' && (
        <Alert variant="default" role="alert" title="Nothing was erased">
          {stage.sentence}
        </Alert>
      )}
    </Modal>
  );
}

/** What had the focus is gone with the step before. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
