import type { BidSummary } from './bidSummary.ts';
import type { Verdict } from './judgement.ts';

/** The part of a bid where something is mended. */
type BidPart = 'team' | 'requirements' | 'conditions' | 'responses';

/** The first thing that stands in the way of a bid. */
export interface Blocker {
  readonly part: BidPart;
  readonly sentence: string;
  /** Known to be wrong, as against not yet known or not yet done. */
  readonly failed: boolean;
}

/** How many conditions of participation there are of each verdict, as `judgeConditions` judges them. */
export type ConditionCounts = Readonly<Record<Verdict, number>>;

/**
 * The one thing to settle next, in the order in which a bid is built: what is known to fail comes before what is open. `null`
 * where nothing is known to be in the way, which is no promise that the bid is good, or where the bid was declined.
 */
export function firstBlocker(bid: BidSummary, conditions: ConditionCounts): Blocker | null {
  if (bid.outcome === 'decline') return null;
  const failedConditions = conditions.fail;
  if (failedConditions > 0) {
    const sentence =
      failedConditions === 1
        ? 'A condition of participation is not met.'
        : `${failedConditions} conditions of participation are not met.`;
    return { part: 'conditions', sentence, failed: true };
  }
  return teamBlocker(bid) ?? conditionsBlocker(conditions) ?? workBlocker(bid) ?? committedBlocker(conditions);
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

function conditionsBlocker({ unknown, pass, committed, fail }: ConditionCounts): Blocker | null {
  if (pass + committed + unknown + fail === 0) {
    return { part: 'conditions', sentence: 'No condition of participation is listed.', failed: false };
  }
  if (unknown === 0) return null;
  const sentence =
    unknown === 1
      ? 'It is not known whether one condition is met.'
      : `It is not known whether ${unknown} conditions are met.`;
  return { part: 'conditions', sentence, failed: false };
}

function workBlocker({ requirements, questions }: BidSummary): Blocker | null {
  if (requirements === 0) return { part: 'requirements', sentence: 'No requirement is listed.', failed: false };
  const { notStarted, drafting, inReview, final } = questions;
  const open = notStarted + drafting + inReview;
  if (open + final === 0) return { part: 'responses', sentence: 'No question of the buyer is listed.', failed: false };
  const sentence = open === 1 ? 'One answer is not final.' : `${open} answers are not final.`;
  return open === 0 ? null : { part: 'responses', sentence, failed: false };
}

function committedBlocker({ committed }: ConditionCounts): Blocker | null {
  if (committed === 0) return null;
  const sentence =
    committed === 1
      ? 'A condition is only committed, and not met yet.'
      : `${committed} conditions are only committed, and not met yet.`;
  return { part: 'conditions', sentence, failed: false };
}
