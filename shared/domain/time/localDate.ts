import { tzOffset } from '@date-fns/tz';
import { format, parseISO } from 'date-fns';
import { err, ok, type Result } from '../basics/result.ts';

/** A calendar day without a time or zone, as `YYYY-MM-DD`; sorts as text. */
export type LocalDate = string;

/** True for a real calendar day written `YYYY-MM-DD` (ISO 8601); 30 February and two-digit years are not. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(text);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** A day for reading: `Fri 12 Feb 2027`. */
export function formatLocalDate(date: LocalDate): string {
  return format(parseISO(date), 'EEE d MMM yyyy');
}

/** The day it is in a time zone (IANA name, such as `Europe/London`) at an instant. */
export function today(now: Date, zone: string): LocalDate {
  return new Date(now.getTime() + tzOffset(zone, now) * 60_000).toISOString().slice(0, 10);
}

/** The day that lies `days` after a day; before it where `days` is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days `to` lies after `from`; negative where it lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Why a typed date could not be understood. */
export type DateProblem = 'empty' | 'notADate' | 'noYear' | 'noSuchDay' | 'wrongWeekday' | 'yearOutOfRange';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const yearFirst = /^(?<year>\d{4})(?<separator>[/.-])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})$/;
const dayFirst = /^(?<day>\d{1,2})(?:(?<separator>[/.-])(?<month>\d{1,2})(?:\k<separator>(?<year>\d{4}|\d{2}))?)$/;
const monthInWords =
  /^(?:(?<weekday>[a-z]{3,})\.? )?(?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?(?<month>[a-z]{3,})\.?(?:[ -]?(?<year>\d{4}|\d{2}))?$/;
const monthFirst =
  /^(?:(?<weekday>[a-z]{3,})\.? )?(?<month>[a-z]{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/;

/**
 * A date as people in Britain type it: `12/2/2027`, `12.02.27`, `12 Feb. 2027`, `Fri 12th February 2027`, or ISO
 * `2027-02-12`. The day always comes before the month, so that `2/12/2027` is 2 December; `February 12, 2027` has only one
 * meaning. Two-digit years are of this century. A weekday that does not fit is refused, because one of the two is then wrong.
 */
export function parseLocalDate(typed: string): Result<LocalDate, DateProblem> {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s,]+/g, ' ')
    .trim();
  if (text === '') return err('empty');
  const forms = [yearFirst, dayFirst, monthInWords, monthFirst];
  const parts = forms.map((form) => form.exec(text)).find((found) => found !== null)?.groups;
  if (parts === undefined) return err('notADate');
  const month = monthNumber(parts['month'] ?? '');
  if (month === null) return err('notADate');
  const typedYear = parts['year'];
  if (typedYear === undefined) return err('noYear');
  const year = typedYear.length === 2 ? `20${typedYear}` : typedYear;
  if (year < '1900' || year > '2199') return err('yearOutOfRange');
  const date = `${year}-${String(month).padStart(2, '0')}-${(parts['day'] ?? '').padStart(2, '0')}`;
  if (!isLocalDate(date)) return err('noSuchDay');
  const weekday = parts['weekday']?.replace(/^weds$/, 'wed');
  const fits = weekday === undefined || weekdayNames[parseISO(date).getDay()]?.startsWith(weekday) === true;
  return fits ? ok(date) : err('wrongWeekday');
}

/** What to tell a person whose date was not understood. */
export function dateProblemSentence(problem: DateProblem): string {
  return dateProblemSentences[problem];
}

const dateProblemSentences: Readonly<Record<DateProblem, string>> = {
  empty: 'Type a date, such as 12 Feb 2027.',
  notADate: 'This is not a date Muster can read. Type day, month, year: 12/2/2027 or 12 Feb 2027.',
  noYear: 'Add the year, such as 12 Feb 2027.',
  noSuchDay: 'There is no such day. Muster reads the day first, then the month: 12/2/2027 is 12 February.',
  wrongWeekday: 'The weekday does not fit the date. Check which of the two is right.',
  yearOutOfRange: 'The year must lie between 1900 and 2199.',
};

/** 1 to 12 for `2`, `02`, `feb`, `sept` or `february`; numbers beyond 12 pass through and make no real day. */
function monthNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const index = monthNames.findIndex((name) => name.startsWith(text));
  return index === -1 ? null : index + 1;
}
