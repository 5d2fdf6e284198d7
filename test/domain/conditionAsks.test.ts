import { describe, expect, test } from 'vitest';
import { asksOf, isCertificateAsked } from '../../shared/domain/bid/conditionAsks.ts';
import type { Certificate } from '../../shared/domain/organisation/organisation.ts';
import type { ConditionKind } from '../../shared/domain/bid/bid.ts';

const asked = (text: string, kind: ConditionKind = 'insurance', compared?: string) =>
  asksOf({ kind, text, turnover: null, compared });
const million = 100_000_000;

describe('insurance that a condition asks for', () => {
  /** The ways in which notices and documents word it; `null` is an amount that is not clear, and is not guessed. */
  test.each([
    ['Public liability of £10 million from the start of the contract', [['publicLiability', 10, 'unknown']]],
    ["Employers' liability of £10 million for any one claim", [['employersLiability', 10, 'anyOneClaim']]],
    [
      "£5m employers'/public/product liability",
      [
        ['employersLiability', 5, 'unknown'],
        ['publicLiability', 5, 'unknown'],
        ['productLiability', 5, 'unknown'],
      ],
    ],
    [
      '£10m EL + £10m PL + £10m PI "held or commitment to obtain"',
      [
        ['employersLiability', 10, 'unknown'],
        ['publicLiability', 10, 'unknown'],
        ['professionalIndemnity', 10, 'unknown'],
      ],
    ],
    [
      'Employer’s Liability (EL): £10,000,000; Public Liability (PL): £5,000,000 for each and every claim; Professional Indemnity: £2m in the aggregate',
      [
        ['employersLiability', 10, 'unknown'],
        ['publicLiability', 5, 'anyOneClaim'],
        ['professionalIndemnity', 2, 'aggregate'],
      ],
    ],
    [
      "Employer's (Compulsory) Liability Insurance* of £5m\nPublic Liability Insurance of £5m\nProduct Liability Insurance of £5m",
      [
        ['employersLiability', 5, 'unknown'],
        ['publicLiability', 5, 'unknown'],
        ['productLiability', 5, 'unknown'],
      ],
    ],
    ['Minimum 5,000,000 GBP public liability', [['publicLiability', 5, 'unknown']]],
    ['Public liability £5m per claim and £10m in the aggregate', [['publicLiability', null, 'anyOneClaim']]],
    [
      '£5m of public liability, and employers liability of £10m',
      [
        ['publicLiability', null, 'unknown'],
        ['employersLiability', null, 'unknown'],
      ],
    ],
    ['Turnover of £2m and public liability insurance of £5m', [['publicLiability', 5, 'unknown']]],
    ["Employers' liability insurance as the law demands", [['employersLiability', null, 'unknown']]],
    ['Insurance of £10m, “any one claim”', []],
    ['Cyber insurance of £1m', [['cyber', 1, 'unknown']]],
  ] as const)('%s', (text, expected) => {
    expect(
      asked(text).insurances.map(({ kind, limit, basis }) => [kind, limit === null ? null : limit / million, basis]),
    ).toEqual(expected);
  });

  test('is read from what a person wrote to be compared, where the text does not say it plainly', () => {
    const { insurances } = asked('Insurance as in Schedule 3', 'insurance', 'Public liability £5m any one claim');
    expect(insurances).toEqual([{ kind: 'publicLiability', limit: 5 * million, basis: 'anyOneClaim' }]);
  });
});

describe('turnover that a condition asks for', () => {
  test.each([
    ['Annual turnover of at least £800,000, twice the annual value of the lot', { kind: 'sum', pence: 80_000_000 }],
    ['Annual turnover at least twice the annual value (ex VAT) of each lot bid for', { kind: 'times', times: 2 }],
    ['A turnover of 1.5 x the annual contract value', { kind: 'times', times: 1.5 }],
    ['A turnover of twice the contract value', 'unread'],
    ['Sufficient turnover', 'unread'],
    ['A satisfactory credit report', null],
  ] as const)('%s', (text, expected) => {
    expect(asked(text, 'economic').turnover).toEqual(expected);
  });
});

const certificate = (name: string): Certificate => {
  return { id: 'c', name, issuer: '', reference: '', validFrom: null, validTo: null, evidence: null };
};

describe('a certificate', () => {
  test.each([
    ['Hold ISO 9001 or an equivalent', 'ISO 9001:2015', true],
    ['ISO/IEC 27001 certification', 'ISO 27001:2022', true],
    ['Hold ISO 9001 or an equivalent', 'ISO 14001:2015', false],
    ['Cyber Essentials', 'Cyber Essentials Plus', true],
    ['Cyber Essentials Plus', 'Cyber Essentials', false],
    ['Upper tier waste carrier registration', 'Waste carrier, upper tier', true],
    ['Constructionline Gold', 'Constructionline', false],
  ])('asked for as “%s” is “%s”: %s', (text, name, expected) => {
    const { certificates } = asked(text, 'certificate');
    expect(certificates.every((one) => isCertificateAsked(one, certificate(name)))).toBe(expected);
    expect(certificates).toHaveLength(1);
  });

  test('asked for beside others is one of several', () => {
    expect(
      asked('ISO 9001, ISO 14001 and an upper tier waste carrier registration', 'certificate').certificates,
    ).toEqual(['ISO 9001', 'ISO 14001', 'an upper tier waste carrier registration']);
  });
});
