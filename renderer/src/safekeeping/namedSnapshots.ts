import { parseSnapshotName, type SnapshotName } from '../../../shared/journal/fileNames.ts';

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
