import { format, parseISO } from 'date-fns';
import type { Due } from '../tender/deadline.ts';
import { clockAt, placeOf } from './instant.ts';
import type { LocalDate } from './localDate.ts';

/** A day as contracts write it: `12 February 2027`. */
export function formatLongDate(date: LocalDate): string {
  return format(parseISO(date), 'd MMMM yyyy');
}

/** A due day or time as documents write it: `12 February 2027, 12:00 (London)`. */
export function formatLongDue(due: Due): string {
  if (due.kind === 'day') return formatLongDate(due.on);
  const clock = clockAt(due.at, due.zone);
  return `${formatLongDate(clock.slice(0, 10))}, ${clock.slice(11, 16)} (${placeOf(due.zone)})`;
}
