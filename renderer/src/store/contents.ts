import { newId } from './newId.ts';
import type { WorkspaceContents } from '../../../shared/rows/contents.ts';
import type { HistoryEntry } from '../../../shared/rows/history.ts';
import { noRecords, recordLists, recordTables } from '../../../shared/rows/records.ts';
import { schemaVersion } from '../../../shared/rows/schemaVersion.ts';
import { type HistoryHead, type MusterDatabase, plainEntry, type SavedFile, storedEntry } from './db.ts';
import { summariseRows } from './summaries.ts';

/** Reads the whole workspace as it stood at one moment. `null` where the database holds none. */
export function readContents(db: MusterDatabase): Promise<(WorkspaceContents & { readonly head: HistoryHead }) | null> {
  return db.transaction('r', db.tables, async () => {
    const workspace = await db.workspace();
    if (workspace === undefined) return null;
    const { id, name, createdAt, head } = workspace;
    const rows = new Map<string, readonly unknown[]>();
    for (const table of recordTables) rows.set(table, await db.table(table).toArray());
    const history = await db.history.toArray();
    const attachments = await db.attachments.toArray();
    return {
      head,
      workspace: { id, name, createdAt },
      ...recordLists((table) => rows.get(table) ?? []),
      history: history.map(plainEntry),
      attachments,
    };
  });
}

/**
 * Puts `contents` in the place of whatever the database holds, in one transaction: everything or nothing. The
 * history gains one entry that says so. Setting aside what was there is the caller's duty, before; `setAsideUpTo` is
 * the newest history entry that was set aside, and where the database has moved on since, nothing is replaced: `false`.
 */
export function replaceContents(
  db: MusterDatabase,
  contents: WorkspaceContents,
  label: string,
  file: Pick<SavedFile, 'at' | 'name'> | null,
  setAsideUpTo: number | null,
): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    const before = await db.workspace();
    if ((before?.head.seq ?? null) !== setAsideUpTo) return false;
    await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()));
    for (const table of recordTables) {
      await db.table(table).bulkAdd([...contents[table]]);
      const ids = contents[table].map(({ id }) => id);
      await summariseRows(db, table, ids);
    }
    await db.attachments.bulkAdd([...contents.attachments]);
    const last = contents.history.at(-1);
    const head: HistoryHead = {
      seq: (last?.seq ?? 0) + 1,
      undoTop: last?.undoTop ?? null,
      redoTop: last?.redoTop ?? null,
      changes: contents.history.filter((entry) => entry.kind !== 'fact').length,
    };
    const opened: HistoryEntry = {
      seq: head.seq,
      undoTop: head.undoTop,
      redoTop: head.redoTop,
      id: newId(),
      at: new Date().toISOString(),
      label,
      kind: 'fact',
      reverses: null,
      schemaVersion,
      changes: [],
      below: null,
    };
    await db.history.bulkAdd([...contents.history, opened].map(storedEntry));
    await db.meta.put({
      key: 'workspace',
      ...contents.workspace,
      head,
      replaced: before?.id ?? null,
      lastSaved: file === null ? null : { ...file, changes: head.changes, confirmed: true },
    });
    return true;
  });
}

/** The first workspace of this computer. The only other way to a workspace is to open a file. */
export function createWorkspace(db: MusterDatabase, workspace: WorkspaceContents['workspace']): Promise<boolean> {
  return replaceContents(
    db,
    { ...noRecords, workspace, history: [], attachments: [] },
    `Started the workspace “${workspace.name}”`,
    null,
    null,
  );
}
