import type { Bid } from './bid.ts';

/** Those of a bid's conditions or requirements that count: for every lot (`null`), or for a lot that is bid for. */
export function ofLotsBidFor<Row extends { readonly lotId: string | null }>(
  { lotIds }: Pick<Bid, 'lotIds'>,
  rows: readonly Row[],
): readonly Row[] {
  return rows.filter(({ lotId }) => lotId === null || lotIds.includes(lotId));
}
