import type { Failed } from '../../../shared/host/failed.ts';
import type { WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import type { Fill } from './fill.ts';

/** Why there is no newer backup. */
export type SnapshotFailure =
  | Failed
  /** It could not be opened again. */
  | { readonly kind: 'unsound'; readonly refusal: WorkspaceRefusal }
  | { readonly kind: 'tooLarge'; readonly fill: readonly Fill[] }
  /** What worked at it ended, or was not heard of for so long that nothing is to be expected of it. */
  | { readonly kind: 'crashed'; readonly detail: string }
  | { readonly kind: 'gone' };

/** Whether the next one will fail as well, unless somebody does something about it. */
export function isLasting({ kind }: SnapshotFailure): boolean {
  return kind !== 'failed';
}
