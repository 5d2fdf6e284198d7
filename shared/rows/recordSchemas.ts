import { bidSchema } from './bid.ts';
import { capabilityProfileSchema, capabilitySchema } from './capability.ts';
import { organisationSchema } from './organisation.ts';
import { retentionRuleSchema } from './retention.ts';
import { tenderSchema } from './tender.ts';
import type { RecordTable } from './records.ts';
import type { z } from './zod.ts';

/** The rows of each table. Apart from the names of the tables, because every start knows those and few read a file. */
export const recordSchemas = {
  organisations: table(1, organisationSchema),
  tenders: table(2, tenderSchema),
  bids: table(2, bidSchema),
  capabilities: table(2, capabilitySchema),
  capabilityProfiles: table(2, capabilityProfileSchema),
  retentionRules: table(3, retentionRuleSchema),
} satisfies Record<RecordTable, unknown>;

/** `since`: the first schema version with such a table. `schema`: a row in the present one. `parts`: some fields of a row. */
function table<Shape extends z.ZodRawShape>(since: number, schema: z.ZodObject<Shape, z.core.$loose>) {
  return { since, schema, parts: schema.partial() };
}
