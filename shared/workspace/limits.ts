import type { ZipLimits } from './zip.ts';

/**
 * What a workspace file may hold, unpacked: the same for writing and reading, so that every file written can be read.
 * Everything is in memory at once, and a browser tab's memory is what bounds it.
 */
export const workspaceLimits: ZipLimits = { unpackedBytes: 2 ** 30, entries: 20_000 };
