import { addDays, type LocalDate } from './localDate.ts';
import { err, ok, type Result } from '../basics/result.ts';

/** A bank holiday and the parts of the United Kingdom that keep it. */
export interface BankHoliday {
  readonly on: LocalDate;
  readonly title: string;
  readonly parts: readonly ('England and Wales' | 'Scotland' | 'Northern Ireland')[];
}

/** Bank holidays as proclaimed. Nothing is known of days outside `from` to `to`, both included. */
export interface HolidayCalendar {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly holidays: readonly BankHoliday[];
}

/** A day that is not a working day, and why: `Saturday`, or `St Patrick's Day (Northern Ireland)`. */
export interface SkippedDay {
  readonly on: LocalDate;
  readonly reason: string;
}

/** How a number of days was counted, for showing it day by day. */
export interface CountedDays {
  readonly counted: readonly LocalDate[];
  readonly skipped: readonly SkippedDay[];
}

/** The days run beyond what the calendar knows: the answer is unknown. */
export interface BeyondCalendar {
  readonly kind: 'beyondCalendar';
  readonly day: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface CountedDay {
  readonly on: LocalDate;
  readonly days: CountedDays;
}

/** What to tell a person where bank holidays are not known. */
export function beyondCalendarSentence({ day, from, to }: BeyondCalendar): string {
  return `Bank holidays are known from ${from} to ${to} only, so working days around ${day} cannot be counted.`;
}

/**
 * Why a day is not a working day, or `null` where it is one. A working day is not a Saturday, a Sunday, or a bank holiday in any
 * part of the United Kingdom, wherever the buyer is (Procurement Act 2023 s.123(1)).
 */
export function dayOff(calendar: HolidayCalendar, on: LocalDate): Result<string | null, BeyondCalendar> {
  if (on < calendar.from || on > calendar.to) {
    return err({ kind: 'beyondCalendar', day: on, from: calendar.from, to: calendar.to });
  }
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return ok('Saturday');
  if (weekday === 0) return ok('Sunday');
  const holiday = holidaysByDay(calendar).get(on);
  return ok(holiday === undefined ? null : `${holiday.title} (${where(holiday)})`);
}

/** The day on which `count` working days end that begin with a day: it is the first of them if it is a working day. */
export function workingDaysBeginningWith(
  calendar: HolidayCalendar,
  first: LocalDate,
  count: number,
): Result<CountedDay, BeyondCalendar> {
  return walk(calendar, first, 1, count);
}

/** The working day that lies `count` working days before a day, which is itself not counted. */
export function workingDaysBefore(
  calendar: HolidayCalendar,
  day: LocalDate,
  count: number,
): Result<CountedDay, BeyondCalendar> {
  return walk(calendar, addDays(day, -1), -1, count);
}

/** The day itself if it is a working day, else the last one before it. */
export function workingDayUpTo(calendar: HolidayCalendar, day: LocalDate): Result<CountedDay, BeyondCalendar> {
  return walk(calendar, day, -1, 1);
}

/** The working days after one day up to and including another: what is left today of the time until a deadline. */
export function workingDaysLeft(
  calendar: HolidayCalendar,
  today: LocalDate,
  until: LocalDate,
): Result<CountedDays, BeyondCalendar> {
  const counted: LocalDate[] = [];
  const skipped: SkippedDay[] = [];
  for (let on = addDays(today, 1); on <= until; on = addDays(on, 1)) {
    const off = dayOff(calendar, on);
    if (!off.ok) return off;
    if (off.value === null) counted.push(on);
    else skipped.push({ on, reason: off.value });
  }
  return ok({ counted, skipped });
}

function walk(
  calendar: HolidayCalendar,
  first: LocalDate,
  step: 1 | -1,
  count: number,
): Result<CountedDay, BeyondCalendar> {
  const counted: LocalDate[] = [];
  const skipped: SkippedDay[] = [];
  for (let on = first; ; on = addDays(on, step)) {
    const off = dayOff(calendar, on);
    if (!off.ok) return off;
    if (off.value === null) counted.push(on);
    else skipped.push({ on, reason: off.value });
    if (counted.length >= count) return ok({ on, days: { counted, skipped } });
  }
}

/** A calendar is asked hundreds of times for one screen of countdowns. */
const byDay = new WeakMap<HolidayCalendar, ReadonlyMap<LocalDate, BankHoliday>>();

function holidaysByDay(calendar: HolidayCalendar): ReadonlyMap<LocalDate, BankHoliday> {
  const known = byDay.get(calendar) ?? new Map(calendar.holidays.map((holiday) => [holiday.on, holiday]));
  byDay.set(calendar, known);
  return known;
}

function where({ parts }: BankHoliday): string {
  return parts.length === 3 ? 'United Kingdom' : parts.join(', ');
}
