import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles, StoredFolder } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName, segmentFileName, snapshotFileName } from '../../../shared/journal/fileNames.ts';
import { segmentsToRemove, snapshotsToRemove } from '../../../shared/journal/rotation.ts';
import { tableOf } from '../../../shared/domain/basics/tableOf.ts';
import { recordTables } from '../../../shared/rows/records.ts';
import { encodeJsonLines } from '../../../shared/workspace/jsonLines.ts';
import { type EncodedTable, encodeTables, serialiseSnapshot } from '../../../shared/workspace/serialiseWorkspace.ts';
import { sha256 } from '../../../shared/workspace/sha256.ts';
import { attachmentFacts, readContents, readInParts } from '../store/contents.ts';
import type { MusterDatabase } from '../store/db.ts';
import { lineageOf } from '../store/store.ts';
import { keepAttachments } from './keptAttachments.ts';
import { namedSnapshots } from './namedSnapshots.ts';

export type SnapshotOutcome =
  | { readonly kind: 'taken'; readonly name: string; readonly seq: number; readonly at: string }
  /** There is no workspace in the database. */
  | { readonly kind: 'gone' }
  | Failed;

/**
 * Takes a snapshot: the whole workspace in a file outside the database, its attached files once beside all snapshots. It
 * counts only when it was read back as it was written.
 */
export async function takeSnapshot(
  db: MusterDatabase,
  files: StoredFiles,
  now: Date,
  savedBy: string,
): Promise<SnapshotOutcome> {
  const read = await readStill(db);
  if (read === null) return { kind: 'gone' };
  const { row, tables } = read;
  const attachments = await attachmentFacts(db);
  const unkept = await keepAttachments(db, files, attachments);
  if (unkept !== null) return unkept;
  const at = now.toISOString();
  const { id, name: workspaceName, createdAt, head } = row;
  const workspace = { id, name: workspaceName, createdAt };
  const bytes = await serialiseSnapshot(workspace, tables, attachments, { savedAt: at, savedBy });
  const name = snapshotFileName({ lineage: lineageOf(row), seq: head.seq, at });
  const written = await files.writeFile('snapshots', name, bytes, 'replace');
  if (written.kind === 'failed') return written;
  const back = await files.readFile('snapshots', name, 0);
  if (back.kind === 'failed') return back;
  if ((await sha256(back.bytes)) !== (await sha256(bytes))) {
    await files.removeFile('snapshots', name);
    return { kind: 'failed', reason: 'other', detail: 'The disk did not keep what was written.' };
  }
  return { kind: 'taken', name, seq: head.seq, at };
}

const attempts = 5;

/** The tables as they stood at one moment, read while commands may go on: where one came between, from the start again. */
async function readStill(db: MusterDatabase) {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const parts = tableOf(fileTables, () => ({ pieces: new Array<Uint8Array>(), rows: 0 }));
    const row = await readInParts(db, (table, rows) => {
      parts[table].pieces.push(encodeJsonLines(rows));
      parts[table].rows += rows.length;
    });
    if (row !== null) return { row, tables: tableOf(fileTables, (table) => joined(parts[table])) };
  }
  // Someone works without a pause: then it is read in one transaction, which makes them wait for it.
  const contents = await readContents(db);
  const row = await db.workspace();
  if (contents === null || row === undefined) return null;
  return { row: { ...row, head: contents.head }, tables: encodeTables(contents) };
}

const fileTables = [...recordTables, 'history'] as const;

/** One table of its pieces, each of which is let go of when it has been copied. */
function joined({ pieces, rows }: { readonly pieces: Uint8Array[]; readonly rows: number }): EncodedTable {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, rows };
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
  const segments = journal.files.flatMap(({ name }) => parseSegmentName(name) ?? []);
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
  const written = await files.writeFile(to, name, read.bytes, 'replace');
  return written.kind === 'failed' ? written : null;
}
