import { z } from './zod.ts';

/** The kinds of field that the stored shapes share. */

const partId = /^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/;
const notAnId = 'It is not an id as Muster gives them';

/**
 * What a row or a part of one is found by. Muster makes UUIDs (RFC 9562); of what comes from a file or another program, only
 * letters, figures and hyphens are taken, so that an id can neither begin a line in a calendar nor lead to another address.
 */
export const id = z
  .string()
  .min(1)
  .refine((text) => partId.test(text), notAnId);
export const ternary = z.enum(['yes', 'no', 'unknown']);
export const localDate = z.iso.date();
export const instant = z.iso.datetime();
export const pence = z.int();
export const ids = z.array(id);
/** A day count, a number of words, a share in basis points. */
export const count = z.int().nonnegative();
