import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName } from '../../../shared/journal/fileNames.ts';
import { type JournalLine, linesAfter, newerSegment, type ReadSegment } from '../../../shared/journal/segment.ts';
import { err, ok, type Result } from '../../../shared/domain/basics/result.ts';
import { tableOf } from '../../../shared/domain/basics/tableOf.ts';
import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import type { WorkspaceContents } from '../../../shared/rows/contents.ts';
import { noRecords, type RecordTable, recordTables } from '../../../shared/rows/records.ts';
import { checkContents } from '../../../shared/workspace/checkContents.ts';
import { peekManifest, readWorkspace } from '../../../shared/workspace/readWorkspace.ts';
import { type RefusalSentence, refusalSentence, type WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import { replayed } from '../store/replay.ts';
import { startBytes } from './journal.ts';
import { keptAttachments, keptBytes } from './keptAttachments.ts';
import { journalNames, listedIn, noPieces, type Pieces, piecesOf } from './keptPieces.ts';
import { type NamedSnapshot, namedSnapshots } from './namedSnapshots.ts';

/** A state of a workspace that can be brought back from what is kept outside the database. */
export interface KeptState {
  readonly lineage: string;
  readonly workspaceName: string;
  /** The snapshot it starts from; `null` for a workspace whose journal reaches back to its beginning. */
  readonly snapshot: string | null;
  /** Where the snapshot lies: in the data of this installation, or in the folder that the person chose. */
  readonly place: KeptPlace;
  /** The last entry that it holds, and when that was made (a UTC instant). */
  readonly seq: number;
  readonly at: string;
  /** How many of them come from the journal. */
  readonly fromJournal: number;
  readonly counts: Readonly<Record<RecordTable, number>>;
  /** Why the changes that follow are not among them: what is wrong with the first that cannot be read. */
  readonly broken?: RefusalSentence;
}

export type KeptPlace = 'own' | 'second';

/** A kept state as a whole. `missing`: attached files that are no longer kept anywhere. */
export interface Kept extends WorkspaceContents {
  readonly missing: readonly string[];
}

/**
 * What can be brought back, the newest first: whole lineages in the order in which they began, which their names tell, and in
 * each by the number of the last entry. No clock is asked. A snapshot
 * that does not say what it is, is passed over for the next older one: whether a snapshot is sound in full is found out when it
 * is used. What is kept beyond the furthest that can be reached is told by `broken`: it must not pass for whole.
 */
export async function keptStates(
  files: StoredFiles,
  place: KeptPlace,
  isWanted: (lineage: string) => boolean = () => true,
): Promise<readonly KeptState[]> {
  const journals = await journalNames(files);
  const snapshots = await snapshotsIn(files, place);
  const states: KeptState[] = [];
  // The journal also leads on from a copy; alone it is offered once.
  const alone = place === 'own' ? journals.keys() : [];
  for (const lineage of new Set([...snapshots.map((snapshot) => snapshot.lineage), ...alone])) {
    if (!isWanted(lineage)) continue;
    const newestFirst = snapshots.filter((one) => one.lineage === lineage).toSorted((a, b) => b.seq - a.seq);
    const newest = await orNull(async () =>
      newestState(files, lineage, place, newestFirst, await piecesOf(files, journals.get(lineage) ?? [])),
    );
    if (newest !== null) states.push(newest);
    for (const snapshot of newestFirst) {
      if (snapshot.name === newest?.snapshot && newest.fromJournal === 0) continue;
      const state = await orNull(() => snapshotState(files, snapshot, place));
      if (state !== null) states.push(state);
    }
  }
  return states.toSorted(
    (a, b) => compareTexts(b.lineage, a.lineage) || b.seq - a.seq || b.fromJournal - a.fromJournal,
  );
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The furthest that a lineage can be followed: from the newest snapshot that reads back whole, on through the journal. */
async function newestState(
  files: StoredFiles,
  lineage: string,
  place: KeptPlace,
  newestFirst: readonly NamedSnapshot[],
  { segments, reach, unread }: Pieces,
): Promise<KeptState | null> {
  const named = newestFirst[0]?.seq ?? 0;
  let furthest: KeptState | null = null;
  for (const snapshot of place === 'own' ? [...newestFirst, null] : newestFirst) {
    const kept = await read(files, place, snapshot?.name ?? null, segments);
    if (!kept.ok) continue;
    const { contents, lines, savedAt, broken } = kept.value;
    const last = lines.at(-1)?.entry.at ?? savedAt;
    if (contents.history.length === 0 || last === null) continue;
    const state: KeptState = {
      lineage,
      workspaceName: contents.workspace.name,
      snapshot: snapshot?.name ?? null,
      place,
      seq: contents.history.length,
      at: last,
      fromJournal: lines.length,
      ...(broken === null ? {} : { broken }),
      counts: tableOf(recordTables, (table) => contents[table].length),
    };
    if (broken === null && unread === null && state.seq >= Math.max(reach, named)) return state;
    // An older snapshot may lead further.
    if (state.seq > (furthest?.seq ?? 0)) furthest = state;
  }
  if (furthest === null || furthest.broken !== undefined) return furthest;
  return { ...furthest, broken: outOfReach(furthest.seq, Math.max(reach, named), unread) };
}

/** Why what is kept after the entry `seq` is not in what is brought back. */
function outOfReach(seq: number, reach: number, unread: string | null): RefusalSentence {
  const which =
    reach > seq ? (reach === seq + 1 ? `Change ${reach}` : `Changes ${seq + 1} to ${reach}`) : 'More changes';
  const why = unread === null ? 'what leads to them is damaged' : `the end of the journal cannot be read (${unread})`;
  return {
    what: `${which} may be kept here, but ${why}.`,
    safe: 'Nothing was removed.',
    next: 'Close other programs that may hold the files, look again, and keep a copy of the folder.',
  };
}

async function snapshotState(
  files: StoredFiles,
  { name, lineage, seq }: NamedSnapshot,
  place: KeptPlace,
): Promise<KeptState | null> {
  const file = await files.readFile(folderOf(place), name, 0);
  if (file.kind === 'failed') return null;
  const manifest = peekManifest(file.bytes);
  if (!manifest.ok) return null;
  const { workspace, savedAt, tables } = manifest.value;
  return {
    lineage,
    workspaceName: workspace.name,
    snapshot: name,
    place,
    seq,
    at: savedAt,
    fromJournal: 0,
    counts: tableOf(recordTables, (table) => tables[table] ?? 0),
  };
}

/** Reads a kept state whole, with the files attached to it, through every check that a workspace file goes through. */
export async function readKept(
  files: StoredFiles,
  {
    lineage,
    snapshot,
    place,
    fromJournal,
    seq,
  }: Pick<KeptState, 'lineage' | 'snapshot' | 'place' | 'fromJournal' | 'seq'>,
): Promise<Result<Kept, RefusalSentence>> {
  const names = fromJournal > 0 ? ((await journalNames(files)).get(lineage) ?? []) : [];
  const { segments } = names.length === 0 ? noPieces : await piecesOf(files, names);
  const kept = await read(files, place, snapshot, segments, seq);
  if (!kept.ok) return kept;
  const { contents, missing, lines } = kept.value;
  if (contents.history.length !== seq) return err(isShort(seq, contents.history.length));
  const wanted = new Map(lines.flatMap((line) => line.attachments).map((one) => [one.sha256, one]));
  for (const { sha256 } of contents.attachments) wanted.delete(sha256);
  const added = await keptAttachments(files, [...wanted.values()]);
  const found = new Set(added.map(({ sha256 }) => sha256));
  const lost = [...wanted.keys()].filter((sha256) => !found.has(sha256));
  return ok({ ...contents, attachments: [...contents.attachments, ...added], missing: [...missing, ...lost] });
}

interface Read {
  readonly contents: WorkspaceContents;
  readonly missing: readonly string[];
  readonly lines: readonly JournalLine[];
  readonly savedAt: string | null;
  readonly broken: RefusalSentence | null;
}

/** `upTo`: the last entry that is wanted. */
async function read(
  files: StoredFiles,
  place: KeptPlace,
  snapshot: string | null,
  segments: readonly ReadSegment[],
  upTo = Infinity,
): Promise<Result<Read, RefusalSentence>> {
  const base = snapshot === null ? fromNothing(segments) : await fromSnapshot(files, place, snapshot);
  if (!base.ok) return base;
  const { contents, missing, savedAt } = base.value;
  const last = contents.history.at(-1);
  const lines = linesAfter(segments, { seq: last?.seq ?? 0, id: last?.id ?? null }).filter(
    ({ entry }) => entry.seq <= upTo,
  );
  if (lines.length === 0) return ok({ contents, missing, lines, savedAt, broken: null });
  const carryOn = (some: readonly JournalLine[]) => wentOn(contents, missing, some);
  const whole = carryOn(lines);
  if (whole.ok) return ok({ contents: whole.value, missing, lines, savedAt, broken: null });
  // What the first unreadable entry broke stays broken, as the history goes on holding it: those before it are worth having.
  let [good, bad] = [0, lines.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (carryOn(lines.slice(0, middle)).ok) good = middle;
    else bad = middle;
  }
  const sound = lines.slice(0, good);
  const reached = carryOn(sound);
  return reached.ok ? ok({ contents: reached.value, missing, lines: sound, savedAt, broken: whole.error }) : reached;
}

/**
 * What the journal makes of a workspace, through the checks that a file goes through, since a checksum only vouches for the
 * bytes. Attached files that are `missing` are no reason to leave out what was changed later.
 */
function wentOn(
  contents: WorkspaceContents,
  missing: readonly string[],
  lines: readonly JournalLine[],
): Result<WorkspaceContents, RefusalSentence> {
  if (lines.length === 0) return ok(contents);
  const whole = replayed(
    contents,
    lines.map(({ entry }) => entry),
  );
  if (whole === null) return err(doesNotFit);
  const named = [...contents.attachments, ...lines.flatMap((line) => line.attachments)];
  const refusal = checkContents(whole, new Set([...named.map(({ sha256 }) => sha256), ...missing]));
  return refusal === null ? ok({ ...contents, ...whole }) : err(refusalSentence(refusal));
}

type Base = Omit<Read, 'lines' | 'broken'>;

async function fromSnapshot(
  files: StoredFiles,
  place: KeptPlace,
  name: string,
): Promise<Result<Base, RefusalSentence>> {
  const file = await files.readFile(folderOf(place), name, 0);
  if (file.kind === 'failed') return err({ ...doesNotFit, what: 'The snapshot is no longer there.' });
  const read = await readWorkspace(file.bytes, {
    keptApart: (sha256) =>
      keptBytes(
        files,
        place === 'own' ? ['attachments', 'secondAttachments'] : ['secondAttachments', 'attachments'],
        sha256,
      ),
  });
  if (!read.ok) return err(refusalSentence(read.error));
  const { manifest, missingApart, ...contents } = read.value;
  return ok({ contents, missing: missingApart, savedAt: manifest.savedAt });
}

/** A workspace that was just started: its journal is all there is of it. */
function fromNothing(segments: readonly ReadSegment[]): Result<Base, RefusalSentence> {
  const first = segments.flatMap(({ header }) => header ?? []).find(({ base }) => base.seq === 0);
  if (first === undefined) return err(doesNotFit);
  const attachments: readonly AttachmentRow[] = [];
  const contents = { ...noRecords, workspace: first.workspace, history: [], attachments };
  return ok({ contents, missing: [], savedAt: null });
}

function isShort(wanted: number, found: number): RefusalSentence {
  return {
    what: `This state should hold everything up to change ${wanted}, and what can be read ends at change ${found}.`,
    safe: 'Nothing was changed.',
    next: 'Look again: another window may have tidied up meanwhile. Otherwise choose another state.',
  };
}

const doesNotFit: RefusalSentence = {
  what: 'The journal does not lead on from this snapshot.',
  safe: 'Nothing was changed.',
  next: 'Choose an older state.',
};

async function snapshotsIn(files: StoredFiles, place: KeptPlace): Promise<readonly NamedSnapshot[]> {
  return namedSnapshots(await listedIn(files, folderOf(place)));
}

/**
 * Who wrote what is kept and cannot be read here because it is of a newer Muster: the program and version, `null` where that is
 * not said. It may hold changes that no state offered does.
 */
export async function newerWriters(files: StoredFiles, place: KeptPlace): Promise<readonly (string | null)[]> {
  const writers: (string | null)[] = [];
  for (const { name } of await listedIn(files, 'journal')) {
    const start = parseSegmentName(name) === null ? null : await files.readFile('journal', name, 0, startBytes);
    const newer = start?.kind === 'read' ? newerSegment(start.bytes) : null;
    if (newer !== null) writers.push(newer.writtenBy);
  }
  for (const { name } of await snapshotsIn(files, place)) {
    const file = await files.readFile(folderOf(place), name, 0);
    const manifest = file.kind === 'read' ? peekManifest(file.bytes) : null;
    if (manifest?.ok === false && isNewer(manifest.error)) writers.push(null);
  }
  return [...new Set(writers)];
}

function isNewer({ kind }: WorkspaceRefusal): boolean {
  return kind === 'newerFormat' || kind === 'newerSchema';
}

/** What one state comes to; one that cannot be read, for whatever reason, does not hide the others. */
async function orNull<T>(look: () => Promise<T | null>): Promise<T | null> {
  try {
    return await look();
  } catch {
    return null;
  }
}

/** The snapshots alone, by what each says of itself: for where reading everything takes more than this computer has. */
export async function namedStates(files: StoredFiles, place: KeptPlace): Promise<readonly KeptState[]> {
  const states: KeptState[] = [];
  for (const snapshot of await snapshotsIn(files, place)) {
    const state = await orNull(() => snapshotState(files, snapshot, place));
    if (state !== null) states.push(state);
  }
  return states.toSorted((a, b) => b.lineage.localeCompare(a.lineage) || b.seq - a.seq);
}

function folderOf(place: KeptPlace): 'snapshots' | 'secondSnapshots' {
  return place === 'own' ? 'snapshots' : 'secondSnapshots';
}
