import { describe, expect, it } from 'vitest';
import { parseShare, withRestSplit } from '../../shared/domain/bid/shareEntry.ts';
import { totalOf } from '../../shared/domain/bid/shares.ts';

const share = (organisationId: string, basisPoints: number) => ({ organisationId, basisPoints });

describe('a share as it is typed', () => {
  it.each([
    { typed: '50', basisPoints: 5000 },
    { typed: ' 33.33 % ', basisPoints: 3333 },
    { typed: '33.3300', basisPoints: 3333 },
    { typed: '7.5', basisPoints: 750 },
    { typed: '0.01%', basisPoints: 1 },
    { typed: '100', basisPoints: 10_000 },
    { typed: '', basisPoints: 0 },
    { typed: '%', basisPoints: 0 },
    { typed: '-0', basisPoints: 0 },
    { typed: '２０％', basisPoints: 2000 },
  ])('reads "$typed" as $basisPoints basis points', ({ typed, basisPoints }) => {
    expect(parseShare(typed)).toEqual({ ok: true, value: basisPoints });
  });

  it.each([
    { typed: 'twenty', error: 'notAPercentage' },
    { typed: '33,3', error: 'notAPercentage' },
    { typed: '1/3', error: 'notAPercentage' },
    { typed: '1e2', error: 'notAPercentage' },
    { typed: '33.333', error: 'tooPrecise' },
    { typed: '100.01', error: 'tooLarge' },
    { typed: '−5', error: 'negative' },
  ])('refuses "$typed": $error', ({ typed, error }) => {
    expect(parseShare(typed)).toEqual({ ok: false, error });
  });
});

describe('splitting the rest of a lot evenly', () => {
  it('gives three members a third each, to the hundredth', () => {
    expect(withRestSplit([], ['a', 'b', 'c'])).toEqual([share('a', 3334), share('b', 3333), share('c', 3333)]);
  });

  it('leaves what is agreed and fills in those who have nothing', () => {
    const split = withRestSplit([share('a', 4000)], ['a', 'b', 'c']) ?? [];
    expect(split).toEqual([share('a', 4000), share('b', 3000), share('c', 3000)]);
    expect(totalOf(split)).toBe(10_000);
  });

  it('parts what is missing among all where everybody has a share', () => {
    expect(withRestSplit([share('a', 5000), share('b', 4500)], ['a', 'b'])).toEqual([
      share('a', 5250),
      share('b', 4750),
    ]);
  });

  it.each([
    { why: 'nothing is missing', shares: [share('a', 10_000)], ids: ['a', 'b'] },
    { why: 'there is too much already', shares: [share('a', 10_001)], ids: ['a', 'b'] },
    { why: 'nobody is there', shares: [], ids: [] },
  ])('does nothing where $why', ({ shares, ids }) => {
    expect(withRestSplit(shares, ids)).toBeNull();
  });
});
