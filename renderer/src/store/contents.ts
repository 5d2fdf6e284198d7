import { newId, newLineage } from './newId.ts';
import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import type { WorkspaceContents } from '../../../shared/rows/contents.ts';
import { changedSomething, type HistoryEntry } from '../../../shared/rows/history.ts';
import { type ErasedSubject, erasedElsewhere, erasedIn } from '../../../shared/rows/personalData/stillHeld.ts';
import { noRecords, recordLists, type RecordTable, recordTables } from '../../../shared/rows/records.ts';
import { schemaVersion } from '../../../shared/rows/schemaVersion.ts';
import {
  type HistoryHead,
  type MusterDatabase,
  plainEntry,
  type SavedFile,
  storedEntry,
  type WorkspaceRow,
} from './db.ts';
import { countedOnFrom, datesIn } from './dateRevisions.ts';
import { thisMuster } from './thisMuster.ts';
import { summariseRows } from './summaries.ts';

/** What is kept of every attached file but its bytes, which an index tells without reading any. */
export async function attachmentFacts(db: MusterDatabase): Promise<readonly Omit<AttachmentRow, 'bytes'>[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the index are what it is made of
  const keys = (await db.attachments.orderBy('[sha256+size+mediaType]').keys()) as unknown as [
    string,
    number,
    string,
  ][];
  return keys.map(([sha256, size, mediaType]) => ({ sha256, size, mediaType }));
}

/**
 * Reads the whole workspace as it stood at one moment; `null` where the database holds none, or another takes its place
 * meanwhile. Attachments are read after that moment and one by one, so that no command waits for their bytes: they are
 * never altered.
 */
export async function readContents(
  db: MusterDatabase,
): Promise<(WorkspaceContents & { readonly head: HistoryHead }) | null> {
  const records = await readRecords(db);
  if (records === null) return null;
  const { facts, ...contents } = records;
  const attachments = await readAttachments(db, facts);
  return attachments === null ? null : { ...contents, attachments };
}

/** The attachments themselves; `null` where one is gone, which only another workspace in this place can bring about. */
export async function readAttachments(
  db: MusterDatabase,
  facts: readonly Pick<AttachmentRow, 'sha256'>[],
): Promise<readonly AttachmentRow[] | null> {
  const attachments: AttachmentRow[] = [];
  for (const { sha256 } of facts) {
    const attachment = await db.attachments.get(sha256);
    if (attachment === undefined) return null;
    attachments.push(attachment);
  }
  return attachments;
}

function readRecords(db: MusterDatabase) {
  return db.transaction('r', db.tables, async () => {
    const workspace = await db.workspace();
    if (workspace === undefined) return null;
    const { id, name, createdAt, head } = workspace;
    const rows = new Map<string, readonly unknown[]>();
    for (const table of recordTables) rows.set(table, await db.table(table).toArray());
    const history = await db.history.toArray();
    return {
      head,
      workspace: { id, name, createdAt },
      ...recordLists((table) => rows.get(table) ?? []),
      history: history.map(plainEntry),
      facts: await attachmentFacts(db),
    };
  });
}

const rowsAtOnce = 1000;

/**
 * Takes some rows; the answer is how many bytes they came to. `done`: how much of the history has been handed over with them, from
 * 0 to 1, since that is nearly all there is.
 */
type TakeRows = (table: RecordTable | 'history', rows: readonly unknown[], done: number) => number;

/**
 * Hands over every row, some at a time and each time in a transaction of its own, so that neither memory nor a command has to
 * wait for all of them. The answer is the workspace they belong to, or `null` where something was written meanwhile (or there is
 * no workspace), and what was handed over is worth nothing.
 */
export async function readInParts(db: MusterDatabase, take: TakeRows): Promise<WorkspaceRow | null> {
  const before = await db.workspace();
  if (before === undefined) return null;
  for (const table of recordTables) {
    const size = new PartSize();
    for (let last = ''; ;) {
      const rows = await db
        .table<{ readonly id: string }, string>(table)
        .where('id')
        .above(last)
        .limit(size.rows)
        .toArray();
      const end = rows.at(-1);
      if (end === undefined) break;
      size.note(rows.length, take(table, rows, 0));
      last = end.id;
    }
  }
  const size = new PartSize();
  for (let last = 0; ;) {
    const entries = await db.history.where('seq').above(last).limit(size.rows).toArray();
    const end = entries.at(-1);
    if (end === undefined) break;
    size.note(entries.length, take('history', entries.map(plainEntry), end.seq / before.head.seq));
    last = end.seq;
  }
  const after = await db.workspace();
  return after?.head.seq === before.head.seq && after.lineage === before.lineage ? before : null;
}

/** The same in one transaction, one row after the other: slow, and whoever works at the same time has to wait. */
export function readInOneGo(db: MusterDatabase, take: TakeRows): Promise<WorkspaceRow | null> {
  return db.transaction('r', db.tables, async () => {
    const workspace = await db.workspace();
    for (const table of recordTables) await db.table<unknown>(table).each((row) => void take(table, [row], 0));
    await db.history.each((entry) => void take('history', [plainEntry(entry)], entry.seq / (workspace?.head.seq ?? 1)));
    return workspace ?? null;
  });
}

/** Some rows of a table, at equal distances, and how many there are. */
interface Sample {
  readonly rows: readonly unknown[];
  readonly outOf: number;
}

/** So many rows tell well enough how large all are. */
const sampled = 200;

/** Some rows of each table, or all where there are few. */
export async function sampleTables(db: MusterDatabase): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const name of recordTables) {
    const table = db.table<unknown, string>(name);
    const keys = await table.toCollection().primaryKeys();
    samples.push({ rows: await table.bulkGet(someOf(keys)), outOf: keys.length });
  }
  const numbers = await db.history.toCollection().primaryKeys();
  const entries = await db.history.bulkGet(someOf(numbers));
  samples.push({ rows: entries.filter((entry) => entry !== undefined).map(plainEntry), outOf: numbers.length });
  return samples;
}

function someOf<Key>(keys: readonly Key[]): Key[] {
  const every = Math.max(1, Math.floor(keys.length / sampled));
  return keys.filter((_, at) => at % every === 0);
}

const bytesAtOnce = 8 * 2 ** 20;

/** How many rows to read at once: they may be of a hundred bytes or of many megabytes. */
class PartSize {
  rows = 8;

  note(rows: number, bytes: number): void {
    const fitting = Math.floor((bytesAtOnce * rows) / Math.max(bytes, 1));
    this.rows = Math.max(1, Math.min(rowsAtOnce, this.rows * 8, fitting));
  }
}

/**
 * Puts `contents` in the place of whatever the database holds, in one transaction: everything or nothing. The
 * history gains one entry that says so. Setting aside what was there is the caller's duty, before; `setAsideUpTo` is
 * the newest history entry that was set aside, and where the database has moved on since, nothing is replaced: `false`.
 * `lineage` names the history that begins with it. `erased`: whose data was erased in what was open elsewhere, beside what the
 * database itself tells.
 */
export function replaceContents(
  db: MusterDatabase,
  contents: WorkspaceContents,
  label: string,
  file: Pick<SavedFile, 'at' | 'name'> | null,
  setAsideUpTo: number | null,
  lineage = newLineage([]),
  erased: readonly ErasedSubject[] = [],
): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    const before = await db.workspace();
    if ((before?.head.seq ?? null) !== setAsideUpTo) return false;
    const erasedBefore = erasedElsewhere([...erased, ...(await erasedSubjects(db))], contents.history);
    const tenders = countedOnFrom(await datesIn(db), contents.tenders);
    await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()));
    for (const table of recordTables) {
      for (const rows of inParts<{ readonly id: string }>(table === 'tenders' ? tenders : contents[table])) {
        await db.table(table).bulkAdd(rows);
        const ids = rows.map(({ id }) => id);
        await summariseRows(db, table, ids);
      }
    }
    await db.attachments.bulkAdd([...contents.attachments]);
    const last = contents.history.at(-1);
    const head: HistoryHead = {
      seq: (last?.seq ?? 0) + 1,
      undoTop: last?.undoTop ?? null,
      redoTop: last?.redoTop ?? null,
      changes: contents.history.filter(changedSomething).length,
    };
    const opened: HistoryEntry = {
      seq: head.seq,
      undoTop: head.undoTop,
      redoTop: head.redoTop,
      id: newId(),
      at: new Date().toISOString(),
      label,
      kind: 'fact',
      reverses: null,
      schemaVersion,
      changes: [],
      below: null,
    };
    for (const entries of inParts([...contents.history, opened])) await db.history.bulkAdd(entries.map(storedEntry));
    await db.meta.put({
      key: 'workspace',
      ...contents.workspace,
      head,
      lineage,
      writtenBy: thisMuster,
      replaced: before?.id ?? null,
      ...(erasedBefore.length === 0 ? {} : { erasedBefore }),
      lastSaved: file === null ? null : { ...file, changes: head.changes, confirmed: true },
    });
    return true;
  });
}

/** Whose data was erased in a workspace, or in what was in its place before. */
export async function erasedSubjects(db: MusterDatabase): Promise<readonly ErasedSubject[]> {
  const facts = await db.history.where('filed').equals('workspace/fact').toArray();
  return [...erasedIn(facts), ...((await db.workspace())?.erasedBefore ?? [])];
}

/** So that what waits to be written is never a second copy of everything. */
function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce);
}

/** The first workspace of this computer; `false` where there is one. The only other way to a workspace is to open a file. */
export function createWorkspace(
  db: MusterDatabase,
  workspace: WorkspaceContents['workspace'],
  lineage?: string,
): Promise<boolean> {
  return replaceContents(
    db,
    { ...noRecords, workspace, history: [], attachments: [] },
    `Started the workspace “${workspace.name}”`,
    null,
    null,
    lineage,
  );
}
