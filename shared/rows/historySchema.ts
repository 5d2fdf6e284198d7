import { keysOf } from '../domain/basics/keysOf.ts';
import { erasureReasons } from '../domain/personalData/retention.ts';
import { id } from './fields.ts';
import { recordTables } from './records.ts';
import { z } from './zod.ts';

const seq = z.int().positive();

const erasure = z.looseObject({
  subject: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('contact'), organisationId: id, contactId: id }),
    z.looseObject({ kind: z.literal('signatory'), bidId: id }),
  ]),
  reason: z.enum(keysOf(erasureReasons)),
  places: z.int().nonnegative(),
  records: z.array(z.looseObject({ table: z.enum(recordTables), id })),
});

/**
 * The stored shape of `HistoryEntry` since schema version 1; `changes` named fewer tables then, and no entry told of an
 * erasure before 3. The rows in `changes` have the shape their entry's version had.
 */
export const historyEntrySchema = z.looseObject({
  seq,
  id,
  at: z.iso.datetime(),
  label: z.string(),
  kind: z.enum(['do', 'undo', 'redo', 'fact']),
  reverses: seq.nullable(),
  schemaVersion: z.int().positive(),
  changes: z.array(
    z.looseObject({
      table: z.enum(recordTables),
      id,
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  exported: z
    .looseObject({
      document: z.enum(['agreement', 'bidDocument']),
      bidId: id,
      version: seq,
      name: z.string(),
      sha256: z.string(),
    })
    .exactOptional(),
  erased: erasure.exactOptional(),
  undoTop: seq.nullable(),
  redoTop: seq.nullable(),
  below: seq.nullable(),
});
