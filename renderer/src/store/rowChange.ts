import { dequal } from 'dequal';
import type { RowChange } from '../../../shared/rows/history.ts';
import type { RecordTable } from '../../../shared/rows/records.ts';

export interface Row {
  readonly id: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Counts that only grow. No change takes them back, so that they are no part of it: see `withDateRevisions`. */
const countedFields: ReadonlySet<string> = new Set(['dateRevisions']);

/** Whether two rows are the same but for what only grows. */
export function isSameRow(one: Row | null, other: Row | null): boolean {
  return one === null || other === null ? one === other : dequal(uncounted({ ...one }), uncounted({ ...other }));
}

function uncounted(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !countedFields.has(field)));
}

/** What the history keeps of a row that is written: see `RowChange`. */
export function changeOf(table: RecordTable, id: string, before: Row | null, after: Row | null): RowChange {
  if (before === null || after === null) return { table, id, before, after };
  const [old, now]: [Fields, Fields] = [{ ...before }, { ...after }];
  const from: Record<string, unknown> = { id };
  const to: Record<string, unknown> = { id };
  for (const field of keysOfBoth(old, now)) {
    if (countedFields.has(field) || dequal(old[field], now[field])) continue;
    const [was, is] = differing(field, old[field], now[field]);
    if (Object.hasOwn(old, field)) from[field] = was;
    if (Object.hasOwn(now, field)) to[field] = is;
  }
  return { table, id, before: from, after: to };
}

/** `now` with the parts `to` in the place of the parts `from`; `null` where it no longer holds `from`. */
export function withParts(now: Row, from: Row, to: Row): Row | null {
  const row: Record<string, unknown> = { ...now };
  const [old, wanted]: [Fields, Fields] = [{ ...from }, { ...to }];
  for (const field of keysOfBoth(old, wanted)) {
    const value = replaced(field, row[field], old[field], wanted[field]);
    if (value === changedSince) return null;
    if (Object.hasOwn(wanted, field)) row[field] = value;
    else delete row[field];
  }
  return { ...row, id: now.id };
}

const changedSince = Symbol('changed since');

/** What differs of a field, before and after. */
function differing(field: string, before: unknown, after: unknown): readonly [unknown, unknown] {
  const lists = asLists(before, after);
  if (lists !== null) {
    const [old, now] = lists;
    const different = old.flatMap((part, at) => (dequal(part, now[at]) ? [] : [at]));
    return [different.map((at) => old[at]), different.map((at) => now[at])];
  }
  const cells = asCells(field, before, after);
  if (cells === null) return [before, after];
  const [old, now] = cells;
  const different = [...keysOfBoth(old, now)].filter((key) => !dequal(old[key], now[key]));
  return [picked(old, different), picked(now, different)];
}

/** A field with `to` in the place of `from`, or that it has been changed since. */
function replaced(field: string, now: unknown, from: unknown, to: unknown): unknown {
  const lists = asLists(from, to);
  if (lists !== null) {
    const [old, wanted] = lists;
    if (!isPartList(now) || !old.every((part) => dequal(partOf(now, part.id), part))) return changedSince;
    return now.map((part) => partOf(wanted, part.id) ?? part);
  }
  const cells = asCells(field, from, to);
  if (cells === null) return dequal(now, from) ? to : changedSince;
  const [old, wanted] = cells;
  const changed = keysOfBoth(old, wanted);
  if (!isObject(now) || [...changed].some((key) => !dequal(now[key], old[key]))) return changedSince;
  const others = Object.keys(now).filter((key) => !changed.has(key));
  return { ...picked(now, others), ...wanted };
}

/** Two lists of parts with the same ids in the same order, which are then compared part by part. */
function asLists(one: unknown, other: unknown): readonly [readonly Row[], readonly Row[]] | null {
  if (!isPartList(one) || !isPartList(other) || one.length !== other.length) return null;
  return one.every(({ id }, at) => id === other[at]?.id) ? [one, other] : null;
}

function isPartList(value: unknown): value is readonly Row[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const ids = new Set(value.map((part: unknown) => (isObject(part) ? part['id'] : undefined)));
  return ids.size === value.length && !ids.has(undefined);
}

function partOf(parts: readonly Row[], id: string): Row | undefined {
  return parts.find((part) => part.id === id);
}

/** The cells of a profile, which are compared one by one. */
function asCells(field: string, one: unknown, other: unknown): readonly [Fields, Fields] | null {
  return field === 'cells' && isObject(one) && isObject(other) ? [one, other] : null;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keysOfBoth(one: Fields, other: Fields): ReadonlySet<string> {
  return new Set([...Object.keys(one), ...Object.keys(other)]);
}

function picked(fields: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(fields, key)).map((key) => [key, fields[key]]));
}
