import type { AgreementInput } from '../agreement/agreementFacts.ts';
import { conditionKinds, type Condition } from '../bid/bid.ts';
import { combiningRule, isCombined } from '../bid/clarifications.ts';
import { howTogether, thoseMeeting } from '../bid/conditions.ts';
import { judgeCondition } from '../bid/judgeCondition.ts';
import type { Block, TableRow } from '../document/document.ts';
import { formatLongDate } from '../time/longDate.ts';
import { bodyText, cell, heading, introText, listed, lotOf, nameOf, notApplicable } from './bidParts.ts';

/** The pass/fail table: each condition of participation, which member meets it, and whether it is met now or promised. */
export function conditionsPart(input: AgreementInput): readonly Block[] {
  const { conditions } = input.bid;
  const title = heading(1, 'Conditions of participation');
  if (conditions.length === 0) return [title, bodyText(notApplicable)];
  return [
    title,
    introText('This table says which member meets each condition, and how it can be checked.'),
    {
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
      rows: conditions.map((condition, index) => conditionRow(input, condition, index)),
    },
  ];
}

function conditionRow(input: AgreementInput, condition: Condition, index: number): TableRow {
  return {
    cells: [
      cell(String(index + 1)),
      cell(condition.text.trim() === '' ? conditionKinds[condition.kind] : condition.text),
      cell(lotOf(input, condition.lotId)),
      cell(metBy(input, condition)),
      cell(result(input, condition)),
      cell(evidence(input, condition)),
    ],
  };
}

function metBy(input: AgreementInput, condition: Condition): string {
  const names = listed(thoseMeeting(condition).map((id) => nameOf(input, id)));
  if (condition.metBy.kind === 'combined') return `${names}, ${howTogether[condition.kind]}`;
  return condition.metBy.kind === 'guarantor' ? `${names}, as guarantor` : names;
}

/** The same words for the same fact: what is not met or not known never reads as met. */
function result(input: AgreementInput, condition: Condition): string {
  const { verdict } = judgeCondition(condition, input);
  if (verdict === 'fail') return 'Not met';
  if (verdict === 'unknown') return 'Not stated';
  return condition.state === 'committed' ? 'Committed by contract start' : 'Met';
}

/** The proof and, where members meet it combined because the buyer answered that they may, that answer. */
function evidence(input: AgreementInput, condition: Condition): string {
  const { answer, clarification } = combiningRule(condition, input.bid);
  const isMet = judgeCondition(condition, input).verdict === 'pass';
  if (!isMet || !isCombined(condition) || clarification?.answeredOn == null) return condition.proof;
  const day = formatLongDate(clarification.answeredOn);
  const terms = answer === 'jointly' ? '; every member accepts joint and several liability' : '';
  const source = `Combined as your clarification answer of ${day} allows (our reference ${clarification.reference})${terms}.`;
  return condition.proof.trim() === '' ? source : `${condition.proof.trim().replace(/[.;]$/, '')}. ${source}`;
}
