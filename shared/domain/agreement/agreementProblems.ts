import type { Bid } from '../bid/bid.ts';
import { partiesTo } from '../bid/bidMembers.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { jointLiabilityAsked, jointLiabilitySource } from '../bid/clarifications.ts';
import { leavesLeadAlone } from '../bid/conditions.ts';
import { keysOf } from '../basics/keysOf.ts';
import { formatShare, shareProblems, wholeLot, type ShareProblem } from '../bid/shares.ts';
import { liabilityToBuyerOf, lotName, type AgreementInput } from './agreementFacts.ts';
import { agreementChoices, agreementFigures } from './agreementOptions.ts';
import { thirtyDaysImplied } from './thirtyDays.ts';

/** What prevents an agreement: facts without which nothing right can be written, and answers that contradict each other. */
export function agreementProblems(input: AgreementInput): readonly DocumentProblem[] {
  return [
    ...memberProblems(input),
    ...shareSentences(input),
    ...liabilityProblems(input.bid),
    ...votingProblems(input.bid),
    ...figureProblems(input),
    ...otherContradictions(input.bid),
  ];
}

function memberProblems({ bid, organisations }: AgreementInput): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const leads = bid.members.filter(({ role }) => role === 'lead').length;
  const parties = partiesTo(bid);
  if (leads !== 1) {
    const sentence =
      leads === 0 ? 'No member is the lead.' : `${leads} members are marked as lead; there can be only one.`;
    problems.push({ sentence, mend: { record: 'bid', field: 'members' } });
  }
  if (parties.length < 2) {
    const sentence = 'An agreement needs at least two parties: a lead and one member that shares in the contract.';
    problems.push({ sentence, mend: { record: 'bid', field: 'members' } });
  }
  if (bid.structure === 'unknown') {
    const sentence = 'The structure is not chosen: it decides who contracts with the buyer and who is liable.';
    problems.push({ sentence, mend: { record: 'bid', field: 'structure' } });
  }
  for (const { organisationId } of parties) {
    const organisation = organisations.find(({ id }) => id === organisationId);
    if (organisation === undefined) {
      const sentence = 'A member of the bid is no longer among the organisations: choose it again.';
      problems.push({ sentence, mend: { record: 'bid', field: 'members' } });
    } else if (organisation.legalForm === 'unknown') {
      const sentence = `The legal form of ${organisation.name} is not known: it decides whether it can be a party and who signs.`;
      problems.push({ sentence, mend: { record: 'organisation', organisationId, field: 'legalForm' } });
    }
  }
  return problems;
}

/** What is wrong with the shares, in words; the bid document has the same rule. */
export function shareSentences({ bid, tender, organisations }: AgreementInput): readonly DocumentProblem[] {
  if (bid.lotIds.length === 0) {
    return [{ sentence: 'No lot is chosen for the bid.', mend: { record: 'bid', field: 'lotIds' } }];
  }
  const nameOf = (id: string) => organisations.find((each) => each.id === id)?.name ?? 'A member';
  const lotOf = (id: string) => {
    const lot = tender.lots.find((each) => each.id === id);
    return lot === undefined ? 'a lot that the tender no longer has' : lotName(lot);
  };
  const outside = bid.members.filter(
    ({ role, shares }) =>
      (role === 'reserve' || role === 'guarantor') && shares.some(({ basisPoints }) => basisPoints > 0),
  );
  return [
    ...shareProblems(bid).map((problem) => ({
      sentence: shareSentence(problem, lotOf(problem.lotId), nameOf),
      mend: { record: 'bid', field: 'shares' } as const,
    })),
    ...outside.map(({ organisationId, role }) => ({
      sentence: `${nameOf(organisationId)} is in the bid as ${role} only and cannot hold a share.`,
      mend: { record: 'member', organisationId, field: 'role' } as const,
    })),
  ];
}

function shareSentence(problem: ShareProblem, lot: string, nameOf: (id: string) => string): string {
  if (problem.kind === 'none') return `No member has a share of ${lot}.`;
  if (problem.kind === 'notAShare')
    return `The share of ${nameOf(problem.organisationId)} in ${lot} is not a percentage.`;
  const difference = wholeLot - problem.basisPoints;
  const words = difference > 0 ? `${formatShare(difference)} is missing` : `${formatShare(-difference)} is too much`;
  return `The shares of ${lot} total ${formatShare(problem.basisPoints)}, not 100%: ${words}.`;
}

/** Which answers to "who is liable to the buyer" a structure leaves: members without a contract with the buyer cannot be. */
function liabilityProblems(bid: Bid): readonly DocumentProblem[] {
  const chosen = bid.agreement.liabilityToBuyer;
  const possible = liabilityToBuyerOf(bid);
  const asked = jointLiabilityAsked(bid);
  const problems: DocumentProblem[] = [];
  if (asked !== null && leavesLeadAlone(bid.structure)) {
    const sentence = `${jointLiabilitySource(asked)} lets members meet a condition combined only where every member is jointly and severally liable; in this structure the lead alone answers to the buyer.`;
    problems.push({ sentence, mend: { record: 'bid', field: 'structure' } });
  }
  if (asked !== null && chosen !== null && chosen === possible && chosen !== 'jointAndSeveral') {
    const sentence = `${jointLiabilitySource(asked)} asks for joint and several liability of every member: no other answer fits.`;
    problems.push({ sentence, mend: { record: 'agreement', field: 'liabilityToBuyer' } });
  }
  if (chosen !== null && possible !== null && chosen !== possible) {
    const sentence =
      chosen === 'jointAndSeveral'
        ? 'Joint and several liability to the buyer does not fit this structure: only those who contract with the buyer can owe it.'
        : `In this structure the answer to "${agreementChoices.liabilityToBuyer.question}" can only be "${agreementChoices.liabilityToBuyer.answers[possible]}".`;
    problems.push({ sentence, mend: { record: 'agreement', field: 'liabilityToBuyer' } });
  }
  if (bid.structure === 'unincorporated' && (chosen === 'leadOnly' || chosen === 'vehicle')) {
    const sentence =
      'All members contract with the buyer in this structure, so they are liable to it, together or each for its own work.';
    problems.push({ sentence, mend: { record: 'agreement', field: 'liabilityToBuyer' } });
  }
  if (possible === 'jointAndSeveral' && bid.agreement.contribution === 'none') {
    const sentence =
      'With joint and several liability one member may have to pay for all: the agreement must say how the others make good their part.';
    problems.push({ sentence, mend: { record: 'agreement', field: 'contribution' } });
  }
  return problems;
}

function votingProblems(bid: Bid): readonly DocumentProblem[] {
  const { voting, votesBy, veto } = bid.agreement;
  const members = partiesTo(bid).length;
  const problems: DocumentProblem[] = [];
  if (members === 2 && votesBy === 'heads' && voting !== null && voting !== 'unanimity') {
    const sentence = `${agreementChoices.voting.answers[voting]} of two members is both of them: choose unanimity, or count votes by share.`;
    problems.push({ sentence, mend: { record: 'agreement', field: 'voting' } });
  }
  if (veto === 'ownInterests' && voting === 'unanimity') {
    const sentence =
      'Where every decision needs all members, nobody can be out-voted: leave the veto out, or choose a majority.';
    problems.push({ sentence, mend: { record: 'agreement', field: 'veto' } });
  }
  if (veto === 'ownInterests' && members === 2) {
    const sentence =
      'With two members a veto gives each of them control of everything: leave it out and rely on the matters both must approve.';
    problems.push({ sentence, mend: { record: 'agreement', field: 'veto' } });
  }
  return problems;
}

function figureProblems({ bid, tender }: AgreementInput): readonly DocumentProblem[] {
  return keysOf(agreementFigures).flatMap((field): readonly DocumentProblem[] => {
    const value = bid.agreement[field] ?? null;
    const { question, least, most } = agreementFigures[field];
    if (value === null || (Number.isInteger(value) && value >= least && value <= most)) return [];
    const isLaw = field === 'paymentDays' && value > most && thirtyDaysImplied(bid, tender) === 'implied';
    const law = isLaw ? ' The law implies 30 days into every subcontract of this contract.' : '';
    return [
      {
        sentence: `${question} The answer, ${value}, lies outside ${least} to ${most}.${law}`,
        mend: { record: 'agreement', field },
      },
    ];
  });
}

function otherContradictions({ agreement, shareBase }: Bid): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  if (agreement.law === 'scotland' && agreement.execution === 'deed') {
    const sentence =
      'Scots law has no deed in the English sense: choose a simple contract, which is subscribed before a witness.';
    problems.push({ sentence, mend: { record: 'agreement', field: 'execution' } });
  }
  if ((agreement.feeBasisPoints ?? 0) > 0 && shareBase === 'price') {
    const sentence =
      'With a management fee the shares must be of what is left after it: choose the net price, or set the fee to 0.';
    problems.push({ sentence, mend: { record: 'bid', field: 'shareBase' } });
  }
  return problems;
}
