import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { newId } from '../../../store/newId.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { BidPartProps } from '../bidPart.ts';
import rows from '../rows.module.css';
import { useChosenRow } from '../useChosenRow.ts';
import { HowFar } from './HowFar.tsx';
import { newQuestion } from './newQuestion.ts';
import { PasteQuestions } from './PasteQuestions.tsx';
import { QuestionPanel } from './QuestionPanel.tsx';
import { QuestionTable } from './QuestionTable.tsx';
import classes from './responses.module.css';

/** The buyer's questions, and the answers as they are written. */
export function ResponsesTab({ input, edits }: BidPartProps) {
  const { questions } = input.bid;
  const [chosenId, choose] = useChosenRow();
  const [isPasting, setIsPasting] = useState(false);
  const chosen = questions.find(({ id }) => id === chosenId);

  const add = async (): Promise<void> => {
    const question = newQuestion(newId());
    if (await edits.addRows('questions', [question], 'added question')) choose(question.id);
  };
  const adders = (
    <>
      <Button variant={questions.length === 0 ? 'filled' : 'default'} onClick={() => setIsPasting(true)}>
        Paste questions
      </Button>
      <Button variant="default" onClick={() => void add()}>
        Add question
      </Button>
      {isPasting && <PasteQuestions input={input} edits={edits} onClose={() => setIsPasting(false)} />}
    </>
  );

  if (questions.length === 0) {
    return (
      <EmptyState sentence="Here belong the buyer’s questions with their weights and limits, and your answers to them. Paste the table of questions from the buyer’s documents, and the joint bid document will follow the buyer’s own numbering.">
        {adders}
      </EmptyState>
    );
  }
  return (
    <>
      <HowFar questions={questions} />
      <div className={rows['bar']}>{adders}</div>
      <div className={chosen === undefined ? undefined : classes['split']}>
        <QuestionTable questions={questions} chosenId={chosenId} onChoose={choose} />
        {chosen !== undefined && (
          <QuestionPanel key={chosen.id} question={chosen} input={input} edits={edits} onClose={() => choose(null)} />
        )}
      </div>
      {chosen === undefined && (
        <Text size="xs" c="dimmed" mt={6}>
          Choose a question to answer it.
        </Text>
      )}
    </>
  );
}
