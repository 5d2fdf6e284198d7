import { z } from './zod.ts';

/** The kinds of field that the stored shapes share. */

export const id = z.string().min(1);
export const ternary = z.enum(['yes', 'no', 'unknown']);
export const localDate = z.iso.date();
export const instant = z.iso.datetime();
export const pence = z.int();
export const ids = z.array(id);
/** A day count, a number of words, a share in basis points. */
export const count = z.int().nonnegative();
