import type { ErasureReason } from '../../../shared/domain/personalData/retention.ts';
import { err, ok, type Result } from '../../../shared/domain/basics/result.ts';
import type { Erasure, HistoryEntry } from '../../../shared/rows/history.ts';
import {
  type Erasable,
  eraseFrom,
  type FoundPlace,
  namelessSubject,
  placesOf,
} from '../../../shared/rows/personalData/erase.ts';
import { identify, type Person, type Subject } from '../../../shared/rows/personalData/person.ts';
import { recordLists, recordTables } from '../../../shared/rows/records.ts';
import { schemaVersion } from '../../../shared/rows/schemaVersion.ts';
import { type MusterDatabase, plainEntry, storedEntry, type StoredHistoryEntry } from './db.ts';
import { newId } from './newId.ts';
import { asProblem, checked, type CommandProblem } from './runCommand.ts';
import { noteWrite, type Store } from './store.ts';
import { summariseRows } from './summaries.ts';

export interface ErasureRequest {
  readonly subject: Subject;
  readonly reason: ErasureReason;
  /** The keys of the places that somebody looked at and found to be about this person (`placesOf`). */
  readonly chosen: ReadonlySet<string>;
  /** What is known of the person from elsewhere. */
  readonly known?: Person;
}

export interface ErasedPerson {
  readonly entry: HistoryEntry;
  readonly erased: Erasure;
  /** What the person was known by, for copies that are still to be scrubbed. Not to be kept. */
  readonly person: Person;
  /** The entries that were rewritten. */
  readonly entries: readonly StoredHistoryEntry[];
  /** Where the person is still named. */
  readonly places: readonly FoundPlace[];
}

/**
 * Erases a person for good: rewrites rows, summaries and history in one transaction and adds the fact that it was done. This
 * is the one door through which the history is altered. Nothing else may, and nothing undoes it; whatever follows the
 * history outside the database has to be rewritten after it.
 */
export async function erasePerson(
  store: Store,
  { subject, reason, chosen, known }: ErasureRequest,
): Promise<Result<ErasedPerson, CommandProblem>> {
  if (store.frozen !== null) return err({ kind: 'frozen', reason: store.frozen });
  const { db } = store;
  try {
    const done = await db.transaction('rw', db.tables, async (): Promise<ErasedPerson> => {
      const workspace = checked(store, await db.workspace());
      const present = await readErasable(db);
      const person = identify(subject, present, known);
      const { contents, places, records, entries: numbers } = eraseFrom(present, person, chosen);
      for (const table of recordTables) {
        const ids = records.filter((record) => record.table === table).map(({ id }) => id);
        if (ids.length === 0) continue;
        const isRewritten = new Set(ids);
        await db.table(table).bulkPut(contents[table].filter(({ id }) => isRewritten.has(id)));
        await summariseRows(db, table, ids);
      }
      const isRewritten = new Set(numbers);
      const entries = contents.history.filter(({ seq }) => isRewritten.has(seq)).map(storedEntry);
      await db.history.bulkPut(entries);

      const { head } = workspace;
      const erased: Erasure = { subject: namelessSubject(subject), reason, places, records };
      const entry: HistoryEntry = {
        seq: head.seq + 1,
        id: newId(),
        at: new Date().toISOString(),
        label: `Erased a person’s data for good, in ${places} ${places === 1 ? 'place' : 'places'}`,
        kind: 'fact',
        reverses: null,
        schemaVersion,
        changes: [],
        erased,
        undoTop: head.undoTop,
        redoTop: head.redoTop,
        below: null,
      };
      await db.history.add(storedEntry(entry));
      await db.meta.put({ ...workspace, head: { ...head, seq: entry.seq } });
      return { entry, erased, person, entries, places: placesOf(contents, person) };
    });
    store.seenSeq = Math.max(store.seenSeq, done.entry.seq);
    noteWrite(store, null);
    return ok(done);
  } catch (thrown) {
    return err(asProblem(store, thrown));
  }
}

/** Rows and history as they stand, without attachments. Inside a transaction, or at one moment of its own. */
export function readErasable(db: MusterDatabase): Promise<Erasable> {
  const tables = [...recordTables.map((table) => db.table(table)), db.history];
  return db.transaction('r', tables, async () => {
    const rows = new Map<string, readonly unknown[]>();
    for (const table of recordTables) rows.set(table, await db.table(table).toArray());
    const history = await db.history.toArray();
    return {
      ...recordLists((table) => rows.get(table) ?? []),
      history: history.map(plainEntry),
    };
  });
}
