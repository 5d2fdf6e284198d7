import { describe, expect, it } from 'vitest';
import type { BidMember } from '../../shared/domain/bid/bid.ts';
import { blockingGroups, carries, votesNeeded, votesOn } from '../../shared/domain/bid/voting.ts';

const votes = (shares: Readonly<Record<string, number>>) =>
  Object.entries(shares).map(([organisationId, basisPoints]) => ({ organisationId, basisPoints }));

describe('a majority of two-thirds by share', () => {
  it.each([
    { votesFor: 80, carried: true },
    { votesFor: 70, carried: true },
    { votesFor: 66, carried: false },
    { votesFor: 50, carried: false },
  ])('with $votesFor of 100 votes: carried $carried', ({ votesFor, carried }) => {
    expect(carries('twoThirds', votesFor, 100)).toBe(carried);
  });

  it.each([
    {
      when: 'Kestrel 50, Hollowell 30, Brindle 20',
      shares: { Kestrel: 50, Hollowell: 30, Brindle: 20 },
      blocking: [['Kestrel'], ['Hollowell', 'Brindle']],
    },
    {
      when: 'Roundhouse 40, Pennyfarthing 35, Hollowell 15, Larkhill 10',
      shares: { Roundhouse: 40, Pennyfarthing: 35, Hollowell: 15, Larkhill: 10 },
      blocking: [['Roundhouse'], ['Pennyfarthing']],
    },
    {
      when: 'Roundhouse 45, Copperbeech 30, Hollowell 15, Larkhill 10',
      shares: { Roundhouse: 45, Copperbeech: 30, Hollowell: 15, Larkhill: 10 },
      blocking: [['Roundhouse'], ['Copperbeech', 'Hollowell'], ['Copperbeech', 'Larkhill']],
    },
  ])('is blocked by those without whom it fails: $when', ({ shares, blocking }) => {
    expect(blockingGroups(votes(shares), 'twoThirds')).toEqual(blocking);
  });
});

it.each([
  { rule: 'twoThirds', heads: 3, needed: 2 },
  { rule: 'twoThirds', heads: 4, needed: 3 },
  { rule: 'twoThirds', heads: 2, needed: 2 },
  { rule: 'majority', heads: 4, needed: 3 },
  { rule: 'majority', heads: 5, needed: 3 },
  { rule: 'unanimity', heads: 5, needed: 5 },
] as const)('$rule of $heads heads needs $needed votes', ({ rule, heads, needed }) => {
  expect(votesNeeded(rule, heads)).toBe(needed);
});

function member(organisationId: string, role: BidMember['role'], lotId: string | null): BidMember {
  const shares = lotId === null ? [] : [{ lotId, basisPoints: 10_000 }];
  return { organisationId, role, responsibilities: '', shares, signatories: [] };
}

it('counts one vote of every party where members vote by heads, whatever their shares and whichever the lot', () => {
  const bid = {
    members: [
      member('lead', 'lead', null),
      member('parks', 'member', 'lot-1'),
      member('graves', 'member', 'lot-2'),
      member('relied on', 'associated', null),
      member('in reserve', 'reserve', null),
      member('guarantor', 'guarantor', null),
    ],
  };
  expect(votesOn(bid, 'lot-1', 'heads').map(({ organisationId }) => organisationId)).toEqual([
    'lead',
    'parks',
    'graves',
    'relied on',
  ]);
  expect(votesOn(bid, 'lot-1', 'share')).toEqual([{ organisationId: 'parks', basisPoints: 10_000 }]);
  const byHeads = votesOn(bid, 'lot-1', 'heads');
  expect(blockingGroups(byHeads, 'twoThirds')).toHaveLength(6);
  expect(votesNeeded('twoThirds', byHeads.length)).toBe(3);
});
