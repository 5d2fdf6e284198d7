import { leadOf, partiesTo } from '../bid/bidMembers.ts';
import { jointLiabilityAsked, jointLiabilitySource } from '../bid/clarifications.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { leavesLeadAlone } from '../bid/conditions.ts';
import { lacksLegalPersonality } from '../organisation/legalForm.ts';
import { nationOf } from '../organisation/nation.ts';
import { wholeLot } from '../bid/shares.ts';
import { carries, votesOn } from '../bid/voting.ts';
import { liabilityToBuyerOf, lotName, receiptsOf, runOffYears, type AgreementInput } from './agreementFacts.ts';

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
  remarks.push(
    ...insolvencyRemark({ bid, tender, organisations }),
    ...worksRemark({ bid, tender }),
    ...recordsRemark(bid),
  );
  if (/\bpartner(?:s|ship)?\b/i.test(bid.name)) {
    const sentence = `The bid is called ${bid.name}, which suggests the partnership that the agreement denies: choose another name where the buyer lets you.`;
    remarks.push({ sentence, mend: { record: 'bid', field: 'name' } });
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

/** A lead that alone contracts is where everything can stop: its insolvency ends the contract's supplier and holds the money. */
function insolvencyRemark({ bid, tender, organisations }: AgreementInput): readonly DocumentProblem[] {
  if (!leavesLeadAlone(bid.structure)) return [];
  const lead = leadOf(bid)?.organisationId;
  const name = organisations.find(({ id }) => id === lead)?.name ?? 'the lead';
  const contract =
    tender.regime === 'pa2023'
      ? 'the contract cannot pass to another member, even if the buyer consents (Procurement Act 2023 s.74(9))'
      : 'it is not known whether the contract could pass to another member';
  const money =
    receiptsOf(bid) === 'trust'
      ? 'what it holds on trust is not lost to its creditors as long as the account is kept apart'
      : 'the others rank with its other creditors for what it owes them';
  const sentence = `If ${name} becomes insolvent, ${contract}, and ${money}. Ask the buyer whether it would pay the members direct.`;
  return [{ sentence, mend: { record: 'agreement', field: 'receipts' } }];
}

/** Law on construction applies whatever members think: an answer that the notice seems to contradict is looked at again. */
function worksRemark({ bid, tender }: Pick<AgreementInput, 'bid' | 'tender'>): readonly DocumentProblem[] {
  if (tender.category !== 'works' || bid.agreement.construction !== 'no') return [];
  const sentence =
    'The notice says that the contract is for works, but the answer on construction operations is no. Whether some are decides who may go to adjudication and how notices of payment are given (Housing Grants, Construction and Regeneration Act 1996 ss.104-105; in Northern Ireland the Construction Contracts (Northern Ireland) Order 1997): ask a solicitor.';
  return [{ sentence, mend: { record: 'agreement', field: 'construction' } }];
}

/** Records that are destroyed while a claim may still be brought are not there to answer it. */
function recordsRemark({ agreement }: AgreementInput['bid']): readonly DocumentProblem[] {
  const years = runOffYears(agreement);
  const { recordYears } = agreement;
  if (years === null || recordYears === null || recordYears >= Number(years)) return [];
  const sentence = `Records are kept for ${recordYears} ${recordYears === 1 ? 'year' : 'years'} after the contract ends, but professional indemnity insurance for ${years}, because a claim may come as late as that.`;
  return [{ sentence, mend: { record: 'agreement', field: 'recordYears' } }];
}
