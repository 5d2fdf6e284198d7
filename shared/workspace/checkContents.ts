import { ok, type Result } from '../domain/basics/result.ts';
import type { WorkspaceContents } from '../rows/contents.ts';
import { recordTables } from '../rows/records.ts';
import { schemaVersion } from '../rows/schemaVersion.ts';
import { ReferenceCheck } from './checkReferences.ts';
import { checkHistory, checkRecords } from './checkTables.ts';
import type { WorkspaceRefusal } from './refusal.ts';

/**
 * Puts what is in memory through every check that the contents of a file go through, and answers with the first reason why
 * it is not sound. `attachments`: the SHA-256 of each that is kept.
 */
export function checkContents(
  { history, ...records }: Omit<WorkspaceContents, 'workspace' | 'attachments'>,
  attachments: ReadonlySet<string>,
): WorkspaceRefusal | null {
  const references = new ReferenceCheck();
  for (const table of recordTables) {
    const checked = checkRecords(table, asRead(records[table]), schemaVersion, (row, line) =>
      references.note(table, row, line),
    );
    if (!checked.ok) return checked.error;
  }
  const checked = checkHistory(asRead(history), schemaVersion, () => undefined);
  return checked.ok ? references.firstProblem(attachments) : checked.error;
}

function* asRead(rows: readonly unknown[]): Generator<Result<unknown, WorkspaceRefusal>> {
  for (const row of rows) yield ok(row);
}
