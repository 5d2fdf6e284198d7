import type { HolidayCalendar } from '../../../shared/domain/time/workingDays.ts';
import text from '../../../resources/bank-holidays.json?raw';

/** The bank holidays that Muster ships, by which every countdown reckons. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Muster's own file
export const bankHolidays = JSON.parse(text) as HolidayCalendar;
