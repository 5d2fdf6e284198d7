import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles, StoredFolder } from '../../../shared/host/storedFiles.ts';
import type { KeptAttachment } from '../../../shared/journal/segment.ts';
import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import { sha256 } from '../../../shared/workspace/sha256.ts';
import type { MusterDatabase } from '../store/db.ts';

/** Writes the attached files that are not yet kept outside the database. */
export async function keepAttachments(
  db: MusterDatabase,
  files: StoredFiles,
  attachments: readonly { readonly sha256: string; readonly size: number }[],
): Promise<Failed | null> {
  const listed = await files.listFiles('attachments');
  if (listed.kind === 'failed') return listed;
  const kept = new Map(listed.files.map(({ name, bytes }) => [name, bytes]));
  for (const { sha256, size } of attachments) {
    if (kept.get(sha256) === size) continue;
    const row = await db.attachments.get(sha256);
    if (row === undefined) continue;
    const written = await files.writeFile('attachments', sha256, row.bytes, 'replace');
    if (written.kind === 'failed') return written;
  }
  return null;
}

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
