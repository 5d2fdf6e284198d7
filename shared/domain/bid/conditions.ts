import type { Bid, Condition, ConditionKind } from './bid.ts';
import { partiesTo } from './bidMembers.ts';
import { combiningRule, isCombined } from './clarifications.ts';
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
  /** The same, and the members chose another liability to the buyer. */
  | 'otherLiability'
  /** The same, and somebody named is no party to the contract: a guarantor, or a sub-contractor without a share. */
  | 'notAParty'
  | 'turnoverUnknown'
  | 'turnoverShort';

/** A verdict with its reason; one that passes needs none. */
export type Judgement =
  | { readonly verdict: 'pass'; readonly reason: null }
  | { readonly verdict: 'fail' | 'unknown'; readonly reason: Shortfall };

type Judging = Pick<Bid, 'members' | 'structure' | 'clarifications' | 'agreement'>;

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
  return isCombined(condition) ? judgeCombining(condition, bid) : passed;
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
      return judgeJointLiability(condition, bid);
    default:
      return unreachable(answer);
  }
}

function judgeJointLiability(condition: Condition, bid: Judging): Judgement {
  if (leavesLeadAlone(bid.structure)) return { verdict: 'fail', reason: 'notJointlyLiable' };
  if (bid.structure !== 'unincorporated') return unknown('jointLiabilityOpen');
  const { liabilityToBuyer } = bid.agreement;
  if (liabilityToBuyer !== null && liabilityToBuyer !== 'jointAndSeveral') {
    return { verdict: 'fail', reason: 'otherLiability' };
  }
  const parties = new Set(partiesTo(bid).map(({ organisationId }) => organisationId));
  return thoseMeeting(condition).every((id) => parties.has(id)) ? passed : unknown('notAParty');
}

/** Whether the lead alone contracts with the buyer, so that no member can answer to it. */
export function leavesLeadAlone(structure: Bid['structure']): boolean {
  return structure === 'primeSub' || structure === 'managingAgent';
}

const passed: Judgement = { verdict: 'pass', reason: null };

function unknown(reason: Shortfall): Judgement {
  return { verdict: 'unknown', reason };
}
