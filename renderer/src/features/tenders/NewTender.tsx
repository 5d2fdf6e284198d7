import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { deadlineKinds, type Due } from '../../../../shared/domain/tender/deadline.ts';
import { newTender } from '../../../../shared/domain/tender/newTender.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { newId } from '../../store/newId.ts';
import { createTender } from '../../store/commands/tenders.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { useWhen, WhenFields } from './whenFields.tsx';

/** A tender that no notice was imported for. It needs a title; the rest is filled in on its page, where this leads. */
export function NewTender({ onClose }: { readonly onClose: () => void }) {
  const store = useStore();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [buyer, setBuyer] = useState('');
  const [reference, setReference] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const when = useWhen(null);

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const known = title.trim();
    setProblem(known === '' ? 'Type the title, as the buyer gives it.' : null);
    const isDated = when.day.trim() !== '' || when.time.trim() !== '';
    const due = isDated ? when.take() : null;
    if (known === '' || (isDated && due === null)) return;
    const id = newId();
    const outcome = await createTender(store, id, known, {
      reference: reference.trim(),
      buyer: { ...newTender(id, known).buyer, name: buyer.trim() },
      deadlines: due === null ? [] : [submission(due, [when.day, when.time].join(' ').trim())],
    });
    if (!outcome.ok) return setProblem(problemSentence(outcome.error));
    await navigate(`/tenders/${id}`, { replace: true });
  };

  return (
    <Modal opened onClose={onClose} title="New tender">
      <form onSubmit={(event) => void create(event)}>
        <Stack gap="xs">
          <TextInput
            data-autofocus
            label="Title, as the buyer gives it"
            size="xs"
            dir="auto"
            autoComplete="off"
            value={title}
            error={problem}
            errorProps={{ role: 'alert' }}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label="Buyer"
            size="xs"
            dir="auto"
            autoComplete="off"
            value={buyer}
            onChange={(event) => setBuyer(event.currentTarget.value)}
          />
          <TextInput
            label="The buyer’s reference"
            size="xs"
            autoComplete="off"
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <WhenFields label="Tenders due, if you know" entry={when} />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Add tender</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function submission(due: Due, original: string): Tender['deadlines'][number] {
  const now = new Date().toISOString();
  const version = { due, original, source: 'Entered by hand', statedAt: now, recordedAt: now };
  return {
    id: newId(),
    kind: 'submission',
    label: deadlineKinds.submission,
    lotId: null,
    versions: [version],
    state: 'open',
  };
}
