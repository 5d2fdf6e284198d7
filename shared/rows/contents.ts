import type { AttachmentRow } from './attachment.ts';
import type { HistoryEntry } from './history.ts';
import type { RecordLists } from './records.ts';

/** Everything that a workspace holds: the whole of what a person has put into Muster. */
export interface WorkspaceContents extends RecordLists {
  /** Given once, when the workspace is made, but for the name. `createdAt` is a UTC instant (ISO 8601). */
  readonly workspace: { readonly id: string; readonly name: string; readonly createdAt: string };
  readonly history: readonly HistoryEntry[];
  readonly attachments: readonly AttachmentRow[];
}
