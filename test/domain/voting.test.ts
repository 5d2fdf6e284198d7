import { describe, expect, it } from 'vitest';
import { blockingGroups, carries, votesNeeded, votesOf } from '../../shared/domain/bid/voting.ts';

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

it('counts one vote each where members vote by heads, whatever their shares', () => {
  const byHeads = votesOf(votes({ a: 90, b: 5, c: 5 }), 'heads');
  expect(blockingGroups(byHeads, 'twoThirds')).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ]);
});
