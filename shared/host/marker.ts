import { err, ok, type Result } from '../domain/basics/result.ts';
import type { WorkspaceMarker } from './host.ts';

/** Whether a value can be an id or a database name in a marker: 1 to 200 characters. */
export function isMarkerName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200;
}

/**
 * Reads a marker that was stored; the error says which field is wrong, never what it holds. By hand and not by the
 * validator, because every start waits for it.
 */
export function parseMarker(stored: unknown): Result<WorkspaceMarker, string> {
  if (typeof stored !== 'object' || stored === null) return err('not an object');
  const { workspaceId, database, ...rest }: Readonly<Record<string, unknown>> = { ...stored };
  if (!isMarkerName(workspaceId)) return err('workspaceId');
  if (!isMarkerName(database)) return err('database');
  const [stranger] = Object.keys(rest);
  return stranger === undefined ? ok({ workspaceId, database }) : err(stranger);
}
