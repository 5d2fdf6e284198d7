import { err, ok, type Result } from '../domain/basics/result.ts';
import type { HistoryEntry, RowChange } from './history.ts';
import { historyEntrySchema } from './historySchema.ts';
import { recordSchemas } from './recordSchemas.ts';
import { rowProblem, type RowProblem } from './rowProblem.ts';
import { isNestedTooDeeply } from './storable.ts';
import { upgradeRow } from './upgrade.ts';
import { z } from './zod.ts';

/** A value in a stored shape, or the first thing that is wrong with it. */
export function checkShape<S extends z.ZodType>(schema: S, value: unknown): Result<z.output<S>, RowProblem> {
  // Before the schema, which follows lists within lists to their end.
  if (isNestedTooDeeply(value)) return err({ field: '', problem: 'It is nested too deeply' });
  return parsed(schema, value);
}

function parsed<S extends z.ZodType>(schema: S, value: unknown): Result<z.output<S>, RowProblem> {
  const checked = schema.safeParse(value);
  return checked.success ? ok(checked.data) : err(rowProblem(checked.error));
}

/**
 * A history entry as every reader checks it, and every command before it is stored: its own shape, and both sides of each
 * of its changes, of which each is to another row. Whether its numbers follow one another is a matter of the whole history.
 */
export function checkEntry(value: unknown): Result<HistoryEntry, RowProblem> {
  const entry = checkShape(historyEntrySchema, value);
  if (!entry.ok) return entry;
  const changed = new Set<string>();
  for (const [at, change] of entry.value.changes.entries()) {
    const row = `${change.table}/${change.id}`;
    if (changed.has(row)) return err({ field: `changes.${at}.id`, problem: 'It is changed twice' });
    changed.add(row);
    const broken = changeProblem(change, entry.value.schemaVersion);
    if (broken !== null) return err({ ...broken, field: `changes.${at}.${broken.field}` });
  }
  return entry;
}

/**
 * A change holds whole rows where one side is missing, and otherwise the same fields on both sides, but for those that a row
 * need not have.
 */
function changeProblem(change: RowChange, version: number): RowProblem | null {
  const { table, id, before, after } = change;
  const { schema, parts } = recordSchemas[table];
  const whole = before === null || after === null;
  const sides: Readonly<Record<string, unknown>>[] = [];
  for (const side of ['before', 'after'] as const) {
    if (change[side] === null) continue;
    const row = parsed<z.ZodType<Readonly<Record<string, unknown>>>>(
      whole ? schema : parts,
      upgradeRow(table, change[side], version),
    );
    if (!row.ok) return { ...row.error, field: [side, row.error.field].filter(Boolean).join('.') };
    if (row.value['id'] !== id) return { field: `${side}.id`, problem: 'It is the id of another row' };
    sides.push(row.value);
  }
  const [first, second] = sides;
  if (first === undefined || second === undefined) return null;
  for (const [field, shape] of Object.entries<z.ZodType>(schema.shape)) {
    if (Object.hasOwn(first, field) === Object.hasOwn(second, field) || isOptional(shape)) continue;
    return { field: `${Object.hasOwn(first, field) ? 'after' : 'before'}.${field}`, problem: 'It is missing' };
  }
  return null;
}

/** Rows written before a field was known do not have it. */
function isOptional(field: z.ZodType): boolean {
  return z.object({ field }).safeParse({}).success;
}
