import { formatSize } from '../../ui/formatSize.ts';

/** IndexedDB writes a row to its log before it writes it to its tables, so that for a while it is there twice. */
const copiesOfARow = 2;

/** For the history of the hours after, so that the first change does not fail. */
const spare = 16 * 2 ** 20;

/**
 * Why there is clearly not enough room to store so much more, found out before anything is begun: `stored` goes into the
 * database, `written` to a file beside it. `null` where there is enough, and where the browser does not say.
 */
export async function lackOfRoom({ stored = 0, written = 0 }): Promise<string | null> {
  const needed = stored * copiesOfARow + written + spare;
  const room = await storageRoom();
  if (room === null || room >= needed) return null;
  return `This needs about ${formatSize(needed)} on this computer, and Muster can use ${formatSize(room)} more.`;
}

async function storageRoom(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  } catch {
    return null;
  }
}
