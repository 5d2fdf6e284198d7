import type { AttachmentRow } from '../../../../shared/rows/attachment.ts';
import { attachmentSize } from '../attachments.ts';
import type { Store } from '../store.ts';
import { useStoreQuery } from '../StoreContext.tsx';

/** The size of an attachment, live and without reading it: `undefined` while it is asked for, `null` where it is not kept. */
export function useAttachmentSize(sha256: string): number | null | undefined {
  return useStoreQuery(({ db }) => attachmentSize(db, sha256), [sha256]);
}

export function readAttachment(store: Store, sha256: string): Promise<AttachmentRow | undefined> {
  return store.db.attachments.get(sha256);
}
