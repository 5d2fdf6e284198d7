import { Anchor, Button, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useBids, useConditionCounts } from '../../store/queries/bids.ts';
import { useTenders } from '../../store/queries/tenders.ts';
import { counted } from '../../ui/counted.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useToday } from '../../ui/useToday.ts';
import { useNow } from '../../ui/useNow.ts';
import { bidAddress } from './bidAddress.ts';
import { BidDue } from './BidDue.tsx';
import { type BidLine, bidLines } from './bidLine.ts';
import classes from './bids.module.css';
import { NewBid } from './NewBid.tsx';

/** All bids, what is due first, each with the one thing that blocks it. */
export function BidsPage() {
  const bids = useBids();
  const tenders = useTenders();
  const now = useNow();
  const [address, setAddress] = useSearchParams();
  const conditions = useConditionCounts(useToday());
  const lines = useMemo(
    () => (conditions === undefined ? [] : bidLines(bids.summaries, tenders.summaries, conditions, now)),
    [bids, tenders, conditions, now],
  );
  const isReady = bids.complete && tenders.complete && conditions !== undefined;

  const closeNew = (): void => {
    setAddress(
      (was) => {
        was.delete('new');
        was.delete('tender');
        return was;
      },
      { replace: true },
    );
  };

  return (
    <>
      <div className={classes['head']}>
        <PageHeading title="Bids" />
        {isReady && lines.length > 0 && (
          <>
            <Text component="output" size="sm" c="dimmed" aria-live="polite">
              {counted(lines.length, 'bid')}
            </Text>
            <Button component={Link} to="?new=1">
              New bid
            </Button>
          </>
        )}
      </div>
      {!isReady && <Text className="waiting">Reading the bids…</Text>}
      {isReady && (lines.length === 0 ? <Empty hasTenders={tenders.summaries.length > 0} /> : <List lines={lines} />)}
      {address.has('new') && (
        <NewBid
          tenders={tenders.summaries}
          isReady={tenders.complete}
          askedFor={address.get('tender')}
          onClose={closeNew}
        />
      )}
    </>
  );
}

function Empty({ hasTenders }: { readonly hasTenders: boolean }) {
  return (
    <EmptyState
      sentence={
        hasTenders
          ? 'Here belong your joint bids: who is in the team, who does what for which share, what the buyer requires and who meets it.'
          : 'Here belong your joint bids. A bid answers a tender, so the first step is a tender: from a published notice, or typed in.'
      }
    >
      {hasTenders && (
        <Button component={Link} to="?new=1">
          New bid
        </Button>
      )}
      <Button component={Link} to="/tenders" variant={hasTenders ? 'default' : 'filled'}>
        Go to the tenders
      </Button>
      <Button component={Link} to="/open-sample" variant="default">
        Open the sample workspace
      </Button>
    </EmptyState>
  );
}

function List({ lines }: { readonly lines: readonly BidLine[] }) {
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table className={classes['list']} highlightOnHover verticalSpacing={6} aria-label="Bids">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Bid</Table.Th>
            <Table.Th>Tender</Table.Th>
            <Table.Th>Buyer</Table.Th>
            <Table.Th>Due</Table.Th>
            <Table.Th>What blocks it</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Line key={line.bid.id} {...line} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Line({ bid, tender, due, blocker }: BidLine) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Anchor component={Link} to={bidAddress(bid.id, 'overview')} fw={600}>
          <bdi>{bid.name || 'Bid without a name'}</bdi>
        </Anchor>
      </Table.Th>
      <Table.Td>
        <bdi>{tender?.title ?? 'The tender was removed'}</bdi>
        {tender !== null && tender.reference !== '' && (
          <Text size="xs" c="dimmed">
            {tender.reference}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <bdi>{tender?.buyer}</bdi>
      </Table.Td>
      <Table.Td>
        <BidDue line={due} none="No date is known" />
      </Table.Td>
      <Table.Td>
        {bid.outcome === 'decline' ? (
          <Anchor component={Link} to={bidAddress(bid.id, 'overview', 'decisions')} size="sm">
            Declined
          </Anchor>
        ) : blocker === null ? (
          <Anchor component={Link} to={bidAddress(bid.id, 'overview')} size="sm">
            Nothing in the team, the conditions or the state of the answers
          </Anchor>
        ) : (
          <Anchor component={Link} to={bidAddress(bid.id, blocker.part)} size="sm">
            <Mark tone={blocker.failed ? 'fail' : 'unknown'}>
              <span className={classes['sentence']}>{blocker.sentence}</span>
            </Mark>
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
