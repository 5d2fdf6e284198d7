import { recordTables } from './records.ts';
import { z } from './zod.ts';

const seq = z.int().positive();

/** The stored shape of `HistoryEntry` since schema version 1; `changes` named fewer tables then. The rows in `changes` have the shape their entry's version had. */
export const historyEntrySchema = z.looseObject({
  seq,
  id: z.string().min(1),
  at: z.iso.datetime(),
  label: z.string(),
  kind: z.enum(['do', 'undo', 'redo', 'fact']),
  reverses: seq.nullable(),
  schemaVersion: z.int().positive(),
  changes: z.array(
    z.looseObject({
      table: z.enum(recordTables),
      id: z.string().min(1),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  exported: z
    .looseObject({
      document: z.enum(['agreement', 'bidDocument']),
      bidId: z.string().min(1),
      version: seq,
      name: z.string(),
      sha256: z.string(),
    })
    .exactOptional(),
  undoTop: seq.nullable(),
  redoTop: seq.nullable(),
  below: seq.nullable(),
});
