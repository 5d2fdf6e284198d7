import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { recordTables, type RecordTable } from '../../../shared/rows/records.ts';
import { recordSchemas } from '../../../shared/rows/recordSchemas.ts';
import { rowProblem } from '../../../shared/rows/rowProblem.ts';
import { sha256 } from '../../../shared/workspace/sha256.ts';
import { attachmentFacts } from '../store/contents.ts';
import type { MusterDatabase } from '../store/db.ts';
import { lineageOf } from '../store/store.ts';
import { keptBytes } from './keptAttachments.ts';
import { keptStates } from './keptStates.ts';

/** What was found when every row in use was read. */
export interface ScrubReport {
  readonly kind: 'scrubbed';
  readonly rows: number;
  /** What cannot be read or is not what was stored, each as a sentence. */
  readonly faults: readonly string[];
}

const chunk = 200;

/**
 * Reads every row, entry and attached file, as nobody may do for months: a damaged one is found while the snapshots still hold
 * it. Some rows at a time, so that no command waits for long.
 */
export async function scrub(db: MusterDatabase): Promise<ScrubReport> {
  const faults: string[] = [];
  let rows = 0;
  for (const table of recordTables) {
    for (const ids of await chunksOf<string>(db.table<unknown, string>(table).toCollection().primaryKeys())) {
      const found = await readOrNull(() => db.table<unknown>(table).bulkGet([...ids]));
      if (found === null)
        faults.push(`Some of the ${ids.length} rows of ${table} from ${ids[0] ?? ''} on cannot be read.`);
      for (const row of found ?? []) {
        rows += 1;
        const fault = row === undefined ? null : faultOf(table, row);
        if (fault !== null) faults.push(fault);
      }
    }
  }
  for (const seqs of await chunksOf(db.history.toCollection().primaryKeys())) {
    const found = await readOrNull(() => db.history.bulkGet([...seqs]));
    if (found === null) faults.push(`Some entries of the history from ${String(seqs[0])} on cannot be read.`);
    rows += seqs.length;
  }
  for (const hash of await db.attachments.toCollection().primaryKeys()) {
    const found = await readOrNull(() => db.attachments.get(hash));
    if (found === undefined) continue;
    if (found === null || (await sha256(found.bytes)) !== hash) faults.push(`The attached file ${hash} is damaged.`);
    rows += 1;
  }
  return { kind: 'scrubbed', rows, faults };
}

/**
 * Reads what is kept outside the database as bringing back would, and writes attached files again that are no longer what they
 * were. The answer is the last entry that can be brought back, 0 where there is none.
 */
export async function scrubKept(db: MusterDatabase, files: StoredFiles): Promise<number> {
  const workspace = await db.workspace();
  if (workspace === undefined) return 0;
  for (const { sha256: hash } of await attachmentFacts(db)) {
    const isKept = (await keptBytes(files, ['attachments'], hash)) !== null;
    const row = isKept ? undefined : await db.attachments.get(hash);
    if (row !== undefined) await files.writeFile('attachments', hash, row.bytes, 'replace');
  }
  const lineage = lineageOf(workspace);
  const [state] = await keptStates(files, 'own', (one) => one === lineage);
  return state?.seq ?? 0;
}

function faultOf(table: RecordTable, row: unknown): string | null {
  const checked = recordSchemas[table].schema.safeParse(row);
  if (checked.success) return null;
  const { field, problem } = rowProblem(checked.error);
  return `A row of ${table} is broken at ${field}. ${problem}.`;
}

async function readOrNull<T>(read: () => PromiseLike<T>): Promise<T | null> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'DatabaseClosedError') throw thrown;
    return null;
  }
}

async function chunksOf<Key>(keys: PromiseLike<readonly Key[]>): Promise<readonly (readonly Key[])[]> {
  const all = await keys;
  return Array.from({ length: Math.ceil(all.length / chunk) }, (_, at) => all.slice(at * chunk, (at + 1) * chunk));
}
