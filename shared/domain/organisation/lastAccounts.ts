import { addDays, type LocalDate } from '../time/localDate.ts';
import type { Organisation, TurnoverYear } from './organisation.ts';

/**
 * The years that have ended, the newest first. A year whose last day is today has not ended, and a figure entered for a year
 * that has not ended is a forecast: it is never part of the last accounts.
 */
export function endedYears({ turnover }: Pick<Organisation, 'turnover'>, on: LocalDate): readonly TurnoverYear[] {
  return turnover.filter(({ yearEnd }) => yearEnd < on).toSorted((a, b) => b.yearEnd.localeCompare(a.yearEnd));
}

/** The newest year that has ended on a day; `null` where none is recorded. */
export function lastAccounts(organisation: Pick<Organisation, 'turnover'>, on: LocalDate): TurnoverYear | null {
  return endedYears(organisation, on)[0] ?? null;
}

/** When the accounts that follow must be public: a year, and the ten months that a charity has (Charities Act 2011 s.163). */
const nextAccountsMonths = 22;

/** Whether newer accounts must exist by a day, so that those of a year are not the last. */
export function areNewerAccountsDue({ yearEnd }: Pick<TurnoverYear, 'yearEnd'>, on: LocalDate): boolean {
  return isLaterThan(on, yearEnd, nextAccountsMonths);
}

/** Whether a day lies more than so many months after another; from the last day of a month, months end on last days (Companies Act 2006 s.443). */
export function isLaterThan(later: LocalDate, earlier: LocalDate, months: number): boolean {
  const elapsed = monthsSinceYearZero(later) - monthsSinceYearZero(earlier);
  if (elapsed !== months) return elapsed > months;
  const fromLastDay = addDays(earlier, 1).endsWith('-01');
  return !fromLastDay && later.slice(8) > earlier.slice(8);
}

function monthsSinceYearZero(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
