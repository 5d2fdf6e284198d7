import { describe, expect, test } from 'vitest';
import type { BidMember, Combining, Condition, MetBy } from '../../shared/domain/bid/bid.ts';
import { relianceOf } from '../../shared/domain/bid/reliance.ts';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import { input } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

const today = '2027-01-27';
const member = (organisationId: string, role: BidMember['role'] = 'member'): BidMember => {
  return { organisationId, role, responsibilities: '', shares: [], signatories: [] };
};
const withTurnover = (id: string, pounds: number | null): Organisation => ({
  ...newOrganisation(id, id),
  turnover: pounds === null ? [] : [{ id, yearEnd: '2026-03-31', turnover: pounds * 100, audited: 'no' }],
});
const all: MetBy = { kind: 'unknown' };
const by = (...organisationIds: readonly string[]): MetBy => ({ kind: 'combined', organisationIds });

/** Whom a bid relies on for a turnover, given the turnover of each; the first leads. */
function relied(
  asked: number,
  turnovers: Readonly<Record<string, number | null>>,
  { metBy = all, combining = 'accepted', roles = {} }: Options = {},
) {
  const ids = Object.keys(turnovers);
  const condition: Condition = {
    id: 'c',
    lotId: null,
    kind: 'economic',
    text: 'Turnover',
    metBy,
    state: 'held',
    proof: '',
    turnover: { kind: 'sum', pence: asked * 100 },
    combining,
  };
  const bid = {
    ...input.bid,
    conditions: [condition],
    members: ids.map((id, at) => member(id, roles[id] ?? (at === 0 ? 'lead' : 'member'))),
  };
  const organisations = ids.map((id) => withTurnover(id, turnovers[id] ?? null));
  return relianceOf(condition, { ...input, bid, organisations }, today);
}

interface Options {
  readonly metBy?: MetBy;
  readonly combining?: Combining;
  readonly roles?: Readonly<Record<string, BidMember['role']>>;
}

describe('the bid relies on', () => {
  test('a group of which each can be spared but not all', () => {
    expect(relied(100, { lead: 60, a: 50, b: 50 })).toEqual({
      kind: 'known',
      organisationIds: ['a', 'b'],
      sets: [['a'], ['b']],
    });
  });

  test('nobody where the lead meets it alone, whoever was entered (s.72(6))', () => {
    expect(relied(100, { lead: 100, a: 500 }, { metBy: { kind: 'member', organisationId: 'a' } })).toMatchObject({
      kind: 'known',
      organisationIds: [],
    });
  });

  test('those of the set that the bid names, where it names one', () => {
    expect(relied(100, { lead: 60, a: 50, b: 50 }, { metBy: by('lead', 'a') }).organisationIds).toEqual(['a']);
    expect(relied(100, { lead: 60, a: 50, b: 5 }, { metBy: by('lead', 'a', 'b') }).organisationIds).toEqual(['a']);
  });

  test('nobody in reserve and no guarantor', () => {
    const roles = { a: 'reserve', b: 'guarantor' } as const;
    expect(relied(100, { lead: 60, a: 50, b: 50, c: 40 }, { roles }).organisationIds).toEqual(['c']);
    expect(relied(100, { lead: 1, b: 500 }, { metBy: { kind: 'guarantor', organisationId: 'b' } })).toMatchObject({
      organisationIds: [],
    });
  });

  test('only those who have enough by themselves where the buyer lets nobody add up', () => {
    expect(relied(100, { lead: 60, a: 50, b: 120 }, { combining: 'refused' }).organisationIds).toEqual(['b']);
  });

  test('whom is not known while the buyer has not said whether turnovers add up, unless it makes no difference', () => {
    expect(relied(100, { lead: 60, a: 50, b: 10 }, { combining: 'unknown' })).toMatchObject({
      kind: 'unknown',
      organisationIds: ['a'],
    });
    expect(relied(100, { lead: 0, a: 120 }, { combining: 'unknown' })).toMatchObject({
      kind: 'known',
      organisationIds: ['a'],
    });
  });

  test('whom is not known where a turnover is not, or where too many could matter', () => {
    expect(relied(100, { lead: 60, a: null, b: 50 }).kind).toBe('unknown');
    expect(relied(100, { lead: null, a: 100 }).kind).toBe('unknown');
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`m${at}`, 100 + at * at]));
    expect(relied(20_000, { lead: 10, ...many })).toMatchObject({
      kind: 'unknown',
      why: expect.stringContaining('28'),
    });
  });

  test('the lead’s own cover makes relying on another needless; without it, on whoever holds it', () => {
    const condition: Condition = {
      id: 'c',
      lotId: null,
      kind: 'insurance',
      text: 'Public liability of £10m',
      metBy: by(idOf('kestrel'), idOf('hollowell')),
      state: 'held',
      proof: '',
      turnover: null,
      combining: 'unknown',
    };
    expect(relianceOf(condition, input, today)).toMatchObject({ kind: 'known', organisationIds: [] });
    const members = input.bid.members.map((each) => ({
      ...each,
      role: each.organisationId === idOf('hollowell') ? ('lead' as const) : ('member' as const),
    }));
    const bid = { ...input.bid, members };
    expect(relianceOf(condition, { ...input, bid }, today)).toMatchObject({ organisationIds: [idOf('kestrel')] });
  });

  test('the member who promised the cover, and not on a lead who promised nothing', () => {
    const condition: Condition = {
      id: 'c',
      lotId: null,
      kind: 'insurance',
      text: 'Public liability of £20m',
      metBy: { kind: 'member', organisationId: idOf('hollowell') },
      state: 'committed',
      proof: '',
      turnover: null,
      combining: 'unknown',
    };
    expect(relianceOf(condition, input, today)).toMatchObject({ kind: 'known', organisationIds: [idOf('hollowell')] });
    const certificate: Condition = { ...condition, kind: 'certificate', text: 'ISO 9001' };
    expect(relianceOf(certificate, input, today).organisationIds).toEqual([idOf('hollowell')]);
  });
});

test('in 600 random line-ups it is every member in some minimal set that passes with the lead', () => {
  let seed = 74;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let round = 0; round < 600; round += 1) {
    const others = Array.from({ length: 1 + random(7) }, (_, at) => `m${at}`);
    const turnovers = Object.fromEntries(['lead', ...others].map((id) => [id, random(100)]));
    const asked = 1 + random(250);
    const passes = (set: readonly string[]) =>
      set.reduce((sum, id) => sum + (turnovers[id] ?? 0), turnovers['lead'] ?? 0) >= asked;
    const sets = Array.from({ length: 2 ** others.length }, (_, chosen) =>
      others.filter((_member, at) => (chosen >> at) & 1),
    );
    const minimal = sets.filter(
      (set) => passes(set) && set.every((id) => !passes(set.filter((other) => other !== id))),
    );
    const right = others.filter((id) => minimal.some((set) => set.includes(id)));
    expect(relied(asked, turnovers).organisationIds).toEqual(right);
  }
});
