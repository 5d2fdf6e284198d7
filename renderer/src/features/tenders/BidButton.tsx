import { Button } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { createBid } from '../../store/commands/bids.ts';
import { newId } from '../../store/newId.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useBidsOf } from '../../store/queries/bids.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyProblem } from '../../ui/notify.ts';

/** Leads to the bids for a tender, or starts the first: for every lot until the team says otherwise. */
export function BidButton({ tender }: { readonly tender: Tender }) {
  const store = useStore();
  const navigate = useNavigate();
  const bids = useBidsOf(tender.id);
  if (bids === undefined) return null;

  const start = async (): Promise<void> => {
    const id = newId();
    const name = `Bid for ${tender.title || 'an untitled tender'}`;
    const outcome = await createBid(store, id, tender.id, {
      name,
      leadId: null,
      lotIds: tender.lots.map(({ id }) => id),
    });
    if (!outcome.ok) return notifyProblem('No bid was started', problemSentence(outcome.error));
    await navigate(`/bids/${id}`);
  };

  if (bids.length === 0) return <Button onClick={() => void start()}>Start a bid</Button>;
  return bids.map(({ id, name }) => (
    <Button key={id} component={Link} to={`/bids/${id}`} title={name} maw={260}>
      {bids.length === 1 ? 'Open the bid' : name}
    </Button>
  ));
}
