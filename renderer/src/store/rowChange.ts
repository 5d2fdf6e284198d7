import { dequal } from 'dequal';
import type { RowChange } from '../../../shared/rows/history.ts';
import type { RecordTable } from '../../../shared/rows/records.ts';

export interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

type Parts = Readonly<Record<string, unknown>>;

/** What the history keeps of a row that is written: see `RowChange`. */
export function changeOf(table: RecordTable, id: string, before: Row | null, after: Row | null): RowChange {
  if (before === null || after === null) return { table, id, before, after };
  const sides = { before: { id } as Record<string, unknown>, after: { id } as Record<string, unknown> };
  for (const field of fieldsOf(before, after)) {
    if (dequal(before[field], after[field])) continue;
    const parts = differing(field, before[field], after[field]);
    if (Object.hasOwn(before, field)) sides.before[field] = parts.before;
    if (Object.hasOwn(after, field)) sides.after[field] = parts.after;
  }
  return { table, id, ...sides };
}

/** `now` with the parts `to` in the place of the parts `from`; `null` where it no longer holds `from`. */
export function withParts(now: Row, from: Row, to: Row): Row | null {
  const row: Record<string, unknown> = { ...now };
  for (const field of fieldsOf(from, to)) {
    const value = replaced(field, now[field], from[field], to[field]);
    if (value === changedSince) return null;
    if (Object.hasOwn(to, field)) row[field] = value;
    else delete row[field];
  }
  return { ...row, id: now.id };
}

const changedSince = Symbol('changed since');

function differing(
  field: string,
  before: unknown,
  after: unknown,
): { readonly before: unknown; readonly after: unknown } {
  const lists = partLists(before, after);
  if (lists !== null) {
    const different = lists[0].flatMap((part, at) => (dequal(part, lists[1][at]) ? [] : [at]));
    return {
      before: different.map((at) => lists[0][at]),
      after: different.map((at) => lists[1][at]),
    };
  }
  const cells = cellSides(field, before, after);
  if (cells === null) return { before, after };
  const different = [...fieldsOf(...cells)].filter((key) => !dequal(cells[0][key], cells[1][key]));
  return { before: picked(cells[0], different), after: picked(cells[1], different) };
}

function replaced(field: string, now: unknown, from: unknown, to: unknown): unknown {
  const lists = partLists(from, to);
  if (lists !== null) {
    const parts = isPartList(now) ? now : [];
    const stands = lists[0].every((part) =>
      dequal(
        parts.find(({ id }) => id === part.id),
        part,
      ),
    );
    return stands ? parts.map((part) => lists[1].find(({ id }) => id === part.id) ?? part) : changedSince;
  }
  const cells = cellSides(field, from, to);
  if (cells === null) return dequal(now, from) ? to : changedSince;
  const keys = fieldsOf(...cells);
  const present = now as Parts;
  if ([...keys].some((key) => !dequal(present[key], cells[0][key]))) return changedSince;
  return {
    ...picked(
      present,
      Object.keys(present).filter((key) => !keys.has(key)),
    ),
    ...cells[1],
  };
}

/** Two lists of parts with the same ids in the same order, which then are compared part by part. */
function partLists(one: unknown, other: unknown): readonly [readonly Row[], readonly Row[]] | null {
  if (!isPartList(one) || !isPartList(other) || one.length !== other.length) return null;
  return one.every(({ id }, at) => id === other[at]?.id) ? [one, other] : null;
}

function isPartList(value: unknown): value is readonly Row[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const ids = new Set((value as readonly Partial<Row>[]).map((part) => part.id));
  return ids.size === value.length && !ids.has(undefined as never);
}

/** The cells of a profile before and after. */
function cellSides(field: string, one: unknown, other: unknown): readonly [Parts, Parts] | null {
  const isCells = field === 'cells' && one !== undefined && other !== undefined;
  return isCells ? [one as Parts, other as Parts] : null;
}

function fieldsOf(one: Parts, other: Parts): ReadonlySet<string> {
  return new Set([...Object.keys(one), ...Object.keys(other)]);
}

function picked(parts: Parts, keys: readonly string[]): Parts {
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(parts, key)).map((key) => [key, parts[key]]));
}
