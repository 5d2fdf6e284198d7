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
];

/**
 * A stored row as the present version has it (or as version `to` had it); it is still to be checked against its schema.
 */
export function upgradeRow(table: RecordTable, row: unknown, fromVersion: number, to = schemaVersion): unknown {
  return upgradeSteps
    .slice(fromVersion - 1, to - 1)
    .reduce((upgraded, step) => step[table]?.(upgraded) ?? upgraded, row);
}

function isObject(row: unknown): row is object {
  return typeof row === 'object' && row !== null;
}
