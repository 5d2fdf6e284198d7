import { describe, expect, test } from 'vitest';
import { awardRoute, type AwardRoute, type PublishedAward, type RouteFacts } from '../../shared/domain/tender/award.ts';
import {
  claimsUntil,
  standstill,
  standstillEnd,
  type StandstillEnd,
  standstillForHealthServices,
  standstillRule,
} from '../../shared/domain/tender/standstill.ts';
import type { Regime } from '../../shared/domain/tender/tender.ts';
import { bankHolidays, naiveBankHolidays } from './publishedFacts.ts';

describe('the standstill (s.51(2))', () => {
  test.each([
    ['2027-03-11', '2027-03-23', '2027-03-24', '2027-03-22'],
    ['2027-03-08', '2027-03-18', '2027-03-19', '2027-03-17'],
    ['2026-12-21', '2027-01-05', '2027-01-06', '2027-01-04'],
  ])(
    'of an award notice of %s ends %s, sign from %s, and not %s as counted for England alone',
    (award, last, sign, naive) => {
      const result = standstill(bankHolidays, award);
      expect(result).toMatchObject({ ok: true, value: { lastDay: last, earliestSigning: sign } });
      expect(standstill(naiveBankHolidays, award)).toMatchObject({ value: { lastDay: naive } });
    },
  );

  test('counts the day of the notice and lists what it skips', () => {
    const result = standstill(bankHolidays, '2026-12-21');
    expect(result.ok && result.value.days.counted).toEqual([
      '2026-12-21',
      '2026-12-22',
      '2026-12-23',
      '2026-12-24',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-05',
    ]);
    expect(result.ok && result.value.days.skipped).toContainEqual({
      on: '2027-01-04',
      reason: '2 January (substitute day) (Scotland)',
    });
  });

  test('published Monday 2nd of a month without holidays, the contract may be signed from Thursday 12th', () => {
    expect(standstill(bankHolidays, '2026-02-02')).toMatchObject({
      value: { lastDay: '2026-02-11', earliestSigning: '2026-02-12' },
    });
  });

  test('that ends on a Friday allows signing on the Saturday', () => {
    expect(standstill(bankHolidays, '2026-02-04')).toMatchObject({
      value: { lastDay: '2026-02-13', earliestSigning: '2026-02-14' },
    });
  });

  test('is unknown where it runs into a year without published holidays', () => {
    expect(standstill(bankHolidays, '2028-12-21')).toMatchObject({ ok: false, error: { kind: 'beyondCalendar' } });
  });
});

const award: PublishedAward = {
  id: '1',
  lots: [],
  suppliers: [],
  standstillEnd: null,
  aboveThreshold: 'yes',
  lightTouch: false,
  route: 'competition',
  isCorrection: false,
};

describe('a standstill (s.51(3), (4))', () => {
  test.each<[Partial<PublishedAward>, string, RegExp | null]>([
    [{}, 'required', null],
    [{ route: 'directAward' }, 'required', null],
    [{ lightTouch: true }, 'none', /light touch/],
    [{ aboveThreshold: 'no' }, 'none', /below the threshold/],
    [{ route: 'frameworkCallOff' }, 'none', /under a framework/],
    [{ route: 'dynamicMarket' }, 'none', /dynamic market/],
    [{ route: 'urgentDirectAward' }, 'none', /urgency/],
    [{ route: 'lifeProtectingDirectAward' }, 'none', /protect life/],
    [{ route: 'privateUtilityDirectAward' }, 'none', /private utility/],
    [{ route: 'frameworkCallOff', standstillEnd: '2026-02-20' }, 'voluntary', /under a framework/],
    [{ route: 'unknown' }, 'unknown', /how the contract is awarded/],
    [{ aboveThreshold: 'unknown' }, 'unknown', /above the threshold/],
    [{ aboveThreshold: 'unknown', route: 'frameworkCallOff' }, 'none', /under a framework/],
  ])('of an award with %j is %s', (facts, kind, reason) => {
    const rule = standstillRule('pa2023', { ...award, ...facts });
    expect(rule.kind).toBe(kind);
    if (reason !== null) expect(rule).toMatchObject({ reason: expect.stringMatching(reason) as string });
  });

  test.each<[Regime, Partial<PublishedAward>, string]>([
    ['legacy', {}, 'unknown'],
    ['scotland', {}, 'unknown'],
    ['psrWales', { route: 'intentionToAward' }, 'unknown'],
    ['unknown', {}, 'unknown'],
    ['psrEngland', { route: 'intentionToAward' }, 'healthServices'],
    ['psrEngland', { route: 'directAwardProcessAOrB' }, 'none'],
    ['psrEngland', { route: 'unknown' }, 'unknown'],
  ])('under %s with %j is %s, and an unknown one says what to ask', (regime, facts, kind) => {
    const rule = standstillRule(regime, { ...award, ...facts });
    expect(rule.kind).toBe(kind);
    if (rule.kind === 'unknown') expect(rule.question).toMatch(/[.?]$/);
  });

  test('under the Regulations of 2015 runs 10 days, or 15, from the sending of the decision', () => {
    const rule = standstillRule('legacy', award);
    expect(rule).toMatchObject({ question: expect.stringMatching(/10th day.*15 days.*reg\. 87/) as string });
  });
});

function endOf(facts: Partial<PublishedAward>, regime: Regime = 'pa2023'): StandstillEnd {
  const one = { ...award, ...facts };
  return standstillEnd(standstillRule(regime, one), regime, '2026-02-02', one.standstillEnd, bankHolidays);
}

// Eight working days beginning with Mon 2 Feb 2026 end on Wed 11 Feb.
describe('the end of a standstill', () => {
  test.each<[string, Partial<PublishedAward>, string | null, boolean]>([
    ['is the eighth working day where the notice gives none', {}, '2026-02-11', false],
    ['is the later one that the notice gives', { standstillEnd: '2026-02-16' }, '2026-02-16', false],
    ['is the eighth working day where the notice gives it', { standstillEnd: '2026-02-11' }, '2026-02-11', false],
    ['is the eighth working day where the notice gives less', { standstillEnd: '2026-02-10' }, '2026-02-11', true],
    ['is none where none is required or given', { route: 'frameworkCallOff' }, null, false],
    [
      'is what the notice gives where none is required',
      { route: 'frameworkCallOff', standstillEnd: '2026-02-20' },
      '2026-02-20',
      false,
    ],
    [
      'is never less than eight working days where none is required (s.51(5))',
      { lightTouch: true, standstillEnd: '2026-02-09' },
      '2026-02-11',
      true,
    ],
    [
      'is the buyer’s own below the threshold, where s.51 does not apply',
      { aboveThreshold: 'no', standstillEnd: '2026-02-09' },
      '2026-02-09',
      false,
    ],
    ['is not stated as fact where the rule is unknown', { aboveThreshold: 'unknown' }, null, false],
    [
      'is what the notice gives where the rule is unknown and it is long enough either way',
      { aboveThreshold: 'unknown', standstillEnd: '2026-02-13' },
      '2026-02-13',
      false,
    ],
  ])('%s', (_, facts, lastDay, isTooShort) => {
    const end = endOf(facts);
    expect(end.lastDay).toEqual(lastDay === null ? null : { ok: true, value: lastDay });
    expect(end.isTooShort).toBe(isTooShort);
  });

  test('is not counted by the Act under other rules', () => {
    expect(endOf({}, 'legacy')).toMatchObject({ statutory: null, lastDay: null });
    expect(endOf({ standstillEnd: '2026-02-09' }, 'scotland')).toMatchObject({
      isTooShort: false,
      lastDay: { ok: true, value: '2026-02-09' },
    });
  });

  // SI 2023/1348 reg. 12(2), (3): it begins on Tue 3 Feb; the working days after that day are 4-6, 9-13.
  test('for health services in England is the eighth working day after the day after the notice', () => {
    expect(standstillForHealthServices(bankHolidays, '2026-02-02')).toMatchObject({
      ok: true,
      value: { lastDay: '2026-02-13' },
    });
    expect(endOf({ route: 'intentionToAward' }, 'psrEngland').lastDay).toEqual({ ok: true, value: '2026-02-13' });
  });
});

test('claims are counted 30 days beginning with the day of knowing (s.106)', () => {
  expect(claimsUntil('2027-03-08')).toBe('2027-04-06');
});

// The words are those of published notices, or of the Act.
test.each<[string, Partial<RouteFacts>, AwardRoute]>([
  ['Open procedure', {}, 'competition'],
  ['Competitive flexible procedure', {}, 'competition'],
  ['Award under framework', {}, 'frameworkCallOff'],
  ['Below threshold - award under framework', {}, 'frameworkCallOff'],
  ['Call-off from a framework agreement', {}, 'frameworkCallOff'],
  ['Other - Direct Award from a Framework Contract', {}, 'frameworkCallOff'],
  ['Other - Further Competition - Framework', {}, 'frameworkCallOff'],
  ['Open procedure (framework)', {}, 'competition'],
  ['Award under dynamic market', {}, 'dynamicMarket'],
  ['Competitive flexible procedure', { usesDynamicMarket: true }, 'dynamicMarket'],
  ['Call-off from a dynamic purchasing system', {}, 'dynamicMarket'],
  ['Direct award', {}, 'directAward'],
  ['Direct award', { justification: 'extremeUrgency' }, 'urgentDirectAward'],
  ['Direct award - extreme and unavoidable urgency', {}, 'urgentDirectAward'],
  ['Direct award', { justification: 'additionalRepeatFurtherFollowingCompetitiveProcedure' }, 'directAward'],
  ['Direct award', { byPrivateUtility: true }, 'privateUtilityDirectAward'],
  ['Open procedure', { byPrivateUtility: true }, 'competition'],
  ['Switching to direct award', { byPrivateUtility: true }, 'privateUtilityDirectAward'],
  ['', {}, 'unknown'],
  ['Other - ', {}, 'unknown'],
])('the procedure “%s” with %j is the route %s', (procedure, facts, route) => {
  expect(
    awardRoute({ procedure, justification: '', byPrivateUtility: false, usesDynamicMarket: false, ...facts }),
  ).toBe(route);
});
