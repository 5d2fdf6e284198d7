import type { Bid } from './bid.ts';

interface OfLot {
  /** `null`: of the whole tender. */
  readonly lotId: string | null;
}

/**
 * Whether something of a lot counts for a bid: **the one rule** for dates, conditions and requirements. What is of the whole
 * tender always counts. A bid that has not chosen its lots may be for any.
 */
export function concernsLots({ lotId }: OfLot, lotIds: readonly string[]): boolean {
  return lotId === null || lotIds.length === 0 || lotIds.includes(lotId);
}

/** Those of a bid's conditions or requirements, or of its tender's dates, that count for it. */
export function ofLotsBidFor<Row extends OfLot>({ lotIds }: Pick<Bid, 'lotIds'>, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => concernsLots(row, lotIds));
}
