import type { Failed } from '../../../shared/host/failed.ts';
import { crashFolders, type StoredFiles, type StoredFolder } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName } from '../../../shared/journal/fileNames.ts';
import { encodeLine, readSegment } from '../../../shared/journal/segment.ts';
import { noRecords } from '../../../shared/rows/records.ts';
import { eraseFrom } from '../../../shared/rows/personalData/erase.ts';
import { identify, type Person } from '../../../shared/rows/personalData/person.ts';
import { eraseFromWorkspaceFile } from '../../../shared/workspace/eraseFromWorkspaceFile.ts';
import { refusalSentence } from '../../../shared/workspace/refusal.ts';
import { joined } from './journal.ts';

/** A file that may still hold the person, and why. */
export interface LeftFile {
  readonly name: string;
  readonly why: string;
}

export interface ErasedFromFiles {
  readonly kind: 'erased';
  /** How many files were rewritten without the person. */
  readonly rewritten: number;
  readonly left: readonly LeftFile[];
}

const folderWords = {
  journal: 'The journal',
  snapshots: 'The backups on this computer',
  setAside: 'The workspaces that were set aside',
  secondSnapshots: 'The second folder',
} as const;

/** The folders with whole workspaces in them. */
const workspaceFolders = ['snapshots', 'setAside', 'secondSnapshots'] as const satisfies readonly StoredFolder[];

/**
 * Erases a person from what is kept outside the database: the journal, snapshots here and in the second folder, workspaces
 * that were set aside. Numbers and ids of entries stay, so that everything still fits together. To be done before the database:
 * what is cut short is then seen to be undone there, and is done again.
 */
export async function eraseFromFiles(
  files: StoredFiles,
  person: Person,
  chosen: ReadonlySet<string>,
): Promise<ErasedFromFiles> {
  const left: LeftFile[] = [];
  let rewritten = 0;
  const each = async (
    folder: keyof typeof folderWords,
    isOurs: (name: string) => boolean,
    scrub: (bytes: Uint8Array) => Promise<Uint8Array | string | null>,
  ): Promise<void> => {
    const listed = await files.listFiles(folder);
    if (listed.kind === 'failed') {
      // A second folder that was never chosen, or is not plugged in, is told of by whoever asks for this.
      const isToldOf = folder === 'secondSnapshots' || listed.reason === 'notFound';
      if (!isToldOf) left.push({ name: folderWords[folder], why: reasonOf(listed) });
      return;
    }
    for (const { name } of listed.files.filter((file) => isOurs(file.name))) {
      const outcome = await rewrite(files, folder, name, scrub);
      if (outcome === true) rewritten += 1;
      else if (outcome !== false) left.push({ name, why: outcome });
    }
  };
  await each(
    'journal',
    (name) => parseSegmentName(name) !== null,
    (bytes) => Promise.resolve(scrubPiece(bytes, person, chosen)),
  );
  for (const folder of workspaceFolders) {
    await each(
      folder,
      (name) => name.endsWith('.muster'),
      async (bytes) => {
        const scrubbed = await eraseFromWorkspaceFile(bytes, person, chosen);
        return scrubbed.ok ? scrubbed.value : refusalSentence(scrubbed.error).what;
      },
    );
  }
  left.push(...(await removeCrashFiles(files)));
  return { kind: 'erased', rewritten, left };
}

/** What is left of crashes cannot be rewritten without the person, so that it goes as a whole. Those that could not be removed. */
export async function removeCrashFiles(files: StoredFiles): Promise<readonly LeftFile[]> {
  const left: LeftFile[] = [];
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

/** Puts what `scrub` makes of a file in its place. Whether the person was in it, or why it could not be done. */
async function rewrite(
  files: StoredFiles,
  folder: StoredFolder,
  name: string,
  scrub: (bytes: Uint8Array) => Promise<Uint8Array | string | null>,
): Promise<boolean | string> {
  const read = await files.readFile(folder, name, 0);
  if (read.kind === 'failed') return reasonOf(read);
  const scrubbed = await scrub(read.bytes);
  if (scrubbed === null) return false;
  if (typeof scrubbed === 'string') return scrubbed;
  const written = await files.writeFile(folder, name, scrubbed, 'replace');
  return written.kind === 'failed' ? reasonOf(written) : true;
}

/**
 * A piece of the journal without the person. Torn lines, which nothing reads, are left out with them.
 * An entry that is added meanwhile is in the database, and goes to the journal again.
 */
function scrubPiece(bytes: Uint8Array, person: Person, chosen: ReadonlySet<string>): Uint8Array | string | null {
  const read = readSegment(bytes);
  if (!read.ok) return 'This piece of the journal cannot be read.';
  const { header, lines: chained, beyond } = read.value;
  if (header === null) return 'The beginning of this piece of the journal cannot be read.';
  const lines = [...chained, ...beyond];
  const history = lines.map(({ entry }) => entry);
  const known = identify(person.subject, { ...noRecords, history }, person);
  const erased = eraseFrom({ ...noRecords, history }, known, chosen);
  if (erased.entries.length === 0) return null;
  const scrubbed = lines.map((line, at) =>
    Object.assign({}, line, { entry: erased.contents.history[at] ?? line.entry }),
  );
  return joined([header, ...scrubbed].map(encodeLine));
}

function reasonOf({ reason, detail }: Failed): string {
  return reason === 'diskFull' ? 'the disk is full' : detail;
}
