import type { StoredFiles } from '../../../../shared/host/storedFiles.ts';

/** The files, and which of them was read last: where a worker ends without a word, that is the one it ended over. */
export function watchReads(files: StoredFiles): { readonly files: StoredFiles; readonly last: () => string | null } {
  let last: string | null = null;
  return {
    files: {
      ...files,
      readFile: (folder, name, from, most) => {
        last = name;
        return files.readFile(folder, name, from, most);
      },
    },
    last: () => last,
  };
}
