import { useMemo } from 'react';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { judgeCondition, type JudgedCondition } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { ofLotsBidFor } from '../../../../../shared/domain/bid/lotsBidFor.ts';
import { type Reliance, relianceOf } from '../../../../../shared/domain/bid/reliance.ts';
import { useToday } from '../../../ui/useToday.ts';

/** A condition as the screens show it: judged, and with those on whom the bid relies for it. */
export interface ConditionLine extends JudgedCondition {
  readonly reliance: Reliance;
  /** Whether it is of a lot that the bid is for; one that is not is listed, and counts nowhere. */
  readonly isBidFor: boolean;
}

/** Every condition of a bid as it stands today. */
export function useConditionLines(input: BidInput): readonly ConditionLine[] {
  const today = useToday();
  return useMemo(() => {
    const bidFor = new Set(ofLotsBidFor(input.bid, input.bid.conditions));
    return input.bid.conditions.map((condition) => ({
      condition,
      judgement: judgeCondition(condition, input, today),
      reliance: relianceOf(condition, input, today),
      isBidFor: bidFor.has(condition),
    }));
  }, [input, today]);
}
