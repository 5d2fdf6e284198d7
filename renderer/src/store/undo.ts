import { err, ok, type Result } from '../../../shared/domain/basics/result.ts';
import type { HistoryEntry } from '../../../shared/rows/history.ts';
import { append, type CommandOutcome, type Decision, type ReadRows, type Write } from './runCommand.ts';
import type { Store } from './store.ts';
import { rowOf, turnedBack } from './versions.ts';

/** Takes back the last command that stands, in whichever session it was given. */
export function undo(store: Store): Promise<CommandOutcome> {
  let target: HistoryEntry | undefined;
  return append(
    store,
    async (read, head) => {
      target = await entryAt(store, head.undoTop);
      if (target === undefined) return err('There is nothing to undo.');
      return reverse(target, `Undid: ${plainLabel(target)}`, read);
    },
    (seq, head) => ({
      kind: 'undo',
      reverses: target?.seq ?? null,
      undoTop: target?.below ?? null,
      redoTop: seq,
      below: head.redoTop,
    }),
  );
}

/** Brings back what the last undo took away, as long as no new command came between. */
export function redo(store: Store): Promise<CommandOutcome> {
  let target: HistoryEntry | undefined;
  return append(
    store,
    async (read, head) => {
      target = await entryAt(store, head.redoTop);
      if (target === undefined) return err('There is nothing to redo.');
      return reverse(target, `Redid: ${plainLabel(target)}`, read);
    },
    (seq, head) => ({
      kind: 'redo',
      reverses: target?.seq ?? null,
      undoTop: seq,
      redoTop: target?.below ?? null,
      below: head.undoTop,
    }),
  );
}

/** What was done, without the "Undid:" and "Redid:" that undo and redo put before it. */
export function plainLabel(entry: Pick<HistoryEntry, 'kind' | 'label'>): string {
  return entry.kind === 'undo' || entry.kind === 'redo' ? entry.label.replace(/^(Undid|Redid): /, '') : entry.label;
}

async function entryAt(store: Store, seq: number | null): Promise<HistoryEntry | undefined> {
  return seq === null ? undefined : store.db.history.get(seq);
}

async function reverse(target: HistoryEntry, label: string, read: ReadRows): Promise<Result<Decision, string>> {
  const writes: Write[] = [];
  for (const table of new Set(target.changes.map((change) => change.table))) {
    const changes = target.changes.filter((change) => change.table === table);
    const ids = changes.map((change) => change.id);
    const now = await read(table, ids);
    for (const [at, change] of changes.entries()) {
      const row = turnedBack(now[at], rowOf(change, 'after', target), rowOf(change, 'before', target));
      if (row === undefined) {
        const there = now[at] ?? null;
        const isDecided = there !== null && 'decisions' in there && there.decisions.length > 0;
        const why =
          isDecided && change.before === null
            ? 'a decision on this bid has been recorded, and stays. To be without the bid, remove it on its page.'
            : 'what it changed has been changed since.';
        return err(`“${plainLabel(target)}” cannot be turned back, because ${why}`);
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history holds rows of the table it names
      writes.push({ table, id: change.id, row: row as Write['row'] });
    }
  }
  return ok({ label, writes });
}
