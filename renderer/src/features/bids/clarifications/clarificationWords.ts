import type { Clarification } from '../../../../../shared/domain/bid/bid.ts';
import { clarificationState } from '../../../../../shared/domain/bid/clarifications.ts';
import { currentDue } from '../../../../../shared/domain/tender/amendment.ts';
import type { Deadline } from '../../../../../shared/domain/tender/deadline.ts';
import type { Tender } from '../../../../../shared/domain/tender/tender.ts';
import { dayOf } from '../../../../../shared/domain/time/countdown.ts';
import type { LocalDate } from '../../../../../shared/domain/time/localDate.ts';
import type { Tone } from '../../../ui/Mark.tsx';

/** The date until which the buyer takes questions; the soonest where lots have their own. */
export function questionDeadline({ deadlines }: Pick<Tender, 'deadlines'>): Deadline | null {
  const found = deadlines.filter(({ kind, state }) => kind === 'questions' && state !== 'withdrawn');
  return found.toSorted((a, b) => dayOfDeadline(a).localeCompare(dayOfDeadline(b)))[0] ?? null;
}

function dayOfDeadline(deadline: Deadline): LocalDate {
  return dayOf(currentDue(deadline));
}

/** How far a question is, and whether it came, or would come, too late. */
export function stateWords(
  clarification: Clarification,
  tender: Pick<Tender, 'deadlines'>,
  today: LocalDate,
): { readonly tone: Tone; readonly word: string } {
  const deadline = questionDeadline(tender);
  const closes = deadline === null ? null : dayOfDeadline(deadline);
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
