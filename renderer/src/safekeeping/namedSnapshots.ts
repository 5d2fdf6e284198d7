import { parseSnapshotName, type SnapshotName } from '../../../shared/journal/fileNames.ts';

/**
 * Held alone by the window that takes a snapshot and removes what is no longer needed, or by one that must not have any taken
 * meanwhile; shared by those who read what is kept.
 */
export const snapshotLock = 'muster:snapshot';

/** A snapshot and the name of its file. */
export type NamedSnapshot = SnapshotName & { readonly name: string; readonly bytes: number };

export function namedSnapshots(
  files: readonly { readonly name: string; readonly bytes: number }[],
): readonly NamedSnapshot[] {
  return files.flatMap(({ name, bytes }) => {
    const parsed = parseSnapshotName(name);
    return parsed === null ? [] : { ...parsed, name, bytes };
  });
}
