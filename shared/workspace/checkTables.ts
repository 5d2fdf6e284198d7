import { keysOf } from '../domain/basics/keysOf.ts';
import { type Result, err, ok } from '../domain/basics/result.ts';
import type { HistoryEntry, RowChange } from '../rows/history.ts';
import { historyEntrySchema } from '../rows/historySchema.ts';
import type { RecordTable } from '../rows/records.ts';
import { recordSchemas } from '../rows/recordSchemas.ts';
import { rowProblem } from '../rows/rowProblem.ts';
import { upgradeRow } from '../rows/upgrade.ts';
import type { z } from '../rows/zod.ts';
import type { WorkspaceRefusal } from './refusal.ts';

/** Where a row stands in the file, for the refusal: the table, the line from 1, and the way to the value inside it. */
interface Place {
  readonly table: string;
  readonly line: number;
  readonly field: string;
}

interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The rows of a table as they are read, one at a time, so that what was read does not lie beside what was made of it. */
type ReadRows = Iterable<Result<unknown, WorkspaceRefusal>>;

/** The rows of a table in a file of schema version `version`, as the present version has them. */
export function checkRecords(
  table: RecordTable,
  rows: ReadRows,
  version: number,
): Result<readonly Row[], WorkspaceRefusal> {
  const records: Row[] = [];
  const ids = new Set<string>();
  for (const row of rows) {
    if (!row.ok) return row;
    const place = { table, line: records.length + 1, field: '' };
    const record = checkShape(recordSchemas[table].schema, upgradeRow(table, row.value, version), place);
    if (!record.ok) return record;
    const { id } = record.value;
    if (ids.has(id)) return err({ kind: 'duplicateId', table, line: place.line, id });
    ids.add(id);
    records.push(record.value);
  }
  return ok(records);
}

/** The history of a file of schema version `version`. Its rows are checked but kept as they were when they happened. */
export function checkHistory(rows: ReadRows, version: number): Result<readonly HistoryEntry[], WorkspaceRefusal> {
  const history: HistoryEntry[] = [];
  const ids = new Set<string>();
  for (const row of rows) {
    if (!row.ok) return row;
    const place = { table: 'history', line: history.length + 1, field: '' };
    const entry = checkShape(historyEntrySchema, row.value, place);
    if (!entry.ok) return entry;
    const { id, changes, schemaVersion } = entry.value;
    if (ids.has(id)) return err({ kind: 'duplicateId', table: 'history', line: place.line, id });
    ids.add(id);
    const problem = sequenceProblem(entry.value, place.line, version);
    if (problem !== null) return err({ kind: 'brokenHistory', line: place.line, problem });
    for (const [at, change] of changes.entries()) {
      const broken = checkChange(change, schemaVersion, { ...place, field: `changes.${at}` });
      if (broken !== null) return err(broken);
    }
    history.push(entry.value);
  }
  return ok(history);
}

/** A change holds whole rows where one side is missing, and otherwise the same fields on both sides. */
function checkChange(change: RowChange, version: number, place: Place): WorkspaceRefusal | null {
  const { table, id, before, after } = change;
  const { schema, parts } = recordSchemas[table];
  const whole = before === null || after === null;
  const sides: Row[] = [];
  for (const side of ['before', 'after'] as const) {
    if (change[side] === null) continue;
    const field = `${place.field}.${side}`;
    const row = checkShape(whole ? schema : parts, upgradeRow(table, change[side], version), { ...place, field });
    if (!row.ok) return row.error;
    if (row.value['id'] !== id) {
      return { kind: 'brokenRow', ...place, field: `${field}.id`, problem: 'It is the id of another row' };
    }
    sides.push({ ...row.value, id });
  }
  const [first, second] = sides;
  if (first === undefined || second === undefined) return null;
  for (const field of keysOf(schema.shape)) {
    if (Object.hasOwn(first, field) === Object.hasOwn(second, field)) continue;
    const side = Object.hasOwn(first, field) ? 'after' : 'before';
    return { kind: 'brokenRow', ...place, field: `${place.field}.${side}.${field}`, problem: 'It is missing' };
  }
  return null;
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

function checkShape<S extends z.ZodType>(schema: S, row: unknown, place: Place): Result<z.output<S>, WorkspaceRefusal> {
  try {
    const checked = schema.safeParse(row);
    if (checked.success) return ok(checked.data);
    const { field, problem } = rowProblem(checked.error);
    return err({ kind: 'brokenRow', ...place, field: [place.field, field].filter(Boolean).join('.'), problem });
  } catch (thrown) {
    // Lists within lists without end, which only a file made to do harm holds, use up the stack.
    if (!(thrown instanceof RangeError)) throw thrown;
    return err({ kind: 'brokenRow', ...place, problem: 'It is nested too deeply' });
  }
}
