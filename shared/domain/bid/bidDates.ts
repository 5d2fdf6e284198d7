import type { DeadlineKind } from '../tender/deadline.ts';
import type { DeadlineLine } from '../tender/tenderSummary.ts';
import type { BidSummary } from './bidSummary.ts';
import { concernsLots } from './lotsBidFor.ts';

/**
 * The dates of a tender that concern the team: those of the lots that its bids are for. While there is no bid, or each was
 * declined, all of them.
 */
export function datesForBids(
  deadlines: readonly DeadlineLine[],
  bids: readonly Pick<BidSummary, 'lotIds' | 'outcome'>[],
): readonly DeadlineLine[] {
  const goingOn = bids.filter(({ outcome }) => outcome !== 'decline');
  return goingOn.length === 0
    ? deadlines
    : deadlines.filter((line) => goingOn.some(({ lotIds }) => concernsLots(line, lotIds)));
}

/** The dates of one kind that concern a bid for these lots and were not withdrawn. */
export function datesOfKind(
  deadlines: readonly DeadlineLine[],
  lotIds: readonly string[],
  kind: DeadlineKind,
): readonly DeadlineLine[] {
  return deadlines.filter((line) => line.kind === kind && line.state !== 'withdrawn' && concernsLots(line, lotIds));
}

/**
 * The one date that counts for a bid at a moment, wherever it is shown: the soonest date by which a request to participate
 * or the tender must be in for its lots. `null` where none is known. Once a request was made, only the date for tenders is left.
 */
export function bidDue(deadlines: readonly DeadlineLine[], lotIds: readonly string[], now: Date): DeadlineLine | null {
  const requests = datesOfKind(deadlines, lotIds, 'participation').filter(({ state }) => state === 'open');
  return dateThatCounts([...requests, ...datesOfKind(deadlines, lotIds, 'submission')], now);
}

/** The date that counts until which the buyer takes questions from a bid for these lots; `null` where none is known. */
export function questionsClose(
  deadlines: readonly DeadlineLine[],
  lotIds: readonly string[],
  now: Date,
): DeadlineLine | null {
  return dateThatCounts(datesOfKind(deadlines, lotIds, 'questions'), now);
}

/** The soonest open date to come; where there is none, the last that passed open; where all were met, the last of them. */
function dateThatCounts(lines: readonly DeadlineLine[], now: Date): DeadlineLine | null {
  const at = now.toISOString();
  const sorted = lines.toSorted((a, b) => (a.endsAt < b.endsAt ? -1 : a.endsAt > b.endsAt ? 1 : 0));
  const open = sorted.filter(({ state }) => state === 'open');
  return open.find(({ endsAt }) => endsAt > at) ?? open.at(-1) ?? sorted.at(-1) ?? null;
}
