import { isUuid } from '../domain/basics/uuid.ts';
import type { RowChange } from './history.ts';

/** The ids of records, and of parts in them, that were there before these changes and are not there after them. */
export function idsGone(changes: readonly RowChange[]): ReadonlySet<string> {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const change of changes) {
    collect(change.before, before);
    collect(change.after, after);
  }
  return new Set([...before].filter((id) => !after.has(id)));
}

function collect(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, one] of Object.entries(value)) {
    if (name === 'id' && typeof one === 'string' && isUuid(one)) ids.add(one);
    else collect(one, ids);
  }
}
