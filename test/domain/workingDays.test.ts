import { describe, expect, test } from 'vitest';
import {
  beyondCalendarSentence,
  dayOff,
  workingDaysBefore,
  workingDaysBeginningWith,
  workingDaysLeft,
  workingDayUpTo,
} from '../../shared/domain/time/workingDays.ts';
import { bankHolidays } from './publishedFacts.ts';

describe('a statutory working day', () => {
  test.each([
    ['2027-01-04', '2 January (substitute day) (Scotland)'],
    ['2027-03-17', "St Patrick's Day (Northern Ireland)"],
    ['2027-03-29', 'Easter Monday (England and Wales, Northern Ireland)'],
    ['2026-12-25', 'Christmas Day (United Kingdom)'],
    ['2026-11-30', "St Andrew's Day (Scotland)"],
    ['2027-01-16', 'Saturday'],
    ['2027-01-17', 'Sunday'],
    ['2027-01-05', null],
  ])('%s: a day off in any part of the United Kingdom counts (%s)', (on, reason) => {
    expect(dayOff(bankHolidays, on)).toEqual({ ok: true, value: reason });
  });

  test.each(['2018-12-31', '2029-01-01'])('is unknown on %s, which lies beyond the published holidays', (on) => {
    const answer = dayOff(bankHolidays, on);
    expect(answer).toEqual({
      ok: false,
      error: { kind: 'beyondCalendar', day: on, from: '2019-01-01', to: '2028-12-31' },
    });
    if (!answer.ok) expect(beyondCalendarSentence(answer.error)).toContain('2028-12-31');
  });
});

describe('working days left', () => {
  test.each([
    ['2027-01-11', '2027-02-12', 24, 'a tender of 32 days'],
    ['2027-01-21', '2027-02-01', 7, 'before it is shortened'],
    ['2027-01-21', '2027-01-28', 5, 'after it is shortened'],
    ['2027-01-21', '2027-01-22', 1, 'questions close tomorrow'],
    ['2027-01-26', '2027-02-05', 8, 'after it is extended'],
    ['2026-12-10', '2026-12-14', 2, 'papers over a weekend'],
    ['2027-01-22', '2027-01-22', 0, 'due today'],
    ['2027-01-22', '2027-01-20', 0, 'over'],
  ])('from %s until %s are %d: %s', (today, until, count) => {
    const left = workingDaysLeft(bankHolidays, today, until);
    expect(left.ok && left.value.counted.length).toBe(count);
  });

  test('over Christmas skip every part of the Kingdom, and say why', () => {
    const left = workingDaysLeft(bankHolidays, '2026-12-24', '2027-01-05');
    expect(left.ok && left.value.counted).toEqual(['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-05']);
    expect(left.ok && left.value.skipped.map(({ on }) => on)).toEqual([
      '2026-12-25',
      '2026-12-26',
      '2026-12-27',
      '2026-12-28',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
    ]);
  });

  test('are unknown into a year without published holidays', () => {
    expect(workingDaysLeft(bankHolidays, '2028-12-28', '2029-01-04')).toMatchObject({ error: { day: '2029-01-01' } });
  });
});

test.each([
  ['2027-01-22', 2, '2027-01-20', 'an internal cut-off for questions'],
  ['2027-02-04', 5, '2027-01-28', "papers for a trustees' meeting"],
  ['2027-03-18', 1, '2027-03-16', "over St Patrick's Day"],
])('before %s, %d working days back is %s: %s', (day, count, expected) => {
  expect(workingDaysBefore(bankHolidays, day, count)).toMatchObject({ ok: true, value: { on: expected } });
});

test('days beginning with a day off start on the next working day', () => {
  const counted = workingDaysBeginningWith(bankHolidays, '2027-03-13', 1);
  expect(counted).toMatchObject({ value: { on: '2027-03-15', days: { skipped: [{ reason: 'Saturday' }, {}] } } });
});

test.each([
  ['2027-01-30', '2027-01-29'],
  ['2027-01-29', '2027-01-29'],
  ['2027-03-29', '2027-03-25'],
])('up to %s the last working day is %s', (day, expected) => {
  expect(workingDayUpTo(bankHolidays, day)).toMatchObject({ ok: true, value: { on: expected } });
});
