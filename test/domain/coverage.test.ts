import { describe, expect, it } from 'vitest';
import type { BidMember, Requirement } from '../../shared/domain/bid/bid.ts';
import type { CapabilityProfile, Level } from '../../shared/domain/capability/capability.ts';
import { coverageByLot, coverageOf, dropOne } from '../../shared/domain/bid/coverage.ts';

const member = (organisationId: string, role: BidMember['role'], ...lots: readonly string[]): BidMember => ({
  organisationId,
  role,
  responsibilities: '',
  shares: lots.map((lotId) => ({ lotId, basisPoints: 5000 })),
  signatories: [],
});

const profile = (id: string, levels: Readonly<Record<string, Level>>): CapabilityProfile => ({
  id,
  cells: Object.fromEntries(
    Object.entries(levels).map(([capability, level]) => [capability, { level, confidence: 'claimed', note: '' }]),
  ),
});

const requirement = (id: string, lotId: string | null = '1', weight = 10, mandatory = true): Requirement => ({
  id,
  lotId,
  text: id,
  capabilityId: id,
  minimumLevel: 3,
  mandatory,
  weight,
  leadMemberId: null,
  supportMemberIds: [],
  proof: '',
});

const members = [
  member('a', 'lead', '1'),
  member('b', 'member', '1', '2'),
  member('c', 'reserve'),
  member('d', 'guarantor'),
];
const profiles = [
  profile('a', { mowing: 3, trees: 4, beds: 2, ponds: 0 }),
  profile('b', { mowing: 4, beds: 1, ponds: 1 }),
  profile('c', { beds: 4, ponds: 4 }),
];
const statesOf = (...requirements: readonly Requirement[]) =>
  coverageOf({ members, requirements }, profiles).map(({ state, capable }) => [state as string].concat(capable));

describe('coverage of a requirement', () => {
  it('is covered by two, a single point of dependency with one, and a gap where all are known to be below', () => {
    expect(statesOf(requirement('mowing'), requirement('trees'), requirement('beds'))).toEqual([
      ['covered', 'a', 'b'],
      ['single', 'a'],
      ['gap'],
    ]);
  });

  it('never counts a member that has not been asked: unknown is neither covered nor a gap', () => {
    expect(statesOf(requirement('paths'))).toEqual([['unknown']]);
    expect(coverageOf({ members, requirements: [requirement('trees')] }, profiles)[0]?.notKnown).toEqual(['b']);
  });

  it('is unknown where no capability says what to look for', () => {
    expect(statesOf({ ...requirement('mowing'), capabilityId: null })).toEqual([['unknown']]);
  });

  it('looks only at those who deliver the lot, not at reserves or guarantors', () => {
    expect(statesOf(requirement('mowing', '2'), requirement('ponds', null))).toEqual([['single', 'b'], ['gap']]);
  });
});

it('weighs a lot by what somebody meets, and names mandatory requirements that nobody does', () => {
  const requirements = [
    requirement('mowing', '1', 50),
    requirement('beds', '1', 30),
    requirement('paths', null, 20, false),
  ];
  const [one] = coverageByLot({ lotIds: ['1'] }, coverageOf({ members, requirements }, profiles));
  expect(one).toMatchObject({ weight: 100, weightMet: 50 });
  expect(one?.knockOuts.map(({ id }) => id)).toEqual(['beds']);
});

it('shows what falls if one member drops out', () => {
  const requirements = [requirement('mowing'), requirement('trees')];
  const lost = dropOne({ members }, coverageOf({ members, requirements }, profiles));
  expect(lost.map(({ organisationId, lost }) => [organisationId].concat(lost.map(({ id }) => id)))).toEqual([
    ['a', 'trees'],
    ['b'],
  ]);
});
