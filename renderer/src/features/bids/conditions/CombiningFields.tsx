import { Anchor, Button, Text } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { combiningAnswers, type Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import {
  combiningQuestion,
  combiningRule,
  clarificationState,
  newClarification,
} from '../../../../../shared/domain/bid/clarifications.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { newId } from '../../../store/newId.ts';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { bidAddress } from '../bidAddress.ts';
import type { Edits } from '../edits.ts';

const options = keysOf(combiningAnswers).map((value) => ({ value, label: combiningAnswers[value] }));

interface CombiningFieldsProps {
  readonly condition: Condition;
  readonly input: BidInput;
  readonly edits: Edits;
}

/** Whether the buyer lets members meet it combined: what the documents say, and what it answered when it was asked. */
export function CombiningFields({ condition, input: { bid }, edits }: CombiningFieldsProps) {
  const navigate = useNavigate();
  const { answer, clarification } = combiningRule(condition, bid);
  const asked = bid.clarifications.findLast(({ conditionId }) => conditionId === condition.id);
  const ask = async (): Promise<void> => {
    const question = newClarification(newId(), bid, {
      conditionId: condition.id,
      text: combiningQuestion(condition),
      why: 'Without an answer it is not known whether the members meet this condition together.',
    });
    if (await edits.addRows('clarifications', [question], `${question.reference} drafted`)) {
      await navigate(bidAddress(bid.id, 'clarifications', question.id));
    }
  };
  return (
    <>
      <EditableSelect
        label="May members’ figures be added up, by the documents?"
        options={options}
        {...edits.cell('conditions', condition, 'combining', 'whether figures may be added up, part of a condition')}
      />
      {clarification?.answeredOn != null && (
        <Text size="xs">
          <Anchor component={Link} to={bidAddress(bid.id, 'clarifications', clarification.id)} size="xs">
            {clarification.reference}
          </Anchor>
          , answered {formatLocalDate(clarification.answeredOn)}: <b>{combiningAnswers[clarification.combining]}</b>.
          {answer === 'jointly' && ' The structure and the agreement follow from that.'}
        </Text>
      )}
      {answer === 'unknown' &&
        (asked === undefined ? (
          <Button variant="default" onClick={() => void ask()}>
            Draft a question to the buyer
          </Button>
        ) : (
          <Text size="xs">
            <Anchor component={Link} to={bidAddress(bid.id, 'clarifications', asked.id)} size="xs">
              {asked.reference}
            </Anchor>{' '}
            {askedWords[clarificationState(asked)]}
          </Text>
        ))}
    </>
  );
}

const askedWords = {
  draft: 'is drafted and not sent yet.',
  sent: 'is sent and not answered yet.',
  answered: 'is answered; it is not entered what the answer says of adding up.',
} as const;
