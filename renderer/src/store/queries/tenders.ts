import { useMemo } from 'react';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { type Agenda, agendaOf, type TenderSummary } from '../../../../shared/domain/tender/tenderSummary.ts';
import { useStoreQuery } from '../StoreContext.tsx';
import { type Summaries, useSummaries, viewOf } from './summaries.ts';

export const tenderView = viewOf<TenderSummary, TenderSummary>({
  table: 'tenders',
  source: (db) => db.tenderSummaries,
  summarise: (summary) => summary,
});

/** All tenders as summaries, live. */
export function useTenders(): Summaries<TenderSummary> {
  return useSummaries(tenderView);
}

/** One tender, live: `undefined` while it is being read, `null` where there is none. */
export function useTender(id: string): Tender | null | undefined {
  return useStoreQuery(async ({ db }) => (await db.tenders.get(id)) ?? null, [id]);
}

/** The open deadlines of all tenders at a moment, live. */
export function useAgenda(now: Date): Agenda & { readonly complete: boolean } {
  const { summaries, complete } = useTenders();
  return useMemo(() => ({ ...agendaOf(summaries, now), complete }), [summaries, complete, now]);
}
