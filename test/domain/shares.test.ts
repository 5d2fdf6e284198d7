import { describe, expect, it } from 'vitest';
import type { Bid } from '../../shared/domain/bid/bid.ts';
import {
  formatShare,
  incomes,
  priceShares,
  shareProblems,
  splitPence,
  totalOf,
} from '../../shared/domain/bid/shares.ts';

const share = (organisationId: string, basisPoints: number) => ({ organisationId, basisPoints });
const kestrelRow = [share('Kestrel', 5000), share('Hollowell', 3000), share('Brindle', 2000)];

describe('splitting money', () => {
  it.each([
    { amount: 35_910_000, weights: [50, 30, 20], parts: [17_955_000, 10_773_000, 7_182_000] },
    { amount: 31_840_000, weights: [40, 35, 15, 10], parts: [12_736_000, 11_144_000, 4_776_000, 3_184_000] },
    { amount: 31_840_000, weights: [45, 30, 15, 10], parts: [14_328_000, 9_552_000, 4_776_000, 3_184_000] },
    { amount: 100, weights: [1, 1, 1], parts: [34, 33, 33] },
    { amount: 1, weights: [1, 1], parts: [1, 0] },
    { amount: -100, weights: [1, 1, 1], parts: [-34, -33, -33] },
    { amount: 500, weights: [0, 0], parts: [0, 0] },
    { amount: Number.MAX_SAFE_INTEGER, weights: [9999, 1], parts: [9_006_298_534_815_517, 900_719_925_474] },
  ])('parts $amount pence by $weights without losing a penny', ({ amount, weights, parts }) => {
    expect(splitPence(amount, weights)).toEqual(parts);
  });

  it('gives parts that always add up to the whole', () => {
    for (let amount = 1; amount < 5_000; amount += 37) {
      const parts = splitPence(amount, [3333, 3333, 3334, 7]);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
    }
  });
});

describe('the price of the parks lot: £378,000 a year with a management fee of 5%', () => {
  it('reaches the members as both percentages say, each of its own base', () => {
    expect(incomes(37_800_000, 500, kestrelRow, 'Kestrel')).toEqual([
      {
        organisationId: 'Kestrel',
        netShare: 5000,
        priceShare: 5250,
        fee: 1_890_000,
        work: 17_955_000,
        total: 19_845_000,
      },
      { organisationId: 'Hollowell', netShare: 3000, priceShare: 2850, fee: 0, work: 10_773_000, total: 10_773_000 },
      { organisationId: 'Brindle', netShare: 2000, priceShare: 1900, fee: 0, work: 7_182_000, total: 7_182_000 },
    ]);
  });

  it('loses nothing where the lead manages only and has no share of the work', () => {
    const members = [share('Hollowell', 6000), share('Brindle', 4000)];
    const sums = incomes(37_800_000, 500, members, 'Kestrel');
    expect(sums.reduce((sum, { total }) => sum + total, 0)).toBe(37_800_000);
    expect(sums[0]).toMatchObject({ organisationId: 'Kestrel', netShare: 0, priceShare: 500, total: 1_890_000 });
  });

  it('gives shares of the price that total 100% whatever the fee', () => {
    for (let fee = 0; fee <= 10_000; fee += 133) {
      expect(totalOf(priceShares([share('a', 3333), share('b', 3333), share('c', 3334)], fee, 'b'))).toBe(10_000);
    }
  });
});

const bidOf = (...points: readonly number[]): Pick<Bid, 'members' | 'lotIds'> => ({
  lotIds: ['1'],
  members: points.map((basisPoints, index) => ({
    organisationId: `organisation-${index}`,
    role: 'member',
    responsibilities: '',
    shares: [{ lotId: '1', basisPoints }],
    signatories: [],
  })),
});

describe('shares of a lot', () => {
  it.each([
    { points: [5000, 3000, 2000], problems: [] },
    { points: [], problems: [{ kind: 'none', lotId: '1' }] },
    { points: [5000, 5001], problems: [{ kind: 'total', lotId: '1', basisPoints: 10_001 }] },
    { points: [3333, 3333, 3333], problems: [{ kind: 'total', lotId: '1', basisPoints: 9_999 }] },
    {
      points: [5000.5, 4999.5],
      problems: ['organisation-0', 'organisation-1'].map((organisationId) => ({
        kind: 'notAShare',
        lotId: '1',
        organisationId,
      })),
    },
    { points: [12_000, -2000], problems: [{ kind: 'notAShare', lotId: '1', organisationId: 'organisation-1' }] },
  ])('of $points basis points stand only as whole ones that total 100%', ({ points, problems }) => {
    expect(shareProblems(bidOf(...points))).toEqual(problems);
  });

  it('read as people write percentages', () => {
    expect([5250, 3333, 10_000, 1900].map(formatShare)).toEqual(['52.5%', '33.33%', '100%', '19%']);
  });
});
