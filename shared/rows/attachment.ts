import { z } from './zod.ts';

/** The SHA-256 of some bytes, as 64 lower-case hexadecimal digits (FIPS 180-4). */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'Expected 64 lower-case hexadecimal digits');

/** The stored shape of `AttachedFile`. */
export const attachedFileSchema = z.looseObject({ sha256: sha256Schema, name: z.string() });

/**
 * A file kept with the workspace, as it was handed in. It is found by the SHA-256 of its bytes and never altered, so
 * that the same certificate used twice is kept once. `size` is the number of bytes; `mediaType` is what the file was
 * said to be (RFC 6838) and is not proof of what it is.
 */
export interface AttachmentRow {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** The stored shape of `AttachmentRow`. */
export const attachmentSchema = z.looseObject({
  sha256: sha256Schema,
  mediaType: z.string(),
  bytes: z.instanceof(Uint8Array),
  size: z.int().nonnegative(),
});
