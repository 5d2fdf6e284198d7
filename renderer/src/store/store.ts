import type { MusterDatabase } from './db.ts';

/** Why writing stopped in the middle of a session. Whatever was acknowledged before is not affected by us. */
export type FreezeReason =
  | 'workspaceMissing'
  | 'otherWorkspace'
  | 'historyBehind'
  | 'databaseClosed'
  | 'newerMuster'
  /** Reading everything through found rows that are not what was stored. */
  | 'damaged';

/** Why the last command could not be stored although the workspace is sound. */
export type WriteFailure = { readonly kind: 'diskFull' } | { readonly kind: 'failed'; readonly detail: string };

/**
 * An open workspace. `seenSeq` is the newest history entry this window knows of: a database that is behind it has
 * lost something, one that is ahead was written by another window.
 */
export interface Store {
  readonly db: MusterDatabase;
  readonly workspaceId: string;
  seenSeq: number;
  frozen: FreezeReason | null;
  /** `null` again as soon as something was stored. */
  writeFailure: WriteFailure | null;
  readonly watchers: Set<() => void>;
  /** Called after each command of this window, with the number of its history entry. */
  readonly committed: Set<(seq: number) => void>;
  /** What was found damaged when every row was read, each as a sentence. */
  faults: readonly string[];
}

export function newStore(db: MusterDatabase, workspaceId: string, seenSeq: number): Store {
  const store: Store = {
    db,
    workspaceId,
    seenSeq,
    frozen: null,
    writeFailure: null,
    watchers: new Set(),
    committed: new Set(),
    faults: [],
  };
  db.on('close', () => freeze(store, 'databaseClosed'));
  db.on('versionchange', () => {
    // Another window opened a newer version: letting go is the only way it can upgrade.
    db.close();
    freeze(store, 'newerMuster');
  });
  return store;
}

/** Stops every further write of this window. There is no way back but to open the workspace again. */
export function freeze(store: Store, reason: FreezeReason): void {
  if (store.frozen !== null) return;
  store.frozen = reason;
  for (const watcher of store.watchers) watcher();
}

/** Notes how the last attempt to store something went. */
export function noteWrite(store: Store, failure: WriteFailure | null): void {
  if (store.writeFailure === failure) return;
  store.writeFailure = failure;
  for (const watcher of store.watchers) watcher();
}

/** Calls `watcher` when writing stops, fails, or works again. */
export function watchHealth(store: Store, watcher: () => void): () => void {
  store.watchers.add(watcher);
  return () => {
    store.watchers.delete(watcher);
  };
}
