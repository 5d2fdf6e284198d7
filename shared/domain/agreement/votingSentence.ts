import type { Bid } from '../bid.ts';
import { lotShares } from '../shares.ts';
import { blockingGroups, votesOf } from '../voting.ts';

/** Who can stop decisions on a lot, in a sentence for the boards that must approve the agreement; `null` while it is open. */
export function votingSentence(bid: Bid, lotId: string, nameOf: (id: string) => string): string | null {
  const { voting, votesBy } = bid.agreement;
  if (voting === null || votesBy === null) return null;
  if (voting === 'unanimity') return 'Every Member can stop a decision.';
  const groups = blockingGroups(votesOf(lotShares(bid, lotId), votesBy), voting);
  const words = groups.map((group) =>
    group.length === 1 ? `by ${nameOf(group[0] ?? '')} alone` : `by ${group.map(nameOf).join(' and ')} together`,
  );
  return words.length === 0
    ? 'With these Shares no Member, and no two Members together, can stop a decision.'
    : `With these Shares a decision can be stopped ${words.join(', or ')}.`;
}
