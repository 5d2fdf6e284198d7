import type { StoredFiles, StoredFolder } from '../../../shared/host/storedFiles.ts';
import type { KeptAttachment } from '../../../shared/journal/segment.ts';
import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import { sha256 } from '../../../shared/workspace/sha256.ts';

/** The attached files that are kept outside the database and are still what they were. */
export async function keptAttachments(
  files: StoredFiles,
  wanted: readonly KeptAttachment[],
): Promise<readonly AttachmentRow[]> {
  const found: AttachmentRow[] = [];
  for (const { sha256, mediaType, size } of wanted) {
    const bytes = await keptBytes(files, ['attachments', 'secondAttachments'], sha256);
    if (bytes !== null) found.push({ sha256, mediaType, size, bytes });
  }
  return found;
}

/** The bytes of one, from the first of the folders that has it; `null` where none has it as it was. */
export async function keptBytes(
  files: StoredFiles,
  folders: readonly StoredFolder[],
  hash: string,
): Promise<Uint8Array | null> {
  for (const folder of folders) {
    const read = await files.readFile(folder, hash, 0);
    if (read.kind === 'read' && (await sha256(read.bytes)) === hash) return read.bytes;
  }
  return null;
}
