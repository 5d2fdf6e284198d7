import type { Deadline } from './deadline.ts';
import type { Tender } from './tender.ts';

/**
 * The dates of a tender as they count, wherever they are listed, judged or exported. Once the buyer has terminated the
 * procurement, no date that was open counts any more; that a notice was published stays true. What is stored of the dates is
 * left as it was, so that all of them count again where the state was chosen by mistake.
 */
export function standingDeadlines({ deadlines, state }: Pick<Tender, 'deadlines' | 'state'>): readonly Deadline[] {
  if (state !== 'terminated') return deadlines;
  return deadlines.map((deadline) =>
    deadline.state === 'open' && deadline.kind !== 'publication' ? { ...deadline, state: 'withdrawn' } : deadline,
  );
}
