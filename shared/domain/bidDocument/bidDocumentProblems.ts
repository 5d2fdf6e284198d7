import { shareSentences } from '../agreement/agreementProblems.ts';
import type { AgreementInput } from '../agreement/agreementFacts.ts';
import { judgeCondition } from '../bid/judgeCondition.ts';
import { shortfallSentences } from '../bid/shortfallSentences.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { deliverersOf } from '../bid/bidMembers.ts';
import { areSharesOfPrice } from '../bid/shares.ts';
import { shortText } from '../basics/shortText.ts';
import { plainText } from '../bid/richText.ts';
import { limitUse } from '../bid/wordCount.ts';

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

/** What a buyer would mark down or reject, which the team should mend before it submits. */
export function bidDocumentRemarks(input: AgreementInput): readonly DocumentProblem[] {
  const { bid, tender } = input;
  const remarks: DocumentProblem[] = [];
  if (tender.reference.trim() === '') {
    const sentence = "The buyer's reference is missing from the cover.";
    remarks.push({ sentence, mend: { record: 'tender', field: 'reference' } });
  }
  if (bid.validityDays === null) {
    const sentence = 'How long the offer stands is not said.';
    remarks.push({ sentence, mend: { record: 'bid', field: 'validityDays' } });
  }
  if (bid.signatory.name.trim() === '') {
    const sentence = 'Nobody is named who signs for the bidder.';
    remarks.push({ sentence, mend: { record: 'bid', field: 'signatory' } });
  }
  return [
    ...remarks,
    ...shareRemarks(input),
    ...emptyRemarks(input),
    ...memberRemarks(input),
    ...conditionRemarks(input),
    ...requirementRemarks(input),
    ...answerRemarks(input),
  ];
}

function shareRemarks({ bid }: AgreementInput): readonly DocumentProblem[] {
  if (areSharesOfPrice(bid)) return [];
  return bid.shareBase === 'unknown'
    ? [
        {
          sentence:
            'It is not said what the shares are of: the document cannot call them shares of the contract price.',
          mend: { record: 'bid', field: 'shareBase' },
        },
      ]
    : [
        {
          sentence:
            'The management fee is not decided: the document cannot give shares of the contract price, which buyers ask for.',
          mend: { record: 'agreement', field: 'feeBasisPoints' },
        },
      ];
}

/** A part with nothing in it says N/A, which may be right; the team should know that it is so. */
function emptyRemarks({ bid }: AgreementInput): readonly DocumentProblem[] {
  const lists = [
    { of: 'conditions', length: bid.conditions.length, none: 'No condition of participation is listed' },
    { of: 'requirements', length: bid.requirements.length, none: 'No requirement is listed' },
    { of: 'responses', length: bid.questions.length, none: "None of the buyer's questions is listed" },
  ] as const;
  return lists.flatMap(({ of, length, none }) => {
    const sentence = `${none}; the document says N/A. Check with the tender that there is none.`;
    return length === 0 ? [{ sentence, mend: { record: 'list', of } }] : [];
  });
}

function memberRemarks({ bid, organisations }: AgreementInput): readonly DocumentProblem[] {
  const remarks: DocumentProblem[] = [];
  for (const { organisationId, responsibilities } of deliverersOf(bid, null)) {
    const organisation = organisations.find(({ id }) => id === organisationId);
    if (organisation === undefined) continue;
    const { name, legalForm, identifiers } = organisation;
    if (legalForm === 'unknown') {
      const sentence = `The legal form of ${name} is not known; the document says N/A.`;
      remarks.push({ sentence, mend: { record: 'organisation', organisationId, field: 'legalForm' } });
    }
    if (!identifiers.some(({ scheme }) => scheme === 'GB-PPON')) {
      const sentence = `${name} has no PPON; the document says N/A.`;
      remarks.push({ sentence, mend: { record: 'organisation', organisationId, field: 'identifiers' } });
    }
    if (responsibilities.trim() === '') {
      const sentence = `What ${name} does in the bid is not said.`;
      remarks.push({ sentence, mend: { record: 'member', organisationId, field: 'responsibilities' } });
    }
  }
  return remarks;
}

function conditionRemarks(input: AgreementInput): readonly DocumentProblem[] {
  return input.bid.conditions.flatMap((condition): readonly DocumentProblem[] => {
    const { verdict, reason } = judgeCondition(condition, input);
    const mend = { record: 'condition', id: condition.id } as const;
    if (verdict !== 'pass') {
      const judged = verdict === 'fail' ? 'is not met' : 'is not known to be met';
      return [{ sentence: `The condition "${short(condition.text)}" ${judged}. ${shortfallSentences[reason]}`, mend }];
    }
    return condition.proof.trim() === ''
      ? [{ sentence: `No evidence is given for "${short(condition.text)}".`, mend }]
      : [];
  });
}

function requirementRemarks({ bid }: AgreementInput): readonly DocumentProblem[] {
  return bid.requirements.flatMap(({ id, lotId, text, leadMemberId, proof }): readonly DocumentProblem[] => {
    const mend = { record: 'requirement', id } as const;
    const leads = deliverersOf(bid, lotId).some(({ organisationId }) => organisationId === leadMemberId);
    if (!leads) return [{ sentence: `No member leads on "${short(text)}".`, mend }];
    return proof.trim() === '' ? [{ sentence: `No evidence is given for "${short(text)}".`, mend }] : [];
  });
}

function answerRemarks({ bid }: AgreementInput): readonly DocumentProblem[] {
  return bid.questions.flatMap(({ id, number, answer, limit, status }): readonly DocumentProblem[] => {
    const mend = { record: 'question', id } as const;
    if (plainText(answer).trim() === '') {
      return [{ sentence: `Question ${number} has no answer; the document says N/A.`, mend }];
    }
    const use = limitUse(answer, limit);
    if (use.state === 'over') {
      const unit = limit.kind === 'characters' ? 'characters' : 'words';
      return [
        { sentence: `The answer to question ${number} has ${use.used} ${unit} and the limit is ${limit.value}.`, mend },
      ];
    }
    return status === 'final' ? [] : [{ sentence: `The answer to question ${number} is not marked final.`, mend }];
  });
}

function short(text: string): string {
  return shortText(text, 70);
}
