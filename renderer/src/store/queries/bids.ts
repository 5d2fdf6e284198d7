import { type BidInput, bidInput } from '../../../../shared/domain/bid/bidInput.ts';
import type { Bid } from '../../../../shared/domain/bid/bid.ts';
import type { BidSummary } from '../../../../shared/domain/bid/bidSummary.ts';
import type { ConditionCounts } from '../../../../shared/domain/bid/bidBlocker.ts';
import { countVerdicts, judgeConditions } from '../../../../shared/domain/bid/judgeCondition.ts';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { MusterDatabase } from '../db.ts';
import type { Store } from '../store.ts';
import { useStoreQuery } from '../StoreContext.tsx';
import { type Summaries, useSummaries, viewOf } from './summaries.ts';

const bidView = viewOf<BidSummary, BidSummary>({
  table: 'bids',
  source: (db) => db.bidSummaries,
  summarise: (summary) => summary,
});

/** All bids as summaries, live. */
export function useBids(): Summaries<BidSummary> {
  return useSummaries(bidView);
}

/** The bids for one tender, live. */
export function useBidsOf(tenderId: string): readonly BidSummary[] | undefined {
  return useStoreQuery(({ db }) => db.bidSummaries.where('tenderId').equals(tenderId).toArray(), [tenderId]);
}

/**
 * How the conditions of every bid are judged on a day, live. Judged from the records and never kept: organisations, notices
 * and the day change it without a change to the bid.
 */
export function useConditionCounts(today: LocalDate): ReadonlyMap<string, ConditionCounts> | undefined {
  return useStoreQuery(({ db }) => readConditionCounts(db, today), [today]);
}

export function readConditionCounts(
  db: MusterDatabase,
  today: LocalDate,
): Promise<ReadonlyMap<string, ConditionCounts>> {
  return db.transaction('r', [db.bids, db.tenders, db.organisations], async () => {
    const bids = await db.bids.toArray();
    const tenderIds = [...new Set(bids.map(({ tenderId }) => tenderId))];
    const memberIds = [...new Set(bids.flatMap(({ members }) => members.map(({ organisationId }) => organisationId)))];
    const tenders = new Map((await db.tenders.bulkGet(tenderIds)).flatMap((row) => (row ? [[row.id, row]] : [])));
    const organisations = (await db.organisations.bulkGet(memberIds)).filter((row) => row !== undefined);
    return new Map(
      bids.flatMap((bid) => {
        const tender = tenders.get(bid.tenderId);
        return tender === undefined
          ? []
          : [[bid.id, countVerdicts(judgeConditions({ bid, tender, organisations }, today))]];
      }),
    );
  });
}

/** One bid, live: `undefined` while it is being read, `null` where there is none. */
export function useBid(id: string): Bid | null | undefined {
  return useStoreQuery(async ({ db }) => (await db.bids.get(id)) ?? null, [id]);
}

/** Everything that is judged and written about a bid, live: `undefined` while it is being read, `null` where there is none. */
export function useBidInput(id: string): BidInput | null | undefined {
  return useStoreQuery((store) => readBidInput(store, id), [id]);
}

/** The same as it stands at one moment, for an export. */
export function readBidInput({ db }: Store, id: string): Promise<BidInput | null> {
  const tables = [db.bids, db.tenders, db.organisations, db.capabilities, db.capabilityProfiles];
  return db.transaction('r', tables, async () => {
    const bid = await db.bids.get(id);
    const tender = bid === undefined ? undefined : await db.tenders.get(bid.tenderId);
    if (bid === undefined || tender === undefined) return null;
    const members = bid.members.map(({ organisationId }) => organisationId);
    const organisations = await db.organisations.bulkGet(members);
    const profiles = await db.capabilityProfiles.bulkGet(members);
    const records = {
      bids: [bid],
      tenders: [tender],
      organisations: organisations.filter((row) => row !== undefined),
      capabilities: await db.capabilities.toArray(),
      capabilityProfiles: profiles.filter((row) => row !== undefined),
    };
    return bidInput(records, id);
  });
}
