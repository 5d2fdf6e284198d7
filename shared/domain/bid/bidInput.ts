import type { Bid } from './bid.ts';
import type { Capability, CapabilityProfile } from '../capability/capability.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Tender } from '../tender/tender.ts';

/** Everything that coverage, the agreement and the bid document are made from. */
export interface BidInput {
  readonly bid: Bid;
  readonly tender: Tender;
  /** The members, in the order of the bid; those that are gone are left out. */
  readonly organisations: readonly Organisation[];
  /** The whole taxonomy. */
  readonly capabilities: readonly Capability[];
  /** What the members can do, as far as anything is known. */
  readonly profiles: readonly CapabilityProfile[];
}

/** The rows that a bid's input is found in. */
export interface BidRecords {
  readonly bids: readonly Bid[];
  readonly tenders: readonly Tender[];
  readonly organisations: readonly Organisation[];
  readonly capabilities: readonly Capability[];
  readonly capabilityProfiles: readonly CapabilityProfile[];
}

/** The input of one bid; `null` where there is no such bid or its tender is gone. */
export function bidInput(records: BidRecords, bidId: string): BidInput | null {
  const bid = records.bids.find(({ id }) => id === bidId);
  const tender = records.tenders.find(({ id }) => id === bid?.tenderId);
  if (bid === undefined || tender === undefined) return null;
  return {
    bid,
    tender,
    organisations: bid.members.flatMap(({ organisationId }) => byId(records.organisations, organisationId)),
    capabilities: records.capabilities,
    profiles: bid.members.flatMap(({ organisationId }) => byId(records.capabilityProfiles, organisationId)),
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[], id: string): readonly Row[] {
  const row = rows.find((row) => row.id === id);
  return row === undefined ? [] : [row];
}
