import type { Bid } from '../domain/bid.ts';
import type { Capability, CapabilityProfile } from '../domain/capability.ts';
import { keysOf } from '../domain/keysOf.ts';
import type { Organisation } from '../domain/organisation.ts';
import { tableOf } from '../domain/tableOf.ts';
import type { Tender } from '../domain/tender.ts';
import { bidSchema } from './bid.ts';
import { capabilityProfileSchema, capabilitySchema } from './capability.ts';
import { organisationSchema } from './organisation.ts';
import { tenderSchema } from './tender.ts';
import type { z } from './zod.ts';

/** What the rows of each table are that commands may change. Each row has a string `id`. */
export interface Records {
  readonly organisations: Organisation;
  readonly tenders: Tender;
  readonly bids: Bid;
  readonly capabilities: Capability;
  /** One row for each organisation of which something is known, under the organisation's id. */
  readonly capabilityProfiles: CapabilityProfile;
}

export type RecordTable = keyof Records;

/** All rows of every table. */
export type RecordLists = { readonly [Table in RecordTable]: readonly Records[Table][] };

/** The tables. A new one is entered here and in the database; history, undo and the workspace file follow. */
export const recordSchemas = {
  organisations: table(1, organisationSchema),
  tenders: table(2, tenderSchema),
  bids: table(2, bidSchema),
  capabilities: table(2, capabilitySchema),
  capabilityProfiles: table(2, capabilityProfileSchema),
};

/** `since`: the first schema version with such a table. `schema`: a row in the present one. `parts`: some fields of a row. */
function table<Shape extends z.ZodRawShape>(since: number, schema: z.ZodObject<Shape, z.core.$loose>) {
  return { since, schema, parts: schema.partial() };
}

export const recordTables = keysOf(recordSchemas);

/** One list for each table: `rowsOf` gives the rows of a table, which the caller knows to be of its shape. */
export function recordLists(rowsOf: (table: RecordTable) => readonly unknown[]): RecordLists {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of rows is the caller's to know
  return tableOf(recordTables, rowsOf) as RecordLists;
}

export const noRecords: RecordLists = recordLists(() => []);
