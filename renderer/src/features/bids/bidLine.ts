import { bidDue } from '../../../../shared/domain/bid/bidDates.ts';
import { type ConditionCounts, firstBlocker, type Blocker } from '../../../../shared/domain/bid/bidBlocker.ts';
import type { BidSummary } from '../../../../shared/domain/bid/bidSummary.ts';
import type { DeadlineLine, TenderSummary } from '../../../../shared/domain/tender/tenderSummary.ts';

/** One line of the list of bids. */
export interface BidLine {
  readonly bid: BidSummary;
  readonly tender: TenderSummary | null;
  readonly due: DeadlineLine | null;
  readonly blocker: Blocker | null;
}

const noneListed: ConditionCounts = { pass: 0, committed: 0, unknown: 0, fail: 0 };

/** What is due next comes first; then what is past or met, and what has no date. */
export function bidLines(
  bids: readonly BidSummary[],
  tenders: readonly TenderSummary[],
  conditions: ReadonlyMap<string, ConditionCounts>,
  now: Date,
): readonly BidLine[] {
  const byId = new Map(tenders.map((tender) => [tender.id, tender]));
  const lines = bids.map((bid): BidLine => {
    const tender = byId.get(bid.tenderId) ?? null;
    const due = tender === null ? null : bidDue(tender.deadlines, bid.lotIds, now);
    return { bid, tender, due, blocker: firstBlocker(bid, conditions.get(bid.id) ?? noneListed) };
  });
  const at = now.toISOString();
  const order = ({ due, bid }: BidLine): string => {
    if (due === null) return `2${bid.name}`;
    return due.state === 'open' && due.endsAt > at ? `0${due.endsAt}` : `1${due.endsAt}`;
  };
  return lines.toSorted((a, b) => order(a).localeCompare(order(b)));
}
