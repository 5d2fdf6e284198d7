import { dayOf } from '../../../../shared/domain/time/countdown.ts';
import { type DeadlineKind, deadlineKinds } from '../../../../shared/domain/tender/deadline.ts';
import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import { tenderStates } from '../../../../shared/domain/tender/tender.ts';
import type { Agenda, AgendaEntry } from '../../../../shared/domain/tender/tenderSummary.ts';

/** A deadline as a line of the agenda. */
export interface AgendaRow {
  readonly id: string;
  readonly entry: AgendaEntry;
  readonly day: LocalDate;
  /** Whether it is the first line of its day, which then names the day. */
  readonly opensDay: boolean;
}

export interface AgendaFilter {
  readonly text: string;
  /** `''` for every kind. */
  readonly kind: string;
  /** Of the tender; `''` for every state. */
  readonly state: string;
  /** What has passed without having been met or withdrawn, instead of what is to come. */
  readonly passed: boolean;
}

export const kindOptions: readonly { readonly value: DeadlineKind; readonly label: string }[] = keysOf(deadlineKinds)
  .filter((kind) => kind !== 'publication')
  .map((value) => ({ value, label: deadlineKinds[value] }));

export const stateOptions = keysOf(tenderStates).map((value) => ({ value, label: tenderStates[value] }));

/** The lines of the agenda by day. That a notice was published is no deadline. */
export function agendaRows(agenda: Agenda, { text, kind, state, passed }: AgendaFilter): readonly AgendaRow[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  let last = '';
  return (passed ? agenda.passed : agenda.upcoming)
    .filter(
      ({ tender, deadline }) =>
        deadline.kind !== 'publication' &&
        (kind === '' || deadline.kind === kind) &&
        (state === '' || tender.state === state) &&
        words.every((word) => tender.haystack.includes(word) || foldText(deadline.label).includes(word)),
    )
    .map((entry): AgendaRow => {
      const day = dayOf(entry.deadline.due);
      const opensDay = day !== last;
      last = day;
      return { id: entry.deadline.id, entry, day, opensDay };
    });
}
