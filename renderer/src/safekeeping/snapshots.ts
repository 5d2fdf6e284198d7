import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles, StoredFolder } from '../../../shared/host/storedFiles.ts';
import {
  parseSegmentName,
  segmentFileName,
  type SegmentName,
  snapshotFileName,
} from '../../../shared/journal/fileNames.ts';
import { segmentsToRemove, snapshotsToRemove } from '../../../shared/journal/rotation.ts';
import { workspaceLimits } from '../../../shared/workspace/limits.ts';
import { proveWorkspace } from '../../../shared/workspace/readWorkspace.ts';
import type { WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import { type Saved, serialiseSnapshot } from '../../../shared/workspace/serialiseWorkspace.ts';
import { sha256 } from '../../../shared/workspace/sha256.ts';
import { attachmentFacts } from '../store/contents.ts';
import type { MusterDatabase, WorkspaceRow } from '../store/db.ts';
import { estimateBytes, readEncoded } from './encodedTables.ts';
import { lineageOf } from '../store/store.ts';
import { type Fill, fillOf } from './fill.ts';
import { endOf } from './journal.ts';
import { keepAttachments } from './keptAttachments.ts';
import { namedSnapshots } from './namedSnapshots.ts';

export type SnapshotOutcome =
  | {
      readonly kind: 'taken';
      readonly name: string;
      readonly seq: number;
      readonly at: string;
      readonly bytes: number;
      readonly fill: readonly Fill[];
    }
  /** It could not be opened again: the first reason why. Nothing was written. */
  | { readonly kind: 'unsound'; readonly refusal: WorkspaceRefusal; readonly fill: readonly Fill[] }
  | { readonly kind: 'tooLarge'; readonly fill: readonly Fill[] }
  /** There is no workspace in the database. */
  | { readonly kind: 'gone' }
  | Failed;

/**
 * Takes a snapshot: the whole workspace in a file outside the database, its attached files once beside all snapshots. It
 * counts only when it was read as opening reads it, row by row, and the disk has kept every byte of what was read.
 */
export async function takeSnapshot(
  db: MusterDatabase,
  files: StoredFiles,
  now: Date,
  savedBy: string,
  onProgress: (done: number) => void = () => undefined,
): Promise<SnapshotOutcome> {
  const packed = await packSnapshot(db, files, { savedAt: now.toISOString(), savedBy }, onProgress);
  if (packed.kind !== 'packed') return packed;
  const { row, bytes, fill } = packed;
  // Before it is written: what cannot be opened again never gets into the folder, where it would pass for the newest.
  const refusal = await proveWorkspace(bytes, (done) => onProgress(packedAt + done * (1 - packedAt)));
  if (refusal !== null) return { kind: 'unsound', refusal, fill };
  const at = now.toISOString();
  const name = snapshotFileName({ lineage: lineageOf(row), seq: row.head.seq, at });
  const written = await files.writeFile('snapshots', name, bytes, 'replace');
  if (written.kind === 'failed') return written;
  const back = await files.readFile('snapshots', name, 0);
  if (back.kind === 'failed') return back;
  if ((await sha256(back.bytes)) !== (await sha256(bytes))) {
    await files.removeFile('snapshots', name);
    return { kind: 'failed', reason: 'other', detail: 'The disk did not keep what was written.' };
  }
  return { kind: 'taken', name, seq: row.head.seq, at, bytes: bytes.length, fill };
}

/** About how full the workspace has become, without making anything of it. */
export async function measure(
  db: MusterDatabase,
): Promise<{ readonly kind: 'measured'; readonly fill: readonly Fill[] } | { readonly kind: 'gone' }> {
  const bytes = await estimateBytes(db);
  return bytes === null ? { kind: 'gone' } : { kind: 'measured', fill: fillOf(bytes, 0, await attachmentFacts(db)) };
}

/** How much of the work is done when everything is read, and when it is packed. */
const [readAt, packedAt] = [0.5, 0.7];

interface Packed {
  readonly kind: 'packed';
  readonly row: WorkspaceRow;
  readonly bytes: Uint8Array;
  readonly fill: readonly Fill[];
}

/** The tables as they were before they were packed are let go of with this call. */
async function packSnapshot(
  db: MusterDatabase,
  files: StoredFiles,
  saved: Saved,
  onProgress: (done: number) => void,
): Promise<Packed | Extract<SnapshotOutcome, { readonly kind: 'tooLarge' | 'gone' | 'failed' }>> {
  const encoded = await readEncoded(db, (done) => onProgress(done * readAt));
  if (encoded === null) return { kind: 'gone' };
  const { row, tables, bytes: tableBytes } = encoded;
  const attachments = await attachmentFacts(db);
  const isTooMany = attachments.length > workspaceLimits.entries;
  if (tables === null || isTooMany) return { kind: 'tooLarge', fill: fillOf(tableBytes, 0, attachments) };
  const unkept = await keepAttachments(db, files, attachments);
  if (unkept !== null) return unkept;
  onProgress(readAt);
  const { id, name, createdAt } = row;
  const bytes = await serialiseSnapshot({ id, name, createdAt }, tables, attachments, saved);
  onProgress(packedAt);
  return { kind: 'packed', row, bytes, fill: fillOf(tableBytes, bytes.length, attachments) };
}

/** Removes the snapshots and pieces of the journal that are no longer needed. What cannot be removed is tried again next time. */
export async function rotate(files: StoredFiles, newest: string): Promise<void> {
  const listed = await files.listFiles('snapshots');
  if (listed.kind === 'failed') return;
  const snapshots = namedSnapshots(listed.files);
  const removed = new Set(snapshotsToRemove(snapshots, ({ name }) => name === newest));
  for (const { name } of removed) await files.removeFile('snapshots', name);
  const journal = await files.listFiles('journal');
  if (journal.kind === 'failed') return;
  const segments: (SegmentName & { readonly head: number | null })[] = [];
  for (const segment of journal.files.flatMap(({ name }) => parseSegmentName(name) ?? [])) {
    const end = await endOf(files, segment);
    // What cannot be looked at now, or is of a newer Muster, is not removed either.
    if (!('kind' in end)) segments.push({ ...segment, head: end.head?.seq ?? null });
  }
  const kept = snapshots.filter((snapshot) => !removed.has(snapshot));
  for (const segment of segmentsToRemove(segments, kept)) await files.removeFile('journal', segmentFileName(segment));
}

/** Copies a snapshot and what is attached to the folder that the person chose, and rotates there as well. */
export async function copyOut(files: StoredFiles, name: string): Promise<Failed | null> {
  const [own, second] = [await files.listFiles('attachments'), await files.listFiles('secondAttachments')];
  if (own.kind === 'failed') return own;
  if (second.kind === 'failed') return second;
  const there = new Map(second.files.map((file) => [file.name, file.bytes]));
  for (const { name: attachment, bytes } of own.files) {
    if (there.get(attachment) === bytes) continue;
    const failure = await copy(files, ['attachments', 'secondAttachments'], attachment);
    if (failure !== null) return failure;
  }
  const failure = await copy(files, ['snapshots', 'secondSnapshots'], name);
  if (failure !== null) return failure;
  const listed = await files.listFiles('secondSnapshots');
  if (listed.kind === 'failed') return listed;
  for (const old of snapshotsToRemove(namedSnapshots(listed.files), (snapshot) => snapshot.name === name)) {
    await files.removeFile('secondSnapshots', old.name);
  }
  return null;
}

async function copy(
  files: StoredFiles,
  [from, to]: readonly [StoredFolder, StoredFolder],
  name: string,
): Promise<Failed | null> {
  const read = await files.readFile(from, name, 0);
  if (read.kind === 'failed') return read;
  // A damaged one must not take the place of a good one.
  if (from === 'attachments' && (await sha256(read.bytes)) !== name) {
    return { kind: 'failed', reason: 'other', detail: `The attached file ${name} is damaged.` };
  }
  const written = await files.writeFile(to, name, read.bytes, 'replace');
  return written.kind === 'failed' ? written : null;
}
