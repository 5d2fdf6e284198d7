import type { Bid, LotOutcome } from './bid.ts';

/** What was decided of the bid as a whole: it goes on where one of its lots does. `open` where nothing was decided. */
export type BidOutcome = LotOutcome | 'open';

/**
 * How the decision whether to bid stands, by the last gate at which anything was decided of the lots bid for. A lot that no
 * decision names is open, and so is the bid while no lot goes on and one is open.
 */
export function bidOutcome({ decisions, lotIds }: Pick<Bid, 'decisions' | 'lotIds'>): BidOutcome {
  // Where all that was declined has been taken out, what was decided of it still stands.
  const decided = decisions.flatMap(({ lots }) => lots.map(({ lotId }) => lotId));
  const outcomes = (lotIds.length > 0 ? lotIds : decided).map((lotId) => lotOutcome(lotId, { decisions }));
  if (outcomes.includes('bid')) return 'bid';
  if (outcomes.length === 0 || outcomes.includes('open')) return 'open';
  return outcomes.includes('defer') ? 'defer' : 'decline';
}

/** What the last decision that names a lot says of it. */
function lotOutcome(lotId: string, { decisions }: Pick<Bid, 'decisions'>): BidOutcome {
  const named = decisions.flatMap(({ lots }) => lots.filter((lot) => lot.lotId === lotId));
  return named.at(-1)?.outcome ?? 'open';
}

/** The lots that are still bid for although they were declined. */
export function declinedLots(bid: Pick<Bid, 'decisions' | 'lotIds'>): readonly string[] {
  return bid.lotIds.filter((lotId) => lotOutcome(lotId, bid) === 'decline');
}
