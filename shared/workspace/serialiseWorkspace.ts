import { type Zippable, zipSync } from 'fflate';
import { tableOf } from '../domain/basics/tableOf.ts';
import type { AttachmentRow } from '../rows/attachment.ts';
import type { WorkspaceContents } from '../rows/contents.ts';
import { recordTables } from '../rows/records.ts';
import { schemaVersion } from '../rows/schemaVersion.ts';
import { encodeJsonLines } from './jsonLines.ts';
import { workspaceLimits } from './limits.ts';
import {
  attachmentFolder,
  type FileTable,
  formatVersion,
  type Manifest,
  type ManifestEntry,
  manifestPath,
  readmePath,
  tablePath,
  tablesOf,
  workspaceFormat,
} from './manifest.ts';
import { readme } from './readme.ts';
import { sha256 } from './sha256.ts';
import { suspiciousRatio, type ZipLimits } from './zip.ts';

/** Who wrote a workspace file, and when. */
export interface Saved {
  /** A UTC instant (ISO 8601). */
  readonly savedAt: string;
  /** The program and its version: `Muster 0.1.0`. */
  readonly savedBy: string;
}

/** An attachment that a snapshot names and that is kept beside it. */
export interface AttachmentApart {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A file to be packed into the zip. */
interface PlainFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

/** A table as JSON Lines, its rows in the order of their ids (the history in that of its numbers). */
export interface EncodedTable {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/**
 * The bytes of a `.muster` file. The same contents and the same `saved` give the same bytes on every machine.
 * Throws where the contents exceed `limits`, which whatever adds attachments has to keep to: a file that
 * could not be opened again must not be taken for a saved one.
 */
export function serialiseWorkspace(
  contents: WorkspaceContents,
  saved: Saved,
  limits: ZipLimits = workspaceLimits,
): Promise<Uint8Array> {
  const { workspace, attachments } = contents;
  return serialise(workspace, encodeTables(contents), attachments, [], saved, limits);
}

/** The same of tables that are written down already. */
export function serialiseTables(
  workspace: WorkspaceContents['workspace'],
  tables: Readonly<Record<FileTable, EncodedTable>>,
  attachments: readonly AttachmentRow[],
  saved: Saved,
): Promise<Uint8Array> {
  return serialise(workspace, tables, attachments, [], saved, workspaceLimits);
}

/** The same without the bytes of attachments, which are kept once beside all snapshots under their SHA-256. */
export function serialiseSnapshot(
  workspace: WorkspaceContents['workspace'],
  tables: Readonly<Record<FileTable, EncodedTable>>,
  attachments: readonly AttachmentApart[],
  saved: Saved,
): Promise<Uint8Array> {
  return serialise(workspace, tables, [], attachments, saved, workspaceLimits);
}

/** The tables of a workspace that is in memory as a whole. */
export function encodeTables(
  contents: Omit<WorkspaceContents, 'attachments' | 'workspace'>,
): Readonly<Record<FileTable, EncodedTable>> {
  return tableOf([...recordTables, 'history'] as const, (table) => {
    const rows =
      table === 'history'
        ? sortedBy(contents.history, ({ seq }) => seq)
        : sortedBy<{ readonly id: string }>(contents[table], ({ id }) => id);
    return { bytes: encodeJsonLines(rows), rows: rows.length };
  });
}

async function serialise(
  { id, name, createdAt }: WorkspaceContents['workspace'],
  tables: Readonly<Record<FileTable, EncodedTable>>,
  inside: readonly AttachmentRow[],
  apart: readonly AttachmentApart[],
  saved: Saved,
  limits: ZipLimits,
): Promise<Uint8Array> {
  const listed = tablesOf(schemaVersion);
  const files: readonly PlainFile[] = [
    { path: readmePath, bytes: new TextEncoder().encode(readme) },
    ...listed.map((table) => ({ path: tablePath(table), bytes: tables[table].bytes })),
    ...sortedBy(inside, (attachment) => attachment.sha256).map(({ sha256, bytes, mediaType }) => ({
      path: attachmentFolder + sha256,
      bytes,
      mediaType,
    })),
  ];
  const entries: ManifestEntry[] = [];
  for (const { path, bytes, mediaType } of files) {
    const described = { path, sha256: await sha256(bytes), bytes: bytes.length };
    entries.push(mediaType === undefined ? described : { ...described, mediaType });
  }
  for (const { sha256, mediaType, size } of sortedBy(apart, (attachment) => attachment.sha256)) {
    entries.push({ path: attachmentFolder + sha256, sha256, bytes: size, mediaType, apart: true });
  }
  const manifest: Manifest = {
    format: workspaceFormat,
    formatVersion,
    schemaVersion,
    workspace: { id, name, createdAt },
    savedAt: saved.savedAt,
    savedBy: saved.savedBy,
    tables: Object.fromEntries(listed.map((table) => [table, tables[table].rows])),
    entries,
  };
  const manifestBytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return pack([{ path: manifestPath, bytes: manifestBytes }, ...files], limits);
}

function pack(files: readonly PlainFile[], limits: ZipLimits): Uint8Array {
  const unpacked = files.reduce((total, { bytes }) => total + bytes.length, 0);
  if (unpacked > limits.unpackedBytes || files.length > limits.entries) {
    throw new RangeError(`A workspace of ${unpacked} bytes in ${files.length} files is larger than a file may be.`);
  }
  const packed = zip(files, true);
  // Text that says the same thing over and over would be refused as a zip bomb.
  return suspiciousRatio(packed.length, unpacked) ? zip(files, false) : packed;
}

function zip(files: readonly PlainFile[], deflate: boolean): Uint8Array {
  const zippable: Zippable = {};
  for (const { path, bytes } of files) {
    // Evidence is mostly PDF and pictures, which do not shrink.
    zippable[path] = [bytes, { level: deflate && !path.startsWith(attachmentFolder) ? 6 : 0 }];
  }
  // A fixed time, in local terms because the zip format has no zone: the same bytes whenever and wherever it is saved.
  return zipSync(zippable, { mtime: new Date(1980, 0, 1) });
}

function sortedBy<T>(rows: readonly T[], key: (row: T) => string | number): T[] {
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
