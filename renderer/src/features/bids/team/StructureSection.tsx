import { Radio, Text } from '@mantine/core';
import { type Bid, structures } from '../../../../../shared/domain/bid/bid.ts';
import { dayOf } from '../../../../../shared/domain/time/countdown.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { daysBetween } from '../../../../../shared/domain/time/localDate.ts';
import { bidDue } from '../../../../../shared/domain/bid/bidDates.ts';
import { deadlineLines } from '../../../../../shared/domain/tender/tenderSummary.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useChoice } from '../../../ui/useChoice.ts';
import { useNow } from '../../../ui/useNow.ts';
import { useToday } from '../../../ui/useToday.ts';
import type { BidPartProps } from '../bidPart.ts';
import { structureExclusion, structureWarnings, structureWords } from './structureWords.ts';
import classes from './team.module.css';

/** Who contracts with the buyer: what each choice means, and what in this bid speaks against it. */
export function StructureSection({ input, edits }: BidPartProps) {
  const { bid, tender } = input;
  const today = useToday();
  const { value: committed, commit } = edits.field('structure', 'structure');
  const choice = useChoice(committed, commit);
  const due = bidDue(deadlineLines(tender), bid.lotIds, useNow());
  const warnings = structureWarnings(input, due === null ? null : daysBetween(today, dayOf(due.due)));
  return (
    <Section title="Structure" name="structure">
      <Radio.Group<Bid['structure']>
        aria-label="Structure"
        value={choice.value}
        error={choice.problem}
        onChange={choice.choose}
      >
        <div className={classes['structures']}>
          {keysOf(structures).map((structure) => {
            const excluded = structureExclusion(structure, bid);
            return (
              <Radio
                key={structure}
                size="xs"
                value={structure}
                label={structures[structure]}
                description={excluded ?? structureWords[structure].shape}
                disabled={excluded !== null && choice.value !== structure}
              />
            );
          })}
          <Radio
            size="xs"
            value="unknown"
            label="Not decided yet"
            description="Neither document can be made until it is."
          />
        </div>
      </Radio.Group>
      {choice.value !== 'unknown' && (
        <div className={classes['structureMore']} aria-live="polite">
          <p>
            <b>Suits:</b> {structureWords[choice.value].suits}
          </p>
          <p>
            <b>Beware:</b> {structureWords[choice.value].beware}
          </p>
        </div>
      )}
      {warnings.map((warning) => (
        <Text key={warning} size="sm" mt={6} role="note">
          <Mark tone="fail">{warning}</Mark>
        </Text>
      ))}
    </Section>
  );
}
