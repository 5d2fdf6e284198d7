import { leadOf, partiesTo } from '../bid/bidMembers.ts';
import { jointLiabilityAsked, jointLiabilitySource } from '../bid/clarifications.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { lacksLegalPersonality } from '../organisation/legalForm.ts';
import { nationOf } from '../organisation/nation.ts';
import { wholeLot } from '../bid/shares.ts';
import { carries, votesOn } from '../bid/voting.ts';
import { liabilityToBuyerOf, lotName, type AgreementInput } from './agreementFacts.ts';

/** What does not prevent an agreement but a solicitor would ask about. */
export function agreementRemarks({ bid, tender, organisations }: AgreementInput): readonly DocumentProblem[] {
  const remarks: DocumentProblem[] = [];
  const { contribution, voting, votesBy } = bid.agreement;
  if (liabilityToBuyerOf(bid) === 'jointAndSeveral' && contribution === null) {
    const asked = jointLiabilityAsked(bid);
    const because =
      asked === null ? '' : ` ${jointLiabilitySource(asked)} leaves no other way, so this clause is a must.`;
    const sentence = `Members are jointly and severally liable, but how they share what one has to pay is not decided.${because}`;
    remarks.push({ sentence, mend: { record: 'agreement', field: 'contribution' } });
  }
  for (const { organisationId, responsibilities } of partiesTo(bid)) {
    const organisation = organisations.find(({ id }) => id === organisationId);
    if (organisation === undefined) continue;
    if (lacksLegalPersonality(organisation.legalForm, nationOf(organisation))) {
      const sentence = `${organisation.name} is not a person in law: the people who sign are the parties and are personally liable. Incorporate first, or take the work through another member.`;
      remarks.push({ sentence, mend: { record: 'organisation', organisationId, field: 'legalForm' } });
    }
    if (/\bpartner(?:s|ship)?\b/i.test(responsibilities)) {
      const sentence = `The work of ${organisation.name} speaks of partners; an agreement that denies a partnership calls them members.`;
      remarks.push({ sentence, mend: { record: 'member', organisationId, field: 'responsibilities' } });
    }
  }
  const lead = leadOf(bid)?.organisationId;
  for (const lotId of bid.lotIds) {
    if (voting === null || votesBy !== 'share') continue;
    const votes = votesOn(bid, lotId, votesBy);
    const alone = votes.find(({ basisPoints }) => carries(voting, basisPoints, wholeLot));
    if (alone === undefined || votes.length < 2) continue;
    const name = organisations.find(({ id }) => id === alone.organisationId)?.name ?? '';
    const lot = tender.lots.find(({ id }) => id === lotId);
    const who = alone.organisationId === lead ? `${name}, the lead,` : name;
    const sentence = `${who} alone carries every decision on ${lot === undefined ? 'a lot' : lotName(lot)}: the votes of the others never count.`;
    remarks.push({ sentence, mend: { record: 'agreement', field: 'voting' } });
  }
  return remarks;
}
