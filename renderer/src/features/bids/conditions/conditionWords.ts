import type { Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { isCombined } from '../../../../../shared/domain/bid/clarifications.ts';
import { howTogether, type Verdict } from '../../../../../shared/domain/bid/conditions.ts';
import { judgeCondition } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { shortfallSentences } from '../../../../../shared/domain/bid/shortfallSentences.ts';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import type { Tone } from '../../../ui/Mark.tsx';
import { nameOf } from '../naming.ts';

interface VerdictWords {
  readonly tone: Tone;
  readonly word: string;
  /** Why it does not pass; `null` where it does. */
  readonly why: string | null;
}

/** How a verdict is shown; what is only promised is met, but does not look like what is held. */
export function verdictWords(condition: Condition, input: BidInput): VerdictWords {
  const { verdict, reason } = judgeCondition(condition, input);
  if (verdict !== 'pass') return { ...words[verdict], why: shortfallSentences[reason] };
  if (condition.state === 'committed') return { tone: 'soon', word: 'Committed', why: null };
  return { ...words.pass, word: isCombined(condition) ? 'Met, combined' : words.pass.word, why: null };
}

const words: Readonly<Record<Verdict, { readonly tone: Tone; readonly word: string }>> = {
  pass: { tone: 'pass', word: 'Met' },
  fail: { tone: 'fail', word: 'Not met' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

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
