import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ErasureReason } from '../../../../shared/domain/personalData/retention.ts';
import type { Subject } from '../../../../shared/rows/personalData/person.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { settleDrafts } from '../../ui/useDraft.ts';
import { crashSentence } from '../../workers/crashSentence.ts';
import { erase, type Erased } from './erase.ts';
import { type Found, findPerson } from './findPerson.ts';
import { leftSentence } from './placeWords.ts';
import { ErasureForm, type ErasureChoice } from './ErasureForm.tsx';
import { type CopiesHere, copiesHere } from './copiesHere.ts';

type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'asking'; readonly found: Found; readonly here: CopiesHere }
  | { readonly kind: 'erasing' }
  | Erased;

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

  useEffect(() => {
    const look = async (): Promise<void> => {
      await settleDrafts();
      const found = await findPerson(store, host, subject);
      if (found.kind !== 'found') {
        const { answer, file } = found;
        const why = answer.kind === 'crashed' ? crashSentence(answer) : 'Reload Muster (Ctrl+R), then try again.';
        const sentence = file === null ? why : `It ended while ${file} was read. ${why}`;
        return setStage({ kind: 'failed', what: 'Nothing was erased', sentence });
      }
      setStage({ kind: 'asking', found, here: await copiesHere(host, store) });
    };
    void look();
  }, [store, host, subject]);

  const eraseChosen = async (
    { chosen, reason }: ErasureChoice,
    { found: { person, places }, here }: Extract<Stage, { kind: 'asking' }>,
  ): Promise<void> => {
    setStage({ kind: 'erasing' });
    const kept = new Set(places.map(({ key }) => key).filter((key) => !chosen.has(key)));
    const erased = await erase(store, host, { subject, reason, chosen, kept }, { ...person, name });
    setStage(erased.kind === 'erased' ? { ...erased, left: [...here.left, ...erased.left] } : erased);
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
          found={stage.found}
          here={stage.here}
          onErase={(choice) => void eraseChosen(choice, stage)}
          onCancel={onClose}
        />
      )}
      {stage.kind === 'erased' && (
        <Stack>
          <Text component="output" display="block">
            Erased in {counted(stage.places, 'place')} and in {counted(stage.files, 'file')} that Muster keeps on this
            computer. The history says that it was done, when and why, without the data.
          </Text>
          {stage.left.length > 0 && <Text>Still to be looked at: {stage.left.map(leftSentence).join('; ')}.</Text>}
          <Group justify="flex-end">
            <Button onClick={onClose} ref={takeFocus}>
              Close
            </Button>
          </Group>
        </Stack>
      )}
      {stage.kind === 'failed' && (
        <Alert variant="default" role="alert" title={stage.what}>
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
