import type { StoredFiles } from '../../../shared/host/storedFiles.ts';

/**
 * The same files, where the two folders that a start compares the database with are being listed already: what they hold is
 * known by the time the database is open. What is asked for later is looked up anew.
 */
export function listedAhead(files: StoredFiles): StoredFiles {
  const ahead = new Map(
    (['journal', 'snapshots'] as const).map((folder) => [folder as string, files.listFiles(folder)]),
  );
  return {
    ...files,
    listFiles: (folder) => {
      const listed = ahead.get(folder);
      ahead.delete(folder);
      return listed ?? files.listFiles(folder);
    },
  };
}
