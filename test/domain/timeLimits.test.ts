import { describe, expect, test } from 'vitest';
import {
  contractDetailsNoticeDue,
  judgeTenderingPeriod,
  minimumParticipationPeriod,
  minimumTenderingPeriod,
  offersValidUntil,
  type PeriodFacts,
  plannedNoticeWindow,
  qualifyingPlannedNotice,
} from '../../shared/domain/tender/timeLimits.ts';

const usual: PeriodFacts = {
  aboveThreshold: 'yes',
  lightTouch: false,
  shortening: 'none',
  electronicSubmission: 'yes',
  documentsWithNotice: 'yes',
  mayBeAgreed: 'no',
};

describe('the minimum tendering period (s.54(4))', () => {
  test.each<[Partial<PeriodFacts>, number | null]>([
    [{}, 25],
    [{ documentsWithNotice: 'no' }, 30],
    [{ electronicSubmission: 'no' }, 30],
    [{ electronicSubmission: 'no', documentsWithNotice: 'no' }, 35],
    [{ documentsWithNotice: 'unknown' }, 30],
    [{ shortening: 'qualifyingPlannedNotice' }, 10],
    [{ shortening: 'urgency' }, 10],
    [{ shortening: 'dynamicMarket' }, 10],
    [{ shortening: 'preselectedSuppliers' }, 10],
    [{ shortening: 'negotiatedPeriod' }, null],
    [{ shortening: 'qualifyingPlannedNotice', electronicSubmission: 'no', documentsWithNotice: 'no' }, 10],
    [{ shortening: 'unknown' }, 25],
    [{ lightTouch: true }, null],
    [{ aboveThreshold: 'no' }, null],
  ])('with %j is %s days', (facts, days) => {
    expect(minimumTenderingPeriod({ ...usual, ...facts }).days).toBe(days);
  });

  test('gives its reason', () => {
    expect(minimumTenderingPeriod({ ...usual, shortening: 'urgency' }).reason).toMatch(/urgency/);
  });
});

test.each<[Partial<PeriodFacts>, number | null]>([
  [{}, 25],
  [{ shortening: 'urgency' }, 10],
  [{ shortening: 'qualifyingPlannedNotice' }, 25],
  [{ lightTouch: true }, null],
  [{ aboveThreshold: 'no' }, null],
])('the minimum participation period (s.54(3)) with %j is %s days', (facts, days) => {
  expect(minimumParticipationPeriod({ ...usual, ...facts }).days).toBe(days);
});

describe('a tendering period', () => {
  const afterPlanned: Partial<PeriodFacts> = { shortening: 'qualifyingPlannedNotice' };

  test.each<[string, string, Partial<PeriodFacts>, number, string, string]>([
    ['2027-01-11', '2027-02-12', {}, 32, '2027-02-05', 'lawful'],
    ['2027-01-18', '2027-02-01', afterPlanned, 14, '2027-01-28', 'lawful'],
    ['2027-01-18', '2027-02-01', {}, 14, '2027-02-12', 'tooShort'],
    ['2027-01-18', '2027-01-28', afterPlanned, 10, '2027-01-28', 'exactlyMinimum'],
    ['2027-01-18', '2027-01-27', afterPlanned, 9, '2027-01-28', 'tooShort'],
    ['2027-01-18', '2027-02-05', afterPlanned, 18, '2027-01-28', 'lawful'],
    ['2026-10-12', '2026-11-16', {}, 35, '2026-11-06', 'lawful'],
    ['2027-03-01', '2027-03-26', {}, 25, '2027-03-26', 'exactlyMinimum'],
  ])('invited %s, due %s, %j: %d days, not before %s, %s', (invited, due, facts, days, earliestLawful, verdict) => {
    expect(judgeTenderingPeriod(invited, due, { ...usual, ...facts })).toMatchObject({ days, earliestLawful, verdict });
  });

  test('begins the day after the invitation and ends with the day of the deadline', () => {
    expect(judgeTenderingPeriod('2027-01-11', '2027-02-12', usual)).toMatchObject({
      firstDay: '2027-01-12',
      lastDay: '2027-02-12',
    });
  });

  test.each<[string, Partial<PeriodFacts>]>([
    ['2027-02-08', { documentsWithNotice: 'unknown' }],
    ['2027-01-25', { shortening: 'unknown' }],
    ['2027-01-13', { aboveThreshold: 'unknown' }],
  ])('ending %s is unknown, neither lawful nor too short, with %j', (due, facts) => {
    expect(judgeTenderingPeriod('2027-01-11', due, { ...usual, ...facts }).verdict).toBe('unknown');
  });

  test.each<[string, Partial<PeriodFacts>]>([
    ['2027-01-13', { aboveThreshold: 'no' }],
    ['2027-06-13', { aboveThreshold: 'no' }],
    ['2027-01-13', { lightTouch: true }],
  ])('ending %s is neither lawful nor too short by a count of days, with %j (ss.54(1)-(2), 87(6))', (due, facts) => {
    expect(judgeTenderingPeriod('2027-01-11', due, { ...usual, ...facts })).toMatchObject({
      verdict: 'noMinimum',
      earliestLawful: null,
    });
  });

  test.each([
    ['2027-03-31', 'unknown'],
    ['2027-01-13', 'unknown'],
  ])('ending %s where the threshold is not known is %s, however long', (due, verdict) => {
    expect(judgeTenderingPeriod('2027-01-11', due, { ...usual, aboveThreshold: 'unknown' }).verdict).toBe(verdict);
  });

  test('with suppliers chosen beforehand may be of any length, if they agreed it', () => {
    const chosen: PeriodFacts = { ...usual, shortening: 'preselectedSuppliers', mayBeAgreed: 'yes' };
    expect(judgeTenderingPeriod('2027-01-11', '2027-01-21', chosen).verdict).toBe('exactlyMinimum');
    expect(judgeTenderingPeriod('2027-01-11', '2027-01-20', chosen).verdict).toBe('unknown');
  });

  test('shorter than any reason could allow is too short even where the reason is not known', () => {
    expect(judgeTenderingPeriod('2027-01-11', '2027-01-20', { ...usual, shortening: 'unknown' }).verdict).toBe(
      'tooShort',
    );
  });
});

describe('a planned procurement notice (UK3)', () => {
  test('of 7 December allows a short period from 16 January for the rest of twelve months', () => {
    expect(plannedNoticeWindow('2026-12-07')).toEqual({ from: '2027-01-16', to: '2027-12-07' });
  });

  test.each([
    ['2026-12-07', '2027-01-18', 42, true],
    ['2026-12-10', '2027-01-18', 39, false],
    ['2026-12-09', '2027-01-18', 40, true],
    ['2026-12-07', '2027-12-07', 365, true],
    ['2026-12-07', '2027-12-08', 366, false],
  ])('of %s before a tender notice of %s (%d days) qualifies: %s', (planned, tender, days, qualifies) => {
    expect(qualifyingPlannedNotice(planned, tender)).toMatchObject({ days, qualifies });
  });
});

test.each([
  ['2027-03-25', false, '2027-04-23'],
  ['2027-01-07', false, '2027-02-05'],
  ['2027-01-07', true, '2027-05-06'],
])('the details of a contract of %s (light touch: %s) are to be published by %s', (enteredInto, lightTouch, due) => {
  expect(contractDetailsNoticeDue(enteredInto, lightTouch)).toBe(due);
});

test('offers valid 90 days after 16 November hold until 14 February', () => {
  expect(offersValidUntil('2026-11-16', 90)).toBe('2027-02-14');
});
