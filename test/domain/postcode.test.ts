import { describe, expect, it, test } from 'vitest';
import { checkPostcode, postcodeProblemSentence } from '../../shared/domain/organisation/postcode.ts';

describe('checkPostcode', () => {
  // One of each form of a UK postcode, and blank.
  test.each<[string, string]>([
    ['m1 1ae', 'M1 1AE'],
    ['B338TH', 'B33 8TH'],
    ['  cr2   6xh ', 'CR2 6XH'],
    ['DN551PT', 'DN55 1PT'],
    ['w1a 1hq', 'W1A 1HQ'],
    ['EC1A1BB', 'EC1A 1BB'],
    ['', ''],
    ['   ', ''],
  ])('writes %j as %j', (typed, value) => {
    expect(checkPostcode(typed)).toEqual({ verdict: 'valid', value });
  });

  test.each(['D02 AF30', '75008', 'B33 8T', '1234 AB'])(
    'keeps %j and doubts it, since a member may sit abroad',
    (typed) => {
      expect(checkPostcode(typed)).toEqual({ verdict: 'unusual', value: typed, doubt: 'notBritish' });
    },
  );

  it('refuses an address typed into the field for a postcode', () => {
    const check = checkPostcode('Unit 3, Mill Lane, Tamebrook, ZZ4 9LB');
    expect(check.verdict === 'invalid' && postcodeProblemSentence(check.problem)).toContain('address field');
  });
});
