import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useBidsOf } from '../../store/queries/bids.ts';

/** Leads to the bids for a tender, or to the start of the first. */
export function BidButton({ tenderId }: { readonly tenderId: string }) {
  const bids = useBidsOf(tenderId);
  if (bids === undefined) return null;
  if (bids.length === 0) {
    return (
      <Button component={Link} to={`/bids?new=1&tender=${tenderId}`}>
        Start a bid
      </Button>
    );
  }
  return bids.map(({ id, name }) => (
    <Button key={id} component={Link} to={`/bids/${id}`} title={name} maw={260}>
      {bids.length === 1 ? 'Open the bid' : name || 'Bid without a name'}
    </Button>
  ));
}
