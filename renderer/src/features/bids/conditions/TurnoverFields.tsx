import { Text } from '@mantine/core';
import type { Condition, TurnoverAsked } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { lotsOfCondition, turnoverOfCondition } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { amountForm } from '../../../parts/forms.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import type { Edits } from '../edits.ts';
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

/** The turnover a condition asks for, and what it comes to for this bid. */
export function TurnoverFields({ condition, input, edits }: TurnoverFieldsProps) {
  const { turnover } = condition;
  const field = edits.cell('conditions', condition, 'turnover', 'turnover asked for, part of a condition');
  const asked = turnoverOfCondition(condition, lotsOfCondition(condition, input));
  const choose = (kind: (typeof options)[number]['value']): Promise<string | null> => {
    const chosen: Readonly<Record<typeof kind, TurnoverAsked | null>> = {
      [notEntered]: null,
      times: { kind: 'times', times: 2 },
      sum: { kind: 'sum', pence: asked ?? 0 },
    };
    return field.commit(chosen[kind]);
  };
  return (
    <section aria-label="Turnover, reckoned">
      <EditableSelect
        label="Turnover asked for"
        options={options}
        value={turnover?.kind ?? notEntered}
        commit={choose}
      />
      {turnover?.kind === 'times' && (
        <EditableField
          {...field}
          label="Times the annual value"
          form={timesForm}
          value={turnover.times}
          commit={(times) => field.commit({ kind: 'times', times })}
        />
      )}
      {turnover?.kind === 'sum' && (
        <EditableField
          {...field}
          label="The buyer’s figure"
          form={amountForm}
          value={turnover.pence}
          commit={(pence) => field.commit({ kind: 'sum', pence })}
        />
      )}
      {turnover !== null &&
        (asked === null ? (
          <Text size="xs" c="dimmed" mt={4}>
            It cannot be reckoned: the bid has no lot for it, or the value without VAT or the term of one is not known.
          </Text>
        ) : (
          <TurnoverReckoning condition={condition} asked={asked} input={input} />
        ))}
    </section>
  );
}
