import { expect, test } from 'vitest';
import { datesInText } from '../../../shared/interchange/ocds/datesInText.ts';

// The ways are those of published notices; in August London is an hour ahead of UTC.
test.each<[string, readonly (string | null)[]]>([
  ['The closing date is now 10 August 2026 at 12:00.', ['2026-08-10T11:00:00.000Z']],
  ['10/08/2026 12:00', ['2026-08-10T11:00:00.000Z']],
  ['10/08/26', ['2026-08-10']],
  ['10.08.2026, 12.00', ['2026-08-10T11:00:00.000Z']],
  ['Monday 10th August 2026, 12 noon', ['2026-08-10T11:00:00.000Z']],
  ['latest by 5pm; Friday 28 August 2026.', ['2026-08-28T16:00:00.000Z']],
  ['at 12 noon on 10 Aug 2026', ['2026-08-10T11:00:00.000Z']],
  ['17:00 hrs on the 10th of December 2026', ['2026-12-10T17:00:00.000Z']],
  ['2026-08-10T12:00:00+01:00', ['2026-08-10T11:00:00.000Z']],
  ['2026-08-10 12:00', ['2026-08-10T11:00:00.000Z']],
  ['moved from 13 August 2026 to 10 August 2026', ['2026-08-13', '2026-08-10']],
  ['August 13, 2026', ['2026-08-13']],
  ['We will be publishing the Stage 1 ITT on Tuesday 11th August.', [null]],
  ['31 February 2026', [null]],
  // A time of day is no year, and a day without a year is no date.
  ['Tenders close on 14 August 12 noon', [null]],
  ['14 August 12noon', [null]],
  ['14 August 10 am', [null]],
  ['14 August 10.30', [null]],
  ['14 August 1700hrs', [null]],
  ['14 August 26, 12 noon', ['2026-08-14T11:00:00.000Z']],
  ["14 August '26 at 10 am", ['2026-08-14T09:00:00.000Z']],
  ['14 August 2026 at 1200', ['2026-08-14T11:00:00.000Z']],
  ['by 1700 on 14 August 2026', ['2026-08-14T16:00:00.000Z']],
  // Midnight may be the beginning or the end of the day, and no clock shows 25:00.
  ['by midnight on 14 August 2026', [null]],
  ['14 August 2026 (12 midnight)', [null]],
  ['14 August 2026 at 24:00', [null]],
  ['14 August 2026 at 12am', [null]],
  ['14 August 2026, 25:00', [null]],
  ['2026-08-14 25:00', [null]],
  ['2026-08-14T24:00:00', [null]],
  ['2026-02-31 12:00', [null]],
  ['2026-08-14 12:00:61', [null]],
  ['Date: 10/08/2026 Local time: 12:00', ['2026-08-10T11:00:00.000Z']],
  ['Lot 12 of 20, version 1.2.3, call 0121 496 0000, £12.50', []],
  ['10 marks may be given', []],
])('“%s” holds %j', (text, expected) => {
  expect(datesInText(text).map(({ due }) => (due === null ? null : due.kind === 'day' ? due.on : due.at))).toEqual(
    expected,
  );
});
