import type { AgreementOptions } from '../../shared/domain/agreement/agreementOptions.ts';
import type { Bid } from '../../shared/domain/bid/bid.ts';
import type { RecordLists } from '../../shared/rows/records.ts';
import { sampleBid } from '../scripts/sampleBid.ts';
import { sampleOrganisations } from '../scripts/sampleOrganisations.ts';
import { parksTender } from '../scripts/sampleTenders.ts';

/** What the sample's bid leaves undecided, decided. */
const decisions: Partial<AgreementOptions> = {
  mobilisationCosts: 'eachOwn',
  deadlock: 'expert',
  openBook: 'toAccountant',
  vat: 'priced',
  construction: 'no',
  contributionDays: 10,
  recordYears: 6,
  liabilityCap: 'insurance',
  results: 'makerLicensesProject',
  bidMaterial: 'ownAndJoint',
  confidentialityYears: 3,
  dataRoles: 'processors',
  nonSolicitationMonths: 6,
  safeguarding: 'notExpected',
  cureDays: 20,
  withdrawal: 'consent',
};

/** The sample's bid with its agreement ready to be signed, but for what is left open. */
export function signableBid(open: Partial<AgreementOptions> = {}): Partial<RecordLists> {
  const bid = sampleBid(sampleOrganisations);
  const [lead] = bid.members;
  if (lead === undefined) throw new Error('The sample bid has members.');
  const ready: Bid = {
    ...bid,
    conditions: bid.conditions.filter(({ metBy }) => metBy.kind !== 'unknown'),
    questions: bid.questions.map((question) =>
      Object.assign({}, question, { ownerOrganisationId: question.ownerOrganisationId ?? lead.organisationId }),
    ),
    agreement: { ...bid.agreement, ...decisions, ...open },
  };
  // Cover that ends before the contract starts is a condition of which it is not known whether it is met.
  const organisations = sampleOrganisations.map((organisation) => {
    const insurances = organisation.insurances.map((policy) => Object.assign({}, policy, { validTo: '2028-03-31' }));
    return Object.assign({}, organisation, { insurances });
  });
  return { organisations, tenders: [parksTender], bids: [ready] };
}
