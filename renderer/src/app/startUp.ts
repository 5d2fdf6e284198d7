import type { Failed } from '../../../shared/host/failed.ts';
import type { Host } from '../../../shared/host/host.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { compareHeads } from '../safekeeping/compareHeads.ts';
import type { Place } from '../safekeeping/inUse.ts';
import { removeDraftsOfRemoved } from './draftsOfRemoved.ts';
import { type Keeping, startKeeping } from '../safekeeping/keeping.ts';
import { listedAhead } from '../safekeeping/listedAhead.ts';
import { type KnownMarker, openInUse, type OpeningProblem } from '../store/openStore.ts';
import { holdDatabases } from '../store/databases.ts';
import { readWorkspaceState, type WorkspaceState } from '../store/queries/workspace.ts';
import { lineageOf, type Store } from '../store/store.ts';

type PlaceOf<K extends Place['kind']> = Extract<Place, { kind: K }>;

/** Why the workspace that is there must not be written to. */
export type StartProblem =
  | OpeningProblem
  /** What is kept outside the database has changes that do not lead on from it: the numbers of their newest entries. */
  | { readonly kind: 'diverged'; readonly database: number; readonly kept: number }
  /** A newer Muster has gone on with the journal: the program and version, where it says so. */
  | { readonly kind: 'newerJournal'; readonly writtenBy: string | null }
  /** There is nothing in the database and no note of it, but something is kept outside. */
  | { readonly kind: 'forgotten' }
  /** Reading every row found damage; the sentences say where. */
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** What the start led to. `markerFailure`: the note outside the database that names the workspace does not work. */
export type Started =
  | {
      readonly kind: 'ready';
      readonly place: PlaceOf<'workspace'>;
      readonly keeping: Keeping;
      /** What the first screen shows of it, so that it is drawn once. */
      readonly state: WorkspaceState | undefined;
      readonly markerFailure: Failed | null;
    }
  | { readonly kind: 'empty'; readonly place: PlaceOf<'empty'>; readonly markerFailure: Failed | null }
  | { readonly kind: 'problem'; readonly place: PlaceOf<'recovery'>; readonly problem: StartProblem };

/** Opens what is on this computer. Writes nothing but the marker of a workspace that proved sound, and what its journal still had. */
export async function startUp(host: Host): Promise<Started> {
  const files = listedAhead(host);
  const read = await host.readMarker();
  const marker: KnownMarker = read.kind === 'found' ? read.marker : read.kind === 'none' ? 'none' : 'unreadable';
  const unread = read.kind === 'failed' ? read : null;
  const opening = await openInUse(marker);
  const relied = typeof marker === 'object' ? [marker.database] : [];
  const open = opening.kind === 'ready' ? opening.store.db.name : null;
  holdDatabases(open === null ? relied : [...relied, open], open);
  const problemOf = (problem: StartProblem): Started => ({
    kind: 'problem',
    place: { kind: 'recovery', marker },
    problem,
  });
  if (opening.kind === 'empty') {
    const database = opening.db.name;
    opening.db.close();
    if (await isAnythingKept(files)) return problemOf({ kind: 'forgotten' });
    return { kind: 'empty', place: { kind: 'empty', database, marker }, markerFailure: unread };
  }
  if (opening.kind !== 'ready') return problemOf(opening);
  const { store, markerToWrite, workspace } = opening;
  const [compared, asOpened] = await Promise.all([
    compareHeads(store, files, workspace).catch(
      // The database may die at its first bad block, which is not always one that opening reads.
      (thrown: unknown) => ({ kind: 'unreadable' as const, detail: String(thrown) }),
    ),
    readState(store),
  ]);
  if (compared.kind === 'diverged' || compared.kind === 'newerJournal' || compared.kind === 'unreadable') {
    store.db.close();
    holdDatabases([...relied, store.db.name], null);
    return problemOf(compared);
  }
  const kept = compared.kind === 'agree' ? compared.kept : compared.failure;
  const isReplayed = compared.kind === 'agree' && compared.replayed > 0;
  const state = isReplayed ? await readState(store) : asOpened;
  const keeping = startKeeping(store, host, lineageOf(workspace), kept);
  store.committed.add((seq) => void removeDraftsOfRemoved(store, seq));
  const ready = { kind: 'ready', place: { kind: 'workspace', store }, keeping, state } as const;
  if (!markerToWrite) return { ...ready, markerFailure: unread };
  const written = await host.writeMarker({ workspaceId: store.workspaceId, database: store.db.name });
  return { ...ready, markerFailure: written.kind === 'failed' ? written : null };
}

/** Where a bad block is hit in it, the page that reads it again says so, and offers to look again. */
function readState(store: Store): Promise<WorkspaceState | undefined> {
  return readWorkspaceState(store).catch(() => undefined);
}

/** Closes what a start opened. What was found damaged in it is looked at before it is opened again. */
export function letGo(started: Started): Started | null {
  if (started.kind !== 'ready') return null;
  const { faults, db, workspaceId } = started.place.store;
  started.keeping.stop();
  db.close();
  if (faults.length === 0) return null;
  const marker = { workspaceId, database: db.name };
  holdDatabases([db.name], null);
  return { kind: 'problem', place: { kind: 'recovery', marker }, problem: { kind: 'faulty', faults } };
}

async function isAnythingKept(files: StoredFiles): Promise<boolean> {
  const listed = await Promise.all([files.listFiles('snapshots'), files.listFiles('journal')]);
  // What could not be looked at may hold everything.
  return listed.some((one) => (one.kind === 'listed' ? one.files.length > 0 : one.reason !== 'notFound'));
}
