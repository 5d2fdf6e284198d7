import type { Bid } from '../bid/bid.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { Tender } from '../tender/tender.ts';
import type { Relation } from './retention.ts';

/** What is asked of a bid and of its tender. */
export type BidFacts = Pick<Bid, 'id' | 'tenderId' | 'lotIds'>;
export type TenderFacts = Pick<Tender, 'id' | 'state'> & {
  readonly lots: readonly Pick<Tender['lots'][number], 'id' | 'contractEnd' | 'maximumEnd'>[];
};

/** Nothing comes of a bid any more. */
const isOver: ReadonlySet<Tender['state']> = new Set(['lost', 'noBid', 'closed']);

/**
 * Whether a bid still needs the data of the people in it: while it is watched, written or awaited, and where it was won until
 * the contract has ended with every extension. Where that end is not known it still runs: unknown is not over.
 */
export function bidRelation(
  { id, tenderId, lotIds }: BidFacts,
  tender: TenderFacts | undefined,
  lastChange: ReadonlyMap<string, LocalDate>,
  today: LocalDate,
): Relation {
  const changed = latest([lastChange.get(id), lastChange.get(tenderId)]);
  if (tender === undefined || isOver.has(tender.state)) {
    return changed === null ? { kind: 'running' } : { kind: 'ended', on: changed };
  }
  if (tender.state !== 'won') return { kind: 'running' };
  const ends = tender.lots
    .filter((lot) => lotIds.includes(lot.id))
    .map(({ maximumEnd, contractEnd }) => maximumEnd ?? contractEnd);
  const end = ends.includes(null) ? null : latest(ends);
  return end === null || end >= today ? { kind: 'running' } : { kind: 'ended', on: end };
}

/** What an organisation's people are kept for: any bid that runs, else the last that happened. `lastUse` where nothing did. */
export function relationOver(bids: readonly Relation[], lastUse: LocalDate): Relation {
  const ends: LocalDate[] = [lastUse];
  for (const bid of bids) {
    if (bid.kind === 'running') return bid;
    ends.push(bid.on);
  }
  return { kind: 'ended', on: latest(ends) ?? lastUse };
}

function latest(dates: readonly (LocalDate | null | undefined)[]): LocalDate | null {
  return dates.reduce<LocalDate | null>(
    (last, date) => (date != null && (last === null || date > last) ? date : last),
    null,
  );
}
