import { databaseVersion, MusterDatabase, type WorkspaceRow } from './db.ts';
import { newStore, type Store } from './store.ts';

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
  | { readonly kind: 'newerDatabase'; readonly version: number }
  | { readonly kind: 'upgradeIncomplete' }
  /** The newest history entry is not the one the workspace row names. */
  | { readonly kind: 'damaged'; readonly expected: number; readonly found: number }
  | { readonly kind: 'unreadable'; readonly detail: string };

export const firstDatabase = 'muster';

/**
 * Opens the working store, and refuses what Dexie would let through: a database of a newer Muster, an upgrade that
 * did nothing, a database emptied behind our back.
 */
export async function openStore(marker: KnownMarker): Promise<Opening> {
  let db: MusterDatabase | null = null;
  try {
    // Asking which databases there are is already refused where Chromium finds their files damaged.
    const name = typeof marker === 'object' ? marker.database : await newestDatabase();
    const installed = await installedVersion(name);
    if (installed > databaseVersion) return { kind: 'newerDatabase', version: installed };
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
  const known = typeof marker === 'object' ? marker.workspaceId : null;
  if (known !== null && known !== workspace.id && known !== workspace.replaced) {
    return { kind: 'differs', found: workspace.id, expected: known };
  }
  const store = newStore(db, workspace.id, workspace.head.seq);
  return { kind: 'ready', store, markerToWrite: marker !== 'unreadable' && known !== workspace.id, workspace };
}

/** The version a database was last written with, read without opening it as ours; 0 where there is none. */
async function installedVersion(name: string): Promise<number> {
  const databases = await indexedDB.databases();
  return Math.floor((databases.find((one) => one.name === name)?.version ?? 0) / 10);
}

/** Without a marker the newest of our databases is the one in use; older ones were set aside by a recovery. */
async function newestDatabase(): Promise<string> {
  return (await workspaceDatabases()).at(-1) ?? firstDatabase;
}

/** The names of all databases of workspaces, the newest last. */
export async function workspaceDatabases(): Promise<readonly string[]> {
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => (name?.startsWith(firstDatabase) === true ? [name] : [])).sort();
}
