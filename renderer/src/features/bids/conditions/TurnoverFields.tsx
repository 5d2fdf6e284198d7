import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Condition, TurnoverAsked } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import {
  lotsOfCondition,
  turnoverAskedBy,
  turnoverOfCondition,
} from '../../../../../shared/domain/bid/judgeCondition.ts';
import { formatPounds } from '../../../../../shared/domain/basics/money.ts';
import { optionalAmountForm } from '../../../parts/forms.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import type { Edits } from '../edits.ts';
import type { MayReplace } from '../../../ui/draft.ts';
import { timesForm } from '../forms.ts';
import { TurnoverReckoning } from './TurnoverReckoning.tsx';

const notEntered = 'none';

const options = [
  { value: notEntered, label: 'None, or not entered yet' },
  { value: 'times', label: 'So many times the annual value' },
  { value: 'sum', label: 'A figure of the buyer’s own' },
] as const;

interface TurnoverFieldsProps {
  readonly condition: Condition;
  readonly input: BidInput;
  readonly edits: Edits;
}

type Kind = (typeof options)[number]['value'];

/** The turnover a condition asks for, and what it comes to for this bid. A figure counts once it is entered. */
export function TurnoverFields({ condition, input, edits }: TurnoverFieldsProps) {
  const { turnover } = condition;
  const field = edits.cell('conditions', condition, 'turnover', 'turnover asked for, part of a condition');
  const applied = turnoverAskedBy(condition);
  const asked = turnoverOfCondition(condition, lotsOfCondition(condition, input));
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = chosen ?? turnover?.kind ?? notEntered;
  const choose = (next: Kind): Promise<string | null> => {
    setChosen(next === notEntered ? null : next);
    return next === notEntered ? field.commit(null) : Promise.resolve(null);
  };
  const enter = async (
    next: TurnoverAsked | null,
    mayReplace: MayReplace<TurnoverAsked | null>,
  ): Promise<string | null> => {
    const problem = await field.commit(next, mayReplace);
    if (problem === null) setChosen(null);
    return problem;
  };
  return (
    <section aria-label="Turnover, reckoned">
      <EditableSelect label="Turnover asked for" options={options} value={kind} commit={choose} />
      {kind === 'times' && (
        <EditableField
          draftKey={`${field.draftKey}.times`}
          label="Times the annual value"
          form={timesForm}
          value={timesOf(turnover)}
          commit={(times, mayReplace) =>
            enter(times === null ? null : { kind, times }, (stored) => mayReplace?.(timesOf(stored)) !== false)
          }
        />
      )}
      {kind === 'sum' && (
        <EditableField
          draftKey={`${field.draftKey}.sum`}
          label="The buyer’s figure"
          form={optionalAmountForm}
          value={penceOf(turnover)}
          commit={(pence, mayReplace) =>
            enter(pence === null ? null : { kind, pence }, (stored) => mayReplace?.(penceOf(stored)) !== false)
          }
        />
      )}
      {turnover === null && applied !== null && (
        <Text size="xs" mt={4}>
          Not entered. Read from the words:{' '}
          {applied.kind === 'sum' ? formatPounds(applied.pence) : `${applied.times} times the annual value`}.
        </Text>
      )}
      {applied !== null &&
        (asked === null ? (
          <Text size="xs" c="dimmed" mt={4}>
            It cannot be calculated: the bid has no lot for it, or the value without VAT or the term of one is not
            known.
          </Text>
        ) : (
          <TurnoverReckoning condition={condition} asked={asked} input={input} />
        ))}
    </section>
  );
}

function timesOf(asked: TurnoverAsked | null): number | null {
  return asked?.kind === 'times' ? asked.times : null;
}

function penceOf(asked: TurnoverAsked | null): number | null {
  return asked?.kind === 'sum' ? asked.pence : null;
}
