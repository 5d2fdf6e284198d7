import type { AgreementInput } from '../agreement/agreementFacts.ts';
import { conditionProblems } from '../agreement/conditionProblems.ts';
import { shortText } from '../basics/shortText.ts';
import { answerState, isBlank, type AnswerState } from '../bid/answerState.ts';
import type { Question } from '../bid/bid.ts';
import { deliverersOf, leadOf } from '../bid/bidMembers.ts';
import { areSharesOfPrice } from '../bid/shares.ts';
import { limitUse } from '../bid/wordCount.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import type { LocalDate } from '../time/localDate.ts';
import { ledBy, pponOf, requirementsOf } from './bidParts.ts';

/**
 * What keeps a bid document from being final: everything that a buyer would read as an unfinished bid, or that is not known to be
 * so. A draft is made all the same and shows each in brackets; the final version is refused with all of them.
 */
export function finalProblems(input: AgreementInput, today: LocalDate): readonly DocumentProblem[] {
  return [
    ...coverProblems(input),
    ...shareProblems(input),
    ...memberProblems(input),
    ...conditionProblems(input, today),
    ...requirementProblems(input),
    ...questionProblems(input),
  ];
}

/** What the first page cannot do without. */
function coverProblems(input: AgreementInput): readonly DocumentProblem[] {
  const { bid, tender } = input;
  const problems: DocumentProblem[] = [];
  if (isBlank(tender.reference)) {
    const sentence = 'The buyer\'s reference is missing from the cover. Where the buyer gave none, type "None given".';
    problems.push({ sentence, mend: { record: 'tender', field: 'reference' } });
  }
  if (bid.validityDays === null) {
    const sentence = 'The bid does not say how long the offer stands.';
    problems.push({ sentence, mend: { record: 'bid', field: 'validityDays' } });
  }
  if (isBlank(bid.signatory.name)) {
    const sentence = 'The bid does not say who signs for the bidder.';
    problems.push({ sentence, mend: { record: 'bid', field: 'signatory' } });
  }
  const lead = input.organisations.find(({ id }) => id === leadOf(bid)?.organisationId);
  if (lead !== undefined && pponOf(lead) === null && tender.regime === 'pa2023') {
    const sentence = `${lead.name} leads and has no PPON: the central digital platform gives one to every supplier that registers (Procurement Regulations 2024 reg. 6).`;
    problems.push({ sentence, mend: { record: 'organisation', organisationId: lead.id, field: 'identifiers' } });
  }
  return problems;
}

function shareProblems({ bid }: AgreementInput): readonly DocumentProblem[] {
  if (areSharesOfPrice(bid)) return [];
  return bid.shareBase === 'unknown'
    ? [
        {
          sentence: 'The bid does not say what the shares are of: buyers ask for shares of the contract price.',
          mend: { record: 'bid', field: 'shareBase' },
        },
      ]
    : [
        {
          sentence: 'The management fee is not decided, so the shares of the contract price are not known.',
          mend: { record: 'agreement', field: 'feeBasisPoints' },
        },
      ];
}

function memberProblems({ bid, organisations }: AgreementInput): readonly DocumentProblem[] {
  return deliverersOf(bid, null).flatMap(({ organisationId, responsibilities }): readonly DocumentProblem[] => {
    const organisation = organisations.find(({ id }) => id === organisationId);
    if (organisation === undefined) return [];
    const { name, legalForm } = organisation;
    const problems: DocumentProblem[] = [];
    if (legalForm === 'unknown') {
      const sentence = `The legal form of ${name} is not known.`;
      problems.push({ sentence, mend: { record: 'organisation', organisationId, field: 'legalForm' } });
    }
    if (isBlank(responsibilities)) {
      const sentence = `The bid does not say what ${name} does.`;
      problems.push({ sentence, mend: { record: 'member', organisationId, field: 'responsibilities' } });
    }
    return problems;
  });
}

function requirementProblems(input: AgreementInput): readonly DocumentProblem[] {
  if (requirementsOf(input).length === 0) {
    const sentence = 'No requirement is listed, so the document cannot say who does the work.';
    return [{ sentence, mend: { record: 'list', of: 'requirements' } }];
  }
  return requirementsOf(input).flatMap((requirement): readonly DocumentProblem[] => {
    if (ledBy(input, requirement) !== null) return [];
    const sentence = `Nobody does "${short(requirement.text)}": choose the member that leads on it.`;
    return [{ sentence, mend: { record: 'requirement', id: requirement.id } }];
  });
}

function questionProblems({ bid }: AgreementInput): readonly DocumentProblem[] {
  if (bid.questions.length === 0) {
    const sentence = "None of the buyer's questions is listed.";
    return [{ sentence, mend: { record: 'list', of: 'responses' } }];
  }
  return bid.questions.flatMap((question): readonly DocumentProblem[] => {
    const mend = { record: 'question', id: question.id } as const;
    const state = answerState(question.answer);
    if (state !== 'answered') return [{ sentence: answerSentences[state](nameOf(question)), mend }];
    const { state: use, used } = limitUse(question.answer, question.limit);
    if (use !== 'over') return [];
    const { kind, value } = question.limit;
    const unit = kind === 'characters' ? 'characters' : 'words';
    const counts = `${used.toLocaleString('en-GB')} ${unit} and the limit is ${value.toLocaleString('en-GB')}`;
    return [{ sentence: `The answer to ${nameOf(question)} has ${counts}.`, mend }];
  });
}

const answerSentences: Readonly<Record<Exclude<AnswerState, 'answered'>, (question: string) => string>> = {
  none: (question) => `There is no answer to ${question}.`,
  placeholder: (question) => `The answer to ${question} only says that it is still to come.`,
  notApplicable: (question) => `The answer to ${question} is "N/A" without a reason: say why it does not apply.`,
};

function nameOf({ number, text }: Question): string {
  return isBlank(number) ? `the question "${short(text)}"` : `question ${number.trim()}`;
}

function short(text: string): string {
  return shortText(text, 70) || 'without a text';
}
