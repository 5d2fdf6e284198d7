import type { Requirement } from '../../../../../shared/domain/bid/bid.ts';

/** Somebody must deliver it; the rest is for the team to say. */
export function newRequirement(id: string): Requirement {
  return {
    id,
    lotId: null,
    text: '',
    capabilityId: null,
    minimumLevel: 3,
    mandatory: false,
    weight: 0,
    leadMemberId: null,
    supportMemberIds: [],
    proof: '',
  };
}
