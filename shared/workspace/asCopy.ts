import type { Bid, Condition, MetBy } from '../domain/bid/bid.ts';
import type { Organisation } from '../domain/organisation/organisation.ts';
import { unreachable } from '../domain/basics/result.ts';
import type { Tender } from '../domain/tender/tender.ts';
import type { WorkspaceContents } from '../rows/contents.ts';
import type { RecordLists } from '../rows/records.ts';

/** The new id of an old one, always the same for the same. */
type Renew = (id: string) => string;

/**
 * The records of another workspace under new ids, for adding them beside those already here; what names a record of the
 * other workspace names its copy. History stays behind: it tells what was done to the originals. Attachments keep their
 * names, which are the hashes of their bytes.
 */
export function asCopy(
  contents: WorkspaceContents,
  newId: () => string,
): RecordLists & Pick<WorkspaceContents, 'attachments'> {
  const renewed = new Map<string, string>();
  const renew: Renew = (id) => {
    const known = renewed.get(id) ?? newId();
    renewed.set(id, known);
    return known;
  };
  return {
    organisations: contents.organisations.map((organisation) => copyOrganisation(organisation, newId, renew)),
    tenders: contents.tenders.map((tender) => copyTender(tender, newId, renew)),
    bids: contents.bids.map((bid) => copyBid(bid, newId, renew)),
    capabilities: contents.capabilities.map((capability) => ({ ...capability, id: renew(capability.id) })),
    capabilityProfiles: contents.capabilityProfiles.map((profile) => ({
      ...profile,
      id: renew(profile.id),
      cells: withNewKeys(profile.cells, renew),
    })),
    // How long something is kept is decided by who keeps it.
    retentionRules: [],
    attachments: contents.attachments,
  };
}

function copyOrganisation(organisation: Organisation, newId: () => string, renew: Renew): Organisation {
  const part = withNewId(newId);
  // Not the identifiers: their `id` is the number in a public register.
  return {
    ...organisation,
    id: renew(organisation.id),
    sites: organisation.sites.map(part),
    contacts: organisation.contacts.map(part),
    turnover: organisation.turnover.map(part),
    insurances: organisation.insurances.map(part),
    certificates: organisation.certificates.map(part),
  };
}

function copyTender(tender: Tender, newId: () => string, renew: Renew): Tender {
  // The copies of the dates are new entries of a calendar, and count anew.
  const { dateRevisions: _counted, ...copied } = tender;
  return {
    ...copied,
    id: renew(tender.id),
    lots: tender.lots.map((lot) => ({ ...lot, id: renew(lot.id) })),
    deadlines: tender.deadlines.map((deadline) => ({
      ...deadline,
      id: newId(),
      lotId: orNull(deadline.lotId, renew),
    })),
    documents: tender.documents.map(withNewId(newId)),
  };
}

function copyBid(bid: Bid, newId: () => string, renew: Renew): Bid {
  const part = withNewId(newId);
  // What a clarification question names, it names by the condition's id.
  const conditionIds = new Map(bid.conditions.map(({ id }) => [id, newId()]));
  return {
    ...bid,
    id: renew(bid.id),
    tenderId: renew(bid.tenderId),
    lotIds: bid.lotIds.map(renew),
    members: bid.members.map((member) => ({
      ...member,
      organisationId: renew(member.organisationId),
      shares: member.shares.map((share) => ({ ...share, lotId: renew(share.lotId) })),
    })),
    requirements: bid.requirements.map((requirement) => ({
      ...part(requirement),
      lotId: orNull(requirement.lotId, renew),
      capabilityId: orNull(requirement.capabilityId, renew),
      leadMemberId: orNull(requirement.leadMemberId, renew),
      supportMemberIds: requirement.supportMemberIds.map(renew),
    })),
    conditions: bid.conditions.map((condition) =>
      copyCondition({ ...condition, id: conditionIds.get(condition.id) ?? newId() }, renew),
    ),
    questions: bid.questions.map((question) => ({
      ...part(question),
      ownerOrganisationId: orNull(question.ownerOrganisationId, renew),
    })),
    clarifications: bid.clarifications.map((clarification) => ({
      ...part(clarification),
      raisedById: orNull(clarification.raisedById, renew),
      conditionId: clarification.conditionId === null ? null : (conditionIds.get(clarification.conditionId) ?? null),
    })),
    decisions: bid.decisions.map((decision) => ({
      ...part(decision),
      lots: decision.lots.map((lot) => ({ ...lot, lotId: renew(lot.lotId) })),
    })),
    agreement: { ...bid.agreement, annualPrices: withNewKeys(bid.agreement.annualPrices, renew) },
  };
}

function copyCondition(condition: Condition, renew: Renew): Condition {
  return { ...condition, lotId: orNull(condition.lotId, renew), metBy: copyMetBy(condition.metBy, renew) };
}

function copyMetBy(metBy: MetBy, renew: Renew): MetBy {
  switch (metBy.kind) {
    case 'unknown':
    case 'notMet':
      return metBy;
    case 'member':
    case 'guarantor':
      return { ...metBy, organisationId: renew(metBy.organisationId) };
    case 'combined':
      return { ...metBy, organisationIds: metBy.organisationIds.map(renew) };
    default:
      return unreachable(metBy);
  }
}

function withNewId(newId: () => string): <Part extends { readonly id: string }>(part: Part) => Part {
  return (part) => ({ ...part, id: newId() });
}

function withNewKeys<T>(byId: Readonly<Record<string, T>>, renew: Renew): Record<string, T> {
  return Object.fromEntries(Object.entries(byId).map(([id, value]) => [renew(id), value]));
}

function orNull(id: string | null, renew: Renew): string | null {
  return id === null ? null : renew(id);
}
