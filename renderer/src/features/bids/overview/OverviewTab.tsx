import { Anchor, Button, List, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Bid } from '../../../../../shared/domain/bid/bid.ts';
import { removeBids } from '../../../store/commands/bids.ts';
import { problemSentence } from '../../../store/problemSentence.ts';
import { useStore } from '../../../store/StoreContext.tsx';
import { RecordActivity } from '../../../parts/RecordActivity.tsx';
import { Removed } from '../../../parts/Removed.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { notifyDone, notifyProblem } from '../../../ui/notify.ts';
import { useToday } from '../../../ui/useToday.ts';
import { bidAddress, mendAddress } from '../bidAddress.ts';
import type { BidPartProps } from '../bidPart.ts';
import { DecisionsSection } from '../decisions/DecisionsSection.tsx';
import classes from './overview.module.css';
import { type PartState, readinessOf } from './readiness.ts';

const shown = 5;

/** What of the bid is ready and what is not; everything leads to where it is mended. */
export function OverviewTab({ input, edits }: BidPartProps) {
  const { bid } = input;
  const today = useToday();
  const parts = useMemo(() => readinessOf(input, today), [input, today]);
  return (
    <>
      <ul className={classes['parts']} aria-label="How the bid stands">
        {parts.map((state) => (
          <Part key={state.part} bid={bid} state={state} />
        ))}
      </ul>
      <div className={classes['below']}>
        <DecisionsSection input={input} edits={edits} />
      </div>
      <div className={classes['below']}>
        <RecordActivity id={bid.id} noun="bid" />
      </div>
      <RemoveBid bid={bid} />
    </>
  );
}

function Part({
  bid,
  state: { part, tab, tone, sentence, problems },
}: {
  readonly bid: Bid;
  readonly state: PartState;
}) {
  return (
    <li className={classes['part']}>
      <Anchor component={Link} to={bidAddress(bid.id, tab)} fw={600}>
        {part}
      </Anchor>
      <Mark tone={tone}>
        <span className={classes['sentence']}>{sentence}</span>
      </Mark>
      {problems.length > 0 && (
        <List listStyleType="none" size="xs" spacing={2}>
          {problems.slice(0, shown).map((problem) => (
            <List.Item key={`${JSON.stringify(problem.mend)} ${problem.sentence}`}>
              <Anchor component={Link} to={mendAddress(bid, problem.mend)} size="xs">
                {problem.sentence}
              </Anchor>
            </List.Item>
          ))}
          {problems.length > shown && (
            <List.Item>
              <Text size="xs" c="dimmed">
                and {problems.length - shown} more
              </Text>
            </List.Item>
          )}
        </List>
      )}
    </li>
  );
}

function RemoveBid({ bid: { id, name } }: { readonly bid: Bid }) {
  const store = useStore();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    const outcome = await removeBids(store, [id]);
    if (!outcome.ok) return notifyProblem('Nothing was removed', problemSentence(outcome.error));
    notifyDone(`Removed the bid ${name}`, <Removed />);
    await navigate('/bids');
  };
  return (
    <Button variant="default" onClick={() => void remove()}>
      Remove this bid
    </Button>
  );
}
