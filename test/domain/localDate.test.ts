import { afterEach, describe, expect, it, test, vi } from 'vitest';
import {
  dateProblemSentence,
  daysBetween,
  formatLocalDate,
  isLocalDate,
  parseLocalDate,
  today,
  type DateProblem,
} from '../../shared/domain/time/localDate.ts';

afterEach(() => vi.unstubAllEnvs());

describe('parseLocalDate', () => {
  test.each<[string, string]>([
    ['12/2/2027', '2027-02-12'],
    ['2/12/2027', '2027-12-02'],
    ['12-02-2027', '2027-02-12'],
    ['12.02.27', '2027-02-12'],
    ['01/01/99', '2099-01-01'],
    ['2027-02-12', '2027-02-12'],
    ['12 Feb 2027', '2027-02-12'],
    ['12-Feb-27', '2027-02-12'],
    ['12feb2027', '2027-02-12'],
    ['31 march 2026', '2026-03-31'],
    ['1st of September, 2026', '2026-09-01'],
    ['3 Sept 2026', '2026-09-03'],
    ['Fri 12 Feb 2027', '2027-02-12'],
    ['Friday, 12th February 2027', '2027-02-12'],
    ['  29 February 2028 ', '2028-02-29'],
    ['Fri. 12 Feb. 2027', '2027-02-12'],
    ['Friday the 12th of February 2027', '2027-02-12'],
    ['Weds 10 Feb 2027', '2027-02-10'],
    ['Tues 9 Feb 2027', '2027-02-09'],
    ['Thurs, 11 Feb 2027', '2027-02-11'],
    ['February 12, 2027', '2027-02-12'],
    ['Friday, February 12th 2027', '2027-02-12'],
    ['2027/02/12', '2027-02-12'],
    ['12\u00A0Feb\u00A02027', '2027-02-12'],
  ])('reads %j as %s', (typed, value) => {
    expect(parseLocalDate(typed)).toEqual({ ok: true, value });
  });

  test.each<[string, DateProblem]>([
    ['', 'empty'],
    ['soon', 'notADate'],
    ['Feb 12', 'noYear'],
    ['Mon Feb 12 2027', 'wrongWeekday'],
    ['12/2-2027', 'notADate'],
    ['12 ma 2027', 'notADate'],
    ['12 Febtober 2027', 'notADate'],
    ['12/2', 'noYear'],
    ['12 Feb', 'noYear'],
    ['31/02/2027', 'noSuchDay'],
    ['29 Feb 2027', 'noSuchDay'],
    ['02/13/2027', 'noSuchDay'],
    ['0/1/2027', 'noSuchDay'],
    ['Mon 12 Feb 2027', 'wrongWeekday'],
    ['1/1/0027', 'yearOutOfRange'],
    ['1/1/2270', 'yearOutOfRange'],
  ])('refuses %j: %s', (typed, error) => {
    expect(parseLocalDate(typed)).toEqual({ ok: false, error });
    expect(dateProblemSentence(error)).toMatch(/\.$/);
  });

  it('reads back what formatLocalDate writes, on every day of two years', () => {
    for (let day = Date.UTC(2027, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      expect(parseLocalDate(formatLocalDate(date))).toEqual({ ok: true, value: date });
    }
  });
});

test.each<[string, boolean]>([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-2-9', false],
  ['27-02-09', false],
])('isLocalDate(%j) is %s', (text, expected) => {
  expect(isLocalDate(text)).toBe(expected);
});

describe('today', () => {
  it('is the day in the zone, not in UTC', () => {
    const lateOnJune30 = new Date('2026-06-30T23:30:00Z');
    expect(today(lateOnJune30, 'Europe/London')).toBe('2026-07-01');
    expect(today(lateOnJune30, 'UTC')).toBe('2026-06-30');
    expect(today(new Date('2027-01-05T00:10:00Z'), 'America/New_York')).toBe('2027-01-04');
  });
});

test.each(['UTC', 'Europe/London', 'Pacific/Auckland'])('daysBetween counts days over a clock change in %s', (zone) => {
  vi.stubEnv('TZ', zone);
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
  expect(daysBetween('2027-04-03', '2027-04-05')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});
