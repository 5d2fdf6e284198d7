import type { BidSummary } from './bidSummary.ts';

/** The part of a bid where something is mended. */
type BidPart = 'team' | 'requirements' | 'conditions' | 'responses';

/** The first thing that stands in the way of a bid. */
export interface Blocker {
  readonly part: BidPart;
  readonly sentence: string;
  /** Known to be wrong, as against not yet known or not yet done. */
  readonly failed: boolean;
}

/**
 * The one thing to settle next, in the order in which a bid is built: what is known to fail comes before what is open. `null`
 * where nothing is known to be in the way, which is no promise that the bid is good, or where the bid was declined.
 */
export function firstBlocker(bid: BidSummary): Blocker | null {
  if (bid.outcome === 'decline') return null;
  const failedConditions = bid.conditions.fail;
  if (failedConditions > 0) {
    const sentence =
      failedConditions === 1
        ? 'A condition of participation is not met.'
        : `${failedConditions} conditions of participation are not met.`;
    return { part: 'conditions', sentence, failed: true };
  }
  return teamBlocker(bid) ?? workBlocker(bid);
}

function teamBlocker({ leadId, memberIds, structure, lotIds, sharesStand }: BidSummary): Blocker | null {
  if (leadId === null) return inTeam('It is not settled who leads.');
  if (memberIds.length < 2) return inTeam('There is nobody in the bid but the lead.');
  if (lotIds.length === 0) return inTeam('No lot is chosen.');
  if (structure === 'unknown') return inTeam('The structure is not chosen.');
  return sharesStand ? null : inTeam('The shares do not total 100%.');
}

function inTeam(sentence: string): Blocker {
  return { part: 'team', sentence, failed: false };
}

function workBlocker({ requirements, conditions, questions }: BidSummary): Blocker | null {
  if (conditions.unknown > 0) {
    const sentence =
      conditions.unknown === 1
        ? 'It is not known whether one condition is met.'
        : `It is not known whether ${conditions.unknown} conditions are met.`;
    return { part: 'conditions', sentence, failed: false };
  }
  if (requirements === 0) return { part: 'requirements', sentence: 'No requirement is listed.', failed: false };
  const { notStarted, drafting, inReview, final } = questions;
  const open = notStarted + drafting + inReview;
  if (open + final === 0) return { part: 'responses', sentence: 'No question of the buyer is listed.', failed: false };
  const sentence = open === 1 ? 'One answer is not final.' : `${open} answers are not final.`;
  return open === 0 ? null : { part: 'responses', sentence, failed: false };
}
