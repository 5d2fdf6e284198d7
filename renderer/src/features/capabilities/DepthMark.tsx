import type { CoverageState } from '../../../../shared/domain/bid/coverage.ts';
import type { Depth } from '../../../../shared/domain/capability/capabilityCells.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';

const judgements: Readonly<Record<CoverageState, readonly [Tone, string]>> = {
  covered: ['pass', 'covered'],
  single: ['soon', 'one only'],
  gap: ['fail', 'nobody'],
  unknown: ['unknown', 'unknown'],
};

/** Whether a capability hangs on one organisation, on none, or on more. */
export function DepthMark({ state }: Pick<Depth, 'state'>) {
  const [tone, word] = judgements[state];
  return <Mark tone={tone}>{word}</Mark>;
}
