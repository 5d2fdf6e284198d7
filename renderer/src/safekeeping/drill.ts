import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { type RecordTable, recordTables } from '../../../shared/rows/records.ts';
import type { RefusalSentence } from '../../../shared/workspace/refusal.ts';
import { sha256 } from '../../../shared/workspace/sha256.ts';
import { readContents, replaceContents } from '../store/contents.ts';
import { MusterDatabase } from '../store/db.ts';
import { lineageOf } from '../store/store.ts';
import { keptStates, readKept } from './keptStates.ts';

export type DrillReport =
  | {
      readonly kind: 'same';
      readonly seq: number;
      readonly at: string;
      readonly rows: number;
      readonly entries: number;
      readonly attachments: number;
      readonly milliseconds: number;
    }
  /** What was restored is not what is in use: `places` says where, as `table: id`. */
  | { readonly kind: 'differs'; readonly seq: number; readonly places: readonly string[] }
  | { readonly kind: 'notRestored'; readonly sentence: RefusalSentence }
  | { readonly kind: 'nothingKept' }
  /** Something was changed while the drill ran. */
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'gone' };

/**
 * Restores the newest kept state into a scratch database, as a recovery would, and compares every row, every entry of the
 * history and every attached file with those in use, by their hashes. `scratchName` names the scratch database.
 */
export async function drill(db: MusterDatabase, files: StoredFiles, scratchName: string): Promise<DrillReport> {
  const startedAt = performance.now();
  const workspace = await db.workspace();
  if (workspace === undefined) return { kind: 'gone' };
  const lineage = lineageOf(workspace);
  const [state] = await keptStates(files, 'own', (one) => one === lineage);
  if (state === undefined) return { kind: 'nothingKept' };
  const kept = await readKept(files, state);
  if (!kept.ok) return { kind: 'notRestored', sentence: kept.error };
  const { missing, ...contents } = kept.value;
  const scratch = new MusterDatabase(scratchName);
  try {
    await scratch.open();
    await replaceContents(scratch, contents, 'Restore drill', null, null);
    const [restored, present] = [await readContents(scratch), await readContents(db)];
    if (restored === null || present === null) return { kind: 'gone' };
    if (state.broken !== undefined) return { kind: 'notRestored', sentence: state.broken };
    if (present.head.seq !== state.seq) return { kind: 'changedMeanwhile' };
    const places = missing.map((sha256) => `attached file: ${sha256}`);
    for (const table of recordTables) places.push(...(await differences(table, restored[table], present[table])));
    // The scratch database has one entry more, which says that it was restored.
    const restoredHistory = restored.history.slice(0, state.seq);
    places.push(...(await differences('history', restoredHistory, present.history)));
    places.push(...(await differingFiles(restored.attachments, present.attachments)));
    if (places.length > 0) return { kind: 'differs', seq: state.seq, places };
    return {
      kind: 'same',
      seq: state.seq,
      at: state.at,
      rows: recordTables.reduce((sum, table) => sum + present[table].length, 0),
      entries: present.history.length,
      attachments: present.attachments.length,
      milliseconds: Math.round(performance.now() - startedAt),
    };
  } finally {
    await scratch.delete();
  }
}

interface Row {
  readonly id: string;
}

async function differences(
  table: RecordTable | 'history',
  restored: readonly Row[],
  present: readonly Row[],
): Promise<readonly string[]> {
  const hashes = new Map<string, string>();
  for (const row of restored) hashes.set(row.id, await hashOf(row));
  const places: string[] = [];
  for (const row of present) {
    if (hashes.get(row.id) !== (await hashOf(row))) places.push(`${table}: ${row.id}`);
    hashes.delete(row.id);
  }
  return [...places, ...[...hashes.keys()].map((id) => `${table}: ${id}`)];
}

async function differingFiles(
  restored: readonly { readonly sha256: string; readonly bytes: Uint8Array }[],
  present: readonly { readonly sha256: string; readonly bytes: Uint8Array }[],
): Promise<readonly string[]> {
  const hashes = new Map<string, string>();
  for (const { sha256: name, bytes } of restored) hashes.set(name, await sha256(bytes));
  const places: string[] = [];
  for (const { sha256: name, bytes } of present) {
    if (hashes.get(name) !== (await sha256(bytes))) places.push(`attached file: ${name}`);
  }
  return places;
}

function hashOf(row: Row): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify(sorted(row))));
}

/** The order of fields says nothing, and is not kept by every way that a row can take. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
