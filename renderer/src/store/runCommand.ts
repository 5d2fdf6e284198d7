import { newId } from './newId.ts';
import { isMassChange } from '../../../shared/domain/basics/massChange.ts';
import { err, ok, type Result } from '../../../shared/domain/basics/result.ts';
import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import { changedSomething, type ExportedDocument, type HistoryEntry } from '../../../shared/rows/history.ts';
import type { Records, RecordTable } from '../../../shared/rows/records.ts';
import { schemaVersion } from '../../../shared/rows/schemaVersion.ts';
import { withDateRevisions } from './dateRevisions.ts';
import { type HistoryHead, storedEntry, type WorkspaceRow } from './db.ts';
import { entryRefusal, isEntryCheckLoaded, loadEntryCheck } from './entryCheck.ts';
import { changeOf, type Row } from './rowChange.ts';
import { freeze, type FreezeReason, notOurs, noteWrite, type Store, type WriteFailure } from './store.ts';
import { thisMuster } from './thisMuster.ts';
import { summariseRows } from './summaries.ts';

/** A row to be stored (`row`) or removed (`row: null`). */
export interface Write {
  readonly table: RecordTable;
  readonly id: string;
  readonly row: Records[RecordTable] | null;
}

/** Reads rows inside the command's own transaction, in the order of `ids`; `null` where there is none. */
export type ReadRows = <Table extends RecordTable>(
  table: Table,
  ids: readonly string[],
) => Promise<readonly (Records[Table] | null)[]>;

/** What a command decided to do: its label as a person reads it, and the rows to write. */
export interface Decision {
  readonly label: string;
  readonly writes: readonly Write[];
  readonly attachments?: readonly AttachmentRow[];
  /** Further facts about the workspace itself, such as when it was last saved to a file. */
  readonly workspace?: Partial<Pick<WorkspaceRow, 'name' | 'lastSaved'>>;
  readonly exported?: ExportedDocument;
  /** A person was asked about a mass change and wants it. */
  readonly confirmed?: boolean;
}

/** How the new entry lies on the stacks of undo and redo (see `HistoryEntry`). */
export type Stacking = Pick<HistoryEntry, 'kind' | 'reverses' | 'undoTop' | 'redoTop' | 'below'>;

/** A change to so many records of a table that a person is asked first; `total` is how many there are, 0 where it does not matter. */
export interface MassChange {
  readonly table: RecordTable;
  readonly what: 'add' | 'change' | 'remove';
  readonly count: number;
  readonly total: number;
}

/** Why a command was not carried out. Nothing was changed by it. */
export type CommandProblem =
  | { readonly kind: 'refused'; readonly sentence: string }
  /** So many records that a person is to be asked first. */
  | { readonly kind: 'massChange'; readonly size: MassChange }
  | { readonly kind: 'frozen'; readonly reason: FreezeReason }
  | WriteFailure;

export type CommandOutcome = Result<HistoryEntry | null, CommandProblem>;

type Decide = (read: ReadRows, head: HistoryHead) => Promise<Result<Decision, string>>;

/** Thrown to make Dexie roll back; never leaves this file. */
class Stop extends Error {
  readonly problem: CommandProblem;
  constructor(problem: CommandProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/**
 * Carries out one command: one read-write transaction that checks that this is still our workspace and its history,
 * lets `decide` read and choose, writes the rows and appends one history entry with the rows before and after.
 * `decide` may await nothing but `read` and queries of the database, and not in a loop. A decision without any write is no command: `ok(null)`.
 */
export function runCommand(store: Store, decide: Decide): Promise<CommandOutcome> {
  return append(store, decide, (seq, head) => ({
    kind: 'do',
    reverses: null,
    undoTop: seq,
    redoTop: null,
    below: head.undoTop,
  }));
}

/** Records something that happened outside (an export, a saved file, a decision of people). It is never undone. */
export function recordFact(store: Store, decide: Decide): Promise<CommandOutcome> {
  return append(store, decide, (_seq, head) => ({
    kind: 'fact',
    reverses: null,
    undoTop: head.undoTop,
    redoTop: head.redoTop,
    below: null,
  }));
}

/** The shared body of commands, facts, undo and redo. */
export async function append(
  store: Store,
  decide: Decide,
  stack: (seq: number, head: HistoryHead) => Stacking,
): Promise<CommandOutcome> {
  if (store.frozen !== null) return err({ kind: 'frozen', reason: store.frozen });
  const { db } = store;
  // Only once: what is typed as the window closes goes into a transaction at once.
  if (!isEntryCheckLoaded()) await loadEntryCheck();
  try {
    const entry = await db.transaction('rw', db.tables, async () => {
      const workspace = checked(store, await db.workspace());
      const rows = new RowReader(store);
      const decided = await decide(rows.read, workspace.head);
      if (!decided.ok) throw new Stop({ kind: 'refused', sentence: decided.error });
      const { label, writes, attachments = [], workspace: facts = {}, exported } = decided.value;
      const seq = workspace.head.seq + 1;
      const stacking = stack(seq, workspace.head);
      if (writes.length === 0 && stacking.kind === 'do') return null;

      for (const table of tablesOf(writes)) {
        await rows.read(
          table,
          writes.filter((write) => write.table === table).map((write) => write.id),
        );
      }
      if (stacking.kind === 'do' && decided.value.confirmed !== true) {
        const size = await massChangeOf(store, writes, rows);
        if (size !== null) throw new Stop({ kind: 'massChange', size });
      }
      const asked = writes.map(({ table, id, row }) => changeOf(table, id, rows.known(table, id), row));
      const begun: HistoryEntry = {
        seq,
        id: newId(),
        at: new Date().toISOString(),
        label,
        schemaVersion,
        changes: asked,
        ...(exported === undefined ? {} : { exported }),
        ...stacking,
      };
      // Before anything is made of the rows: what is no row of its table must not be looked into.
      const refusal = entryRefusal(begun, writes);
      if (refusal !== null) throw new Stop({ kind: 'refused', sentence: refusal });
      const stored = writes.map(({ table, id, row }): Write => {
        const counted = withDateRevisions(table, rows.known(table, id), row);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row stays of the shape of its table
        return { table, id, row: counted as Write['row'] };
      });
      const changes = stored.flatMap(({ table, id, row }, at) =>
        row === writes[at]?.row ? (asked[at] ?? []) : changeOf(table, id, rows.known(table, id), row),
      );
      const entry: HistoryEntry = { ...begun, changes };
      if (attachments.length > 0) await db.attachments.bulkPut([...attachments]);
      await write(store, stored);
      await db.history.add(storedEntry(entry));
      const head: HistoryHead = {
        seq,
        undoTop: entry.undoTop,
        redoTop: entry.redoTop,
        changes: workspace.head.changes + (changedSomething(entry) ? 1 : 0),
      };
      await db.meta.put({ ...workspace, ...facts, head, writtenBy: thisMuster });
      return entry;
    });
    noteWrite(store, null);
    if (entry !== null) {
      store.seenSeq = Math.max(store.seenSeq, entry.seq);
      for (const tell of store.committed) tell(entry.seq);
    }
    return ok(entry);
  } catch (thrown) {
    const problem = asProblem(store, thrown);
    if (problem.kind === 'diskFull' || problem.kind === 'failed') noteWrite(store, problem);
    return err(problem);
  }
}

/**
 * Reads each row once, in bulk: Dexie keeps a transaction alive over about a hundred native awaits and no more, so
 * that reading row by row would lose it in the middle of a mass change.
 */
class RowReader {
  readonly #store: Store;
  readonly #rows = new Map<string, Row | null>();

  constructor(store: Store) {
    this.#store = store;
  }

  readonly read: ReadRows = async <Table extends RecordTable>(table: Table, ids: readonly string[]) => {
    const unread = ids.filter((id) => !this.#rows.has(`${table}/${id}`));
    if (unread.length > 0) {
      const found = await this.#store.db.table<Row, string>(table).bulkGet(unread);
      for (const [at, id] of unread.entries()) this.#rows.set(`${table}/${id}`, found[at] ?? null);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rows under this table's name are of its shape
    return ids.map((id) => this.known(table, id)) as unknown as readonly (Records[Table] | null)[];
  };

  known(table: RecordTable, id: string): Row | null {
    return this.#rows.get(`${table}/${id}`) ?? null;
  }
}

/** What in these writes makes them a mass change; `null` where they are none. No screen can forget to ask. */
async function massChangeOf({ db }: Store, writes: readonly Write[], rows: RowReader): Promise<MassChange | null> {
  for (const table of tablesOf(writes)) {
    // A profile goes with its organisation, which is counted.
    const here = writes.filter((one) => one.table === table && !(table === 'capabilityProfiles' && one.row === null));
    const there = here.filter(({ id }) => rows.known(table, id) !== null);
    const altered = there.length;
    const added = here.length - altered;
    // One record is never a mass, and what is only added counts by number alone.
    const total = altered > 1 ? await db.table(table).count() : 0;
    if (!isMassChange({ added, altered, total })) continue;
    const what = altered === 0 ? 'add' : there.every(({ row }) => row === null) ? 'remove' : 'change';
    return { table, what, count: Math.max(added, altered), total };
  }
  return null;
}

function tablesOf(writes: readonly Write[]): ReadonlySet<RecordTable> {
  return new Set(writes.map((write) => write.table));
}

async function write(store: Store, writes: readonly Write[]): Promise<void> {
  for (const table of tablesOf(writes)) {
    const here = writes.filter((one) => one.table === table);
    const gone = here.flatMap((one) => (one.row === null ? [one.id] : []));
    const kept = here.flatMap((one) => (one.row === null ? [] : [one.row]));
    if (gone.length > 0) await store.db.table(table).bulkDelete(gone);
    if (kept.length > 0) await store.db.table(table).bulkPut(kept);
    const ids = here.map(({ id }) => id);
    await summariseRows(store.db, table, ids);
  }
}

/** The workspace as the database holds it; stops the transaction where it is not the one that this window has open. */
export function checked(store: Store, workspace: WorkspaceRow | undefined): WorkspaceRow {
  const wrong = notOurs(store, workspace);
  if (wrong === null && workspace !== undefined && workspace.head.seq >= store.seenSeq) return workspace;
  const reason = wrong ?? 'historyBehind';
  freeze(store, reason);
  throw new Stop({ kind: 'frozen', reason });
}

/** What a transaction that failed comes to for the person who was at it. */
export function asProblem(store: Store, thrown: unknown): CommandProblem {
  if (thrown instanceof Stop) return thrown.problem;
  const { name, message } = cause(thrown);
  if (name === 'QuotaExceededError') return { kind: 'diskFull' };
  if (name === 'DatabaseClosedError') {
    freeze(store, 'databaseClosed');
    return { kind: 'frozen', reason: store.frozen ?? 'databaseClosed' };
  }
  return { kind: 'failed', detail: `${name}: ${message}` };
}

/** Dexie wraps what the browser threw: the innermost error names the reason. */
function cause(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  const inner = 'inner' in thrown ? thrown.inner : undefined;
  return inner instanceof Error ? cause(inner) : thrown;
}
