import type { Clarification } from '../../../../../shared/domain/bid/bid.ts';
import { clarificationState } from '../../../../../shared/domain/bid/clarifications.ts';
import type { DeadlineLine } from '../../../../../shared/domain/tender/tenderSummary.ts';
import { dayOf } from '../../../../../shared/domain/time/countdown.ts';
import type { LocalDate } from '../../../../../shared/domain/time/localDate.ts';
import type { Tone } from '../../../ui/Mark.tsx';

/** How far a question is, and whether it came, or would come, too late for the date until which the buyer takes them. */
export function stateWords(
  clarification: Clarification,
  deadline: DeadlineLine | null,
  today: LocalDate,
): { readonly tone: Tone; readonly word: string } {
  const closes = deadline === null ? null : dayOf(deadline.due);
  const state = clarificationState(clarification);
  if (state === 'answered') return { tone: 'pass', word: 'Answered' };
  if (state === 'sent') {
    const late = closes !== null && (clarification.sentOn ?? '') > closes;
    return late ? { tone: 'fail', word: 'Sent after questions closed' } : { tone: 'soon', word: 'Sent, not answered' };
  }
  return closes !== null && today > closes
    ? { tone: 'fail', word: 'Not sent, questions closed' }
    : { tone: 'unknown', word: 'Draft' };
}
