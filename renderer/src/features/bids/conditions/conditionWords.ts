import type { Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { conditionVerdict, howTogether, type Verdict } from '../../../../../shared/domain/bid/conditions.ts';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import type { Tone } from '../../../ui/Mark.tsx';
import { nameOf } from '../naming.ts';

/** How a verdict is shown; what is only promised is met, but does not look like what is held. */
export function verdictWords(
  condition: Condition,
  bid: BidInput['bid'],
): { readonly tone: Tone; readonly word: string } {
  const verdict = conditionVerdict(condition, bid);
  if (verdict === 'pass' && condition.state === 'committed') return { tone: 'soon', word: 'Committed' };
  return words[verdict];
}

const words: Readonly<Record<Verdict, { readonly tone: Tone; readonly word: string }>> = {
  pass: { tone: 'pass', word: 'Met' },
  fail: { tone: 'fail', word: 'Not met' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

/** What is still to be said before a condition counts as met. */
export function whyUnknown({ metBy, state }: Condition, { bid }: BidInput): string {
  if (metBy.kind === 'unknown') return 'It is not said who meets it.';
  const named = metBy.kind === 'combined' ? metBy.organisationIds : [];
  if (metBy.kind === 'combined' && named.length === 0) return 'It is not said which members meet it together.';
  if (state === 'unknown') return 'It is not said whether it is met now or promised.';
  const ids = metBy.kind === 'member' || metBy.kind === 'guarantor' ? [metBy.organisationId] : named;
  const reserve = bid.members.some(({ organisationId, role }) => ids.includes(organisationId) && role === 'reserve');
  return reserve ? 'Somebody named is only in reserve.' : 'Somebody named is no longer in the bid.';
}

/** Who meets a condition, in words. */
export function metByWords({ kind, metBy }: Condition, input: BidInput): string {
  switch (metBy.kind) {
    case 'unknown':
      return 'Not said yet';
    case 'notMet':
      return 'Nobody';
    case 'member':
      return nameOf(input, metBy.organisationId);
    case 'guarantor':
      return `${nameOf(input, metBy.organisationId)}, as guarantor`;
    case 'combined':
      return metBy.organisationIds.length === 0
        ? 'Several members'
        : `${metBy.organisationIds.map((id) => nameOf(input, id)).join(' + ')}, ${howTogether[kind]}`;
    default:
      return unreachable(metBy);
  }
}
