import { type ExportedDocument, type LastExport, lastExport } from '../../../../shared/rows/history.ts';
import type { Store } from '../store.ts';
import { useStoreQuery } from '../StoreContext.tsx';

/** The last file made of one document of a bid, live: `undefined` while it is being read, `null` where there is none. */
export function useLastExport(bidId: string, document: ExportedDocument['document']): LastExport | null | undefined {
  return useStoreQuery((store) => readLastExport(store, bidId, document), [bidId, document]);
}

/** The same as it stands at one moment. */
export async function readLastExport(
  { db }: Store,
  bidId: string,
  document: ExportedDocument['document'],
): Promise<LastExport | null> {
  return lastExport(await db.history.where('touched').equals(bidId).sortBy('seq'), bidId, document);
}
