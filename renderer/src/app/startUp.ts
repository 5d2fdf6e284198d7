import type { Failed, Host } from '../../../shared/host/host.ts';
import type { Place } from '../features/workspace/workspaceFilesContext.ts';
import { firstDatabase, type KnownMarker, type OpeningProblem, openStore } from '../store/openStore.ts';

type PlaceOf<K extends Place['kind']> = Extract<Place, { kind: K }>;

/** What the start led to. `markerFailure`: the note outside the database that names the workspace does not work. */
export type Started =
  | { readonly kind: 'ready'; readonly place: PlaceOf<'workspace'>; readonly markerFailure: Failed | null }
  | { readonly kind: 'empty'; readonly place: PlaceOf<'empty'>; readonly markerFailure: Failed | null }
  | { readonly kind: 'problem'; readonly place: PlaceOf<'recovery'>; readonly problem: OpeningProblem };

/** Opens what is on this computer. Writes nothing but the marker of a workspace that proved sound. */
export async function startUp(host: Host): Promise<Started> {
  const read = await host.readMarker();
  const marker: KnownMarker = read.kind === 'found' ? read.marker : read.kind === 'none' ? 'none' : 'unreadable';
  const unread = read.kind === 'failed' ? read : null;
  const opening = await openStore(marker);
  if (opening.kind === 'empty') {
    const database = opening.db.name;
    opening.db.close();
    return { kind: 'empty', place: { kind: 'empty', database }, markerFailure: unread };
  }
  if (opening.kind !== 'ready') {
    // The damaged database stays as it is, for whoever can read more of it; a recovery goes on in another.
    const database = `${firstDatabase}-${new Date().toISOString().replaceAll(':', '')}`;
    return { kind: 'problem', place: { kind: 'recovery', database }, problem: opening };
  }
  const { store, markerToWrite } = opening;
  const place = { kind: 'workspace', store } as const;
  if (!markerToWrite) return { kind: 'ready', place, markerFailure: unread };
  const written = await host.writeMarker({ workspaceId: store.workspaceId, database: store.db.name });
  return { kind: 'ready', place, markerFailure: written.kind === 'failed' ? written : null };
}

/** Closes what a start opened. */
export function letGo(started: Started): void {
  if (started.kind === 'ready') started.place.store.db.close();
}
