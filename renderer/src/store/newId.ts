import { v7 as uuidv7 } from 'uuid';

/** An id for something new: ordered by when it was made, and never given twice (UUID version 7, RFC 9562). */
export function newId(): string {
  return uuidv7();
}

const latest = 2 ** 48 - 1;

/**
 * An id for a history that begins now: it sorts after every one of `known`, whatever the clock says (RFC 9562, section 6.2), so
 * that which history is newer is never told by the clock.
 */
export function newLineage(known: readonly string[]): string {
  const after = Math.max(0, ...known.map(millisecondsOf)) + 1;
  return uuidv7({ msecs: after > latest ? Date.now() : Math.max(Date.now(), after) });
}

/** What an id of version 7 begins with; 0 for any other. */
function millisecondsOf(id: string): number {
  const [, high, low] = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id) ?? [];
  return high === undefined || low === undefined ? 0 : Number.parseInt(high + low, 16);
}
