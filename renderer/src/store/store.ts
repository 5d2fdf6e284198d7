import type { MusterDatabase, WorkspaceRow } from './db.ts';

/** Why writing stopped in the middle of a session. Whatever was acknowledged before is not affected by us. */
export type FreezeReason =
  | 'workspaceMissing'
  | 'otherWorkspace'
  /** A file or another state of the same workspace was put in its place. */
  | 'replaced'
  /** Work goes on in another database, into which something was brought back or where a workspace was begun anew. */
  | 'leftBehind'
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
  readonly lineage: string;
  seenSeq: number;
  frozen: FreezeReason | null;
  /** `null` again as soon as something was stored. */
  writeFailure: WriteFailure | null;
  readonly watchers: Set<() => void>;
  /** Called after each command of this window, with the number of its history entry. */
  readonly committed: Set<(seq: number) => void>;
  /** This window itself puts something else in its place, and says so itself. */
  isReplacing: boolean;
  /** What was found damaged when every row was read, each as a sentence. */
  faults: readonly string[];
}

export function newStore(db: MusterDatabase, workspace: WorkspaceRow): Store {
  const store: Store = {
    db,
    workspaceId: workspace.id,
    lineage: lineageOf(workspace),
    seenSeq: workspace.head.seq,
    frozen: null,
    writeFailure: null,
    watchers: new Set(),
    committed: new Set(),
    isReplacing: false,
    faults: [],
  };
  db.on('close', () => freeze(store, 'databaseClosed'));
  db.on('versionchange', ({ newVersion }) => {
    // Another window opens a newer version or deletes the database: it waits until this one lets go.
    freeze(store, newVersion === null ? 'workspaceMissing' : 'newerMuster');
    db.close();
  });
  return store;
}

/** Names the history of a workspace from before there were lineages by the workspace itself. */
export function lineageOf({ lineage, id }: WorkspaceRow): string {
  return lineage ?? id;
}

/** An open workspace, as another thread can find it. */
export interface WorkspacePlace {
  readonly workspaceId: string;
  readonly lineage: string;
  readonly database: string;
}

export function placeOf({ workspaceId, lineage, db }: Store): WorkspacePlace {
  return { workspaceId, lineage, database: db.name };
}

/** Why what the database holds is not, or no longer, the workspace that was opened; `null` where it is. */
export function notOurs(store: Store, workspace: WorkspaceRow | undefined): FreezeReason | null {
  if (workspace === undefined) return 'workspaceMissing';
  if (workspace.id !== store.workspaceId) return 'otherWorkspace';
  if (lineageOf(workspace) !== store.lineage) return 'replaced';
  return workspace.left === undefined ? null : 'leftBehind';
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
