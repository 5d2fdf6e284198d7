import type { WorkspaceRow } from '../db.ts';
import { useStoreQuery } from '../StoreContext.tsx';
import { plainLabel } from '../undo.ts';

export interface WorkspaceState {
  readonly workspace: WorkspaceRow;
  /** What undo and redo would act on, as a person reads it; `null` where there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** Changes made since the workspace was last saved to a file; all of them where it never was. */
  readonly unsavedChanges: number;
}

/** The state of the workspace as a whole, for the header and Home. */
export function useWorkspaceState(): WorkspaceState | undefined {
  return useStoreQuery(async ({ db }) => {
    const workspace = await db.workspace();
    if (workspace === undefined) return undefined;
    const { undoTop, redoTop, changes } = workspace.head;
    const [undoEntry, redoEntry] = await db.history.bulkGet([undoTop ?? 0, redoTop ?? 0]);
    return {
      workspace,
      undoLabel: undoEntry === undefined ? null : plainLabel(undoEntry),
      redoLabel: redoEntry === undefined ? null : plainLabel(redoEntry),
      unsavedChanges: changes - (workspace.lastSaved?.changes ?? 0),
    };
  }, []);
}

/** How many organisations there are, without reading them. */
export function useOrganisationCount(): number | undefined {
  return useStoreQuery(({ db }) => db.organisations.count(), []);
}
