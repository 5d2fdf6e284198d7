import type { DeadlineLine } from '../../../../shared/domain/tender/tenderSummary.ts';

/** When a bid for these lots must be in: the soonest date for tenders of the whole procurement or one of the lots. */
export function submissionOf(deadlines: readonly DeadlineLine[], lotIds: readonly string[]): DeadlineLine | null {
  const found = deadlines.filter(
    ({ kind, state, lotId }) =>
      kind === 'submission' && state !== 'withdrawn' && (lotId === null || lotIds.includes(lotId)),
  );
  return found.toSorted((a, b) => a.endsAt.localeCompare(b.endsAt))[0] ?? null;
}
