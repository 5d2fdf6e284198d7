import { Button, CloseButton, Group, Skeleton, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { type Question, questionStates } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { EditableCheckbox } from '../../../ui/EditableCheckbox.tsx';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { freeText } from '../../../ui/textForm.ts';
import type { Edits } from '../edits.ts';
import { memberOptions, nobody } from '../naming.ts';
import { limitForm, marksForm, optionalWeightForm } from './questionForms.ts';
import classes from './responses.module.css';

// The editor is a third of the code of the window, and only answers need it.
const AnswerEditor = lazy(async () => ({ default: (await import('./AnswerEditor.tsx')).AnswerEditor }));

const stateOptions = keysOf(questionStates).map((value) => ({ value, label: questionStates[value] }));

interface QuestionPanelProps {
  readonly question: Question;
  readonly input: BidInput;
  readonly edits: Edits;
  readonly onClose: () => void;
}

/** One question with its answer. */
export function QuestionPanel({ question, input, edits, onClose }: QuestionPanelProps) {
  const { number, ownerOrganisationId } = question;
  const name = number === '' ? 'a question' : `question ${number}`;
  const cell = <K extends keyof Question>(field: K, what: string) =>
    edits.cell('questions', question, field, `${what} ${name}`);
  const owner = cell('ownerOrganisationId', 'who answers');
  const status = cell('status', 'state of');
  const confidential = cell('confidential', 'confidentiality of');
  const owners = memberOptions(input, ownerOrganisationId === null ? [] : [ownerOrganisationId]);

  const remove = async (): Promise<void> => {
    if (await edits.removeRow('questions', question.id, `removed ${name}`)) onClose();
  };

  return (
    <section aria-label="The chosen question" className={classes['panel']}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h3">
          {number === '' ? 'Question' : `Question ${number}`}
        </Title>
        <CloseButton size="sm" aria-label="Close the question" onClick={onClose} />
      </Group>
      <div className={classes['facts']}>
        <EditableField label="Number" form={freeText} placeholder="1.1" {...cell('number', 'number of')} />
        <EditableField label="Section" form={freeText} {...cell('section', 'section of')} />
        <EditableField label="Weight" form={optionalWeightForm} {...cell('weight', 'weight of')} />
        <EditableField label="Marks" form={marksForm} {...cell('marks', 'marks of')} />
        <EditableField label="Limit" form={limitForm} {...cell('limit', 'limit of')} />
      </div>
      <EditableField
        label="The question, as the buyer asks it"
        form={freeText}
        multiline
        {...cell('text', 'text of')}
      />
      <div className={classes['work']}>
        <EditableSelect
          label="Who answers"
          options={[{ value: nobody, label: 'Nobody yet' }, ...owners]}
          value={owner.value ?? nobody}
          commit={(chosen) => owner.commit(chosen === nobody ? null : chosen)}
        />
        <EditableSelect label="State" options={stateOptions} value={status.value} commit={status.commit} />
        <EditableCheckbox
          label="Ask the buyer to keep it confidential"
          value={confidential.value}
          commit={confidential.commit}
        />
      </div>
      <Suspense fallback={<Skeleton height={260} />}>
        <AnswerEditor label={`Answer to ${name}`} limit={question.limit} {...cell('answer', 'answer to')} />
      </Suspense>
      <Button variant="subtle" color="gray" mt="xs" onClick={() => void remove()}>
        Remove this question
      </Button>
    </section>
  );
}
