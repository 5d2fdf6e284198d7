import type { Due } from '../tender/deadline.ts';
import { clockAt, instantAt, london, placeOf } from './instant.ts';
import { addDays, daysBetween, formatLocalDate, today, type LocalDate } from './localDate.ts';
import { ok, type Result } from '../basics/result.ts';
import {
  type BeyondCalendar,
  dayOff,
  type HolidayCalendar,
  type SkippedDay,
  workingDaysLeft,
  workingDayUpTo,
} from './workingDays.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How near a deadline is. `close` is within 48 hours. */
export type Urgency = 'passed' | 'close' | 'week' | 'later';

/** The moment at which it is too late: the instant itself, or the end of the day in the United Kingdom. */
export function endOf(due: Due): Date {
  return new Date(due.kind === 'instant' ? due.at : instantAt(`${addDays(due.on, 1)}T00:00:00`, london).at);
}

export function urgency(due: Due, now: Date): Urgency {
  const left = endOf(due).getTime() - now.getTime();
  if (left <= 0) return 'passed';
  if (left <= 48 * hour) return 'close';
  return left <= 7 * 24 * hour ? 'week' : 'later';
}

/** The day on which it falls by the clock of its own zone. */
export function dayOf(due: Due): LocalDate {
  return due.kind === 'day' ? due.on : today(new Date(due.at), due.zone);
}

/** For reading: `Fri 12 Feb 2027, 12:00 (London)`, or `Fri 12 Feb 2027` for a day. */
export function formatDue(due: Due): string {
  if (due.kind === 'day') return formatLocalDate(due.on);
  const [on = '', time = ''] = clockAt(due.at, due.zone).split('T');
  return `${formatLocalDate(on)}, ${time.slice(0, 5)} (${placeOf(due.zone)})`;
}

/**
 * What is left in words: `in 9 working days`; hours and minutes once it is within 48 hours, and seconds in the last hour. Where bank
 * holidays are not known, calendar days. Days are those of the deadline's own zone; today is not counted, the day it is due is.
 */
export function countdown(due: Due, now: Date, calendar: HolidayCalendar): string {
  const left = endOf(due).getTime() - now.getTime();
  if (left <= 0) return passed(-left);
  const from = today(now, due.kind === 'instant' ? due.zone : london);
  const until = dayOf(due);
  if (due.kind === 'day' && from === until) return 'today';
  if (due.kind === 'instant' && left <= 48 * hour) return `in ${ticking(left)}`;
  const days = daysBetween(from, until);
  if (days === 1) return 'tomorrow';
  const working = workingDaysLeft(calendar, from, until);
  if (!working.ok || working.value.counted.length === 0) return `in ${plural(days, 'day')}`;
  return `in ${plural(working.value.counted.length, 'working day')}`;
}

function passed(since: number): string {
  if (since < minute) return 'just passed';
  if (since < hour) return `${plural(Math.floor(since / minute), 'minute')} ago`;
  if (since < 48 * hour) return `${plural(Math.floor(since / hour), 'hour')} ago`;
  return `${plural(Math.floor(since / (24 * hour)), 'day')} ago`;
}

function ticking(left: number): string {
  const hours = Math.floor(left / hour);
  const minutes = Math.floor((left % hour) / minute);
  if (hours > 0) return `${hours} h ${String(minutes).padStart(2, '0')} min`;
  const seconds = Math.floor((left % minute) / second);
  return `${minutes} min ${String(seconds).padStart(2, '0')} s`;
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Two days before a deadline, when a bid should be ready. */
export interface TwoDaysBefore {
  /** Exactly 48 hours before, a UTC instant. */
  readonly literal: string;
  /** The same clock time on the last working day up to then: what the plan uses. */
  readonly plan: string;
  /** The days between the two, empty where they are the same. */
  readonly skipped: readonly SkippedDay[];
}

/** The moment 48 hours before, and the one that the plan uses where that falls on a day off. */
export function twoDaysBefore(
  due: Extract<Due, { kind: 'instant' }>,
  calendar: HolidayCalendar,
): Result<TwoDaysBefore, BeyondCalendar> {
  const literal = new Date(Date.parse(due.at) - 48 * hour).toISOString();
  const [on = '', time = ''] = clockAt(literal, due.zone).split('T');
  const day = workingDayUpTo(calendar, on);
  if (!day.ok) return day;
  const plan = day.value.on === on ? literal : instantAt(`${day.value.on}T${time}`, due.zone).at;
  return ok({ literal, plan, skipped: day.value.days.skipped });
}

/** What makes a deadline worth a second look before relying on it. */
export type Oddity = 'midnight' | 'lastMinuteOfDay' | 'weekend' | 'bankHoliday' | 'unknownHolidays';

/** The oddities of a deadline, each with a sentence for a person. */
export function oddities(due: Due, calendar: HolidayCalendar): readonly { kind: Oddity; sentence: string }[] {
  const found: { kind: Oddity; sentence: string }[] = [];
  const on = dayOf(due);
  if (due.kind === 'instant') {
    const time = clockAt(due.at, due.zone).slice(11, 16);
    if (time === '00:00') {
      const sentence = `00:00 is the first moment of ${formatLocalDate(on)}. Ask the buyer whether the end of that day is meant; until then work to the day before.`;
      found.push({ kind: 'midnight', sentence });
    }
    if (time === '23:59') {
      found.push({ kind: 'lastMinuteOfDay', sentence: 'Nobody at the buyer or the portal will help at this hour.' });
    }
  }
  const off = dayOff(calendar, on);
  if (!off.ok) {
    found.push({ kind: 'unknownHolidays', sentence: `Bank holidays of ${on.slice(0, 4)} are not known yet.` });
  } else if (off.value === 'Saturday' || off.value === 'Sunday') {
    found.push({ kind: 'weekend', sentence: `This is a ${off.value}.` });
  } else if (off.value !== null) {
    found.push({ kind: 'bankHoliday', sentence: `This is a bank holiday: ${off.value}.` });
  }
  return found;
}
