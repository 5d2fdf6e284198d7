import { currentDue } from '../../../../shared/domain/tender/amendment.ts';
import type { DeadlineKind } from '../../../../shared/domain/tender/deadline.ts';
import { formatLocalDate, type LocalDate } from '../../../../shared/domain/time/localDate.ts';
import { dayOf, endOf } from '../../../../shared/domain/time/countdown.ts';
import { publishedNotices } from '../../../../shared/domain/tender/publishedNotices.ts';
import { standingDeadlines } from '../../../../shared/domain/tender/standingDates.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';

/** A moment in the picture: where it stands from 0 to 1, and in which line its words fit. */
export interface TimelineMark {
  readonly key: string;
  readonly label: string;
  readonly at: number;
  readonly lane: number;
  readonly side: 'left' | 'right';
  readonly kind: 'passed' | 'coming' | 'today';
}

/** Of the width of the picture, a letter of a label takes about this much. */
const letter = 0.0068;
const most = 12;

/** The marks of a tender's dates from its first notice to the end of the award; what lies years ahead would squeeze the rest. */
export function timelineMarks(tender: Tender, now: Date): readonly TimelineMark[] {
  const moments = [
    ...publishedNotices(tender).map(({ type, on }) => moment(`${type ?? 'Notice'} published`, on, noonOf(on))),
    ...standingDeadlines(tender)
      .filter(({ kind, state }) => !leftOut.has(kind) && state !== 'withdrawn')
      .map((deadline) => {
        const due = currentDue(deadline);
        return moment(deadline.label, dayOf(due), endOf(due).getTime());
      }),
  ]
    .toSorted((a, b) => a.time - b.time)
    .slice(0, most);
  const first = moments[0];
  const last = moments.at(-1);
  if (first === undefined || last === undefined || moments.length < 2) return [];
  const span = Math.max(last.time - first.time, 1);
  const today = { label: 'Today', time: now.getTime() };
  const withToday = today.time > first.time && today.time < last.time ? [...moments, today] : moments;
  const ends: number[] = [];
  return withToday
    .toSorted((a, b) => a.time - b.time)
    .map(({ label, time }): TimelineMark => {
      const at = (time - first.time) / span;
      const width = label.length * letter + 0.012;
      const side = at + width > 1 ? 'left' : 'right';
      const from = side === 'right' ? at : at - width;
      const free = ends.findIndex((end) => end <= from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = from + width;
      const kind = label === 'Today' ? 'today' : time <= now.getTime() ? 'passed' : 'coming';
      return { key: `${label} ${time}`, label, at, lane, side, kind };
    });
}

const leftOut = new Set<DeadlineKind>(['publication', 'contractStart', 'contractEnd', 'validityEnd']);

function moment(what: string, on: LocalDate, time: number): { readonly label: string; readonly time: number } {
  return { label: `${what}, ${formatLocalDate(on).slice(4, -5)}`, time };
}

function noonOf(on: LocalDate): number {
  return Date.parse(`${on}T12:00:00Z`);
}
