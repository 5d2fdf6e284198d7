import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { parseSegmentName, segmentFileName } from '../../../shared/journal/fileNames.ts';
import {
  type JournalLine,
  linesAfter,
  newerSegment,
  type ReadSegment,
  readSegment,
} from '../../../shared/journal/segment.ts';
import { err, ok, type Result } from '../../../shared/domain/basics/result.ts';
import { tableOf } from '../../../shared/domain/basics/tableOf.ts';
import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import type { WorkspaceContents } from '../../../shared/rows/contents.ts';
import { noRecords, type RecordTable, recordTables } from '../../../shared/rows/records.ts';
import { peekManifest, readWorkspace } from '../../../shared/workspace/readWorkspace.ts';
import { type RefusalSentence, refusalSentence, type WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import { encodeTables, serialiseSnapshot } from '../../../shared/workspace/serialiseWorkspace.ts';
import { replayed } from '../store/replay.ts';
import { isOf, startBytes } from './journal.ts';
import { keptAttachments, keptBytes } from './keptAttachments.ts';
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
 * is used.
 */
export async function keptStates(files: StoredFiles, place: KeptPlace): Promise<readonly KeptState[]> {
  const journals = await allSegments(files);
  const listed = await files.listFiles(place === 'own' ? 'snapshots' : 'secondSnapshots');
  const snapshots = listed.kind === 'listed' ? namedSnapshots(listed.files) : [];
  const states: KeptState[] = [];
  // The journal also leads on from a copy; alone it is offered once.
  const alone = place === 'own' ? journals.keys() : [];
  for (const lineage of new Set([...snapshots.map((snapshot) => snapshot.lineage), ...alone])) {
    const newestFirst = snapshots.filter((one) => one.lineage === lineage).toSorted((a, b) => b.seq - a.seq);
    const newest = await newestState(files, lineage, place, newestFirst, journals.get(lineage) ?? []);
    if (newest !== null) states.push(newest);
    for (const snapshot of newestFirst) {
      if (snapshot.name === newest?.snapshot && newest.fromJournal === 0) continue;
      const state = await snapshotState(files, snapshot, place);
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
  segments: readonly ReadSegment[],
): Promise<KeptState | null> {
  for (const snapshot of place === 'own' ? [...newestFirst, null] : newestFirst) {
    const kept = await read(files, place, snapshot?.name ?? null, segments);
    if (!kept.ok) continue;
    const { contents, lines, savedAt } = kept.value;
    const last = lines.at(-1)?.entry.at ?? savedAt;
    if (contents.history.length === 0 || last === null) continue;
    return {
      lineage,
      workspaceName: contents.workspace.name,
      snapshot: snapshot?.name ?? null,
      place,
      seq: contents.history.length,
      at: last,
      fromJournal: lines.length,
      counts: tableOf(recordTables, (table) => contents[table].length),
    };
  }
  return null;
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
  { lineage, snapshot, place, fromJournal }: Pick<KeptState, 'lineage' | 'snapshot' | 'place' | 'fromJournal'>,
): Promise<Result<Kept, RefusalSentence>> {
  const segments = fromJournal > 0 ? ((await allSegments(files)).get(lineage) ?? []) : [];
  const kept = await read(files, place, snapshot, segments);
  if (!kept.ok) return kept;
  const { contents, missing, lines } = kept.value;
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
}

async function read(
  files: StoredFiles,
  place: KeptPlace,
  snapshot: string | null,
  segments: readonly ReadSegment[],
): Promise<Result<Read, RefusalSentence>> {
  const base = snapshot === null ? fromNothing(segments) : await fromSnapshot(files, place, snapshot);
  if (!base.ok) return base;
  const { contents, missing, savedAt } = base.value;
  const last = contents.history.at(-1);
  const lines = linesAfter(segments, { seq: last?.seq ?? 0, id: last?.id ?? null });
  if (lines.length === 0) return ok({ contents, missing, lines, savedAt });
  const whole = replayed(
    contents,
    lines.map(({ entry }) => entry),
  );
  if (whole === null) return err(doesNotFit);
  const sound = await checked(whole, lines);
  return sound.ok ? ok({ contents: whole, missing, lines, savedAt }) : sound;
}

/** What the journal made of the rows goes through the checks of a file, since a checksum only vouches for the bytes. */
async function checked(
  contents: WorkspaceContents,
  lines: readonly JournalLine[],
): Promise<Result<null, RefusalSentence>> {
  const named = [...contents.attachments, ...lines.flatMap((line) => line.attachments)];
  const apart = new Map(named.map(({ sha256, mediaType, size }) => [sha256, { sha256, mediaType, size }]));
  const saved = { savedAt: contents.workspace.createdAt, savedBy: '' };
  const bytes = await serialiseSnapshot(contents.workspace, encodeTables(contents), [...apart.values()], saved);
  const read = await readWorkspace(bytes, { keptApart: () => Promise.resolve(null) });
  return read.ok ? ok(null) : err(refusalSentence(read.error));
}

type Base = Omit<Read, 'lines'>;

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

const doesNotFit: RefusalSentence = {
  what: 'The journal does not lead on from this snapshot.',
  safe: 'Nothing was changed.',
  next: 'Choose an older state.',
};

async function allSegments(files: StoredFiles): Promise<Map<string, readonly ReadSegment[]>> {
  const listed = await files.listFiles('journal');
  const byLineage = new Map<string, readonly ReadSegment[]>();
  for (const { name } of listed.kind === 'listed' ? listed.files : []) {
    const parsed = parseSegmentName(name);
    if (parsed === null) continue;
    const file = await files.readFile('journal', segmentFileName(parsed), 0);
    const segment = file.kind === 'read' ? readSegment(file.bytes) : null;
    if (segment?.ok !== true || !isOf(segment.value, parsed)) continue;
    byLineage.set(parsed.lineage, [...(byLineage.get(parsed.lineage) ?? []), segment.value]);
  }
  return byLineage;
}

/**
 * Who wrote what is kept and cannot be read here because it is of a newer Muster: the program and version, `null` where that is
 * not said. It may hold changes that no state offered does.
 */
export async function newerWriters(files: StoredFiles, place: KeptPlace): Promise<readonly (string | null)[]> {
  const writers: (string | null)[] = [];
  const journal = await files.listFiles('journal');
  for (const { name } of journal.kind === 'listed' ? journal.files : []) {
    const start = parseSegmentName(name) === null ? null : await files.readFile('journal', name, 0, startBytes);
    const newer = start?.kind === 'read' ? newerSegment(start.bytes) : null;
    if (newer !== null) writers.push(newer.writtenBy);
  }
  const listed = await files.listFiles(folderOf(place));
  for (const { name } of listed.kind === 'listed' ? namedSnapshots(listed.files) : []) {
    const file = await files.readFile(folderOf(place), name, 0);
    const manifest = file.kind === 'read' ? peekManifest(file.bytes) : null;
    if (manifest?.ok === false && isNewer(manifest.error)) writers.push(null);
  }
  return [...new Set(writers)];
}

function isNewer({ kind }: WorkspaceRefusal): boolean {
  return kind === 'newerFormat' || kind === 'newerSchema';
}

function folderOf(place: KeptPlace): 'snapshots' | 'secondSnapshots' {
  return place === 'own' ? 'snapshots' : 'secondSnapshots';
}
