import { Anchor, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import { shareSentences } from '../../../../../shared/domain/agreement/agreementProblems.ts';
import type { Bid } from '../../../../../shared/domain/bid/bid.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { Section } from '../../../ui/Section.tsx';
import { bidAddress } from '../bidAddress.ts';
import type { BidPartProps } from '../bidPart.ts';
import { optionalShareForm } from '../forms.ts';
import { LotOutcome } from './LotOutcome.tsx';
import { SharesTable } from './SharesTable.tsx';
import { usePages } from '../../../ui/usePages.tsx';
import { lotsAtATime } from './pageSizes.ts';
import classes from './team.module.css';

const baseOptions: readonly { readonly value: Bid['shareBase']; readonly label: string }[] = [
  { value: 'unknown', label: 'Not decided yet' },
  { value: 'price', label: 'Of the price' },
  { value: 'netPrice', label: 'Of the net price, after the management fee' },
];

/** Who has which share of which lot, of what, and what it comes to. */
export function SharesSection({ input, edits }: BidPartProps) {
  const { bid } = input;
  const problems = shareSentences(input);
  const fee = bid.agreement.feeBasisPoints ?? 0;
  const lots = usePages(bid.lotIds, lotsAtATime, 'lots');
  return (
    <Section title="Share of the contract" name="shares">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" verticalSpacing={6} mb="xs">
        <EditableSelect
          label="Shares are"
          options={baseOptions}
          {...edits.field('shareBase', 'what shares are shares of')}
        />
        <EditableField
          label="The lead’s management fee, of the price"
          form={optionalShareForm}
          {...edits.option('feeBasisPoints', 'management fee')}
        />
      </SimpleGrid>
      {fee > 0 && bid.shareBase === 'price' && (
        <Text size="sm" mb="xs" role="note">
          <Mark tone="fail">
            With a management fee the shares must be of what is left after it: choose the net price, or set the fee to
            0.
          </Mark>
        </Text>
      )}
      {lots.pager}
      {bid.lotIds.length > 0 && bid.members.length > 0 && (
        <SharesTable input={input} edits={edits} lotIds={lots.shown} />
      )}
      <div aria-live="polite" className={classes['shareProblems']}>
        {problems.length === 0 ? (
          <Mark tone="pass">The shares total exactly 100%</Mark>
        ) : (
          problems.map(({ sentence, mend }) => (
            <div key={sentence}>
              <Mark tone="fail">
                {mend.record === 'bid' && mend.field === 'lotIds' ? (
                  <Anchor component={Link} to={bidAddress(bid.id, 'team', 'lots')} size="sm">
                    {sentence}
                  </Anchor>
                ) : (
                  sentence
                )}
              </Mark>
            </div>
          ))
        )}
      </div>
      {lots.shown.map((lotId) => (
        <LotOutcome key={lotId} input={input} lotId={lotId} />
      ))}
    </Section>
  );
}
