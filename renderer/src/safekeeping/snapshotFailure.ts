import type { Failed } from '../../../shared/host/failed.ts';
import type { WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import type { Crashed } from '../workers/watchWorker.ts';
import type { Fill } from './fill.ts';

/** Why there is no newer backup. */
export type SnapshotFailure =
  | Failed
  /** It could not be opened again. */
  | { readonly kind: 'unsound'; readonly refusal: WorkspaceRefusal }
  | { readonly kind: 'tooLarge'; readonly fill: readonly Fill[] }
  | Crashed
  | { readonly kind: 'gone' };

/** Whether the next one will fail as well, unless somebody does something about it. */
export function isLasting({ kind }: SnapshotFailure): boolean {
  return kind !== 'failed';
}
