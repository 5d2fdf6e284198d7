import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { createWorkspace } from '../../renderer/src/store/contents.ts';
import { MusterDatabase } from '../../renderer/src/store/db.ts';
import { openStore, type KnownMarker } from '../../renderer/src/store/openStore.ts';
import type { Store } from '../../renderer/src/store/store.ts';

export const workspace = { id: uuidv7(), name: 'Test', createdAt: '2026-11-23T09:00:00.000Z' };

/** A database of its own per test, with a new empty workspace in it. */
export async function freshDatabase(): Promise<string> {
  const name = `muster-${uuidv7()}`;
  const db = new MusterDatabase(name);
  await db.open();
  await createWorkspace(db, workspace);
  db.close();
  return name;
}

export function markerOf(database: string): KnownMarker {
  return { workspaceId: workspace.id, database };
}

export async function openReady(database: string): Promise<Store> {
  const opening = await openStore(markerOf(database));
  if (opening.kind !== 'ready') throw new Error(`expected a ready store, got ${opening.kind}`);
  return opening.store;
}

/** Everything stored that undo is to bring back: the rows themselves. */
export function rows(store: Store): Promise<readonly unknown[]> {
  return store.db.organisations.toArray();
}
