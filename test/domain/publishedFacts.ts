import { readFileSync } from 'node:fs';
import type { Threshold } from '../../shared/domain/tender/thresholds.ts';
import type { HolidayCalendar } from '../../shared/domain/time/workingDays.ts';

function resource(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../resources/${name}`, import.meta.url), 'utf8'));
}

/** The bank holidays that Muster ships. */
export const bankHolidays = resource('bank-holidays.json') as HolidayCalendar;

/** What someone would count by who looks at the holidays of England and Wales only. */
export const naiveBankHolidays: HolidayCalendar = {
  ...bankHolidays,
  holidays: bankHolidays.holidays.filter(({ parts }) => parts.includes('England and Wales')),
};

export const { thresholds } = resource('thresholds.json') as { readonly thresholds: readonly Threshold[] };
