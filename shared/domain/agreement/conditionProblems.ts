import { shortText } from '../basics/shortText.ts';
import { judgeCondition } from '../bid/judgeCondition.ts';
import { ofLotsBidFor } from '../bid/lotsBidFor.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { AgreementInput } from './agreementFacts.ts';

/**
 * The conditions of participation that are not met, or not known to be: no final document leaves with one. Insurance that is
 * only committed may stand: a buyer may not ask for it before award (Procurement Act 2023 s.22(3)(b)).
 */
export function conditionProblems(input: AgreementInput, today: LocalDate): readonly DocumentProblem[] {
  return ofLotsBidFor(input.bid, input.bid.conditions).flatMap((condition): readonly DocumentProblem[] => {
    const { verdict, reason, sentence: why } = judgeCondition(condition, input, today);
    if (verdict === 'pass' || reason === 'promised') return [];
    const start = verdict === 'fail' ? 'A condition is not met' : 'It is not known whether a condition is met';
    const sentence = `${start}: ${shortText(condition.text, 90) || 'without a text'}. ${why}`;
    return [{ sentence, mend: { record: 'condition', id: condition.id } }];
  });
}
