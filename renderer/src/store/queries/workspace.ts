import { type RecordTable, recordTables } from '../../../../shared/rows/records.ts';
import type { MusterDatabase, WorkspaceRow } from '../db.ts';
import type { Store } from '../store.ts';
import { useStoreQuery } from '../StoreContext.tsx';
import { plainLabel } from '../undo.ts';

export interface WorkspaceState {
  readonly workspace: WorkspaceRow;
  /** What undo and redo would act on, as a person reads it; `null` where there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** Changes made since the workspace was last saved to a file; all of them where it never was. */
  readonly unsavedChanges: number;
  /** Whether there is any organisation at all, which is quicker to know than how many. */
  readonly hasOrganisations: boolean;
}

/** The state of the workspace as a whole, for the header and Home; `first` until it is to be followed and has been read again. */
export function useWorkspaceState(first: WorkspaceState | undefined, isFollowed: boolean): WorkspaceState | undefined {
  return useStoreQuery(
    (store) => (isFollowed ? readWorkspaceState(store) : Promise.resolve(first)),
    [isFollowed],
    first,
  );
}

export function readWorkspaceState({ db }: Store): Promise<WorkspaceState | undefined> {
  return db.transaction('r', [db.meta, db.history, db.organisations], () => stateIn(db));
}

async function stateIn(db: MusterDatabase): Promise<WorkspaceState | undefined> {
  const [workspace, hasOrganisations] = await Promise.all([db.workspace(), holdsAny(db, 'organisations')]);
  if (workspace === undefined) return undefined;
  const { undoTop, redoTop, changes } = workspace.head;
  const [undoEntry, redoEntry] = await db.history.bulkGet([undoTop ?? 0, redoTop ?? 0]);
  return {
    workspace,
    undoLabel: undoEntry === undefined ? null : plainLabel(undoEntry),
    redoLabel: redoEntry === undefined ? null : plainLabel(redoEntry),
    unsavedChanges: changes - (workspace.lastSaved?.changes ?? 0),
    hasOrganisations,
  };
}

/** Whether nothing was ever done in this workspace, so that nothing is lost when another takes its place. */
export async function holdsNothing({ db }: Store): Promise<boolean> {
  if ((await db.workspace())?.head.changes !== 0) return false;
  return !(await Promise.all(recordTables.map((table) => holdsAny(db, table)))).includes(true);
}

async function holdsAny(db: MusterDatabase, table: RecordTable): Promise<boolean> {
  return (await db.table(table).limit(1).primaryKeys()).length > 0;
}
