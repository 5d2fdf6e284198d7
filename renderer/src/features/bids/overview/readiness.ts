import { agreementProblems, shareSentences } from '../../../../../shared/domain/agreement/agreementProblems.ts';
import { liabilityToBuyerOf, receiptsOf } from '../../../../../shared/domain/agreement/agreementFacts.ts';
import { agreementChoices, agreementFigures } from '../../../../../shared/domain/agreement/agreementOptions.ts';
import type { Bid } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { countVerdicts, judgeConditions } from '../../../../../shared/domain/bid/judgeCondition.ts';
import type { Verdict } from '../../../../../shared/domain/bid/judgement.ts';
import { delivers } from '../../../../../shared/domain/bid/bidMembers.ts';
import { ofLotsBidFor } from '../../../../../shared/domain/bid/lotsBidFor.ts';
import { clarificationState } from '../../../../../shared/domain/bid/clarifications.ts';
import { coverageOf } from '../../../../../shared/domain/bid/coverage.ts';
import type { DocumentProblem } from '../../../../../shared/domain/document/documentProblem.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { lacksLegalPersonality } from '../../../../../shared/domain/organisation/legalForm.ts';
import { nationOf } from '../../../../../shared/domain/organisation/nation.ts';
import { answerState } from '../../../../../shared/domain/bid/answerState.ts';
import { limitUnknown, limitUse } from '../../../../../shared/domain/bid/wordCount.ts';
import { shortText } from '../../../../../shared/domain/basics/shortText.ts';
import type { LocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { counted } from '../../../ui/counted.ts';
import type { Tone } from '../../../ui/Mark.tsx';
import type { BidTab } from '../bidAddress.ts';
import { countWords, toneOf } from '../conditions/conditionWords.ts';

/** How one part of a bid stands, and what in it is to be settled. */
export interface PartState {
  readonly part: string;
  readonly tab: BidTab;
  readonly tone: Tone;
  readonly sentence: string;
  readonly problems: readonly DocumentProblem[];
}

/** How far a bid is, part by part, in the order in which it is built. */
export function readinessOf(input: BidInput, today: LocalDate): readonly PartState[] {
  return [
    teamState(input),
    sharesState(input),
    requirementsState(input),
    conditionsState(input, today),
    responsesState(input),
    clarificationsState(input.bid),
    agreementState(input.bid),
  ];
}

function teamState(input: BidInput): PartState {
  const { bid, organisations } = input;
  const problems: readonly DocumentProblem[] = [
    ...agreementProblems(input).filter(
      ({ mend }) =>
        mend.record === 'organisation' ||
        (mend.record === 'bid' && (mend.field === 'members' || mend.field === 'structure')),
    ),
    ...organisations.flatMap(({ id, name, legalForm, ...rest }): readonly DocumentProblem[] =>
      lacksLegalPersonality(legalForm, nationOf(rest))
        ? [
            {
              sentence: `${name} is not a person in law and cannot be a party in its own name.`,
              mend: { record: 'organisation', organisationId: id, field: 'legalForm' },
            },
          ]
        : [],
    ),
  ];
  const sentence = `${counted(bid.members.length, 'organisation')}${problems.length === 0 ? ', a lead and a structure' : ''}`;
  return { part: 'Team', tab: 'team', tone: problems.length === 0 ? 'pass' : 'fail', sentence, problems };
}

function sharesState(input: BidInput): PartState {
  const problems = shareSentences(input);
  const lots = counted(input.bid.lotIds.length, 'lot');
  const sentence = problems.length === 0 ? `Total 100% in ${lots}` : 'The shares do not stand yet';
  return { part: 'Shares', tab: 'team', tone: problems.length === 0 ? 'pass' : 'fail', sentence, problems };
}

function requirementsState({ bid, profiles }: BidInput): PartState {
  const base = { part: 'Requirements', tab: 'requirements' } as const;
  const requirements = ofLotsBidFor(bid, bid.requirements);
  const coverages = coverageOf({ ...bid, requirements }, profiles);
  if (coverages.length === 0) return { ...base, tone: 'unknown', sentence: 'None is listed yet', problems: [] };
  const count = (state: string): number => coverages.filter((coverage) => coverage.state === state).length;
  const [covered, single, gap, unknown] = [count('covered'), count('single'), count('gap'), count('unknown')];
  const sentence = [
    `${covered} of ${coverages.length} covered`,
    ...(single > 0 ? [`${single} on one member alone`] : []),
    ...(gap > 0 ? [counted(gap, 'gap')] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ].join(', ');
  const open = single > 0 ? 'soon' : 'pass';
  const gone = requirements.filter(({ leadMemberId, lotId }) => {
    const lead = bid.members.find(({ organisationId }) => organisationId === leadMemberId);
    return leadMemberId !== null && (lead === undefined || !delivers(lead, lotId));
  });
  const tone = gap + gone.length > 0 ? 'fail' : unknown > 0 ? 'unknown' : open;
  const problems = coverages
    .filter((coverage) => coverage.state === 'gap' || (coverage.state === 'unknown' && coverage.requirement.mandatory))
    .map(({ requirement, state }): DocumentProblem => ({
      sentence: `${state === 'gap' ? 'Nobody can' : 'It is not known who can'}: ${short(requirement.text)}${requirement.mandatory ? ' (mandatory)' : ''}`,
      mend: { record: 'requirement', id: requirement.id },
    }));
  const withoutLead = gone.map(({ id, text }): DocumentProblem => ({
    sentence: `Who leads it does not deliver its lot, or has left the bid: ${short(text)}`,
    mend: { record: 'requirement', id },
  }));
  return { ...base, tone, sentence, problems: [...withoutLead, ...problems] };
}

function conditionsState(input: BidInput, today: LocalDate): PartState {
  const base = { part: 'Conditions of participation', tab: 'conditions' } as const;
  const judged = judgeConditions(input, today);
  if (judged.length === 0) return { ...base, tone: 'unknown', sentence: 'None is listed yet', problems: [] };
  // What would lose the bid comes first.
  const problems = (['fail', 'unknown', 'committed'] as const).flatMap((verdict) =>
    judged
      .filter(({ judgement }) => judgement.verdict === verdict)
      .map(({ condition, judgement }): DocumentProblem => ({
        sentence: `${verdictWords[verdict]}: ${short(condition.text)}. ${judgement.sentence}`,
        mend: { record: 'condition', id: condition.id },
      })),
  );
  const counts = countVerdicts(judged);
  return { ...base, tone: toneOf(counts), sentence: countWords(counts), problems };
}

const verdictWords: Readonly<Record<Exclude<Verdict, 'pass'>, string>> = {
  fail: 'Not met',
  unknown: 'Not known',
  committed: 'Committed',
};

function responsesState({ bid: { questions } }: BidInput): PartState {
  const base = { part: 'Responses', tab: 'responses' } as const;
  if (questions.length === 0) return { ...base, tone: 'unknown', sentence: 'No question is listed yet', problems: [] };
  const final = questions.filter(({ status }) => status === 'final').length;
  const answered = questions.filter(({ answer }) => answerState(answer) === 'answered').length;
  const problems = questions.flatMap(({ id, number, answer, limit }): readonly DocumentProblem[] => {
    const { state, used } = limitUse(answer, limit);
    if (state !== 'over') return [];
    const unit = limit.kind === 'characters' ? 'characters' : 'words';
    return [
      {
        sentence: `The answer to question ${number} has ${used} ${unit} and the limit is ${limit.value}.`,
        mend: { record: 'question', id },
      },
    ];
  });
  const inPages = questions.filter(limitUnknown).length;
  const unseen = inPages === 0 ? '' : `; ${counted(inPages, 'answer')} with a limit in pages to check in the document`;
  const sentence = `${answered} of ${questions.length} answered, ${final} final${unseen}`;
  const done = final === questions.length && answered === questions.length && inPages === 0;
  return { ...base, tone: problems.length > 0 ? 'fail' : done ? 'pass' : 'unknown', sentence, problems };
}

function clarificationsState({ clarifications }: Bid): PartState {
  const base = { part: 'Clarification questions', tab: 'clarifications' } as const;
  if (clarifications.length === 0) return { ...base, tone: 'pass', sentence: 'None is asked', problems: [] };
  const open = clarifications.filter((each) => clarificationState(each) !== 'answered');
  const problems = open.map((each): DocumentProblem => ({
    sentence: `${each.reference} is ${clarificationState(each) === 'sent' ? 'not answered yet' : 'not sent yet'}: ${short(each.text)}`,
    mend: { record: 'clarification', id: each.id },
  }));
  const sentence = `${clarifications.length - open.length} of ${clarifications.length} answered`;
  return { ...base, tone: open.length === 0 ? 'pass' : 'unknown', sentence, problems };
}

function agreementState(bid: Bid): PartState {
  const agreement = { ...bid.agreement, liabilityToBuyer: liabilityToBuyerOf(bid), receipts: receiptsOf(bid) };
  const keys = [...keysOf(agreementChoices), ...keysOf(agreementFigures), 'longStop' as const];
  const open =
    keys.filter((key) => (agreement[key] ?? null) === null).length + (agreement.jointBidReason.trim() === '' ? 1 : 0);
  const sentence =
    open === 0
      ? 'Every point of the agreement is decided'
      : `${open} of ${keys.length + 1} points of the agreement are not decided yet`;
  return {
    part: 'Consortium agreement',
    tab: 'documents',
    tone: open === 0 ? 'pass' : 'unknown',
    sentence,
    problems: [],
  };
}

function short(text: string): string {
  return shortText(text, 90) || 'without a text';
}
