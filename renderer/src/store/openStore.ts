import { firstDatabase, newestHolding, writerOf } from './databases.ts';
import { databaseVersion, MusterDatabase, type WorkspaceRow } from './db.ts';
import { newStore, type Store, type WorkspacePlace } from './store.ts';

/** What is known of the workspace outside IndexedDB: the host's marker, or that it could not be read. */
export type KnownMarker = { readonly workspaceId: string; readonly database: string } | 'none' | 'unreadable';

/** The answer to opening the database. Only `ready` lets anything be written; nothing was changed by any of them. */
export type Opening =
  | { readonly kind: 'ready'; readonly store: Store; readonly markerToWrite: boolean; readonly workspace: WorkspaceRow }
  /** No workspace yet on this computer: the start screen. */
  | { readonly kind: 'empty'; readonly db: MusterDatabase }
  | OpeningProblem;

/** Why the database that is there must not be written to. */
export type OpeningProblem =
  /** There was a workspace here and the database is empty. */
  | { readonly kind: 'lost' }
  /** The database holds another workspace than the one this computer knows of. */
  | { readonly kind: 'differs'; readonly found: string; readonly expected: string }
  /** `writtenBy`: the program and version, where it says so. */
  | { readonly kind: 'newerDatabase'; readonly version: number; readonly writtenBy: string | null }
  | { readonly kind: 'upgradeIncomplete' }
  /** The newest history entry is not the one the workspace row names. */
  | { readonly kind: 'damaged'; readonly expected: number; readonly found: number }
  | { readonly kind: 'unreadable'; readonly detail: string };

/**
 * Opens the database in use. A marker may be older than that: Muster was ended between bringing something back and noting where,
 * or what the browser kept of the marker is of before. A database is only ever begun to go on in, so that the newest one that
 * holds a workspace is the one in use; no clock is asked.
 */
export async function openInUse(marker: KnownMarker): Promise<Opening> {
  const named = typeof marker === 'object' ? marker.database : null;
  // Where the browser finds its files damaged even this is refused, and opening says so.
  const newest = await newestHolding(named).catch(() => null);
  const opening = await openStore(marker, newest ?? named ?? firstDatabase);
  if (opening.kind !== 'ready' || opening.workspace.left === undefined) return opening;
  // Another window has just gone on in another. Where that one is not there, it has been lost.
  const { db } = opening.store;
  db.close();
  const next = await newestHolding(db.name);
  return next === null ? { kind: 'lost' } : openStore(marker, next);
}

/** The workspace that a window has open, through the same checks as at the start; `null` where it is no longer there. */
export async function storeAt(place: WorkspacePlace): Promise<Store | null> {
  const opening = await openStore(place);
  if (opening.kind !== 'ready') return null;
  const { store, workspace } = opening;
  const isIt = workspace.id === place.workspaceId && store.lineage === place.lineage && workspace.left === undefined;
  if (!isIt) store.db.close();
  return isIt ? store : null;
}

/**
 * Opens a database as the working store, and refuses what Dexie would let through: a database of a newer Muster, an upgrade
 * that did nothing, a database emptied behind our back.
 */
export async function openStore(
  marker: KnownMarker,
  name = typeof marker === 'object' ? marker.database : firstDatabase,
): Promise<Opening> {
  let db: MusterDatabase | null = null;
  try {
    // Asking which databases there are is already refused where Chromium finds their files damaged.
    const installed = await installedVersion(name);
    if (installed > databaseVersion) {
      return { kind: 'newerDatabase', version: installed, writtenBy: await writerOf(name) };
    }
    db = new MusterDatabase(name);
    await db.open();
    const opening = await examine(db, marker);
    if (opening.kind !== 'ready' && opening.kind !== 'empty') db.close();
    return opening;
  } catch (thrown) {
    db?.close();
    return { kind: 'unreadable', detail: String(thrown) };
  }
}

async function examine(db: MusterDatabase, marker: KnownMarker): Promise<Opening> {
  const version = db.backendDB().version / 10;
  const [migratedTo, workspace, [newest]] = await db.transaction('r', [db.meta, db.history], () =>
    Promise.all([db.migratedTo(), db.workspace(), db.history.toCollection().reverse().limit(1).primaryKeys()]),
  );
  if (version !== db.verno || migratedTo !== db.verno) return { kind: 'upgradeIncomplete' };
  if (workspace === undefined) return typeof marker === 'object' ? { kind: 'lost' } : { kind: 'empty', db };

  if ((newest ?? 0) !== workspace.head.seq) {
    return { kind: 'damaged', expected: workspace.head.seq, found: newest ?? 0 };
  }
  // A marker says nothing of a database that was begun after the one it names.
  const known = typeof marker === 'object' && marker.database === db.name ? marker.workspaceId : null;
  if (known !== null && known !== workspace.id && known !== workspace.replaced) {
    return { kind: 'differs', found: workspace.id, expected: known };
  }
  const store = newStore(db, workspace);
  return { kind: 'ready', store, markerToWrite: marker !== 'unreadable' && known !== workspace.id, workspace };
}

/** The version a database was last written with, read without opening it as ours; 0 where there is none. */
async function installedVersion(name: string): Promise<number> {
  const databases = await indexedDB.databases();
  return Math.floor((databases.find((one) => one.name === name)?.version ?? 0) / 10);
}
