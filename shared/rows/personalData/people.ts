import { type BidFacts, bidRelation, relationOver, type TenderFacts } from '../../domain/personalData/relation.ts';
import type { PersonalDataKind, Relation } from '../../domain/personalData/retention.ts';
import type { Bid } from '../../domain/bid/bid.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { LocalDate } from '../../domain/time/localDate.ts';
import { sameName, type Subject } from './person.ts';
import { type ErasedSubject, isSameSubject } from './stillHeld.ts';

/** Somebody whose data the workspace holds, and whether it is still needed. */
export interface HeldPerson {
  readonly subject: Subject;
  readonly kind: PersonalDataKind;
  readonly name: string;
  /** Where they are named, with the record's address in the workspace. */
  readonly record: { readonly table: 'organisations' | 'bids'; readonly id: string; readonly name: string };
  readonly relation: Relation;
  /** Their data was erased in what was open before, and they came back with a file or an older state. */
  readonly wasErased: boolean;
}

/** As much of the workspace as tells who is held and why. */
export interface PeopleSource {
  readonly organisations: readonly Pick<Organisation, 'id' | 'name' | 'contacts'>[];
  readonly bids: readonly (BidFacts & Pick<Bid, 'name' | 'members' | 'signatory' | 'decisions'>)[];
  readonly tenders: readonly TenderFacts[];
  /** The day on which the history last touched a record. */
  readonly lastChange: ReadonlyMap<string, LocalDate>;
  /** The day from which the workspace is: no record was last used before. */
  readonly since: LocalDate;
  /** Whose data was erased in what was open before. */
  readonly erasedBefore: readonly ErasedSubject[];
}

/**
 * Everybody who is named: contacts by their organisations, and who signs for a bid or decided on it where they are no contact. Somebody whose
 * data was erased is nobody any more.
 */
export function personsIn(source: PeopleSource, erased: string, today: LocalDate): readonly HeldPerson[] {
  const { organisations, bids, tenders, lastChange, since, erasedBefore } = source;
  const wasErased = (subject: ErasedSubject): boolean => erasedBefore.some((one) => isSameSubject(one, subject));
  const tenderOf = new Map(tenders.map((tender) => [tender.id, tender]));
  const relations = new Map(
    bids.map((bid) => [bid.id, bidRelation(bid, tenderOf.get(bid.tenderId), lastChange, today)]),
  );
  const bidsOf = new Map<string, Relation[]>();
  for (const bid of bids) {
    const relation = relations.get(bid.id);
    if (relation === undefined) continue;
    for (const { organisationId } of bid.members) {
      bidsOf.set(organisationId, [...(bidsOf.get(organisationId) ?? []), relation]);
    }
  }
  const contactsOf = new Map(organisations.map(({ id, contacts }) => [id, contacts]));
  const isSomebody = (name: string): boolean => name.trim() !== '' && name !== erased;

  const contacts = organisations.flatMap(({ id, name, contacts }): readonly HeldPerson[] => {
    const relation = relationOver(bidsOf.get(id) ?? [], lastChange.get(id) ?? since);
    return contacts
      .filter((contact) => contact.name !== erased && `${contact.name}${contact.email}${contact.phone}`.trim() !== '')
      .map((contact) => ({ contact, subject: { kind: 'contact', organisationId: id, contactId: contact.id } as const }))
      .map(({ contact, subject }) => ({
        subject,
        wasErased: wasErased(subject),
        kind: 'contacts',
        name: contact.name.trim() || contact.email.trim() || contact.phone.trim(),
        record: { table: 'organisations', id, name },
        relation,
      }));
  });
  const signatories = bids.flatMap((bid): readonly HeldPerson[] => {
    const known = bid.members.flatMap(({ organisationId }) => contactsOf.get(organisationId) ?? []);
    const names = [
      bid.signatory.name,
      ...bid.members.flatMap((member) => member.signatories),
      ...bid.decisions.map(({ decidedBy }) => decidedBy),
    ].filter(isSomebody);
    const strangers = names.filter(
      (name, at) =>
        names.findIndex((other) => sameName(other, name)) === at &&
        !known.some((contact) => sameName(contact.name, name)),
    );
    const relation = relations.get(bid.id) ?? { kind: 'running' };
    return strangers.map((name) => ({
      subject: { kind: 'signatory', bidId: bid.id, name },
      wasErased: wasErased({ kind: 'signatory', bidId: bid.id }),
      kind: 'signatories',
      name,
      record: { table: 'bids', id: bid.id, name: bid.name },
      relation:
        relation.kind === 'running' ? relation : { kind: 'ended', on: relation.on > since ? relation.on : since },
    }));
  });
  return [...contacts, ...signatories];
}
