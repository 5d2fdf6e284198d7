import type { Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { ConditionCounts } from '../../../../../shared/domain/bid/bidBlocker.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { isCombined } from '../../../../../shared/domain/bid/clarifications.ts';
import { howTogether } from '../../../../../shared/domain/bid/conditions.ts';
import type { Shortfall, Verdict } from '../../../../../shared/domain/bid/judgement.ts';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import type { Tone } from '../../../ui/Mark.tsx';
import { nameOf } from '../naming.ts';
import type { ConditionLine } from './conditionLines.ts';

interface VerdictWords {
  readonly tone: Tone;
  readonly word: string;
}

/** How a verdict is shown. What is only promised does not look met; what the records contradict says so. */
export function verdictWords({ condition, judgement, isBidFor }: ConditionLine): VerdictWords {
  if (!isBidFor) return { tone: 'unknown', word: 'Lot not bid for' };
  const { verdict, reason } = judgement;
  if (verdict === 'pass' && isCombined(condition)) return { ...words.pass, word: 'Met, combined' };
  const isContradicted = verdict === 'fail' && condition.state === 'held' && reason !== null && byRecords.has(reason);
  return isContradicted ? { ...words.fail, word: 'Not met, contradicted' } : words[verdict];
}

/** What fails by the records alone, whatever was entered. */
const byRecords: ReadonlySet<Shortfall> = new Set<Shortfall>([
  'turnoverShort',
  'coverShort',
  'coverBasis',
  'expired',
  'onlyPromised',
]);

const words: Readonly<Record<Verdict, VerdictWords>> = {
  pass: { tone: 'pass', word: 'Met' },
  committed: { tone: 'soon', word: 'Committed, not met yet' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  fail: { tone: 'fail', word: 'Not met' },
};

/** Who meets a condition, in words. */
export function metByWords(condition: Condition, input: BidInput): string {
  const { metBy } = condition;
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
        : `${metBy.organisationIds.map((id) => nameOf(input, id)).join(' + ')}, ${howTogether(condition)}`;
    default:
      return unreachable(metBy);
  }
}

/** The counts in words; what is only committed is counted apart from what is met. */
export function countWords({ pass, committed, fail, unknown }: ConditionCounts): string {
  const all = pass + committed + fail + unknown;
  const parts = [`${pass} of ${all} met`];
  if (committed > 0) parts.push(`${committed} only committed`);
  if (fail > 0) parts.push(`${fail} not met`);
  if (unknown > 0) parts.push(`${unknown} unknown`);
  return parts.join(', ');
}

/** Green only where every condition is met. */
export function toneOf({ committed, fail, unknown }: ConditionCounts): Tone {
  if (fail > 0) return 'fail';
  if (unknown > 0) return 'unknown';
  return committed > 0 ? 'soon' : 'pass';
}
