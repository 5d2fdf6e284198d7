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
  ['Date: 10/08/2026 Local time: 12:00', ['2026-08-10T11:00:00.000Z']],
  ['Lot 12 of 20, version 1.2.3, call 0121 496 0000, £12.50', []],
  ['10 marks may be given', []],
])('“%s” holds %j', (text, expected) => {
  expect(datesInText(text).map(({ due }) => (due === null ? null : due.kind === 'day' ? due.on : due.at))).toEqual(
    expected,
  );
});
