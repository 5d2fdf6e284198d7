import type { Organisation } from '../../../shared/domain/organisation.ts';
import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import type { HistoryEntry } from '../../../shared/rows/history.ts';
import { v7 as uuidv7 } from 'uuid';
import { schemaVersion } from '../../../shared/rows/schemaVersion.ts';
import type { HistoryHead, MusterDatabase, SavedFile } from './db.ts';

/** Everything a workspace holds: what a workspace file carries. */
export interface Contents {
  readonly workspace: { readonly id: string; readonly name: string; readonly createdAt: string };
  readonly organisations: readonly Organisation[];
  readonly history: readonly HistoryEntry[];
  readonly attachments: readonly AttachmentRow[];
}

/** Reads the whole workspace as it stood at one moment. `null` where the database holds none. */
export function readContents(db: MusterDatabase): Promise<(Contents & { readonly head: HistoryHead }) | null> {
  return db.transaction('r', [db.organisations, db.history, db.attachments, db.meta], async () => {
    const workspace = await db.workspace();
    if (workspace === undefined) return null;
    const { id, name, createdAt, head } = workspace;
    const organisations = await db.organisations.toArray();
    const history = await db.history.toArray();
    const attachments = await db.attachments.toArray();
    return {
      head,
      workspace: { id, name, createdAt },
      organisations,
      history: history.map(({ touched: _, ...entry }) => entry),
      attachments,
    };
  });
}

/**
 * Puts `contents` in the place of whatever the database holds, in one transaction: everything or nothing. The
 * history gains one entry that says so. Setting aside what was there is the caller's duty, before.
 */
export function replaceContents(
  db: MusterDatabase,
  contents: Contents,
  label: string,
  file: Pick<SavedFile, 'at' | 'name'> | null,
): Promise<void> {
  return db.transaction('rw', [db.organisations, db.history, db.attachments, db.meta], async () => {
    const before = await db.workspace();
    await Promise.all([db.organisations.clear(), db.history.clear(), db.attachments.clear()]);
    await db.organisations.bulkAdd([...contents.organisations]);
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
      id: uuidv7(),
      at: new Date().toISOString(),
      label,
      kind: 'fact',
      reverses: null,
      schemaVersion,
      changes: [],
      below: null,
    };
    await db.history.bulkAdd(
      [...contents.history, opened].map((entry) => ({ ...entry, touched: entry.changes.map((change) => change.id) })),
    );
    await db.meta.put({
      key: 'workspace',
      ...contents.workspace,
      head,
      replaced: before?.id ?? null,
      lastSaved: file === null ? null : { ...file, changes: head.changes },
    });
  });
}

/** The first workspace of this computer. The only other way to a workspace is to open a file. */
export function createWorkspace(db: MusterDatabase, workspace: Contents['workspace']): Promise<void> {
  return replaceContents(
    db,
    { workspace, organisations: [], history: [], attachments: [] },
    `Started the workspace “${workspace.name}”`,
    null,
  );
}
