import { describe, expect, test } from 'vitest';
import { countdown, dayOf, formatDue, oddities, twoDaysBefore, urgency } from '../../shared/domain/time/countdown.ts';
import type { Due } from '../../shared/domain/tender/deadline.ts';
import { instantAt, london } from '../../shared/domain/time/instant.ts';
import { bankHolidays } from './publishedFacts.ts';

function inLondon(clock: string): Extract<Due, { kind: 'instant' }> {
  return { kind: 'instant', at: instantAt(clock, london).at, zone: london };
}

const day = (on: string): Due => ({ kind: 'day', on });
const at = (clock: string) => new Date(instantAt(clock, london).at);

test.each<[Due, string]>([
  [inLondon('2027-02-12T12:00'), 'Fri 12 Feb 2027, 12:00 (London)'],
  [inLondon('2026-08-26T14:00'), 'Wed 26 Aug 2026, 14:00 (London)'],
  [{ kind: 'instant', at: '2026-08-26T13:00:00.000Z', zone: 'America/New_York' }, 'Wed 26 Aug 2026, 09:00 (New York)'],
  [day('2027-02-14'), 'Sun 14 Feb 2027'],
])('%j reads %s', (due, words) => {
  expect(formatDue(due)).toBe(words);
});

test('the day of a deadline is that of its own zone', () => {
  expect(dayOf(inLondon('2026-08-26T00:30'))).toBe('2026-08-26');
});

describe('a countdown', () => {
  const due = inLondon('2027-02-12T12:00');

  test.each<[Due, string, string]>([
    [due, '2027-01-11T09:00', 'in 24 working days'],
    [inLondon('2027-01-22T12:00'), '2027-01-11T09:00', 'in 9 working days'],
    [due, '2027-02-10T11:59', 'in 2 working days'],
    [due, '2027-02-10T12:00', 'in 48 h 00 min'],
    [due, '2027-02-11T23:05', 'in 12 h 55 min'],
    [due, '2027-02-12T11:47:30', 'in 12 min 30 s'],
    [due, '2027-02-12T12:00', 'just passed'],
    [due, '2027-02-12T12:01', '1 minute ago'],
    [due, '2027-02-12T15:30', '3 hours ago'],
    [due, '2027-02-15T12:00', '3 days ago'],
    [inLondon('2026-12-27T23:59'), '2026-12-24T20:00', 'in 3 days'],
    [inLondon('2029-03-01T12:00'), '2028-12-29T12:00', 'in 62 days'],
    [day('2027-02-12'), '2027-02-12T23:00', 'today'],
    [day('2027-02-12'), '2027-02-11T01:00', 'tomorrow'],
    [day('2027-02-15'), '2027-02-11T09:00', 'in 2 working days'],
    [day('2027-02-12'), '2027-02-13T00:00', 'just passed'],
  ])('to %j at %s says “%s”', (due, now, words) => {
    expect(countdown(due, at(now), bankHolidays)).toBe(words);
  });

  test('counts real hours over the night on which the clocks change', () => {
    expect(countdown(inLondon('2027-03-28T12:00'), at('2027-03-27T12:00'), bankHolidays)).toBe('in 23 h 00 min');
  });
});

test.each([
  ['2027-01-11T09:00', 'later'],
  ['2027-02-05T12:00', 'week'],
  ['2027-02-10T12:00', 'close'],
  ['2027-02-12T11:59:59', 'close'],
  ['2027-02-12T12:00', 'passed'],
])('at %s a deadline of 12 February at noon is %s', (now, expected) => {
  expect(urgency(inLondon('2027-02-12T12:00'), at(now))).toBe(expected);
});

test('a day lasts until its midnight in London, in summer an hour before that of UTC', () => {
  expect(urgency(day('2026-07-31'), new Date('2026-07-31T22:59:59Z'))).toBe('close');
  expect(urgency(day('2026-07-31'), new Date('2026-07-31T23:00:00Z'))).toBe('passed');
});

describe('two days before', () => {
  test.each([
    ['2027-02-12T12:00', '2027-02-10T12:00', '2027-02-10T12:00'],
    ['2027-02-01T12:00', '2027-01-30T12:00', '2027-01-29T12:00'],
    ['2027-01-28T12:00', '2027-01-26T12:00', '2027-01-26T12:00'],
    ['2027-02-05T12:00', '2027-02-03T12:00', '2027-02-03T12:00'],
    ['2027-03-19T12:00', '2027-03-17T12:00', '2027-03-16T12:00'],
    ['2027-03-30T12:00', '2027-03-28T12:00', '2027-03-25T12:00'],
  ])('%s lies %s, and the plan uses %s', (due, literal, plan) => {
    expect(twoDaysBefore(inLondon(due), bankHolidays)).toMatchObject({
      ok: true,
      value: { literal: instantAt(literal, london).at, plan: instantAt(plan, london).at },
    });
  });

  test('is 48 hours even where the clocks change in between', () => {
    expect(twoDaysBefore(inLondon('2027-03-29T12:00'), bankHolidays)).toMatchObject({
      value: { literal: instantAt('2027-03-27T11:00', london).at, plan: instantAt('2027-03-25T11:00', london).at },
    });
  });

  test('is unknown where bank holidays are', () => {
    expect(twoDaysBefore(inLondon('2029-06-01T12:00'), bankHolidays)).toMatchObject({ ok: false });
  });
});

test.each<[Due, readonly string[]]>([
  [inLondon('2027-02-12T12:00'), []],
  [inLondon('2027-02-12T00:00'), ['midnight']],
  [inLondon('2026-07-03T00:00'), ['midnight']],
  [inLondon('2027-02-12T23:59:59'), ['lastMinuteOfDay']],
  [inLondon('2027-02-14T23:59'), ['lastMinuteOfDay', 'weekend']],
  [inLondon('2027-03-17T12:00'), ['bankHoliday']],
  [day('2027-02-14'), ['weekend']],
  [day('2029-02-14'), ['unknownHolidays']],
])('of %j, %j is odd', (due, kinds) => {
  expect(oddities(due, bankHolidays).map(({ kind }) => kind)).toEqual(kinds);
});
