import { Autocomplete, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { currentDue } from '../../../../shared/domain/tender/amendment.ts';
import type { Deadline } from '../../../../shared/domain/tender/deadline.ts';
import { recordDeadlineChange } from '../../store/commands/tenders.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { dateChoices } from './dateChoices.ts';
import { useWhen, WhenFields } from './whenFields.tsx';

const sources = ['Portal message', 'E-mail from the buyer', 'Tender documents', 'Telephone', 'Entered by hand'];

interface StateDateProps {
  readonly tenderId: string;
  /** The date that is moved, or `null` for a new one. */
  readonly deadline: Deadline | null;
  readonly onClose: () => void;
}

/** A date as someone told it: where it moves a date, the earlier ones stay as versions. */
export function StateDate({ tenderId, deadline, onClose }: StateDateProps) {
  const store = useStore();
  const when = useWhen(deadline === null ? null : currentDue(deadline));
  const [what, setWhat] = useState('submission');
  const [source, setSource] = useState(deadline === null ? 'Entered by hand' : 'Portal message');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const record = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const due = when.take();
    if (due === null) return;
    const chosen = dateChoices.find(({ value }) => value === what);
    const { kind, label, lotId } = deadline ?? { kind: 'internal', label: '', ...chosen, lotId: null };
    const now = new Date().toISOString();
    const outcome = await recordDeadlineChange(store, tenderId, {
      kind,
      label,
      lotId,
      version: {
        due,
        original: note.trim() === '' ? [when.day, when.time].join(' ').trim() : note.trim(),
        source: source.trim() === '' ? 'Entered by hand' : source.trim(),
        statedAt: now,
        recordedAt: now,
      },
    });
    if (!outcome.ok) return setProblem(problemSentence(outcome.error));
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title={deadline === null ? 'Add a date' : `Change: ${deadline.label}`}>
      <form onSubmit={(event) => void record(event)}>
        <Stack gap="xs">
          {deadline === null && (
            <Select
              label="What it is"
              size="xs"
              allowDeselect={false}
              data={dateChoices.map(({ value, label }) => ({ value, label }))}
              value={what}
              onChange={(value) => setWhat(value ?? 'submission')}
            />
          )}
          <WhenFields label={deadline === null ? 'Day' : 'New day'} entry={when} />
          <Autocomplete label="Who says so" size="xs" data={sources} value={source} onChange={setSource} />
          <TextInput
            label="In their words, or a note"
            size="xs"
            dir="auto"
            autoComplete="off"
            value={note}
            error={problem}
            errorProps={{ role: 'alert' }}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">{deadline === null ? 'Add the date' : 'Record the change'}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
