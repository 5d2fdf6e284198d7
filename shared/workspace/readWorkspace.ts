import { type Result, err, ok } from '../domain/basics/result.ts';
import { tableOf } from '../domain/basics/tableOf.ts';
import type { AttachmentRow } from '../rows/attachment.ts';
import type { WorkspaceContents } from '../rows/contents.ts';
import type { HistoryEntry } from '../rows/history.ts';
import { recordLists, type Records, type RecordTable, recordTables } from '../rows/records.ts';
import { ReferenceCheck } from './checkReferences.ts';
import { checkHistory, checkRecords, type ReadRows } from './checkTables.ts';
import { decodeJsonLines } from './jsonLines.ts';
import { workspaceLimits } from './limits.ts';
import {
  attachmentFolder,
  type FileTable,
  type Manifest,
  type ManifestEntry,
  manifestPath,
  readManifest,
  readmePath,
  tablePath,
  tablesOf,
} from './manifest.ts';
import { isProtected } from './protection.ts';
import type { WorkspaceRefusal } from './refusal.ts';
import { sha256 } from './sha256.ts';
import { listZip, unpack, type ZipEntry, type ZipLimits } from './zip.ts';

export interface ReadOptions {
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  readonly limits?: ZipLimits;
  /**
   * Gives the attachments of a snapshot, which are kept beside it; `null` where one is not there. Without it a snapshot that
   * has any is refused.
   */
  readonly keptApart?: (sha256: string) => Promise<Uint8Array | null>;
}

/** The whole of a workspace file, checked. */
export interface ReadWorkspace extends WorkspaceContents {
  readonly manifest: Manifest;
  /**
   * The attachments that a snapshot names and that are no longer beside it, or no longer what they were. Everything else is
   * worth having without them.
   */
  readonly missingApart: readonly string[];
}

/** What a workspace file says of itself, read without looking at anything else in it. */
export function peekManifest(bytes: Uint8Array): Result<Manifest, WorkspaceRefusal> {
  const zip = listZip(bytes, workspaceLimits);
  if (!zip.ok) return zip;
  const entry = zip.value.find(({ path }) => path === manifestPath);
  if (entry === undefined) return err({ kind: 'notWorkspace' });
  const unpacked = unpack(entry);
  return unpacked.ok ? readManifest(unpacked.value) : unpacked;
}

/**
 * Reads a `.muster` file: parse, version, migrate, validate, all in memory. What comes back is whole and sound (every
 * length and hash right, every row of the present schema version, ids unique, history without gaps, every row and
 * attachment that a row hangs from present), or it is the first reason why not. Nothing is repaired and nothing is left out.
 * A protected file is first opened by `unprotect`, and what comes out is read here like any other.
 */
export async function readWorkspace(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Result<ReadWorkspace, WorkspaceRefusal>> {
  const records = tableOf(recordTables, () => new Array<unknown>());
  const history: HistoryEntry[] = [];
  const attachments: AttachmentRow[] = [];
  const read = await readThrough(bytes, options, {
    record: (table, row) => records[table].push(row),
    entry: (entry) => history.push(entry),
    attachment: (row) => attachments.push(row),
  });
  if (!read.ok) return read;
  const { manifest, missingApart } = read.value;
  const { id, name, createdAt } = manifest.workspace;
  const workspace = { id, name, createdAt };
  const rows = recordLists((table) => records[table]);
  return ok({ workspace, ...rows, history, attachments, manifest, missingApart });
}

/**
 * Reads a file as `readWorkspace` does, and keeps nothing of it: why it could not be opened again, or `null`. A snapshot is
 * proven without the attachments beside it.
 */
export async function proveWorkspace(
  bytes: Uint8Array,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<WorkspaceRefusal | null> {
  const nothing = { record: () => undefined, entry: () => undefined, attachment: () => undefined };
  const read = await readThrough(bytes, { onProgress, keptApart: () => Promise.resolve(null) }, nothing);
  return read.ok ? null : read.error;
}

/** What is done with everything that was found sound, as it is read. */
interface Takers {
  readonly record: (table: RecordTable, row: Records[RecordTable]) => void;
  readonly entry: (entry: HistoryEntry) => void;
  readonly attachment: (row: AttachmentRow) => void;
}

async function readThrough(
  bytes: Uint8Array,
  { onProgress = () => undefined, limits = workspaceLimits, keptApart }: ReadOptions,
  take: Takers,
): Promise<Result<Pick<ReadWorkspace, 'manifest' | 'missingApart'>, WorkspaceRefusal>> {
  if (isProtected(bytes)) return err({ kind: 'passphraseNeeded' });
  const zip = listZip(bytes, limits);
  if (!zip.ok) return zip;
  const listed = new Map(zip.value.map((entry) => [entry.path, entry]));

  const manifestEntry = listed.get(manifestPath);
  if (manifestEntry === undefined) return err({ kind: 'notWorkspace' });
  const manifestBytes = unpack(manifestEntry);
  if (!manifestBytes.ok) return manifestBytes;
  const manifest = readManifest(manifestBytes.value);
  if (!manifest.ok) return manifest;

  const packed = packedFiles(manifest.value, listed);
  if (!packed.ok) return packed;
  const files = unpacking(packed.value, onProgress);

  const references = new ReferenceCheck();
  for (const table of tablesOf(manifest.value.schemaVersion)) {
    const read = await readTable(table, manifest.value, files, (rows, version) =>
      table === 'history'
        ? checkHistory(rows, version, take.entry)
        : checkRecords(table, rows, version, (row, line) => {
            references.note(table, row, line);
            take.record(table, row);
          }),
    );
    if (read !== null) return err(read);
  }
  const kept = new Set<string>();
  const inside = await readRest(packed.value, files, (row) => {
    kept.add(row.sha256);
    take.attachment(row);
  });
  if (inside !== null) return err(inside);
  const apart = await readApart(manifest.value, keptApart);
  if (!apart.ok) return apart;
  const { found, missing } = apart.value;
  for (const row of found) take.attachment(row);
  for (const sha256 of [...found.map((row) => row.sha256), ...missing]) kept.add(sha256);
  const lost = references.firstProblem(kept);
  if (lost !== null) return err(lost);
  onProgress(1);
  return ok({ manifest: manifest.value, missingApart: missing });
}

/** The attachments that are kept beside a snapshot. */
async function readApart(
  { entries }: Manifest,
  keptApart: ReadOptions['keptApart'],
): Promise<
  Result<{ readonly found: readonly AttachmentRow[]; readonly missing: readonly string[] }, WorkspaceRefusal>
> {
  const found: AttachmentRow[] = [];
  const missing: string[] = [];
  for (const listed of entries.filter(({ apart }) => apart === true)) {
    if (listed.path !== attachmentFolder + listed.sha256) return err({ kind: 'unlistedEntry', path: listed.path });
    if (keptApart === undefined) return err({ kind: 'attachmentsApart' });
    const content = await keptApart(listed.sha256);
    if (content !== null && (await sha256(content)) === listed.sha256) found.push(attachmentRow(listed, content));
    else missing.push(listed.sha256);
  }
  return ok({ found, missing });
}

/** What the manifest says of a file, and where that lies in the zip. */
interface PackedFile extends ManifestEntry {
  readonly packed: ZipEntry;
}

/** What the manifest lists inside the zip. The manifest and the zip must name the same files, and only known ones. */
function packedFiles(
  manifest: Manifest,
  zip: ReadonlyMap<string, ZipEntry>,
): Result<ReadonlyMap<string, PackedFile>, WorkspaceRefusal> {
  const unclaimed = new Map(zip);
  unclaimed.delete(manifestPath);
  const files = new Map<string, PackedFile>();
  for (const listed of manifest.entries.filter(({ apart }) => apart !== true)) {
    const { path } = listed;
    const packed = unclaimed.get(path);
    if (packed === undefined) return err({ kind: zip.has(path) ? 'duplicateEntry' : 'missingEntry', path });
    if (!isKnown(listed, manifest.schemaVersion)) return err({ kind: 'unlistedEntry', path });
    unclaimed.delete(path);
    files.set(path, { ...listed, packed });
  }
  const [stranger] = unclaimed.keys();
  return stranger === undefined ? ok(files) : err({ kind: 'unlistedEntry', path: stranger });
}

interface Unpacking {
  /** The content of one file, found to be what the manifest says of it. */
  unpack(path: string): Promise<Result<Uint8Array, WorkspaceRefusal>>;
}

/** Unpacks one file at a time, so that the content of a table can be let go of before the next. */
function unpacking(files: ReadonlyMap<string, PackedFile>, onProgress: (fraction: number) => void): Unpacking {
  const total = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  return {
    async unpack(path) {
      const file = files.get(path);
      if (file === undefined) return err({ kind: 'missingEntry', path });
      const content = unpack(file.packed);
      if (!content.ok) return content;
      if (content.value.length !== file.bytes || (await sha256(content.value)) !== file.sha256) {
        return err({ kind: 'wrongHash', path });
      }
      done += content.value.length;
      onProgress(done / (total + 1));
      return content;
    },
  };
}

/** Reads one table through, row by row; the answer is why it is not sound, or `null`. */
async function readTable(
  table: FileTable,
  manifest: Manifest,
  files: Unpacking,
  check: (rows: ReadRows, version: number) => Result<number, WorkspaceRefusal>,
): Promise<WorkspaceRefusal | null> {
  const path = tablePath(table);
  const content = await files.unpack(path);
  if (!content.ok) return content.error;
  const expected = manifest.tables[table];
  if (expected === undefined) {
    return { kind: 'manifestUnreadable', field: `tables.${table}`, problem: 'It is missing' };
  }
  const found = check(decodeJsonLines(path, content.value), manifest.schemaVersion);
  if (!found.ok) return found.error;
  return expected === found.value ? null : { kind: 'wrongCount', table, expected, found: found.value };
}

/** The attachments that are in the file itself. What is neither a table nor one of them has to be whole as well. */
async function readRest(
  packed: ReadonlyMap<string, PackedFile>,
  files: Unpacking,
  take: (row: AttachmentRow) => void,
): Promise<WorkspaceRefusal | null> {
  for (const listed of packed.values()) {
    const isAttachment = listed.path.startsWith(attachmentFolder);
    if (!isAttachment && listed.path !== readmePath) continue;
    const content = await files.unpack(listed.path);
    if (!content.ok) return content.error;
    if (isAttachment) take(attachmentRow(listed, content.value));
  }
  return null;
}

function isKnown({ path, sha256 }: ManifestEntry, schemaVersion: number): boolean {
  const isTable = tablesOf(schemaVersion).some((table) => tablePath(table) === path);
  return isTable || path === readmePath || path === attachmentFolder + sha256;
}

function attachmentRow({ sha256, mediaType }: ManifestEntry, bytes: Uint8Array): AttachmentRow {
  return { sha256, mediaType: mediaType ?? 'application/octet-stream', bytes, size: bytes.length };
}
