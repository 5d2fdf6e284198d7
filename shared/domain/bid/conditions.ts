import type { Bid, Condition, ConditionKind } from './bid.ts';
import { leadOf } from './bidMembers.ts';
import { unreachable } from '../basics/result.ts';

export type Verdict = 'pass' | 'fail' | 'unknown';

/** The organisations that are said to meet a condition; none where nobody does, or it is not known. */
export function thoseMeeting({ metBy }: Condition): readonly string[] {
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
 * Whether the bid meets a condition of participation. It is unknown, never passed, while nobody is named, while it is not
 * said whether it is met now or promised, or where somebody named is no longer in the bid or only in reserve.
 */
export function conditionVerdict(condition: Condition, bid: Pick<Bid, 'members'>): Verdict {
  if (condition.metBy.kind === 'notMet') return 'fail';
  const named = thoseMeeting(condition);
  const takesPart = (id: string) => bid.members.some((each) => each.organisationId === id && each.role !== 'reserve');
  return named.length > 0 && named.every(takesPart) && condition.state !== 'unknown' ? 'pass' : 'unknown';
}

/**
 * Whom the bid relies on for a condition: those other than the lead who are named as meeting it. Where the lead is named
 * alone nobody is relied on (Procurement Act 2023 s.72(6)), and a guarantor is never an associated person (s.26(4)).
 */
export function reliedUpon(condition: Condition, bid: Pick<Bid, 'members'>): readonly string[] {
  if (condition.metBy.kind === 'guarantor') return [];
  const lead = leadOf(bid)?.organisationId;
  return thoseMeeting(condition).filter((id) => id !== lead);
}
