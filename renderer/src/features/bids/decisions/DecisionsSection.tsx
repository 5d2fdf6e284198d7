import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { type GateDecision, gates, lotOutcomes } from '../../../../../shared/domain/bid/bid.ts';
import { declinedLots } from '../../../../../shared/domain/bid/gates.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { BidPartProps } from '../bidPart.ts';
import { lotLabel } from '../naming.ts';
import classes from './decisions.module.css';
import { RecordDecision } from './RecordDecision.tsx';

const tones: Readonly<Record<keyof typeof lotOutcomes, Tone>> = { bid: 'pass', decline: 'fail', defer: 'unknown' };

/** What was decided at each gate, the latest first, and what still goes against it. */
export function DecisionsSection({ input, edits }: BidPartProps) {
  const { bid } = input;
  const [isRecording, setIsRecording] = useState(false);
  return (
    <Section title="Decisions" name="decisions" count={bid.decisions.length}>
      {bid.decisions.length === 0 && (
        <Text size="sm" c="dimmed">
          Whether to bid, and for which lots, is decided by those who answer for it. What they decide is kept here with
          its reasons, which are worth most when a bid is not made.
        </Text>
      )}
      <ul className={classes['decisions']} aria-label="Decisions, the latest first">
        {bid.decisions.toReversed().map((decision) => (
          <li key={decision.id}>
            <Decided decision={decision} input={input} />
          </li>
        ))}
      </ul>
      {declinedLots(bid).map((lotId) => (
        <div key={lotId} className={classes['against']}>
          <Mark tone="fail">{lotLabel(input, lotId)} was declined and is still bid for.</Mark>
          <Button
            variant="default"
            onClick={() =>
              void edits.act('a declined lot taken out', (now) => ({
                ...now,
                lotIds: now.lotIds.filter((each) => each !== lotId),
              }))
            }
          >
            Take it out of the bid
          </Button>
        </div>
      ))}
      <Button mt={8} variant="default" onClick={() => setIsRecording(true)}>
        Record a decision
      </Button>
      {isRecording && <RecordDecision input={input} onClose={() => setIsRecording(false)} />}
    </Section>
  );
}

interface DecidedProps {
  readonly decision: GateDecision;
  readonly input: BidPartProps['input'];
}

function Decided({ decision: { gate, decidedOn, decidedBy, lots, provisos }, input }: DecidedProps) {
  return (
    <>
      <Text size="sm">
        <b>{gates[gate]}</b>, {formatLocalDate(decidedOn)}
        {decidedBy !== '' && `, by ${decidedBy}`}
      </Text>
      {lots.map(({ lotId, outcome, reason }) => (
        <div key={lotId} className={classes['lot']}>
          <Mark tone={tones[outcome]}>{lotOutcomes[outcome]}</Mark>
          <span>
            {lotLabel(input, lotId)}
            {reason !== '' && `: ${reason}`}
          </span>
        </div>
      ))}
      {provisos !== '' && (
        <Text size="xs" c="dimmed">
          Provided that: {provisos}
        </Text>
      )}
    </>
  );
}
