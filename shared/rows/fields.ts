import { isUuid } from '../domain/basics/uuid.ts';
import { z } from './zod.ts';

/** The kinds of field that the stored shapes share. */

export const notAnId = 'It is not an id as Muster gives them';

/**
 * What a row or a part of one is found by: a UUID (RFC 9562) of any version, in either case, as `isUuid` tells it. An id becomes
 * part of an address, of a calendar's UID and of the names of elements, where other text could be read as something else.
 */
export const id = z
  .string()
  .min(1)
  .refine((text) => isUuid(text), notAnId);
export const ternary = z.enum(['yes', 'no', 'unknown']);
export const localDate = z.iso.date();
export const instant = z.iso.datetime();
export const pence = z.int();
export const ids = z.array(id);
/** A day count, a number of words, a share in basis points. */
export const count = z.int().nonnegative();
