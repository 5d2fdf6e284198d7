import { summariseBid } from '../../../shared/domain/bid/bidSummary.ts';
import { summariseTender } from '../../../shared/domain/tender/tenderSummary.ts';
import type { RecordTable } from '../../../shared/rows/records.ts';
import type { MusterDatabase } from './db.ts';

/**
 * Keeps the summaries in step with rows just written or removed, inside the same transaction: a tender carries its notices
 * word for word and a bid its answers, and no list may have to read them. What a summary holds is part of the database's
 * layout: a change to it needs a new version that makes all of them again.
 */
export async function summariseRows(db: MusterDatabase, table: RecordTable, ids: readonly string[]): Promise<void> {
  if (table === 'tenders') {
    const rows = (await db.tenders.bulkGet([...ids])).filter((row) => row !== undefined);
    await db.tenderSummaries.bulkDelete([...ids]);
    await db.tenderSummaries.bulkPut(rows.map(summariseTender));
  }
  if (table === 'bids') {
    const rows = (await db.bids.bulkGet([...ids])).filter((row) => row !== undefined);
    await db.bidSummaries.bulkDelete([...ids]);
    await db.bidSummaries.bulkPut(rows.map(summariseBid));
  }
}
