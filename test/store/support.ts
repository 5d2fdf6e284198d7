import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { createWorkspace } from '../../renderer/src/store/contents.ts';
import { MusterDatabase } from '../../renderer/src/store/db.ts';
import { openStore, type KnownMarker } from '../../renderer/src/store/openStore.ts';
import type { CommandOutcome } from '../../renderer/src/store/runCommand.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { recordTables } from '../../shared/rows/records.ts';

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

/**
 * Everything stored that undo is to bring back: the rows of every table, and the summaries that are made of them. The
 * revisions of dates only grow.
 */
export async function rows({ db }: Store): Promise<readonly unknown[]> {
  const tables = [...recordTables, 'tenderSummaries', 'bidSummaries'];
  const all = await Promise.all(tables.map((table) => db.table<Partial<Tender>>(table).toArray()));
  return all.map((table) => table.map(({ dateRevisions: _revisions, ...row }) => row));
}

/** The entry of a command that must have been carried out. */
export async function done(outcome: Promise<CommandOutcome>): Promise<HistoryEntry | null> {
  const result = await outcome;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The sentence of a command that must have been refused. */
export async function refusal(outcome: Promise<CommandOutcome>): Promise<string> {
  const result = await outcome;
  if (result.ok || result.error.kind !== 'refused')
    throw new Error(`expected a refusal, got ${JSON.stringify(result)}`);
  return result.error.sentence;
}
