import { type Result, err, ok } from '../domain/basics/result.ts';
import { sha256Schema } from '../rows/attachment.ts';
import { id } from '../rows/fields.ts';
import { recordTables, type RecordTable } from '../rows/records.ts';
import { recordSchemas } from '../rows/recordSchemas.ts';
import { rowProblem } from '../rows/rowProblem.ts';
import { schemaVersion } from '../rows/schemaVersion.ts';
import { z } from '../rows/zod.ts';
import { decodeJson } from './jsonLines.ts';
import type { WorkspaceRefusal } from './refusal.ts';

export const workspaceFormat = 'muster-workspace';

/** The version of the layout of the zip and of its manifest. The rows inside have a version of their own. */
export const formatVersion = 1;

export const manifestPath = 'manifest.json';
export const readmePath = 'README.txt';
export const attachmentFolder = 'attachments/';

export type FileTable = RecordTable | 'history';

export function tablePath(table: FileTable): string {
  return `tables/${table}.jsonl`;
}

/** The tables that a file of schema version `version` holds. */
export function tablesOf(version: number): readonly FileTable[] {
  return [...recordTables.filter((table) => recordSchemas[table].since <= version), 'history'];
}

/** The little that a file of any version says about itself, which must stay readable for ever. */
const headSchema = z.looseObject({
  format: z.literal(workspaceFormat),
  formatVersion: z.int().positive(),
  schemaVersion: z.int().positive(),
});

/** `manifest.json` of format version 1. Unknown fields are allowed. */
const manifestSchema = z.looseObject({
  ...headSchema.shape,
  workspace: z.looseObject({ id, name: z.string(), createdAt: z.iso.datetime() }),
  /** When the file was written, as a UTC instant. */
  savedAt: z.iso.datetime(),
  /** The program and version that wrote it. */
  savedBy: z.string(),
  /** The number of rows of each table that the schema version has. */
  tables: z.record(z.string(), z.int().nonnegative()),
  /** Every file in the zip but the manifest itself, with its hash and its length in bytes. */
  entries: z.array(
    z.looseObject({
      path: z.string().min(1),
      sha256: sha256Schema,
      bytes: z.int().nonnegative(),
      /** What an attachment was said to be when it was added. */
      mediaType: z.string().optional(),
      /** In a snapshot: an attachment that is kept beside the file, once for all snapshots. */
      apart: z.literal(true).optional(),
    }),
  ),
});

/** What a workspace file says about itself. */
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestEntry = Manifest['entries'][number];

/** Reads a manifest. A newer version is told apart first, since nothing else in it may be as this version knows it. */
export function readManifest(bytes: Uint8Array): Result<Manifest, WorkspaceRefusal> {
  const json = decodeJson(manifestPath, bytes, 1);
  if (!json.ok) return err({ kind: 'manifestUnreadable', field: '', problem: 'It is not JSON' });

  const head = headSchema.safeParse(json.value);
  if (!head.success) {
    const isOurs = headSchema.pick({ format: true }).safeParse(json.value).success;
    return err(isOurs ? unreadable(head.error) : { kind: 'notWorkspace' });
  }
  if (head.data.formatVersion > formatVersion) {
    return err({ kind: 'newerFormat', found: head.data.formatVersion, known: formatVersion });
  }
  if (head.data.schemaVersion > schemaVersion) {
    return err({ kind: 'newerSchema', found: head.data.schemaVersion, known: schemaVersion });
  }
  const manifest = manifestSchema.safeParse(json.value);
  return manifest.success ? ok(manifest.data) : err(unreadable(manifest.error));
}

function unreadable(error: z.ZodError): WorkspaceRefusal {
  return { kind: 'manifestUnreadable', ...rowProblem(error) };
}
