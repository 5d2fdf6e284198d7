import { keysOf } from '../domain/basics/keysOf.ts';
import { personalDataKinds } from '../domain/personalData/retention.ts';
import { count } from './fields.ts';
import { z } from './zod.ts';

/** The stored shape of `RetentionRule` since schema version 3. Unknown fields are kept. */
export const retentionRuleSchema = z.looseObject({
  id: z.enum(keysOf(personalDataKinds)),
  days: count,
  reason: z.string(),
});
