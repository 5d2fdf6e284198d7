import { describe, expect, test } from 'vitest';
import type { BidMember } from '../../shared/domain/bid/bid.ts';
import { reckonTurnover, turnoverAskedFor, turnoverByShare } from '../../shared/domain/bid/turnover.ts';
import type { TurnoverYear } from '../../shared/domain/organisation/organisation.ts';
import { input } from './kestrelRow.ts';

const pounds = (amount: number) => amount * 100;

function organisation(id: string, ...years: readonly (readonly [yearEnd: string, amount: number])[]) {
  const turnover = years.map(([yearEnd, amount], at): TurnoverYear => ({
    id: `${id}-${at}`,
    yearEnd,
    turnover: pounds(amount),
    audited: 'unknown',
  }));
  return { id, turnover };
}

const organisations = [
  organisation('kestrel', ['2025-03-31', 610_000], ['2026-03-31', 520_000]),
  organisation('hollowell', ['2025-12-31', 310_000]),
  organisation('brindle', ['2026-06-30', 180_000]),
  organisation('morrow', ['2026-03-31', 150_000]),
  organisation('unknown'),
];

const as = (role: BidMember['role'], ...ids: readonly string[]) =>
  ids.map((organisationId) => ({ organisationId, role }));
const today = '2027-01-27';
const three = [...as('lead', 'kestrel'), ...as('member', 'hollowell', 'brindle')];

/** Scenario: twice the annual value of £400,000, and of £520,000 for both lots. */
describe('turnover of twice the annual value', () => {
  const ofOneLot = reckonTurnover(pounds(800_000), three, organisations, today);

  test('is what the notice gives, ex VAT and over four years', () => {
    const [parks] = input.tender.lots;
    if (parks === undefined) throw new Error('no lot');
    const lot = (net: number) => ({
      ...parks,
      value: { ...parks.value, net: pounds(net) },
      contractStart: '2027-06-01',
      contractEnd: '2030-05-31',
      maximumEnd: '2031-05-31',
    });
    expect(turnoverAskedFor([lot(1_600_000)], 2)).toBe(pounds(800_000));
    expect(turnoverAskedFor([lot(1_600_000), lot(480_000)], 2)).toBe(pounds(1_040_000));
    expect(turnoverAskedFor([], 2)).toBeNull();
    expect(turnoverAskedFor([{ ...lot(1), value: { ...parks.value, net: null } }], 2)).toBeNull();
  });

  test('is not met by the lead alone, and is by the three together', () => {
    expect(ofOneLot.members[0]).toMatchObject({ turnover: pounds(520_000), short: pounds(280_000) });
    expect(ofOneLot.together).toEqual({ turnover: pounds(1_010_000), short: pounds(-210_000) });
  });

  test('says what is left without each of them', () => {
    expect(ofOneLot.members.map(({ organisationId, without }) => [organisationId, without.short])).toEqual([
      ['kestrel', pounds(310_000)],
      ['hollowell', pounds(100_000)],
      ['brindle', pounds(-30_000)],
    ]);
  });

  test.each([
    ['a forecast for a year that has not ended', '2027-03-31', '2027-01-27'],
    ['a year that ends today, and has not ended', '2027-01-27', '2027-01-27'],
  ])('is never that of %s', (_, yearEnd, on) => {
    const withForecast = [organisation('kestrel', ['2026-03-31', 520_000], [yearEnd, 900_000])];
    expect(reckonTurnover(pounds(800_000), as('lead', 'kestrel'), withForecast, on).together.turnover).toBe(
      pounds(520_000),
    );
    expect(reckonTurnover(pounds(800_000), as('lead', 'kestrel'), withForecast, '2027-04-01').together.turnover).toBe(
      pounds(900_000),
    );
  });

  test('of both lots is £30,000 short, and met with a fourth member', () => {
    expect(reckonTurnover(pounds(1_040_000), three, organisations, today).together.short).toBe(pounds(30_000));
    const four = [...three, ...as('member', 'morrow')];
    expect(reckonTurnover(pounds(1_040_000), four, organisations, today).together).toEqual({
      turnover: pounds(1_160_000),
      short: pounds(-120_000),
    });
  });

  test('counts no reserve and no guarantor, and tells what a reserve would bring', () => {
    const others = [...three, ...as('reserve', 'morrow'), ...as('guarantor', 'morrow')];
    const { reserves, ...counted } = reckonTurnover(pounds(1_040_000), others, organisations, today);
    const { reserves: none, ...without } = reckonTurnover(pounds(1_040_000), three, organisations, today);
    expect(counted).toEqual(without);
    expect(none).toEqual([]);
    expect(reserves).toEqual([
      { organisationId: 'morrow', together: { turnover: pounds(1_160_000), short: pounds(-120_000) } },
    ]);
  });

  test('parted by share is £400,000, £240,000 and £160,000', () => {
    const lots = [{ lotId: 'lot-1', asked: pounds(800_000) }];
    const parts = [5000, 3000, 2000].map((basisPoints) =>
      turnoverByShare(lots, { shares: [{ lotId: 'lot-1', basisPoints }] }),
    );
    expect(parts).toEqual([400_000, 240_000, 160_000].map(pounds));
    expect(turnoverByShare(lots, { shares: [{ lotId: 'lot-2', basisPoints: 5000 }] })).toBe(0);
  });

  test('is unknown where a turnover is', () => {
    const some = reckonTurnover(pounds(800_000), [...three, ...as('member', 'unknown')], organisations, today);
    expect(some.together).toEqual({ turnover: null, short: null });
    expect(some.members.at(-1)?.without.short).toBe(pounds(-210_000));
  });
});
