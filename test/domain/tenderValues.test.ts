import { describe, expect, test } from 'vitest';
import { annualValue, timesAnnualValue } from '../../shared/domain/tender/annualValue.ts';
import { clockTimeSentence, parseClockTime } from '../../shared/domain/time/clockTime.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import type { Lot } from '../../shared/domain/tender/tender.ts';
import { tenderChanges } from '../../shared/domain/tender/tenderChanges.ts';
import { formatValue, wholeValue } from '../../shared/domain/tender/tenderValue.ts';

const lot: Lot = {
  id: 'l',
  number: '1',
  title: 'Parks',
  description: '',
  value: { net: 160_000_000, gross: 192_000_000, currency: 'GBP' },
  contractStart: '2027-06-01',
  contractEnd: '2030-05-31',
  maximumEnd: '2031-05-31',
  cpv: [],
  regions: [],
  smeSuitable: 'unknown',
  vcseSuitable: 'unknown',
  awardCriteria: [],
  conditions: [{ kind: 'economic', text: 'Insurance of £5m' }],
};

describe('the value of a lot in a year', () => {
  test('is without VAT, over the years with every option', () => {
    expect(annualValue(lot)).toMatchObject({ pence: 40_000_000, years: 4, withOptions: true });
  });

  test('is over the plain term where there are no options', () => {
    expect(annualValue({ ...lot, maximumEnd: null, value: { ...lot.value, net: 120_000_000 } })).toMatchObject({
      pence: 40_000_000,
      years: 3,
      withOptions: false,
    });
  });

  test('of a contract of half a year is its whole value', () => {
    expect(annualValue({ ...lot, contractEnd: '2027-11-30', maximumEnd: null })).toMatchObject({ pence: 160_000_000 });
  });

  test('is not made of a value with VAT, nor without a term', () => {
    expect(annualValue({ ...lot, value: { ...lot.value, net: null } })).toBe('noNetValue');
    expect(annualValue({ ...lot, contractStart: null })).toBe('noTerm');
    expect(annualValue({ ...lot, contractStart: '2032-01-01' })).toBe('noTerm');
  });
});

describe('a number of times the value in a year', () => {
  const thirds = { of: 100_000_000, years: 3 };

  test.each([
    [[thirds], 2, 66_666_667],
    [[thirds], 1.5, 50_000_000],
    [[thirds], 3, 100_000_000],
    [[thirds, thirds, thirds], 1, 100_000_000],
    [
      [
        { of: 160_000_000, years: 4 },
        { of: 48_000_000, years: 4 },
      ],
      2,
      104_000_000,
    ],
  ])('of %j, times %d, is rounded only at the end: %d pence', (values, times, pence) => {
    expect(timesAnnualValue(values, times)).toBe(pence);
  });
});

describe('the value of the whole', () => {
  const tender = {
    ...newTender('t', 'Parks'),
    lots: [lot, { ...lot, id: 'm', value: { ...lot.value, gross: 57_600_000 } }],
  };

  test('is the sum of the lots where the notice gives none', () => {
    expect(wholeValue(tender, 'gross')).toEqual({ pence: 249_600_000, from: 'lots' });
  });

  test('is what the notice gives, where it does', () => {
    const given = { ...tender, value: { net: null, gross: 1_000, currency: 'GBP' } };
    expect(wholeValue(given, 'gross')).toEqual({ pence: 1_000, from: 'notice' });
  });

  test('is unknown where one lot has none', () => {
    const partly = { ...tender, lots: [lot, { ...lot, value: { ...lot.value, gross: null } }] };
    expect(wholeValue(partly, 'gross')).toBeNull();
  });
});

test.each([
  [{ net: 100, gross: 120, currency: 'GBP' }, '£1.20 with VAT, £1 without'],
  [{ net: 100, gross: null, currency: 'GBP' }, '£1 without VAT'],
  [{ net: null, gross: 120_000, currency: 'EUR' }, 'EUR 1,200.00 with VAT'],
  [{ net: null, gross: null, currency: 'GBP' }, ''],
])('the value %j reads “%s”', (value, text) => {
  expect(formatValue(value)).toBe(text);
});

test('what a further notice changes is told with old and new', () => {
  const before = { ...newTender('t', 'Parks'), lots: [lot] };
  const after = {
    ...before,
    title: 'Parks and cemeteries',
    lots: [
      { ...lot, maximumEnd: null, conditions: [{ kind: 'economic' as const, text: 'Insurance of £10m' }] },
      { ...lot, id: 'new', number: '2', title: 'Cemeteries' },
    ],
  };
  expect(tenderChanges(before, after)).toEqual([
    { what: 'Title', from: 'Parks', to: 'Parks and cemeteries' },
    { what: 'Lot 1: latest end', from: 'Sat 31 May 2031', to: '' },
    { what: 'Lot 1: conditions of participation', from: 'Insurance of £5m', to: 'Insurance of £10m' },
    { what: 'Lot 2', from: '', to: 'Cemeteries' },
  ]);
  expect(tenderChanges(before, before)).toEqual([]);
});

test.each([
  ['12:00', '12:00'],
  ['noon', '12:00'],
  ['12 noon', '12:00'],
  ['12:00 noon', '12:00'],
  ['12.00 Noon', '12:00'],
  ['12noon (UK time)', '12:00'],
  ['midday', '12:00'],
  ['12 midday', '12:00'],
  ['12pm', '12:00'],
  ['17.30', '17:30'],
  ['17.00', '17:00'],
  ['17:00:00', '17:00'],
  ['17:00 hrs', '17:00'],
  ['17:00 hours.', '17:00'],
  ['1700hrs', '17:00'],
  ['1700 h', '17:00'],
  ['0930', '09:30'],
  ['0900', '09:00'],
  ['5pm', '17:00'],
  ['5 p.m.', '17:00'],
  ['5.30pm', '17:30'],
  ['5.30 P.M. (London)', '17:30'],
  ['by 5pm UK time', '17:00'],
  ['at 12 noon', '12:00'],
  ['11:59 a.m', '11:59'],
  ['17:00pm', '17:00'],
  ['12.15 PM', '12:15'],
  ['23:59', '23:59'],
  ['00:00', '00:00'],
])('the time %s is read as %s', (typed, time) => {
  expect(parseClockTime(typed)).toEqual({ ok: true, value: time });
});

test.each([
  '',
  '5',
  '12:60',
  '13pm',
  '0am',
  '17:00am',
  'midday-ish',
  '1 noon',
  '12:0',
  '25:00',
  'pm',
  '5 o’clock',
  'hrs',
])('“%s” is no time of day', (typed) => {
  expect(parseClockTime(typed)).toEqual({ ok: false, error: 'notATime' });
});

test.each(['midnight', '12 midnight', '12:00 midnight', '00:00 midnight', '12 am', '12:00 a.m.', '24:00'])(
  '“%s” may lie a day from what was meant, so that Muster asks',
  (typed) => {
    expect(parseClockTime(typed)).toEqual({ ok: false, error: 'midnight' });
    expect(clockTimeSentence('midnight')).toContain('23:59');
  },
);
