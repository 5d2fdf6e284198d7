import { Button } from '@mantine/core';
import { useState } from 'react';
import { questionsClose } from '../../../../../shared/domain/bid/bidDates.ts';
import { newClarification } from '../../../../../shared/domain/bid/clarifications.ts';
import { deadlineLines } from '../../../../../shared/domain/tender/tenderSummary.ts';
import { newId } from '../../../store/newId.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useNow } from '../../../ui/useNow.ts';
import type { BidPartProps } from '../bidPart.ts';
import { focusRow } from '../RowTable.tsx';
import rows from '../rows.module.css';
import { RowsWithPanel } from '../RowsWithPanel.tsx';
import { useChosenRow } from '../useChosenRow.ts';
import { ClarificationPanel } from './ClarificationPanel.tsx';
import { ClarificationTable } from './ClarificationTable.tsx';
import { QuestionsClose } from './QuestionsClose.tsx';

/** What we ask the buyer, what it answered, and what that changes. */
export function ClarificationsTab({ input, edits }: BidPartProps) {
  const { bid, tender } = input;
  const deadline = questionsClose(deadlineLines(tender), bid.lotIds, useNow());
  const [chosenId, choose] = useChosenRow();
  const [addedId, setAddedId] = useState<string | null>(null);
  const chosen = bid.clarifications.find(({ id }) => id === chosenId);

  const close = (): void => {
    if (chosenId !== null) focusRow(chosenId);
    choose(null);
  };
  const add = async (): Promise<void> => {
    const question = newClarification(newId(), bid);
    if (await edits.addRows('clarifications', [question], `${question.reference} drafted`)) {
      setAddedId(question.id);
      choose(question.id);
    }
  };
  const adder = <Button onClick={() => void add()}>Add question to the buyer</Button>;

  if (bid.clarifications.length === 0) {
    return (
      <>
        <QuestionsClose tenderId={tender.id} deadline={deadline} />
        <EmptyState sentence="Here belong the questions you put to the buyer before its question deadline, and its answers. A condition that nobody knows to be met often starts one: open it under Conditions and draft the question there. Buyers show questions and answers to every bidder, so a question should not give your solution away.">
          {adder}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <QuestionsClose tenderId={tender.id} deadline={deadline} />
      <div className={rows['bar']}>{adder}</div>
      <RowsWithPanel
        table={<ClarificationTable input={input} deadline={deadline} chosenId={chosenId} onChoose={choose} />}
        panel={
          chosen === undefined ? null : (
            <ClarificationPanel
              key={chosen.id}
              clarification={chosen}
              input={input}
              deadline={deadline}
              edits={edits}
              isNew={chosenId === addedId}
              onClose={close}
            />
          )
        }
        hint="Choose a question to change it, or to enter the answer."
      />
    </>
  );
}
