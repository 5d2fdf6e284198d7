import { type ConditionCounts, firstBlocker, type Blocker } from '../../../../shared/domain/bid/bidBlocker.ts';
import type { BidSummary } from '../../../../shared/domain/bid/bidSummary.ts';
import type { DeadlineLine, TenderSummary } from '../../../../shared/domain/tender/tenderSummary.ts';
import { submissionOf } from './submission.ts';

/** One line of the list of bids. */
export interface BidLine {
  readonly bid: BidSummary;
  readonly tender: TenderSummary | null;
  readonly submission: DeadlineLine | null;
  readonly blocker: Blocker | null;
}

const noneListed: ConditionCounts = { pass: 0, committed: 0, unknown: 0, fail: 0 };

/** What is due next comes first; then what is past, and what has no date. */
export function bidLines(
  bids: readonly BidSummary[],
  tenders: readonly TenderSummary[],
  conditions: ReadonlyMap<string, ConditionCounts>,
  now: Date,
): readonly BidLine[] {
  const byId = new Map(tenders.map((tender) => [tender.id, tender]));
  const lines = bids.map((bid): BidLine => {
    const tender = byId.get(bid.tenderId) ?? null;
    const submission = tender === null ? null : submissionOf(tender.deadlines, bid.lotIds);
    return { bid, tender, submission, blocker: firstBlocker(bid, conditions.get(bid.id) ?? noneListed) };
  });
  const at = now.toISOString();
  const order = ({ submission, bid }: BidLine): string => {
    if (submission === null) return `2${bid.name}`;
    return submission.endsAt > at ? `0${submission.endsAt}` : `1${submission.endsAt}`;
  };
  return lines.toSorted((a, b) => order(a).localeCompare(order(b)));
}
