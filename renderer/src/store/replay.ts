import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import type { WorkspaceContents } from '../../../shared/rows/contents.ts';
import { changedSomething, type HistoryEntry } from '../../../shared/rows/history.ts';
import { type RecordTable, recordLists, recordTables } from '../../../shared/rows/records.ts';
import { withDateRevisions } from './dateRevisions.ts';
import { type HistoryHead, type MusterDatabase, storedEntry, type WorkspaceRow } from './db.ts';
import { areReadable } from './entryCheck.ts';
import type { Row } from './rowChange.ts';
import { summariseRows } from './summaries.ts';
import { rowOf, turnedBack } from './versions.ts';

/** Rows under `table/id`; what is not in it was never read. */
type Rows = Map<string, Row | null>;

/** How far the history of the database reaches, by number and id. */
export async function databaseHead(
  db: MusterDatabase,
  { head }: WorkspaceRow,
): Promise<{ seq: number; id: string | null }> {
  return { seq: head.seq, id: (await db.history.get(head.seq))?.id ?? null };
}

const atOnce = 500;

/**
 * Carries out again what the journal holds and the database lost, entry by entry as it was recorded. `false` where an entry
 * is one that no reader would take, and then nothing is carried out; or where it does not fit the rows that are there: then
 * the database holds something else than what the journal followed, and what was carried out up to there stays, as it did
 * happen.
 */
export async function replayEntries(
  db: MusterDatabase,
  entries: readonly HistoryEntry[],
  attachments: readonly AttachmentRow[],
): Promise<boolean> {
  if (!(await areReadable(entries))) return false;
  for (let at = 0; at < entries.length; at += atOnce) {
    const some = entries.slice(at, at + atOnce);
    if (!(await replaySome(db, some, at === 0 ? attachments : []))) return false;
  }
  return true;
}

function replaySome(
  db: MusterDatabase,
  all: readonly HistoryEntry[],
  attachments: readonly AttachmentRow[],
): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    const workspace = await db.workspace();
    if (workspace === undefined) return false;
    const entries = await notYetIn(db, workspace, all);
    if (entries === null) return false;
    const touched = new Map<RecordTable, Set<string>>(recordTables.map((table) => [table, new Set()]));
    for (const { table, id } of entries.flatMap(({ changes }) => changes)) touched.get(table)?.add(id);
    const rows: Rows = new Map();
    for (const [table, ids] of touched) {
      const keys = [...ids];
      const found = await db.table<Row, string>(table).bulkGet(keys);
      for (const [at, id] of keys.entries()) rows.set(`${table}/${id}`, found[at] ?? null);
    }
    // Nothing has been written yet, so that there is nothing to roll back.
    if (!entries.every((entry) => applyEntry(rows, entry))) return false;
    await db.attachments.bulkPut([...attachments]);
    for (const [table, ids] of touched) {
      const gone = [...ids].filter((id) => rows.get(`${table}/${id}`) === null);
      const kept = [...ids].flatMap((id) => rows.get(`${table}/${id}`) ?? []);
      await db.table(table).bulkDelete(gone);
      await db.table(table).bulkPut(kept);
      await summariseRows(db, table, [...ids]);
    }
    await db.history.bulkAdd(entries.map(storedEntry));
    await db.meta.put({ ...workspace, head: headAfter(workspace.head, entries) });
    return true;
  });
}

/** Those that follow what is there: another window may be doing the same. `null` where they do not lead on from it. */
async function notYetIn(
  db: MusterDatabase,
  { head }: WorkspaceRow,
  entries: readonly HistoryEntry[],
): Promise<readonly HistoryEntry[] | null> {
  const from = entries.findIndex(({ seq }) => seq > head.seq);
  const [there, rest] = from === -1 ? [entries, []] : [entries.slice(0, from), entries.slice(from)];
  const found = await db.history.bulkGet(there.map(({ seq }) => seq));
  if (!there.every(({ id }, at) => found[at]?.id === id)) return null;
  return rest.length === 0 || rest[0]?.seq === head.seq + 1 ? rest : null;
}

/** What a workspace becomes when these entries follow; `null` where one does not fit. */
export function replayed<Contents extends Omit<WorkspaceContents, 'attachments'>>(
  contents: Contents,
  entries: readonly HistoryEntry[],
): Contents | null {
  const rows: Rows = new Map();
  for (const table of recordTables) for (const row of contents[table]) rows.set(`${table}/${row.id}`, row);
  for (const { table, id } of entries.flatMap(({ changes }) => changes)) {
    if (!rows.has(`${table}/${id}`)) rows.set(`${table}/${id}`, null);
  }
  if (!entries.every((entry) => applyEntry(rows, entry))) return null;
  const lists = new Map<string, Row[]>(recordTables.map((table) => [table, []]));
  for (const [key, row] of rows) if (row !== null) lists.get(key.slice(0, key.indexOf('/')))?.push(row);
  return {
    ...contents,
    ...recordLists((table) => lists.get(table) ?? []),
    history: [...contents.history, ...entries],
  };
}

/** Applies an entry to the rows it is about, all of which `rows` holds; `false` where one is not as the entry found it. */
function applyEntry(rows: Rows, entry: HistoryEntry): boolean {
  for (const change of entry.changes) {
    const key = `${change.table}/${change.id}`;
    const was = rows.get(key) ?? null;
    const row = turnedBack(was, rowOf(change, 'before', entry), rowOf(change, 'after', entry));
    if (row === undefined) return false;
    rows.set(key, withDateRevisions(change.table, was, row));
  }
  return true;
}

function headAfter(head: HistoryHead, entries: readonly HistoryEntry[]): HistoryHead {
  const last = entries.at(-1);
  if (last === undefined) return head;
  const changes = entries.filter(changedSomething).length;
  return { seq: last.seq, undoTop: last.undoTop, redoTop: last.redoTop, changes: head.changes + changes };
}
