import { shareSentences } from '../agreement/agreementProblems.ts';
import type { AgreementInput } from '../agreement/agreementFacts.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { deliverersOf } from '../bid/bidMembers.ts';
import { answerState, holdsGap, isBlank } from '../bid/answerState.ts';
import type { Question } from '../bid/bid.ts';
import { formatLimit } from '../bid/answerLimit.ts';
import { limitUnknown } from '../bid/wordCount.ts';
import { shortText } from '../basics/shortText.ts';
import { conditionsOf, pponOf, requirementsOf } from './bidParts.ts';

/** What prevents a bid document: without it the first page would be wrong, or a total would not add up. */
export function bidDocumentProblems(input: AgreementInput): readonly DocumentProblem[] {
  const { bid, tender, organisations } = input;
  const problems: DocumentProblem[] = [];
  if (bid.name.trim() === '') {
    const sentence = 'The bid has no bidder name: give it exactly as it stands on the platform.';
    problems.push({ sentence, mend: { record: 'bid', field: 'name' } });
  }
  if (tender.title.trim() === '') {
    problems.push({ sentence: 'The tender has no title.', mend: { record: 'tender', field: 'title' } });
  }
  if (tender.buyer.name.trim() === '') {
    problems.push({ sentence: 'The tender has no buyer.', mend: { record: 'tender', field: 'buyer' } });
  }
  if (bid.members.filter(({ role }) => role === 'lead').length !== 1) {
    problems.push({ sentence: 'Exactly one member must be the lead.', mend: { record: 'bid', field: 'members' } });
  }
  if (bid.structure === 'unknown') {
    const sentence = 'The structure is not chosen: a buyer asks first who contracts with it.';
    problems.push({ sentence, mend: { record: 'bid', field: 'structure' } });
  }
  for (const { organisationId } of bid.members) {
    if (organisations.some(({ id }) => id === organisationId)) continue;
    const sentence = 'A member of the bid is no longer among the organisations: choose it again.';
    problems.push({ sentence, mend: { record: 'bid', field: 'members' } });
  }
  return [...problems, ...shareSentences(input)];
}

/** What a buyer would mark down, and a final version is made with all the same. */
export function bidDocumentRemarks(input: AgreementInput): readonly DocumentProblem[] {
  return [
    ...emptyRemarks(input),
    ...memberRemarks(input),
    ...evidenceRemarks(input),
    ...input.bid.questions.flatMap(questionRemarks),
  ];
}

/** A part with nothing in it is left out, which may be right; the team should know that it is so. */
function emptyRemarks(input: AgreementInput): readonly DocumentProblem[] {
  if (conditionsOf(input).length > 0) return [];
  const sentence =
    'No condition of participation is listed, and the document leaves the part out. Check with the tender that there is none.';
  return [{ sentence, mend: { record: 'list', of: 'conditions' } }];
}

function memberRemarks({ bid, organisations }: AgreementInput): readonly DocumentProblem[] {
  return deliverersOf(bid, null).flatMap(({ organisationId }): readonly DocumentProblem[] => {
    const organisation = organisations.find(({ id }) => id === organisationId);
    if (organisation === undefined) return [];
    const { name, insurances } = organisation;
    const remarks: DocumentProblem[] = [];
    if (pponOf(organisation) === null) {
      const sentence = `${name} has no PPON; the document has a dash there.`;
      remarks.push({ sentence, mend: { record: 'organisation', organisationId, field: 'identifiers' } });
    }
    if (insurances.length === 0) {
      const sentence = `No insurance of ${name} is known, so none is listed.`;
      remarks.push({ sentence, mend: { record: 'organisation', organisationId, field: 'insurances' } });
    }
    return remarks;
  });
}

function evidenceRemarks(input: AgreementInput): readonly DocumentProblem[] {
  return [
    ...conditionsOf(input)
      .filter(({ proof }) => isBlank(proof))
      .map(({ id, text }): DocumentProblem => ({ sentence: withoutEvidence(text), mend: { record: 'condition', id } })),
    ...requirementsOf(input)
      .filter(({ proof }) => isBlank(proof))
      .map(({ id, text }): DocumentProblem => ({
        sentence: withoutEvidence(text),
        mend: { record: 'requirement', id },
      })),
  ];
}

function withoutEvidence(text: string): string {
  return `No evidence is given for "${shortText(text, 70)}"; the document has a dash there.`;
}

function questionRemarks(question: Question): readonly DocumentProblem[] {
  const { id, number, text, answer, status } = question;
  const mend = { record: 'question', id } as const;
  const remarks: DocumentProblem[] = [];
  if (isBlank(number)) {
    const sentence = `The question "${shortText(text, 70)}" has no number; evaluators look for theirs.`;
    remarks.push({ sentence, mend });
  }
  if (answerState(answer) !== 'answered') return remarks;
  if (holdsGap(answer)) {
    const sentence = `The answer to question ${number} still holds "TBC" or a gap in brackets.`;
    remarks.push({ sentence, mend });
  }
  if (limitUnknown(question)) {
    const sentence = `The answer to question ${number} may take ${formatLimit(question.limit)}: count its pages in the Word file. Muster does not know them.`;
    remarks.push({ sentence, mend });
  }
  if (status !== 'final') {
    remarks.push({ sentence: `The answer to question ${number} is not marked final.`, mend });
  }
  return remarks;
}
