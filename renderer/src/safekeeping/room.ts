import type { Host } from '../../../shared/host/host.ts';

/** What a backup finds on the disk: bytes. `needed` is `null` where no backup has been made that could tell. */
export interface Room {
  readonly free: number;
  readonly needed: number | null;
}

/** For the history of the hours after, so that the first change does not fail. */
export const spare = 16 * 2 ** 20;

/** Whether the next backup may find no room: it is written whole before an older one goes. */
export function isTight({ free, needed }: Room): boolean {
  return needed !== null && free < needed + spare;
}

/** How many bytes more Muster can store on this computer; `null` where neither the desktop nor the browser says. */
export async function freeSpace(host: Pick<Host, 'freeSpace'>): Promise<number | null> {
  const [disk, quota] = await Promise.all([host.freeSpace(), leftOfQuota()]);
  const known = [disk.kind === 'known' ? disk.bytes : null, quota].filter((bytes) => bytes !== null);
  return known.length === 0 ? null : Math.min(...known);
}

async function leftOfQuota(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  } catch {
    return null;
  }
}
