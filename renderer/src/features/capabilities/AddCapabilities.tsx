import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Capability } from '../../../../shared/domain/capability/capability.ts';
import { askingFirst } from '../../parts/massChange.ts';
import { addCapabilities } from '../../store/commands/capabilities.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { newCapabilities, readLines } from './readLines.ts';

interface AddCapabilitiesProps {
  readonly known: readonly Capability[];
  readonly onClose: () => void;
}

/** Adds as many as there are lines; what is there already under the same name is left out. */
export function AddCapabilities({ known, onClose }: AddCapabilitiesProps) {
  const store = useStore();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const read = readLines(text);
  const fresh = newCapabilities(read, known);
  const left = read.length - fresh.length;

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (fresh.length === 0) {
      return setProblem(read.length === 0 ? 'Write at least one name.' : 'All of these are there already.');
    }
    const outcome = await askingFirst((confirmed) => addCapabilities(store, fresh, confirmed));
    if (outcome === null) return;
    if (!outcome.ok) return setProblem(problemSentence(outcome.error));
    notifyDone(fresh.length === 1 ? `Added ${fresh[0]?.name ?? ''}` : `Added ${fresh.length} capabilities`);
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title="Add capabilities" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={(event) => void add(event)}>
        <Textarea
          data-autofocus
          label="One capability a line"
          description="A group above its capabilities ends with a colon. After a tab or “ - ” comes the description."
          placeholder={'Places and environment:\nArboriculture - surveys and work on trees\nGrounds maintenance'}
          size="xs"
          autosize
          minRows={8}
          maxRows={16}
          dir="auto"
          value={text}
          error={problem}
          errorProps={{ role: 'alert' }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Group justify="space-between" mt="md">
          <Text component="output" size="xs" c="dimmed">
            {left > 0 && `${left} ${left === 1 ? 'is' : 'are'} there already and left out.`}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">{fresh.length < 2 ? 'Add' : `Add ${fresh.length}`}</Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}
