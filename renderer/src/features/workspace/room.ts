import type { Host } from '../../../../shared/host/host.ts';
import { freeSpace, spare } from '../../safekeeping/room.ts';
import { formatSize } from '../../ui/formatSize.ts';

/** IndexedDB writes a row to its log before it writes it to its tables, so that for a while it is there twice. */
const copiesOfARow = 2;

/**
 * Why there is clearly not enough room to store so much more, found out before anything is begun: `stored` goes into the
 * database, `written` to a file beside it. `null` where there is enough, and where nobody says.
 */
export async function lackOfRoom(
  host: Host,
  { stored = 0, written = 0 }: { readonly stored?: number; readonly written?: number },
): Promise<string | null> {
  const needed = stored * copiesOfARow + written + spare;
  const room = await freeSpace(host);
  if (room === null || room >= needed) return null;
  return `This needs about ${formatSize(needed)} on this computer, and Muster can use ${formatSize(room)} more.`;
}
