import type { Deadline } from '../../../../shared/domain/tender/deadline.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';

/** Names the lot of a date where there are several lots: `, lot 2`; `''` where it is for the whole tender. */
export function lotSuffix({ lots }: Pick<Tender, 'lots'>, { lotId }: Pick<Deadline, 'lotId'>): string {
  const lot = lots.find(({ id }) => id === lotId);
  return lot === undefined || lots.length < 2 ? '' : `, lot ${lot.number}`;
}
