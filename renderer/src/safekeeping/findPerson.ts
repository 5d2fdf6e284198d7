import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName } from '../../../shared/journal/fileNames.ts';
import type { HistoryEntry } from '../../../shared/rows/history.ts';
import { noRecords } from '../../../shared/rows/records.ts';
import { type Erasable, type FoundPlace, placesOf } from '../../../shared/rows/personalData/erase.ts';
import { identify, type Person } from '../../../shared/rows/personalData/person.ts';
import { readWorkspace } from '../../../shared/workspace/readWorkspace.ts';
import { refusalSentence } from '../../../shared/workspace/refusal.ts';
import { keptFiles, orWhy, readPiece, type UnreachedFile } from './keptFiles.ts';

export interface FoundInFiles {
  readonly kind: 'found';
  /** With every name, address and number under which the files know the person. */
  readonly person: Person;
  readonly places: readonly FoundPlace[];
  /** What could not be looked into. */
  readonly left: readonly UnreachedFile[];
}

/**
 * Every place where a person is named outside the database: what is open may have left out what another lineage or a workspace that
 * was set aside still holds. Nothing is changed.
 */
export async function findInFiles(files: StoredFiles, person: Person): Promise<FoundInFiles> {
  for (let known = person; ;) {
    let now = known;
    const places = new Map<string, FoundPlace>();
    const left: UnreachedFile[] = [];
    const look = (contents: Erasable): void => {
      now = identify(person.subject, contents, now);
      for (const place of placesOf(contents, now)) {
        if (places.get(place.key)?.certain !== true) places.set(place.key, place);
      }
    };
    await eachContents(files, left, look);
    if (extent(now) === extent(known)) return { kind: 'found', person: now, places: [...places.values()], left };
    // A name that the last file gave may stand in the first.
    known = now;
  }
}

/** Calls `look` with each workspace file, and with all that there is of each journal: a value may have stood from one piece to the next. */
async function eachContents(
  files: StoredFiles,
  left: UnreachedFile[],
  look: (contents: Erasable) => void,
): Promise<void> {
  const journals = new Map<string, HistoryEntry[]>();
  for await (const { folder, name, bytes } of keptFiles(files, left)) {
    const why = await orWhy(async () => {
      if (folder === 'journal') {
        const piece = readPiece(bytes);
        if (typeof piece === 'string') return piece;
        const lineage = parseSegmentName(name)?.lineage ?? '';
        journals.set(lineage, [...(journals.get(lineage) ?? []), ...piece.lines.map(({ entry }) => entry)]);
        return null;
      }
      const read = await readWorkspace(bytes, { keptApart: () => Promise.resolve(null) });
      if (!read.ok) return refusalSentence(read.error).what;
      look(read.value);
      return null;
    });
    if (why !== null) left.push({ name, why });
  }
  for (const history of journals.values()) look({ ...noRecords, history: history.toSorted((a, b) => a.seq - b.seq) });
}

/** How much is known of a person: it only ever becomes more. */
function extent({ names, typedNames, emails, phones, ledBids, typedSignatures }: Person): number {
  return names.length + typedNames.length + emails.length + phones.length + ledBids.size + typedSignatures.size;
}
