import { type Result, err, ok } from '../domain/basics/result.ts';
import { checkEntry, checkShape } from '../rows/checkEntry.ts';
import type { HistoryEntry } from '../rows/history.ts';
import type { Records, RecordTable } from '../rows/records.ts';
import { recordSchemas } from '../rows/recordSchemas.ts';
import type { RowProblem } from '../rows/rowProblem.ts';
import { upgradeRow } from '../rows/upgrade.ts';
import { namedRow, type WorkspaceRefusal } from './refusal.ts';

/** The rows of a table as they are read, one at a time, so that what was read does not lie beside what was made of it. */
export type ReadRows = Iterable<Result<unknown, WorkspaceRefusal>>;

/**
 * Checks the rows of a table in a file of schema version `version`, and hands over each as the present version has it. The
 * answer is how many there are.
 */
export function checkRecords(
  table: RecordTable,
  rows: ReadRows,
  version: number,
  take: (row: Records[RecordTable], line: number) => void,
): Result<number, WorkspaceRefusal> {
  const ids = new Set<string>();
  for (const row of rows) {
    if (!row.ok) return row;
    const line = ids.size + 1;
    const record = checkShape(recordSchemas[table].schema, upgradeRow(table, row.value, version));
    if (!record.ok) return err(brokenRow(table, line, row.value, record.error));
    const { id } = record.value;
    if (ids.has(id)) return err({ kind: 'duplicateId', table, line, id });
    ids.add(id);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion -- it has the shape that its table's schema asks for
    take(record.value as unknown as Records[RecordTable], line);
  }
  return ok(ids.size);
}

/** The same of the history. The rows in it are checked but kept as they were when they happened. */
export function checkHistory(
  rows: ReadRows,
  version: number,
  take: (entry: HistoryEntry) => void,
): Result<number, WorkspaceRefusal> {
  const ids = new Set<string>();
  for (const row of rows) {
    if (!row.ok) return row;
    const line = ids.size + 1;
    const entry = checkEntry(row.value);
    if (!entry.ok) return err(brokenRow('history', line, row.value, entry.error));
    const { id } = entry.value;
    if (ids.has(id)) return err({ kind: 'duplicateId', table: 'history', line, id });
    ids.add(id);
    const problem = sequenceProblem(entry.value, line, version);
    if (problem !== null) return err({ kind: 'brokenHistory', line, problem });
    take(entry.value);
  }
  return ok(ids.size);
}

function brokenRow(table: string, line: number, row: unknown, problem: RowProblem): WorkspaceRefusal {
  return { kind: 'brokenRow', table, line, row: namedRow(row), ...problem };
}

/** What is wrong with the numbers by which an entry refers to itself and to earlier ones. */
function sequenceProblem(entry: HistoryEntry, line: number, version: number): string | null {
  const { seq, kind, reverses, undoTop, redoTop, below } = entry;
  if (seq !== line) return `Entry ${seq} stands where entry ${line} belongs`;
  if (entry.schemaVersion > version) return `It is of schema version ${entry.schemaVersion}, the file of ${version}`;
  if ((reverses !== null) !== (kind === 'undo' || kind === 'redo')) return 'An undo or redo must say what it reversed';
  if ((reverses ?? 0) >= seq || (below ?? 0) >= seq || (undoTop ?? 0) > seq || (redoTop ?? 0) > seq) {
    return 'It refers to an entry that comes after it';
  }
  return null;
}
