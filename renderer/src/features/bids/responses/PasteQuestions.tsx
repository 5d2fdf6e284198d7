import { Button, Group, Modal, Stack, Table, Text, Textarea } from '@mantine/core';
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { newId } from '../../../store/newId.ts';
import { counted } from '../../../ui/counted.ts';
import { keepDraft, readDraft, removeDraft } from '../../../ui/draftStorage.ts';
import type { Edits } from '../edits.ts';
import { newQuestion } from './newQuestion.ts';
import { limitForm } from './questionForms.ts';
import { readQuestionLines } from './readQuestionLines.ts';
import classes from './responses.module.css';

interface PasteQuestionsProps {
  readonly input: BidInput;
  readonly edits: Edits;
  readonly onClose: () => void;
}

/** Many questions at once from the buyer's own table, looked at before they are added as one step. */
export function PasteQuestions({ input, edits, onClose }: PasteQuestionsProps) {
  const key = `${input.bid.id}.questions.pasted`;
  const [text, setText] = useState(() => readDraft(key) ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const followed = useDeferredValue(text);
  const lines = useMemo(() => readQuestionLines(followed), [followed]);

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const questions = readQuestionLines(text).map((line) => newQuestion(newId(), line));
    if (questions.length === 0) return setProblem('Type or paste at least one question.');
    if (!(await edits.addRows('questions', questions, `added ${counted(questions.length, 'question')}`))) return;
    removeDraft(key);
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title="Paste questions" size="xl">
      <form onSubmit={(event) => void add(event)}>
        <Stack gap="xs">
          <Textarea
            data-autofocus
            label="Copy the table of questions from Word or Excel and paste it here, or type one question a line"
            description="Number, section, question, weight and limit are found by their heads, or by what they look like."
            size="xs"
            autosize
            minRows={5}
            maxRows={10}
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
          {lines.length > 0 && (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
            <section className={classes['pasted']} tabIndex={0} aria-label="What will be added">
              <Table fz="xs" verticalSpacing={4}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>No.</Table.Th>
                    <Table.Th>Section</Table.Th>
                    <Table.Th>Question</Table.Th>
                    <Table.Th>Weight</Table.Th>
                    <Table.Th>Limit</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {lines.map(({ number, section, text, weight, limit }, index) => (
                    // oxlint-disable-next-line react/no-array-index-key -- the lines have no other name
                    <Table.Tr key={index}>
                      <Table.Td>{number}</Table.Td>
                      <Table.Td>{section}</Table.Td>
                      <Table.Td dir="auto">{text}</Table.Td>
                      <Table.Td>{weight === null ? '' : `${weight}%`}</Table.Td>
                      <Table.Td>{limitForm.show(limit)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </section>
          )}
          <Group justify="space-between" mt="xs">
            <Text size="xs" c="dimmed" aria-live="polite">
              {counted(lines.length, 'question')}
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
