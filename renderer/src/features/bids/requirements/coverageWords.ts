import type { CoverageState } from '../../../../../shared/domain/bid/coverage.ts';
import type { Tone } from '../../../ui/Mark.tsx';

/** How a state of coverage is shown, and what it means. */
export const coverageWords: Readonly<
  Record<CoverageState, { readonly tone: Tone; readonly word: string; readonly meaning: string }>
> = {
  covered: { tone: 'pass', word: 'Covered', meaning: 'Two members or more are at the minimum level or above it.' },
  single: {
    tone: 'soon',
    word: 'One alone',
    meaning: 'A single member is at the minimum level or above it: the bid depends on that member.',
  },
  gap: { tone: 'fail', word: 'Gap', meaning: 'Every member’s level is known, and none is at the minimum level.' },
  unknown: {
    tone: 'unknown',
    word: 'Unknown',
    meaning: 'Nobody is known to be at the minimum level, and of somebody it is not known. It counts as a risk.',
  },
};
