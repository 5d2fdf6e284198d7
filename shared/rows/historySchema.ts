import { keysOf } from '../domain/basics/keysOf.ts';
import { erasureReasons, personalDataKinds } from '../domain/personalData/retention.ts';
import { isUuid } from '../domain/basics/uuid.ts';
import { id, notAnId } from './fields.ts';
import { recordTables } from './records.ts';
import { z } from './zod.ts';

const seq = z.int().positive();

/** A retention period has the kind of personal data as its id, every other row a UUID. */
const rowId = z
  .string()
  .min(1)
  .refine((text) => isUuid(text) || Object.hasOwn(personalDataKinds, text), notAnId);

const erasure = z.looseObject({
  subject: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('contact'), organisationId: id, contactId: id }),
    z.looseObject({ kind: z.literal('signatory'), bidId: id }),
  ]),
  reason: z.enum(keysOf(erasureReasons)),
  places: z.int().nonnegative(),
  records: z.array(z.looseObject({ table: z.enum(recordTables), id: rowId })),
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
      id: rowId,
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
