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
}

/** The whole of a workspace file, checked. */
export interface ReadWorkspace extends WorkspaceContents {
  readonly manifest: Manifest;
}

/**
 * Reads a `.muster` file: parse, version, migrate, validate, all in memory. What comes back is whole and sound (every
 * length and hash right, every row of the present schema version, ids unique, history without gaps, every row and
 * attachment that a row hangs from present), or it is the first reason why not. Nothing is repaired and nothing is left out.
 * A protected file is first opened by `unprotect`, and what comes out is read here like any other.
 */
export async function readWorkspace(
  bytes: Uint8Array,
  { onProgress = () => undefined, limits = workspaceLimits }: ReadOptions = {},
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

  const files = await unpackListed(manifest.value, listed, (fraction) => onProgress(fraction / 2));
  if (!files.ok) return files;

  const records = readRecords(manifest.value, files.value);
  if (!records.ok) return records;
  onProgress(0.75);
  const history = readTable('history', manifest.value, files.value, checkHistory);
  if (!history.ok) return history;
  const attachments = files.value.filter(isAttachment).map(attachmentRow);
  const kept = new Set(attachments.map((attachment) => attachment.sha256));
  const lost = checkReferences(records.value) ?? checkAttachmentsExist(records.value.organisations, kept);
  if (lost) return err(lost);
  onProgress(1);

  const { id, name, createdAt } = manifest.value.workspace;
  return ok({
    workspace: { id, name, createdAt },
    ...records.value,
    history: history.value,
    attachments,
    manifest: manifest.value,
  });
}

/** One file of the zip with what the manifest says of it, both found to agree. */
interface ListedFile extends ManifestEntry {
  readonly content: Uint8Array;
}

/** Unpacks what the manifest lists. The manifest and the zip must name the same files, and only known ones. */
async function unpackListed(
  manifest: Manifest,
  zip: ReadonlyMap<string, ZipEntry>,
  onProgress: (fraction: number) => void,
): Promise<Result<readonly ListedFile[], WorkspaceRefusal>> {
  const unclaimed = new Map(zip);
  unclaimed.delete(manifestPath);
  const total = manifest.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const files: ListedFile[] = [];
  for (const listed of manifest.entries) {
    const { path } = listed;
    const packed = unclaimed.get(path);
    if (packed === undefined) return err({ kind: zip.has(path) ? 'duplicateEntry' : 'missingEntry', path });
    if (!isKnown(listed, manifest.schemaVersion)) return err({ kind: 'unlistedEntry', path });
    unclaimed.delete(path);
    const content = unpack(packed);
    if (!content.ok) return content;
    if (content.value.length !== listed.bytes || (await sha256(content.value)) !== listed.sha256) {
      return err({ kind: 'wrongHash', path });
    }
    files.push({ ...listed, content: content.value });
    done += content.value.length;
    onProgress((done + 1) / (total + 1));
  }
  const [stranger] = unclaimed.keys();
  return stranger === undefined ? ok(files) : err({ kind: 'unlistedEntry', path: stranger });
}

/** The rows of every table; none of those that came after the version of the file. */
function readRecords(manifest: Manifest, files: readonly ListedFile[]): Result<RecordLists, WorkspaceRefusal> {
  const lists = new Map<string, readonly unknown[]>();
  const present = tablesOf(manifest.schemaVersion);
  for (const table of recordTables.filter((table) => present.includes(table))) {
    const rows = readTable(table, manifest, files, (rows, version) => checkRecords(table, rows, version));
    if (!rows.ok) return rows;
    lists.set(table, rows.value);
  }
  return ok(recordLists((table) => lists.get(table) ?? []));
}

function readTable<T>(
  table: FileTable,
  manifest: Manifest,
  files: readonly ListedFile[],
  check: (rows: readonly unknown[], version: number) => Result<T, WorkspaceRefusal>,
): Result<T, WorkspaceRefusal> {
  const path = tablePath(table);
  const file = files.find((file) => file.path === path);
  if (file === undefined) return err({ kind: 'missingEntry', path });
  const expected = manifest.tables[table];
  if (expected === undefined) {
    return err({ kind: 'manifestUnreadable', field: `tables.${table}`, problem: 'It is missing' });
  }
  const rows = decodeJsonLines(path, file.content);
  if (!rows.ok) return rows;
  const found = rows.value.length;
  if (expected !== found) return err({ kind: 'wrongCount', table, expected, found });
  return check(rows.value, manifest.schemaVersion);
}

function isKnown({ path, sha256 }: ManifestEntry, schemaVersion: number): boolean {
  const isTable = tablesOf(schemaVersion).some((table) => tablePath(table) === path);
  return isTable || path === readmePath || path === attachmentFolder + sha256;
}

function isAttachment({ path }: ListedFile): boolean {
  return path.startsWith(attachmentFolder);
}

function attachmentRow({ sha256, mediaType, content }: ListedFile): AttachmentRow {
  return { sha256, mediaType: mediaType ?? 'application/octet-stream', bytes: content, size: content.length };
}
