import type { Bid } from '../domain/bid/bid.ts';
import type { Capability, CapabilityProfile } from '../domain/capability/capability.ts';
import type { Organisation } from '../domain/organisation/organisation.ts';
import type { RetentionRule } from '../domain/personalData/retention.ts';
import { tableOf } from '../domain/basics/tableOf.ts';
import type { Tender } from '../domain/tender/tender.ts';

/** What the rows of each table are that commands may change. Each row has a string `id`. */
export interface Records {
  readonly organisations: Organisation;
  readonly tenders: Tender;
  readonly bids: Bid;
  readonly capabilities: Capability;
  /** One row for each organisation of which something is known, under the organisation's id. */
  readonly capabilityProfiles: CapabilityProfile;
  /** One row for each kind of personal data of which it was decided how long it is kept. */
  readonly retentionRules: RetentionRule;
}

export type RecordTable = keyof Records;

/** All rows of every table. */
export type RecordLists = { readonly [Table in RecordTable]: readonly Records[Table][] };

/** The tables. A new one is entered here, in the database and, with its schema, in `recordSchemas`. */
export const recordTables = [
  'organisations',
  'tenders',
  'bids',
  'capabilities',
  'capabilityProfiles',
  'retentionRules',
] as const satisfies readonly RecordTable[];

/** One list for each table: `rowsOf` gives the rows of a table, which the caller knows to be of its shape. */
export function recordLists(rowsOf: (table: RecordTable) => readonly unknown[]): RecordLists {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of rows is the caller's to know
  return tableOf(recordTables, rowsOf) as RecordLists;
}

export const noRecords: RecordLists = recordLists(() => []);
