import type { Bid, BidMember } from './bid.ts';
import { lotShares } from './shares.ts';

/**
 * Who delivers a lot (or, for `null`, the bid): everybody but reserves and guarantors; and, where a member's shares are
 * known and none is of this lot, not that member.
 */
export function deliverersOf(bid: Pick<Bid, 'members'>, lotId: string | null): readonly BidMember[] {
  if (lotId === null) return bid.members.filter((member) => delivers(member, null));
  const holders = new Set(
    lotShares(bid, lotId)
      .filter(({ basisPoints }) => basisPoints > 0)
      .map(({ organisationId }) => organisationId),
  );
  return bid.members.filter(
    (member) => delivers(member, null) && (holders.has(member.organisationId) || hasNoShare(member)),
  );
}

/** Whether one member is among `deliverersOf` a lot. */
export function delivers({ role, shares }: BidMember, lotId: string | null): boolean {
  if (role === 'reserve' || role === 'guarantor') return false;
  if (lotId === null || shares.some((share) => share.lotId === lotId && share.basisPoints > 0)) return true;
  return hasNoShare({ shares });
}

function hasNoShare({ shares }: Pick<BidMember, 'shares'>): boolean {
  return shares.every(({ basisPoints }) => basisPoints <= 0);
}

/**
 * The parties to the consortium agreement, the lead first: lead, members and associated persons, and whoever else holds a
 * share. Sub-contractors without a share, guarantors and reserves stand outside it.
 */
export function partiesTo(bid: Pick<Bid, 'members'>): readonly BidMember[] {
  const parties = bid.members.filter(({ role, shares }) => {
    if (role === 'reserve' || role === 'guarantor') return false;
    return role !== 'subcontractor' || shares.some(({ basisPoints }) => basisPoints > 0);
  });
  return [...parties.filter(({ role }) => role === 'lead'), ...parties.filter(({ role }) => role !== 'lead')];
}

/** The lead, where there is exactly one. */
export function leadOf(bid: Pick<Bid, 'members'>): BidMember | null {
  const leads = bid.members.filter(({ role }) => role === 'lead');
  return leads.length === 1 ? (leads[0] ?? null) : null;
}
