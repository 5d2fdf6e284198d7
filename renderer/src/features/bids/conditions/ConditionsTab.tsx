import { Button } from '@mantine/core';
import { useState } from 'react';
import { newId } from '../../../store/newId.ts';
import { counted } from '../../../ui/counted.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { BidPartProps } from '../bidPart.ts';
import { focusRow } from '../RowTable.tsx';
import rows from '../rows.module.css';
import { RowsWithPanel } from '../RowsWithPanel.tsx';
import { useChosenRow } from '../useChosenRow.ts';
import { useConditionLines } from './conditionLines.ts';
import { ConditionPanel } from './ConditionPanel.tsx';
import { ConditionsTable } from './ConditionsTable.tsx';
import { conditionsFromNotice, newCondition } from './noticeConditions.ts';
import { Reliance } from './Reliance.tsx';

/** What the buyer asks of bidders before it reads a bid, and who meets it. */
export function ConditionsTab({ input, edits }: BidPartProps) {
  const { bid } = input;
  const lines = useConditionLines(input);
  const [chosenId, choose] = useChosenRow();
  const [addedId, setAddedId] = useState<string | null>(null);
  const chosen = lines.find(({ condition }) => condition.id === chosenId);
  const inNotice = conditionsFromNotice(input, newId);

  const close = (): void => {
    if (chosenId !== null) focusRow(chosenId);
    choose(null);
  };
  const add = async (): Promise<void> => {
    const condition = newCondition(newId());
    if (await edits.addRows('conditions', [condition], 'added condition')) {
      setAddedId(condition.id);
      choose(condition.id);
    }
  };
  const takeOver = () =>
    edits.addRows('conditions', inNotice, `${counted(inNotice.length, 'condition')} from the notice`);
  const adders = (
    <>
      {inNotice.length > 0 && (
        <Button onClick={() => void takeOver()}>
          Take over {counted(inNotice.length, 'condition')} from the notice
        </Button>
      )}
      <Button variant={inNotice.length > 0 ? 'default' : 'filled'} onClick={() => void add()}>
        Add condition
      </Button>
    </>
  );

  if (bid.conditions.length === 0) {
    return (
      <EmptyState sentence="Here belong the conditions of participation: what the buyer asks of a bidder’s standing and ability, such as turnover, insurance or experience. A consortium may meet them together, and each needs to say by whom.">
        {adders}
      </EmptyState>
    );
  }
  return (
    <>
      <Reliance lines={lines} input={input} />
      <div className={rows['bar']}>{adders}</div>
      <RowsWithPanel
        table={<ConditionsTable lines={lines} input={input} chosenId={chosenId} onChoose={choose} />}
        panel={
          chosen === undefined ? null : (
            <ConditionPanel
              key={chosen.condition.id}
              line={chosen}
              input={input}
              edits={edits}
              isNew={chosenId === addedId}
              onClose={close}
            />
          )
        }
        hint="Choose a condition to change it."
      />
    </>
  );
}
