import { shortText } from '../basics/shortText.ts';
import { judgeCondition } from '../bid/judgeCondition.ts';
import { shortfallSentences } from '../bid/shortfallSentences.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import type { AgreementInput } from './agreementFacts.ts';

/** The conditions of participation that are not met, or not known to be: nobody signs for a bid that cannot stand. */
export function conditionProblems(input: AgreementInput): readonly DocumentProblem[] {
  return input.bid.conditions.flatMap((condition): readonly DocumentProblem[] => {
    const { verdict, reason } = judgeCondition(condition, input);
    if (verdict === 'pass') return [];
    const start = verdict === 'fail' ? 'A condition is not met' : 'It is not known whether a condition is met';
    const sentence = `${start}: ${shortText(condition.text, 90) || 'without a text'}. ${shortfallSentences[reason]}`;
    return [{ sentence, mend: { record: 'condition', id: condition.id } }];
  });
}
