import { Anchor, Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type Clarification, combiningAnswers } from '../../../../../shared/domain/bid/bid.ts';
import type { DeadlineLine } from '../../../../../shared/domain/tender/tenderSummary.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { asksForSum } from '../../../../../shared/domain/bid/conditionAsks.ts';
import { shortText } from '../../../../../shared/domain/basics/shortText.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { optionalDayForm } from '../../../parts/forms.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { freeText, type TextForm } from '../../../ui/textForm.ts';
import { useToday } from '../../../ui/useToday.ts';
import { bidAddress } from '../bidAddress.ts';
import type { Edits } from '../edits.ts';
import { memberOptions, nobody } from '../naming.ts';
import { RowPanel } from '../RowPanel.tsx';
import rows from '../rows.module.css';
import { stateWords } from './clarificationWords.ts';

/** Other pages and the bid document speak of a question by its reference. */
const referenceForm: TextForm<string> = {
  ...freeText,
  read: (typed) =>
    typed.trim() === ''
      ? { ok: false, problem: 'A question needs a reference, such as CQ-01.' }
      : { ok: true, value: typed.trim(), remark: null },
  stored: 'whenLeft',
  placeholder: 'CQ-01',
};

const combiningOptions = keysOf(combiningAnswers).map((value) => ({
  value,
  label: value === 'unknown' ? 'It says nothing of that' : combiningAnswers[value],
}));

interface ClarificationPanelProps {
  readonly clarification: Clarification;
  readonly input: BidInput;
  /** Until when the buyer takes questions. */
  readonly deadline: DeadlineLine | null;
  readonly edits: Edits;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** One question to the buyer with its answer. */
export function ClarificationPanel({ clarification, input, deadline, edits, isNew, onClose }: ClarificationPanelProps) {
  const { bid } = input;
  const { reference, conditionId } = clarification;
  const cell = <K extends keyof Clarification>(name: K, what: string) =>
    edits.cell('clarifications', clarification, name, `${what} of ${reference || 'a question to the buyer'}`);
  const { tone, word } = stateWords(clarification, deadline, useToday());
  const raisedBy = cell('raisedById', 'who raised it, part');
  const about = cell('conditionId', 'condition');
  const condition = bid.conditions.find(({ id }) => id === conditionId);
  const conditions = bid.conditions.map(({ id, text }, at) => ({
    value: id,
    label: `${at + 1}. ${shortText(text, 60) || 'Condition without a text'}`,
  }));
  const options = [
    { value: nobody, label: 'None' },
    ...conditions,
    ...(conditionId === null || condition !== undefined
      ? []
      : [{ value: conditionId, label: 'A condition that was removed' }]),
  ];

  const remove = async (): Promise<void> => {
    if (await edits.removeRow('clarifications', clarification.id, `removed ${reference || 'a question to the buyer'}`))
      onClose();
  };

  return (
    <RowPanel
      title={reference || 'Question to the buyer'}
      state={<Mark tone={tone}>{word}</Mark>}
      takesFocus={isNew}
      onClose={onClose}
    >
      <EditableField label="Question, as it is sent" form={freeText} multiline {...cell('text', 'text')} />
      <Text size="xs" c="dimmed">
        The buyer shows it to every bidder: name no member and give no solution away.
      </Text>
      <EditableField label="Why we ask, for ourselves" form={freeText} multiline {...cell('why', 'reason')} />
      <div className={rows['two']}>
        <EditableField label="Our reference" form={referenceForm} {...cell('reference', 'reference')} />
        <EditableSelect
          label="Raised by"
          options={[
            { value: nobody, label: 'Not said' },
            ...memberOptions(input, raisedBy.value === null ? [] : [raisedBy.value]),
          ]}
          value={raisedBy.value ?? nobody}
          commit={(id) => raisedBy.commit(id === nobody ? null : id)}
        />
      </div>
      <EditableSelect
        label="Condition it is about"
        options={options}
        value={about.value ?? nobody}
        commit={(id) => about.commit(id === nobody ? null : id)}
      />
      {condition !== undefined && (
        <Anchor component={Link} to={bidAddress(bid.id, 'conditions', condition.id)} size="xs">
          Go to the condition
        </Anchor>
      )}
      <div className={rows['two']}>
        <EditableField label="Sent on" form={optionalDayForm} {...cell('sentOn', 'day of sending')} />
        <EditableField label="Answered on" form={optionalDayForm} {...cell('answeredOn', 'day of the answer')} />
      </div>
      <EditableField label="Answer, in the buyer’s words" form={freeText} multiline {...cell('answer', 'answer')} />
      {condition !== undefined && asksForSum(condition) && (
        <EditableSelect
          label="May members’ figures be added up, by the answer?"
          options={combiningOptions}
          {...cell('combining', 'what the answer says of adding up, part')}
        />
      )}
      {clarification.combining !== 'unknown' && clarification.answeredOn === null && (
        <Text size="xs">It counts once the day of the answer is entered.</Text>
      )}
      <EditableField label="What it changes for the bid" form={freeText} multiline {...cell('effect', 'effect')} />
      <Button variant="default" onClick={() => void remove()}>
        Remove this question
      </Button>
    </RowPanel>
  );
}
