import type { Mend } from '../../../../shared/domain/document/documentProblem.ts';
import { unreachable } from '../../../../shared/domain/basics/result.ts';

export type BidTab = 'overview' | 'team' | 'requirements' | 'conditions' | 'responses' | 'clarifications' | 'documents';

/** The address of a part of a bid, and of what in it the page should begin with. */
export function bidAddress(bidId: string, tab: BidTab, at: string | null = null): string {
  return `/bids/${bidId}/${tab}${at === null ? '' : `?at=${encodeURIComponent(at)}`}`;
}

/** Where something about a bid is mended. */
export function mendAddress(bid: { readonly id: string; readonly tenderId: string }, mend: Mend): string {
  switch (mend.record) {
    case 'agreement':
      return bidAddress(bid.id, 'documents', mend.field);
    case 'bid':
      return bidAddress(bid.id, 'team', sectionOf[mend.field]);
    case 'member':
      return bidAddress(bid.id, 'team', 'members');
    case 'organisation':
      return `/organisations/${mend.organisationId}?at=${mend.field}`;
    case 'list':
      return bidAddress(bid.id, mend.of);
    case 'requirement':
      return bidAddress(bid.id, 'requirements', mend.id);
    case 'condition':
      return bidAddress(bid.id, 'conditions', mend.id);
    case 'question':
      return bidAddress(bid.id, 'responses', mend.id);
    case 'clarification':
      return bidAddress(bid.id, 'clarifications', mend.id);
    case 'tender':
      return `/tenders/${bid.tenderId}?at=${tenderSectionOf[mend.field]}`;
    default:
      return unreachable(mend);
  }
}

type BidField = Extract<Mend, { record: 'bid' }>['field'];

/** The section of the team page in which a field of the bid stands. */
const sectionOf: Readonly<Record<BidField, string>> = {
  name: 'bidder',
  validityDays: 'bidder',
  signatory: 'bidder',
  lotIds: 'lots',
  structure: 'structure',
  members: 'members',
  shareBase: 'shares',
  shares: 'shares',
};

type TenderField = Extract<Mend, { record: 'tender' }>['field'];

/** The section of the tender's page in which a field of it stands. */
const tenderSectionOf: Readonly<Record<TenderField, string>> = {
  title: 'particulars',
  reference: 'particulars',
  buyer: 'particulars',
  deadlines: 'dates',
  lots: 'lots',
};
