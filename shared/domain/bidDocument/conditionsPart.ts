import { joinedWords } from '../basics/joinedWords.ts';
import type { AgreementInput } from '../agreement/agreementFacts.ts';
import { isBlank } from '../bid/answerState.ts';
import { conditionKinds, type Condition } from '../bid/bid.ts';
import { combiningRule, isCombined } from '../bid/clarifications.ts';
import { howTogether, thoseMeeting } from '../bid/conditions.ts';
import { judgeCondition } from '../bid/judgeCondition.ts';
import type { Verdict } from '../bid/judgement.ts';
import type { Block, Inline, TableRow } from '../document/document.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';
import { cell, conditionsOf, heading, introduced, lotCell, nameOf, needed, open } from './bidParts.ts';

/** The pass/fail table: each condition of participation, which member meets it, and whether it is met now or promised. */
export function conditionsPart(input: AgreementInput, today: LocalDate): readonly Block[] {
  const conditions = conditionsOf(input);
  if (conditions.length === 0) return [];
  const intro = 'This table says which member meets each condition, and how it can be checked.';
  return [
    heading(1, 'Conditions of participation'),
    ...introduced(intro, 'that no evidence is given here', {
      kind: 'table',
      caption: 'Conditions of participation and who meets them',
      columns: [
        { header: 'No.', width: 6 },
        { header: 'Condition', width: 27 },
        { header: 'Lot', width: 10 },
        { header: 'Met by', width: 19 },
        { header: 'Result', width: 12 },
        { header: 'Evidence', width: 26 },
      ],
      rows: conditions.map((condition, index) => conditionRow(input, condition, { index, today })),
    }),
  ];
}

interface Place {
  readonly index: number;
  readonly today: LocalDate;
}

function conditionRow(input: AgreementInput, condition: Condition, { index, today }: Place): TableRow {
  const { verdict } = judgeCondition(condition, input, today);
  return {
    cells: [
      cell(String(index + 1)),
      cell(isBlank(condition.text) ? conditionKinds[condition.kind] : condition.text),
      lotCell(input, condition.lotId),
      needed(metBy(input, condition), 'Not decided'),
      results[verdict],
      cell(evidence(input, condition, verdict === 'pass')),
    ],
  };
}

/** Those in reserve are the team's own affair until they step in. */
function metBy(input: AgreementInput, condition: Condition): string {
  const reserves = input.bid.members.filter(({ role }) => role === 'reserve');
  const named = thoseMeeting(condition).filter((id) => reserves.every(({ organisationId }) => organisationId !== id));
  const names = joinedWords(named.map((id) => nameOf(input, id)));
  if (isBlank(names)) return '';
  if (condition.metBy.kind === 'combined') return `${names}, ${howTogether(condition)}`;
  return condition.metBy.kind === 'guarantor' ? `${names}, as guarantor` : names;
}

/** What is not met or not known never reads as met, and stands in a draft alone. */
const results: Readonly<Record<Verdict, readonly Inline[]>> = {
  pass: cell('Met'),
  committed: cell('Committed by contract start'),
  unknown: open('Not known'),
  fail: open('Not met'),
};

/** The proof and, where members meet it combined because the buyer answered that they may, that answer. */
function evidence(input: AgreementInput, condition: Condition, isMet: boolean): string {
  const { answer, clarification } = combiningRule(condition, input.bid);
  if (!isMet || !isCombined(condition) || clarification?.answeredOn == null) return condition.proof;
  const day = formatLongDate(clarification.answeredOn);
  const terms = answer === 'jointly' ? '; every member accepts joint and several liability' : '';
  const source = `Combined as your clarification answer of ${day} allows (our reference ${clarification.reference})${terms}.`;
  return condition.proof.trim() === '' ? source : `${condition.proof.trim().replace(/[.;]$/, '')}. ${source}`;
}
