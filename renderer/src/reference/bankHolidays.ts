import type { HolidayCalendar } from '../../../shared/domain/workingDays.ts';
import text from '../../../resources/bank-holidays.json?raw';

/** The bank holidays that Muster ships, by which every countdown reckons. */
export const bankHolidays = JSON.parse(text) as HolidayCalendar;
