import type { Bid, Structure } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import {
  combiningRule,
  isCombined,
  jointLiabilityAsked,
  jointLiabilitySource,
} from '../../../../../shared/domain/bid/clarifications.ts';
import { shortText } from '../../../../../shared/domain/basics/shortText.ts';
import { leavesLeadAlone } from '../../../../../shared/domain/bid/conditions.ts';
import { ofLotsBidFor } from '../../../../../shared/domain/bid/lotsBidFor.ts';

interface StructureWords {
  readonly shape: string;
  readonly suits: string;
  readonly beware: string;
}

/** What each way of bidding together means for those who choose it. */
export const structureWords: Readonly<Record<Structure, StructureWords>> = {
  primeSub: {
    shape: 'The buyer contracts with the lead, and the lead with each member.',
    suits: 'One member is strong enough to be judged alone, or time is short. The simplest for a buyer.',
    beware:
      'The lead carries the whole liability and the cash flow, and must pass 30-day payment terms on to the members (Procurement Act 2023 s.73). A buyer can require a contract with a member it relied on (s.72).',
  },
  managingAgent: {
    shape: 'The lead wins and manages the contract and delivers little; the members deliver.',
    suits: 'An infrastructure body with many small local members, or a standing consortium.',
    beware:
      'Track record and finances of the lead are what gets tested, and its management fee must be open to all members. In some places “hub and spoke” means that each member contracts with the buyer too: say which is meant.',
  },
  unincorporated: {
    shape: 'All members tender together and all sign the contract with the buyer.',
    suits: 'Members of like size who meet the conditions only together; each counts for the others (s.22(9)(a)).',
    beware:
      'Buyers usually ask for joint and several liability, so the agreement must say how members make good what one had to pay, and that they are no partnership. A member that is no person in law cannot sign.',
  },
  spv: {
    shape: 'The members own a company, and the buyer contracts with it.',
    suits: 'Long or large contracts, repeated bids, and risk that should stay in one place.',
    beware:
      'A new company has no accounts, reserves or track record and needs guarantors. It must be registered on the platform before the deadline, and staff who move into it may transfer under TUPE.',
  },
};

/** A company cannot be formed, registered and explained in less. */
const daysToFormCompany = 25;

/** Why a structure is not open to this bid; `null` where it is. */
export function structureExclusion(structure: Structure, bid: Bid): string | null {
  const asked = jointLiabilityAsked(bid);
  if (asked === null || !leavesLeadAlone(structure)) return null;
  return `Excluded: ${jointLiabilitySource(asked)} lets members meet “${shortText(asked.condition.text, 70) || 'a condition'}” combined only where every member is jointly and severally liable to the buyer, and here the lead alone is.`;
}

/** What in this bid speaks against the structure that is chosen. */
export function structureWarnings({ bid }: BidInput, daysLeft: number | null): readonly string[] {
  const warnings: string[] = [];
  if (bid.structure === 'spv' && daysLeft !== null && daysLeft < daysToFormCompany) {
    const left = daysLeft < 0 ? 'The deadline has passed' : `Only ${daysLeft} days are left`;
    warnings.push(
      `${left}: too few to form a company and register it. Choose another structure, and offer to form the company once the contract is won.`,
    );
  }
  const excluded = bid.structure === 'unknown' ? null : structureExclusion(bid.structure, bid);
  if (excluded !== null) warnings.push(`${excluded} Choose another structure.`);
  const asked = jointLiabilityAsked(bid);
  if (bid.structure === 'spv' && asked !== null) {
    warnings.push(
      `${jointLiabilitySource(asked)} asks every member for joint and several liability: ask the buyer whether guarantees of the members for their company are enough.`,
    );
  }
  const isOpen = ofLotsBidFor(bid, bid.conditions).some(
    (condition) => isCombined(condition) && combiningRule(condition, bid).answer === 'unknown',
  );
  if (leavesLeadAlone(bid.structure) && isOpen) {
    warnings.push(
      'Members meet a condition combined. Whether the means of sub-contractors may be added up depends on the tender documents: ask the buyer.',
    );
  }
  return warnings;
}
