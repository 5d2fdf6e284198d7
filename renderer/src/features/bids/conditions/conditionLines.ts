import { useMemo } from 'react';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { judgeConditions, type JudgedCondition } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { type Reliance, relianceOf } from '../../../../../shared/domain/bid/reliance.ts';
import { useToday } from '../../../ui/useToday.ts';

/** A condition as the screens show it: judged, and with those on whom the bid relies for it. */
export interface ConditionLine extends JudgedCondition {
  readonly reliance: Reliance;
}

/** The conditions of a bid as they stand today. */
export function useConditionLines(input: BidInput): readonly ConditionLine[] {
  const today = useToday();
  return useMemo(
    () =>
      judgeConditions(input, today).map(({ condition, judgement }) => ({
        condition,
        judgement,
        reliance: relianceOf(condition, input, today),
      })),
    [input, today],
  );
}
