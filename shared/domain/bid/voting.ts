import { unreachable } from '../basics/result.ts';
import type { Bid, BidMember } from './bid.ts';
import { partiesTo } from './bidMembers.ts';
import { lotShares, type Share } from './shares.ts';

export type VotingRule = 'twoThirds' | 'majority' | 'unanimity';

/** Whether votes for a proposal carry it. "More than half" is more than half; two-thirds may be met exactly. */
export function carries(rule: VotingRule, votesFor: number, votesInAll: number): boolean {
  switch (rule) {
    case 'unanimity':
      return votesFor === votesInAll;
    case 'majority':
      return votesFor * 2 > votesInAll;
    case 'twoThirds':
      return votesFor * 3 >= votesInAll * 2;
    default:
      return unreachable(rule);
  }
}

/** How many votes carry a proposal where each member has one: 2 of 3 for two-thirds. */
export function votesNeeded(rule: VotingRule, votesInAll: number): number {
  for (let votes = 1; votes < votesInAll; votes += 1) if (carries(rule, votes, votesInAll)) return votes;
  return votesInAll;
}

/** The votes on what concerns one lot: by share those of its members; by heads one of each party, whatever the lot. */
export function votesOn(bid: Pick<Bid, 'members'>, lotId: string, votesBy: 'share' | 'heads'): readonly Share[] {
  return votesBy === 'share' ? lotShares(bid, lotId) : partiesTo(bid).map(oneVote);
}

function oneVote({ organisationId }: BidMember): Share {
  return { organisationId, basisPoints: 1 };
}

/**
 * Who can stop a decision: every smallest group of one or two members without whose votes nothing carries. Groups that hold
 * a smaller blocking group are left out, so that one member who blocks alone is listed alone.
 */
export function blockingGroups(votes: readonly Share[], rule: VotingRule): readonly (readonly string[])[] {
  const all = votes.reduce((sum, { basisPoints }) => sum + basisPoints, 0);
  const blocks = (lost: number) => !carries(rule, all - lost, all);
  const alone = votes.filter(({ basisPoints }) => blocks(basisPoints));
  const others = votes.filter(({ basisPoints }) => !blocks(basisPoints));
  const most = Math.max(0, ...others.map(({ basisPoints }) => basisPoints));
  // Of hundreds of members few can block with anybody: the others are not tried with each.
  const pairs = others.flatMap((one, index) =>
    blocks(one.basisPoints + most)
      ? others
          .slice(index + 1)
          .filter((other) => blocks(one.basisPoints + other.basisPoints))
          .map((other) => [one, other])
      : [],
  );
  return [...alone.map((vote) => [vote]), ...pairs].map((group) => group.map(({ organisationId }) => organisationId));
}
