import { format, isValid, parseISO } from 'date-fns';

/** A calendar day without a time or zone, as `YYYY-MM-DD`; sorts as text. */
export type LocalDate = string;

/** True for a real calendar day written `YYYY-MM-DD` (ISO 8601); 30 February and two-digit years are not. */
export function isLocalDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

/** A day for reading: `Fri 12 Feb 2027`. */
export function formatLocalDate(date: LocalDate): string {
  return format(parseISO(date), 'EEE d MMM yyyy');
}
