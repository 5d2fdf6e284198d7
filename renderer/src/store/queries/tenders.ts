import { useMemo } from 'react';
import { datesForBids } from '../../../../shared/domain/bid/bidDates.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { type Agenda, agendaOf, type TenderSummary } from '../../../../shared/domain/tender/tenderSummary.ts';
import { useStoreQuery } from '../StoreContext.tsx';
import { useBids } from './bids.ts';
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

/** The same, with those dates alone that concern the team: of the lots that its bids are for. */
export function useTendersBidFor(): Summaries<TenderSummary> {
  const tenders = useTenders();
  const bids = useBids();
  const summaries = useMemo(() => {
    const bidFor = new Set(bids.summaries.map(({ tenderId }) => tenderId));
    return tenders.summaries.map((tender) => {
      if (!bidFor.has(tender.id)) return tender;
      const own = bids.summaries.filter(({ tenderId }) => tenderId === tender.id);
      return { ...tender, deadlines: datesForBids(tender.deadlines, own) };
    });
  }, [tenders.summaries, bids.summaries]);
  return { summaries, complete: tenders.complete && bids.complete };
}

/** The open deadlines of all tenders at a moment that concern the team, live. */
export function useAgenda(now: Date): Agenda & { readonly complete: boolean } {
  const { summaries, complete } = useTendersBidFor();
  return useMemo(() => ({ ...agendaOf(summaries, now), complete }), [summaries, complete, now]);
}
