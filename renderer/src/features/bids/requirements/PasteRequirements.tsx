import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { newId } from '../../../store/newId.ts';
import { counted } from '../../../ui/counted.ts';
import { keepDraft, readDraft, removeDraft } from '../../../ui/draftStorage.ts';
import type { Edits } from '../edits.ts';
import { lotOptions, nobody } from '../naming.ts';
import { newRequirement } from './newRequirement.ts';
import { readRequirementLines } from './readRequirementLines.ts';

interface PasteRequirementsProps {
  readonly input: BidInput;
  readonly edits: Edits;
  readonly onClose: () => void;
}

/** Many requirements at once, one a line, as one step. What is typed stays until it is added. */
export function PasteRequirements({ input, edits, onClose }: PasteRequirementsProps) {
  const key = `${input.bid.id}.requirements.pasted`;
  const [text, setText] = useState(() => readDraft(key) ?? '');
  const [lot, setLot] = useState(nobody);
  const [problem, setProblem] = useState<string | null>(null);
  const lines = readRequirementLines(text);

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (lines.length === 0) return setProblem('Type or paste at least one line.');
    const requirements = lines.map((line) => ({
      ...newRequirement(newId()),
      ...line,
      lotId: lot === nobody ? null : lot,
    }));
    if (!(await edits.addRows('requirements', requirements, `added ${counted(lines.length, 'requirement')}`))) return;
    removeDraft(key);
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title="Paste requirements" size="lg">
      <form onSubmit={(event) => void add(event)}>
        <Stack gap="xs">
          <Textarea
            data-autofocus
            label="One requirement a line. From a spreadsheet, a percentage in a second column is its weight."
            size="xs"
            autosize
            minRows={8}
            maxRows={16}
            dir="auto"
            value={text}
            error={problem}
            errorProps={{ role: 'alert' }}
            onChange={(event) => {
              keepDraft(key, event.currentTarget.value);
              setText(event.currentTarget.value);
              setProblem(null);
            }}
          />
          <Select
            label="Lot"
            size="xs"
            allowDeselect={false}
            data={[...lotOptions(input, null)]}
            value={lot}
            onChange={(value) => setLot(value ?? nobody)}
          />
          <Group justify="space-between" mt="xs">
            <Text size="xs" c="dimmed" aria-live="polite">
              {counted(lines.length, 'requirement')}
            </Text>
            <Group>
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit">Add them</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
