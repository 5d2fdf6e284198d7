import { unreachable } from '../basics/result.ts';
import type { Bid, Condition, ConditionKind } from './bid.ts';
import { asksForCoverOnly, asksForSum } from './conditionAsks.ts';

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

/** How several members meet a condition: money adds up; cover and registrations each must have, whatever kind it was given. */
export function howTogether(condition: Condition): 'combined' | 'together' | 'each' {
  if (asksForSum(condition)) return 'combined';
  return asksForCoverOnly(condition) ? 'each' : byKind[condition.kind];
}

const byKind: Readonly<Record<ConditionKind, 'combined' | 'together' | 'each'>> = {
  economic: 'combined',
  technical: 'together',
  insurance: 'each',
  certificate: 'each',
  other: 'together',
};

/** Whether the lead alone contracts with the buyer, so that no member can answer to it. */
export function leavesLeadAlone(structure: Bid['structure']): boolean {
  return structure === 'primeSub' || structure === 'managingAgent';
}
