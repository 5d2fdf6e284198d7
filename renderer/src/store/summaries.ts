import { summariseBid } from '../../../shared/domain/bidSummary.ts';
import { summariseTender } from '../../../shared/domain/tenderSummary.ts';
import type { RecordTable, Records } from '../../../shared/rows/records.ts';
import type { MusterDatabase } from './db.ts';

/**
 * Keeps the summaries in step with rows just written or removed, inside the same transaction: a tender carries its notices
 * word for word and a bid its answers, and no list may have to read them. What a summary holds is part of the database's
 * layout: a change to it needs a new version that makes all of them again.
 */
export async function summariseRows(
  db: MusterDatabase,
  table: RecordTable,
  written: readonly { readonly id: string }[],
  removed: readonly string[],
): Promise<void> {
  if (table === 'tenders') {
    await db.tenderSummaries.bulkDelete([...removed]);
    await db.tenderSummaries.bulkPut((written as readonly Records['tenders'][]).map(summariseTender));
  }
  if (table === 'bids') {
    await db.bidSummaries.bulkDelete([...removed]);
    await db.bidSummaries.bulkPut((written as readonly Records['bids'][]).map(summariseBid));
  }
}
