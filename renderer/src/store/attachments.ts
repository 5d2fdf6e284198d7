import { Dexie } from 'dexie';
import { namedAttachments } from '../../../shared/rows/attachmentsNamed.ts';
import { type RecordTable, recordTables } from '../../../shared/rows/records.ts';
import { err, ok, type Result } from '../../../shared/domain/basics/result.ts';
import { chunksOf } from './chunks.ts';
import { attachmentFacts } from './contents.ts';
import type { MusterDatabase } from './db.ts';
import { asProblem, type CommandProblem } from './runCommand.ts';
import type { Store } from './store.ts';

/**
 * The largest file that is attached. A scan that is larger has been made wrongly, and would make every workspace file slow
 * to save.
 */
export const largestAttachment = 50 * 2 ** 20;

export interface KeptFile {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Keeps the bytes of a file before a record names it: under the SHA-256 of its bytes and once, however often it is attached.
 * A file that no record comes to name is no harm, and `checkAttachments` reports it.
 */
export async function keepFile(
  store: Store,
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<KeptFile, CommandProblem>> {
  if (store.frozen !== null) return err({ kind: 'frozen', reason: store.frozen });
  const digest = await sha256Of(bytes);
  onProgress(0.5);
  const file: KeptFile = { sha256: digest, size: bytes.length };
  const { db } = store;
  try {
    await db.transaction('rw', db.attachments, async () => {
      if ((await db.attachments.where('sha256').equals(digest).count()) > 0) return;
      await db.attachments.add({ ...file, mediaType, bytes });
    });
  } catch (thrown) {
    return err(asProblem(store, thrown));
  }
  onProgress(1);
  return ok(file);
}

/** The size of one attachment, without reading it; `null` where it is not kept. */
export async function attachmentSize(db: MusterDatabase, sha256: string): Promise<number | null> {
  const index = db.attachments.where('[sha256+size+mediaType]');
  const [key] = await index.between([sha256, Dexie.minKey], [sha256, Dexie.maxKey]).keys();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the index are what it is made of
  return key === undefined ? null : (key as unknown as [string, number])[1];
}

/** What names an attachment: the file's name, and the record with the way to it. */
export interface AttachmentUse {
  readonly file: string;
  readonly table: RecordTable;
  readonly id: string;
  readonly record: string;
}

/** An attachment that is not there, or whose bytes are no longer those that were attached. */
export interface AttachmentFault {
  readonly kind: 'missing' | 'damaged';
  readonly sha256: string;
  /** Empty where only the history names it: undo could bring it back. */
  readonly uses: readonly AttachmentUse[];
}

export interface AttachmentReport {
  readonly files: number;
  readonly bytes: number;
  readonly faults: readonly AttachmentFault[];
  /** Named by no record and nowhere in the history. */
  readonly unnamed: readonly KeptFile[];
}

/**
 * Reads every attachment and compares it with the hash that it is named by. Each is read in a transaction of its own, so that no
 * command has to wait for more than one. `onProgress` hears how much is done, from 0 to 1.
 */
export async function checkAttachments(
  db: MusterDatabase,
  onProgress: (done: number) => void = () => undefined,
): Promise<AttachmentReport> {
  const kept = await attachmentFacts(db);
  const { uses, named } = await usesOf(db);
  const bytes = kept.reduce((sum, { size }) => sum + size, 0);
  const damaged = new Set<string>();
  let done = 0;
  for (const { sha256, size } of kept) {
    if (!(await isSound(db, sha256))) damaged.add(sha256);
    done += size;
    onProgress((done + 1) / (bytes + 1));
  }
  const present = new Set(kept.map(({ sha256 }) => sha256));
  const fault = (kind: AttachmentFault['kind']) => (sha256: string) => ({ kind, sha256, uses: uses.get(sha256) ?? [] });
  return {
    files: kept.length,
    bytes,
    faults: [
      ...[...named].filter((sha256) => !present.has(sha256)).map(fault('missing')),
      ...[...damaged].map(fault('damaged')),
    ],
    unnamed: kept.filter(({ sha256 }) => !named.has(sha256)).map(({ sha256, size }) => ({ sha256, size })),
  };
}

async function isSound(db: MusterDatabase, sha256: string): Promise<boolean> {
  try {
    const row = await db.attachments.get(sha256);
    return row !== undefined && row.bytes.length === row.size && (await sha256Of(row.bytes)) === sha256;
  } catch (thrown) {
    // A value that cannot be read is damaged; a database that is gone says nothing about the file.
    if (thrown instanceof Error && thrown.name === 'DatabaseClosedError') throw thrown;
    return false;
  }
}

/** What names each attachment among the records, and all that records and history name. */
async function usesOf(db: MusterDatabase) {
  const uses = new Map<string, AttachmentUse[]>();
  const named = new Set<string>();
  for (const table of recordTables) {
    for await (const rows of chunksOf<{ readonly id: string; readonly name?: string; readonly title?: string }>(
      db,
      table,
    )) {
      for (const row of rows) {
        for (const { sha256, name } of namedAttachments(row)) {
          named.add(sha256);
          const use = { file: name, table, id: row.id, record: row.name ?? row.title ?? '' };
          uses.set(sha256, [...(uses.get(sha256) ?? []), use]);
        }
      }
    }
  }
  for await (const entries of chunksOf<{ readonly changes: unknown }>(db, 'history')) {
    for (const { changes } of entries) for (const { sha256 } of namedAttachments(changes)) named.add(sha256);
  }
  return { uses, named };
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only memory shared between threads is refused
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
