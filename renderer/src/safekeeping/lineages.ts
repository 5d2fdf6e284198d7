import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName, parseSnapshotName } from '../../../shared/journal/fileNames.ts';
import { newLineage } from '../store/newId.ts';

/**
 * Names a history that begins now: after every one that is kept outside the database, and after `before`, so that what is newest
 * can be told by the names alone.
 */
export async function nextLineage(files: StoredFiles, before: readonly string[]): Promise<string> {
  const listed = await Promise.all(
    (['journal', 'snapshots', 'secondSnapshots'] as const).map((folder) => files.listFiles(folder)),
  );
  const names = listed.flatMap((one) => (one.kind === 'listed' ? one.files.map(({ name }) => name) : []));
  const kept = names.flatMap((name) => (parseSegmentName(name) ?? parseSnapshotName(name))?.lineage ?? []);
  return newLineage([...kept, ...before]);
}
