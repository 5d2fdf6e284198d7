import type { Bid, Condition, ConditionKind } from './bid.ts';
import { combiningRule } from './clarifications.ts';
import { unreachable } from '../basics/result.ts';

export type Verdict = 'pass' | 'fail' | 'unknown';

/** Why a condition does not pass. */
export type Shortfall =
  | 'notMet'
  | 'notSaidWho'
  | 'notSaidWhichTogether'
  | 'notSaidWhen'
  | 'onlyInReserve'
  | 'noLongerInBid'
  /** The documents do not say whether members may meet it combined, and the buyer has not been asked or has not answered. */
  | 'combiningUnknown'
  | 'combiningRefused'
  /** Combined only where all members answer to the buyer, and in this structure they do not. */
  | 'notJointlyLiable'
  /** The same, and the structure is not chosen or leaves it open. */
  | 'jointLiabilityOpen'
  | 'turnoverUnknown'
  | 'turnoverShort';

/** A verdict with its reason; one that passes needs none. */
export type Judgement =
  | { readonly verdict: 'pass'; readonly reason: null }
  | { readonly verdict: 'fail' | 'unknown'; readonly reason: Shortfall };

type Judging = Pick<Bid, 'members' | 'structure' | 'clarifications'>;

/** The organisations that are said to meet a condition; none where nobody does, or it is not known. */
export function thoseMeeting({ metBy }: Pick<Condition, 'metBy'>): readonly string[] {
  switch (metBy.kind) {
    case 'member':
    case 'guarantor':
      return [metBy.organisationId];
    case 'combined':
      return metBy.organisationIds;
    case 'unknown':
    case 'notMet':
      return [];
    default:
      return unreachable(metBy);
  }
}

/** How several members meet a condition: money adds up; cover and registrations each must have. */
export const howTogether: Readonly<Record<ConditionKind, string>> = {
  economic: 'combined',
  technical: 'together',
  insurance: 'each',
  certificate: 'each',
  other: 'together',
};

/**
 * Whether the bid meets a condition of participation by what was entered, and why not. It is unknown, never passed, while
 * nobody is named, while it is not said whether it is met now or promised, where somebody named is no longer in the bid or
 * only in reserve, and where members meet an economic condition combined and the buyer has not said that they may.
 */
export function judgeEntry(condition: Condition, bid: Judging): Judgement {
  const { metBy, state } = condition;
  if (metBy.kind === 'notMet') return { verdict: 'fail', reason: 'notMet' };
  if (metBy.kind === 'unknown') return unknown('notSaidWho');
  const named = thoseMeeting(condition);
  if (named.length === 0) return unknown('notSaidWhichTogether');
  if (state === 'unknown') return unknown('notSaidWhen');
  const roles = new Set(named.map((id) => bid.members.find(({ organisationId }) => organisationId === id)?.role));
  if (roles.has(undefined)) return unknown('noLongerInBid');
  if (roles.has('reserve')) return unknown('onlyInReserve');
  const combined = condition.kind === 'economic' && metBy.kind === 'combined' && named.length > 1;
  return combined ? judgeCombining(condition, bid) : passed;
}

export function conditionVerdict(condition: Condition, bid: Judging): Verdict {
  return judgeEntry(condition, bid).verdict;
}

function judgeCombining(condition: Condition, bid: Judging): Judgement {
  const { answer } = combiningRule(condition, bid);
  switch (answer) {
    case 'accepted':
      return passed;
    case 'refused':
      return { verdict: 'fail', reason: 'combiningRefused' };
    case 'unknown':
      return unknown('combiningUnknown');
    case 'jointly':
      if (bid.structure === 'unincorporated') return passed;
      return leavesLeadAlone(bid.structure)
        ? { verdict: 'fail', reason: 'notJointlyLiable' }
        : unknown('jointLiabilityOpen');
    default:
      return unreachable(answer);
  }
}

/** Whether the lead alone contracts with the buyer, so that no member can answer to it. */
export function leavesLeadAlone(structure: Bid['structure']): boolean {
  return structure === 'primeSub' || structure === 'managingAgent';
}

const passed: Judgement = { verdict: 'pass', reason: null };

function unknown(reason: Shortfall): Judgement {
  return { verdict: 'unknown', reason };
}
