import { tableOf } from '../../../shared/domain/basics/tableOf.ts';
import { recordTables } from '../../../shared/rows/records.ts';
import { encodeJsonLines } from '../../../shared/workspace/jsonLines.ts';
import { workspaceLimits } from '../../../shared/workspace/limits.ts';
import type { FileTable } from '../../../shared/workspace/manifest.ts';
import type { EncodedTable } from '../../../shared/workspace/serialiseWorkspace.ts';
import { readInOneGo, readInParts, sampleTables } from '../store/contents.ts';
import type { MusterDatabase, WorkspaceRow } from '../store/db.ts';

/** The tables of a workspace as a file holds them, as they stood at one moment. */
export interface EncodedTables {
  readonly row: WorkspaceRow;
  /** How many bytes they come to. */
  readonly bytes: number;
  /** `null` where that is more than a file may hold: then they were counted, and not kept. */
  readonly tables: Readonly<Record<FileTable, EncodedTable>> | null;
}

const attempts = 5;
const fileTables = [...recordTables, 'history'] as const;

/**
 * Reads all tables while commands may go on: where one came between, from the start again. `null` where there is no workspace.
 * There is never more in memory than a file may hold and the rows that are just being written down.
 */
export async function readEncoded(
  db: MusterDatabase,
  onProgress: (done: number) => void = () => undefined,
): Promise<EncodedTables | null> {
  for (let attempt = 1; ; attempt += 1) {
    const gathered = new Gathered();
    const take = (table: FileTable, rows: readonly unknown[], done: number): number => {
      onProgress(done);
      return gathered.take(table, rows);
    };
    // Someone works without a pause: then it is read in one transaction, which makes them wait for it.
    const row = await (attempt > attempts ? readInOneGo(db, take) : readInParts(db, take));
    if (row !== null) return { row, bytes: gathered.bytes, tables: gathered.tables() };
    if (attempt > attempts || (await db.workspace()) === undefined) return null;
  }
}

/**
 * About how many bytes all tables come to as a file holds them, told by rows at equal distances, since to read all of a long
 * history takes minutes; exact where there are few. `null` where there is no workspace.
 */
export async function estimateBytes(db: MusterDatabase): Promise<number | null> {
  if ((await db.workspace()) === undefined) return null;
  const samples = await sampleTables(db);
  return samples.reduce((sum, { rows, outOf }) => sum + (encodeJsonLines(rows).length * outOf) / (rows.length || 1), 0);
}

class Gathered {
  bytes = 0;
  readonly #parts = tableOf(fileTables, () => ({ pieces: new Array<Uint8Array>(), rows: 0 }));

  /** How many bytes the rows come to. */
  take(table: FileTable, rows: readonly unknown[]): number {
    const piece = encodeJsonLines(rows);
    this.bytes += piece.length;
    const part = this.#parts[table];
    part.rows += rows.length;
    if (this.#isTooLarge()) for (const { pieces } of Object.values(this.#parts)) pieces.length = 0;
    else part.pieces.push(piece);
    return piece.length;
  }

  tables(): EncodedTables['tables'] {
    return this.#isTooLarge() ? null : tableOf(fileTables, (table) => joined(this.#parts[table]));
  }

  #isTooLarge(): boolean {
    return this.bytes > workspaceLimits.unpackedBytes;
  }
}

/** One table of its pieces, each of which is let go of when it has been copied. */
function joined({ pieces, rows }: { readonly pieces: Uint8Array[]; readonly rows: number }): EncodedTable {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, rows };
}
