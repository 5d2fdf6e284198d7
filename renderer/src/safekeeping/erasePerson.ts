import { crashFolders, type StoredFiles } from '../../../shared/host/storedFiles.ts';
import { encodeLine } from '../../../shared/journal/segment.ts';
import { noRecords } from '../../../shared/rows/records.ts';
import { eraseFrom, type FoundPlace, placesOf } from '../../../shared/rows/personalData/erase.ts';
import { identify, type Person } from '../../../shared/rows/personalData/person.ts';
import { eraseFromWorkspaceFile } from '../../../shared/workspace/eraseFromWorkspaceFile.ts';
import { refusalSentence } from '../../../shared/workspace/refusal.ts';
import { joined } from './journal.ts';
import { folderWords, keptFiles, keptFolders, orWhy, readPiece, reasonOf, type UnreachedFile } from './keptFiles.ts';

/** A file that may still hold the person: it could not be dealt with, or they are named in places that nobody looked at. */
export type LeftFile = UnreachedFile | { readonly name: string; readonly places: readonly FoundPlace[] };

export interface ErasedFromFiles {
  readonly kind: 'erased';
  /** How many files were rewritten without the person. */
  readonly rewritten: number;
  readonly left: readonly LeftFile[];
}

/**
 * Erases a person from what is kept outside the database: the journal, snapshots here and in the second folder, workspaces
 * that were set aside. Numbers and ids of entries stay, so that everything still fits together. To be done before the database:
 * what is cut short is then seen to be undone there, and is done again. `chosen` and `kept`: the keys of places that somebody looked at,
 * and found to be about this person or not (`placesOf`).
 */
export async function eraseFromFiles(
  files: StoredFiles,
  person: Person,
  chosen: ReadonlySet<string>,
  kept: ReadonlySet<string> = new Set(),
): Promise<ErasedFromFiles> {
  const left: LeftFile[] = [];
  let rewritten = 0;
  for await (const { folder, name, bytes } of keptFiles(files, left)) {
    const outcome = await orWhy(async () => {
      const scrubbed =
        folder === 'journal' ? scrubPiece(bytes, person, chosen) : await scrubFile(bytes, person, chosen);
      if (typeof scrubbed === 'string') return scrubbed;
      const places = scrubbed.places.filter(({ key }) => !kept.has(key));
      if (places.length > 0) left.push({ name, places });
      if (scrubbed.bytes === null) return null;
      const written = await files.writeFile(folder, name, scrubbed.bytes, 'replace');
      if (written.kind === 'written') rewritten += 1;
      return written.kind === 'failed' ? reasonOf(written) : null;
    });
    if (outcome !== null) left.push({ name, why: outcome });
  }
  for (const folder of keptFolders) {
    // No list shows them. Whoever asks for this lets nobody write there.
    const removed = await files.removeHalfWritten(folder);
    if (removed.kind === 'failed' && removed.reason !== 'notFound')
      left.push({ name: folderWords[folder], why: reasonOf(removed) });
  }
  left.push(...(await removeCrashFiles(files)));
  return { kind: 'erased', rewritten, left };
}

/** What is left of crashes cannot be rewritten without the person, so that it goes as a whole. Those that could not be removed. */
export async function removeCrashFiles(files: StoredFiles): Promise<readonly UnreachedFile[]> {
  const left: UnreachedFile[] = [];
  for (const folder of crashFolders) {
    const listed = await files.listFiles(folder);
    if (listed.kind === 'failed') {
      if (listed.reason !== 'notFound') left.push({ name: 'What is left of crashes', why: reasonOf(listed) });
      continue;
    }
    for (const { name } of listed.files) {
      const removed = await files.removeFile(folder, name);
      if (removed.kind === 'failed') left.push({ name, why: reasonOf(removed) });
    }
  }
  return left;
}

/** A file without the person, and where they are still named; `bytes` is `null` where it stays as it is. Otherwise why it cannot be done. */
type Scrubbed = { readonly bytes: Uint8Array | null; readonly places: readonly FoundPlace[] } | string;

async function scrubFile(bytes: Uint8Array, person: Person, chosen: ReadonlySet<string>): Promise<Scrubbed> {
  const scrubbed = await eraseFromWorkspaceFile(bytes, person, chosen);
  return scrubbed.ok ? scrubbed.value : refusalSentence(scrubbed.error).what;
}

/**
 * A piece of the journal without the person. Torn lines, which nothing reads, are left out with them.
 * An entry that is added meanwhile is in the database, and goes to the journal again.
 */
function scrubPiece(bytes: Uint8Array, person: Person, chosen: ReadonlySet<string>): Scrubbed {
  const piece = readPiece(bytes);
  if (typeof piece === 'string') return piece;
  const { header, lines } = piece;
  const contents = { ...noRecords, history: lines.map(({ entry }) => entry) };
  const known = identify(person.subject, contents, person);
  const erased = eraseFrom(contents, known, chosen);
  const places = placesOf(erased.contents, known);
  if (erased.entries.length === 0) return { bytes: null, places };
  const scrubbed = lines.map((line, at) =>
    Object.assign({}, line, { entry: erased.contents.history[at] ?? line.entry }),
  );
  return { bytes: joined([header, ...scrubbed].map(encodeLine)), places };
}
