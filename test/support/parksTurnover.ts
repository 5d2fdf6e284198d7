import type { Condition } from '../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../shared/domain/bid/bidInput.ts';
import { withTurnover } from './parksBid.ts';
import { idOf } from './ids.ts';

/** The bid for the parks with values and turnovers known, and its turnover condition for one lot and for all bid for. */
export function parksWithTurnover(): {
  readonly input: BidInput;
  readonly turnover: Condition;
  readonly bothLots: Condition;
} {
  const [bid] = withTurnover.bids ?? [];
  const [tender] = withTurnover.tenders ?? [];
  const turnover = bid?.conditions.find(({ id }) => id === idOf('turnover'));
  if (bid === undefined || tender === undefined || turnover === undefined) throw new Error('The parks are gone.');
  return {
    input: { bid, tender, organisations: withTurnover.organisations ?? [], capabilities: [], profiles: [] },
    turnover,
    bothLots: { ...turnover, id: idOf('both'), lotId: null },
  };
}
