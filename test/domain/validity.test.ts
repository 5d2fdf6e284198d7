import { expect, test } from 'vitest';
import { validityOn, type Validity } from '../../shared/domain/organisation/validity.ts';

test.each<[string | null, string | null, string, Validity]>([
  ['2026-04-01', '2027-03-31', '2026-04-01', { state: 'inDate', daysLeft: 364 }],
  ['2026-04-01', '2027-03-31', '2027-03-31', { state: 'inDate', daysLeft: 0 }],
  ['2026-04-01', '2027-03-31', '2027-04-01', { state: 'expired', daysAgo: 1 }],
  ['2026-04-01', '2027-03-31', '2026-03-31', { state: 'notYet', daysUntil: 1 }],
  ['2026-04-01', null, '2026-05-01', { state: 'unknown' }],
  ['2026-04-01', null, '2026-03-30', { state: 'notYet', daysUntil: 2 }],
  [null, '2027-03-31', '2027-03-30', { state: 'inDate', daysLeft: 1 }],
  [null, '2027-03-31', '2027-04-02', { state: 'expired', daysAgo: 2 }],
  [null, null, '2027-01-01', { state: 'unknown' }],
  ['2027-03-31', '2026-04-01', '2026-12-01', { state: 'unknown' }],
])('cover from %s to %s on %s is %j', (validFrom, validTo, on, expected) => {
  expect(validityOn({ validFrom, validTo }, on)).toEqual(expected);
});
