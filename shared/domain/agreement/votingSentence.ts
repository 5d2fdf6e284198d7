import type { Bid } from '../bid/bid.ts';
import { blockingGroups, votesNeeded, votesOn } from '../bid/voting.ts';

/** So many groups that can stop a decision are named; of more it says how many. */
const mostNamed = 20;

/** Who can stop decisions on a lot, in a sentence for the boards that must approve the agreement; `null` while it is open. */
export function votingSentence(bid: Bid, lotId: string, nameOf: (id: string) => string): string | null {
  const { voting, votesBy } = bid.agreement;
  if (voting === null || votesBy === null) return null;
  if (voting === 'unanimity') return 'Every Member can stop a decision.';
  const votes = votesOn(bid, lotId, votesBy);
  const groups = blockingGroups(votes, voting);
  const words = groups
    .slice(0, mostNamed)
    .map((group) =>
      group.length === 1 ? `by ${nameOf(group[0] ?? '')} alone` : `by ${group.map(nameOf).join(' and ')} together`,
    );
  if (groups.length > mostNamed) words.push(`by ${groups.length - mostNamed} other groups of one or two Members`);
  const needed =
    votesBy === 'heads' ? `A decision needs ${votesNeeded(voting, votes.length)} of ${votes.length} votes. ` : '';
  return words.length === 0
    ? `${needed}No Member, and no two Members together, can stop a decision.`
    : `${needed}${votesBy === 'share' ? 'With these Shares a' : 'A'} decision can be stopped ${words.join(', or ')}.`;
}
