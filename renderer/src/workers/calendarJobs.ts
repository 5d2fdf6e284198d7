import type { WorkspacePlace } from '../store/store.ts';

/** Makes a calendar file of the tenders of a workspace. */
export interface CalendarJob {
  readonly place: WorkspacePlace;
  /** Which tenders; `null` for all of them. */
  readonly tenderIds: readonly string[] | null;
  /** The name under which a calendar shows it. */
  readonly name: string;
  readonly stamp: Date;
}

export type CalendarAnswer =
  { readonly kind: 'made'; readonly bytes: Uint8Array; readonly dates: number } | { readonly kind: 'gone' };
