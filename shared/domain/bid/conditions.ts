import type { Bid, Condition, ConditionKind } from './bid.ts';
import { unreachable } from '../basics/result.ts';

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

/** Whether the lead alone contracts with the buyer, so that no member can answer to it. */
export function leavesLeadAlone(structure: Bid['structure']): boolean {
  return structure === 'primeSub' || structure === 'managingAgent';
}
