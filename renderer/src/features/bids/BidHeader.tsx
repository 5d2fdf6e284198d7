import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { structures } from '../../../../shared/domain/bid/bid.ts';
import { structureLine } from '../../../../shared/domain/bidDocument/consortiumPart.ts';
import { deliverersOf, leadOf } from '../../../../shared/domain/bid/bidMembers.ts';
import type { BidInput } from '../../../../shared/domain/bid/bidInput.ts';
import { bidDue } from '../../../../shared/domain/bid/bidDates.ts';
import { deadlineLines } from '../../../../shared/domain/tender/tenderSummary.ts';
import { Mark } from '../../ui/Mark.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useNow } from '../../ui/useNow.ts';
import { bidAddress } from './bidAddress.ts';
import { BidDue } from './BidDue.tsx';
import classes from './bids.module.css';

/** What the bid answers, by when, and who bids, in the buyer's own words and in one line. */
export function BidHeader({ input }: { readonly input: BidInput }) {
  const { bid, tender } = input;
  const due = bidDue(deadlineLines(tender), bid.lotIds, useNow());
  return (
    <div className={classes['header']}>
      <div>
        <PageHeading title={tender.title}>
          <Anchor component={Link} to={`/tenders/${tender.id}`} inherit c="inherit">
            <bdi>{tender.title}</bdi>
          </Anchor>
        </PageHeading>
        <Text size="sm" c="dimmed">
          {[tender.reference, tender.buyer.name].filter((part) => part !== '').join(' · ')}
        </Text>
      </div>
      <div className={classes['due']}>
        <BidDue line={due} none="The tender has no date for tenders" />
      </div>
      <Text size="sm" className={classes['structureLine']}>
        <Structure input={input} />
      </Text>
    </div>
  );
}

/** Who bids, in one line as on the cover; or what is missing before it can be said. */
function Structure({ input }: { readonly input: BidInput }) {
  const { bid } = input;
  if (bid.structure === 'unknown' || leadOf(bid) === null) {
    const isChosen = bid.structure !== 'unknown';
    return (
      <Anchor component={Link} to={bidAddress(bid.id, 'team', isChosen ? 'members' : 'structure')} size="sm">
        <Mark tone="unknown">{isChosen ? 'It is not settled who leads' : 'The structure is not chosen yet'}</Mark>
      </Anchor>
    );
  }
  return deliverersOf(bid, null).length > 1 ? structureLine(input) : structures[bid.structure];
}
