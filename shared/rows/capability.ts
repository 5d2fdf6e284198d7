import { confidences } from '../domain/capability/capability.ts';
import { keysOf } from '../domain/basics/keysOf.ts';
import { id } from './fields.ts';
import { z } from './zod.ts';

export const levelSchema = z.literal([0, 1, 2, 3, 4]);

/** The stored shape of `Capability` since schema version 2. Unknown fields are kept. */
export const capabilitySchema = z.looseObject({
  id,
  name: z.string(),
  group: z.string(),
  description: z.string(),
});

export const cellSchema = z.looseObject({
  level: levelSchema,
  confidence: z.enum(keysOf(confidences)),
  note: z.string(),
});

/**
 * The stored shape of `CapabilityProfile` since schema version 2. Unknown fields are kept, and cells of capabilities that
 * have been removed, so that they are there again when a capability comes back.
 */
export const capabilityProfileSchema = z.looseObject({ id, cells: z.record(id, cellSchema) });
