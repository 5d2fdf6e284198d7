import { maximumBytes } from '../../../shared/host/limits.ts';
import { workspaceLimits } from '../../../shared/workspace/limits.ts';

/** What can become full: a backup, a workspace file, the number of attached files, what the browser lets Muster store. */
type LimitName = 'backup' | 'file' | 'attachedFiles' | 'storage';

/** How much of a limit is used: bytes, or a number of files. */
export interface Fill {
  readonly limit: LimitName;
  readonly used: number;
  readonly most: number;
}

/** From here on a word is said about it in Settings, and from there by the light. */
export const worthAWord = 0.5;
export const nearlyFull = 0.8;

/**
 * How full a workspace is whose tables come to `tableBytes`. `packedBytes`: the same packed, where it is known. A workspace
 * file has to hold the attached files as well, which mostly do not become smaller.
 */
export function fillOf(
  tableBytes: number,
  packedBytes: number,
  attachments: readonly { readonly size: number }[],
): readonly Fill[] {
  const attached = attachments.reduce((sum, { size }) => sum + size, 0);
  const nearest = (limit: LimitName, beside: number): Fill => {
    const unpacked = { limit, used: tableBytes + beside, most: workspaceLimits.unpackedBytes };
    const packed = { limit, used: packedBytes + beside, most: maximumBytes.workspace };
    return share(packed) > share(unpacked) ? packed : unpacked;
  };
  return [
    nearest('backup', 0),
    nearest('file', attached),
    { limit: 'attachedFiles', used: attachments.length, most: workspaceLimits.entries - otherEntries },
  ];
}

/** The tables, the manifest and the note for people. */
const otherEntries = 10;

/** How much of what the browser lets Muster store is used; none where it does not say. */
export async function storageFill(): Promise<readonly Fill[]> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    if (quota === undefined || usage === undefined || quota === 0) return [];
    return [{ limit: 'storage', used: usage, most: quota }];
  } catch {
    return [];
  }
}

export function share({ used, most }: Fill): number {
  return used / most;
}
