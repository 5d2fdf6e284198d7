import type { Host, MarkerOutcome, WorkspaceMarker } from '../../../shared/host/host.ts';
import type { WriteOutcome } from '../../../shared/host/storedFiles.ts';
import { openDatabases, leave } from '../store/databases.ts';
import type { KnownMarker } from '../store/openStore.ts';
import { freeze, type Store } from '../store/store.ts';

/** Where a workspace file is opened into. `marker`: what was known of a workspace when this window last looked. */
export type Place =
  | { readonly kind: 'workspace'; readonly store: Store }
  | { readonly kind: 'empty'; readonly database: string; readonly marker: KnownMarker }
  /** A new database beside one that must not be touched. */
  | { readonly kind: 'recovery'; readonly marker: KnownMarker };

const name = 'muster:in-use';

let channel: BroadcastChannel | null = null;

function others(): BroadcastChannel {
  channel ??= new BroadcastChannel(name);
  return channel;
}

/**
 * Puts something else in the place of what is in use, by `work`: one window at a time. `null` where another window was quicker,
 * so that what this one shows is no longer what is in use; then nothing was done.
 */
export function changeInUse<T>(host: Host, place: Place, work: () => Promise<T>): Promise<T | null> {
  return navigator.locks.request(name, async () => {
    if (isOvertaken(place, await host.readMarker())) return null;
    const store = place.kind === 'workspace' ? place.store : null;
    if (store !== null) store.isReplacing = true;
    try {
      return await work();
    } finally {
      if (store !== null) store.isReplacing = false;
    }
  });
}

function isOvertaken(place: Place, now: MarkerOutcome): boolean {
  if (place.kind === 'workspace') {
    const isElsewhere = now.kind === 'found' && now.marker.database !== place.store.db.name;
    return place.store.frozen !== null || isElsewhere;
  }
  if (now.kind !== 'found') return false;
  const { marker } = place;
  return (
    typeof marker !== 'object' ||
    marker.database !== now.marker.database ||
    marker.workspaceId !== now.marker.workspaceId
  );
}

/**
 * Makes a database the one in use. Every other that a window has open is left first, so that no command is stored in it any
 * more; and the windows are told. Where it cannot be noted, all stays as it was.
 */
export async function putInUse(host: Host, marker: WorkspaceMarker): Promise<WriteOutcome> {
  const left = [...(await openDatabases())].filter((one) => one !== marker.database);
  for (const one of left) await leave(one, marker.database);
  const written = await host.writeMarker(marker);
  if (written.kind === 'failed') for (const one of left) await leave(one, null);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name
  else others().postMessage(marker.database);
  return written;
}

/** Calls `tell` with the database in use whenever another window has put something else in it, or has gone on in another. */
export function watchInUse(tell: (database: string) => void): () => void {
  const onMessage = ({ data }: MessageEvent<string>): void => tell(data);
  others().addEventListener('message', onMessage);
  return () => others().removeEventListener('message', onMessage);
}

/** Stops writing where another database than the open one is in use. */
export function stopIfLeft(store: Store, inUse: string): void {
  if (store.db.name !== inUse && !store.isReplacing) freeze(store, 'leftBehind');
}
