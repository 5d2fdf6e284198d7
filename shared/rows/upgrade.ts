import type { RecordTable } from './records.ts';
import { schemaVersion } from './schemaVersion.ts';

/**
 * What turns a row of one version into one of the next. A history entry holds only the fields that a command changed, and
 * goes through the same steps: a step leaves alone what it does not find.
 */
type RowStep = (row: unknown) => unknown;

/**
 * The steps by version: the first from 1 to 2, and so on; one for every released version, pure, with the tables whose rows
 * changed their shape. The database and the workspace file go through the same steps.
 */
export const upgradeSteps: readonly Readonly<Partial<Record<RecordTable, RowStep>>>[] = [
  // 2 brought tenders, bids and capabilities, and left organisations as they were.
  {},
  // 3 brought the documents of a tender. No command changes both of these fields: only whole rows have them.
  {
    tenders: (row) =>
      isObject(row) && Object.hasOwn(row, 'ocid') && Object.hasOwn(row, 'documentsWithNotice')
        ? { documents: [], ...row }
        : row,
  },
  // 4 brought clarification questions, decisions at gates and the turnover that a condition asks for.
  { bids: bidOfFour },
];

/**
 * A stored row as the present version has it (or as version `to` had it); it is still to be checked against its schema.
 */
export function upgradeRow(table: RecordTable, row: unknown, fromVersion: number, to = schemaVersion): unknown {
  return upgradeSteps
    .slice(fromVersion - 1, to - 1)
    .reduce((upgraded, step) => step[table]?.(upgraded) ?? upgraded, row);
}

/** A whole bid gets the two lists; its conditions, which a command may have changed alone, get their new fields wherever they are. */
function bidOfFour(row: unknown): unknown {
  if (!isObject(row)) return row;
  const lists =
    Object.hasOwn(row, 'tenderId') && Object.hasOwn(row, 'questions') ? { clarifications: [], decisions: [] } : {};
  const { conditions }: { readonly conditions?: unknown } = row;
  return Array.isArray(conditions)
    ? { ...lists, ...row, conditions: conditions.map(conditionOfFour) }
    : { ...lists, ...row };
}

/** Who entered that members meet it combined, and when, had been told to leave that open where the documents do not say. */
function conditionOfFour(condition: unknown): unknown {
  if (!isObject(condition)) return condition;
  const { kind, metBy, state }: { readonly kind?: unknown; readonly metBy?: unknown; readonly state?: unknown } =
    condition;
  const combined = isObject(metBy) && 'kind' in metBy && metBy.kind === 'combined';
  const settled = kind === 'economic' && combined && state !== 'unknown';
  return { turnover: null, combining: settled ? 'accepted' : 'unknown', ...condition };
}

function isObject(row: unknown): row is object {
  return typeof row === 'object' && row !== null;
}
