import { type Result, err, ok } from '../domain/basics/result.ts';
import type { AttachmentRow } from '../rows/attachment.ts';
import type { WorkspaceContents } from '../rows/contents.ts';
import { type RecordLists, recordLists, recordTables } from '../rows/records.ts';
import { checkAttachmentsExist, checkReferences } from './checkReferences.ts';
import { checkHistory, checkRecords } from './checkTables.ts';
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
  { onProgress = () => undefined, limits = workspaceLimits, keptApart }: ReadOptions = {},
): Promise<Result<ReadWorkspace, WorkspaceRefusal>> {
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

  const records = await readRecords(manifest.value, files);
  if (!records.ok) return records;
  const history = await readTable('history', manifest.value, files, checkHistory);
  if (!history.ok) return history;
  const inside = await readRest(packed.value, files);
  if (!inside.ok) return inside;
  const apart = await readApart(manifest.value, keptApart);
  if (!apart.ok) return apart;
  const attachments = [...inside.value, ...apart.value.files];
  const { missing } = apart.value;
  const kept = new Set([...attachments.map((attachment) => attachment.sha256), ...missing]);
  const lost = checkReferences(records.value) ?? checkAttachmentsExist(records.value, kept);
  if (lost) return err(lost);
  onProgress(1);

  const { id, name, createdAt } = manifest.value.workspace;
  return ok({
    workspace: { id, name, createdAt },
    ...records.value,
    history: history.value,
    attachments,
    manifest: manifest.value,
    missingApart: missing,
  });
}

/** The attachments that are kept beside a snapshot. */
async function readApart(
  { entries }: Manifest,
  keptApart: ReadOptions['keptApart'],
): Promise<
  Result<{ readonly files: readonly AttachmentRow[]; readonly missing: readonly string[] }, WorkspaceRefusal>
> {
  const files: AttachmentRow[] = [];
  const missing: string[] = [];
  for (const listed of entries.filter(({ apart }) => apart === true)) {
    if (listed.path !== attachmentFolder + listed.sha256) return err({ kind: 'unlistedEntry', path: listed.path });
    if (keptApart === undefined) return err({ kind: 'attachmentsApart' });
    const content = await keptApart(listed.sha256);
    if (content !== null && (await sha256(content)) === listed.sha256) files.push(attachmentRow(listed, content));
    else missing.push(listed.sha256);
  }
  return ok({ files, missing });
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

/** The rows of every table; none of those that came after the version of the file. */
async function readRecords(manifest: Manifest, files: Unpacking): Promise<Result<RecordLists, WorkspaceRefusal>> {
  const lists = new Map<string, readonly unknown[]>();
  const present = tablesOf(manifest.schemaVersion);
  for (const table of recordTables.filter((table) => present.includes(table))) {
    const rows = await readTable(table, manifest, files, (rows, version) => checkRecords(table, rows, version));
    if (!rows.ok) return rows;
    lists.set(table, rows.value);
  }
  return ok(recordLists((table) => lists.get(table) ?? []));
}

async function readTable<Row>(
  table: FileTable,
  manifest: Manifest,
  files: Unpacking,
  check: (
    rows: Iterable<Result<unknown, WorkspaceRefusal>>,
    version: number,
  ) => Result<readonly Row[], WorkspaceRefusal>,
): Promise<Result<readonly Row[], WorkspaceRefusal>> {
  const path = tablePath(table);
  const content = await files.unpack(path);
  if (!content.ok) return content;
  const expected = manifest.tables[table];
  if (expected === undefined) {
    return err({ kind: 'manifestUnreadable', field: `tables.${table}`, problem: 'It is missing' });
  }
  const rows = check(decodeJsonLines(path, content.value), manifest.schemaVersion);
  if (!rows.ok) return rows;
  const found = rows.value.length;
  return expected === found ? rows : err({ kind: 'wrongCount', table, expected, found });
}

/** The attachments that are in the file itself. What is neither a table nor one of them has to be whole as well. */
async function readRest(
  packed: ReadonlyMap<string, PackedFile>,
  files: Unpacking,
): Promise<Result<readonly AttachmentRow[], WorkspaceRefusal>> {
  const attachments: AttachmentRow[] = [];
  for (const listed of packed.values()) {
    const isAttachment = listed.path.startsWith(attachmentFolder);
    if (!isAttachment && listed.path !== readmePath) continue;
    const content = await files.unpack(listed.path);
    if (!content.ok) return content;
    if (isAttachment) attachments.push(attachmentRow(listed, content.value));
  }
  return ok(attachments);
}

function isKnown({ path, sha256 }: ManifestEntry, schemaVersion: number): boolean {
  const isTable = tablesOf(schemaVersion).some((table) => tablePath(table) === path);
  return isTable || path === readmePath || path === attachmentFolder + sha256;
}

function attachmentRow({ sha256, mediaType }: ManifestEntry, bytes: Uint8Array): AttachmentRow {
  return { sha256, mediaType: mediaType ?? 'application/octet-stream', bytes, size: bytes.length };
}
