import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import type { Head, JournalLine, KeptAttachment, NewerSegment } from '../../../shared/journal/segment.ts';
import { attachmentsNamed } from '../../../shared/rows/attachmentsNamed.ts';
import type { HistoryEntry } from '../../../shared/rows/history.ts';
import { recordTables } from '../../../shared/rows/records.ts';
import { attachmentFacts } from '../store/contents.ts';
import { type MusterDatabase, plainEntry, type StoredHistoryEntry, type WorkspaceRow } from '../store/db.ts';
import { lineageOf } from '../store/store.ts';
import { appendToJournal, findJournal, type Journal } from './journal.ts';
import { keepAttachments } from './keptAttachments.ts';

export type Flushed =
  | { readonly kind: 'flushed'; readonly journal: Journal }
  /** The database has entries where the journal has others. */
  | { readonly kind: 'diverged' }
  /** A newer Muster goes on with the journal. */
  | NewerSegment
  | Failed;

/** So many entries go out at once, and so much of them; more wait for the next round, so that all is of a size to hold. */
const atOnce = 200;
const charactersAtOnce = 8 * 2 ** 20;

/**
 * Brings the journal up to the history of the database: whatever was committed and is not in it yet, in order, with the
 * files it attached first. Where that takes several rounds, `onProgress` is told after each. Safe to run in several windows: who comes second finds the work done.
 */
export async function flushOutbox(
  db: MusterDatabase,
  files: StoredFiles,
  journal: Journal,
  onProgress: (journal: Journal) => void = () => undefined,
): Promise<Flushed> {
  for (let now = journal; ;) {
    const out = await outgoing(db, now);
    if (out === null) return { kind: 'diverged' };
    const { workspace, base, entries, isAll } = out;
    if (entries.length === 0 && now.head !== null) return { kind: 'flushed', journal: now };
    const lines = await linesOf(db, files, base, entries);
    if ('kind' in lines) return lines;
    const { id, name, createdAt } = workspace;
    const appended = await appendToJournal(files, now, { id, name, createdAt }, base, lines);
    if (appended.kind === 'failed') return appended;
    if (appended.kind === 'appended') {
      now = appended.journal;
      // What is committed after they were read asks for a flush of its own.
      if (isAll) return { kind: 'flushed', journal: now };
      onProgress(now);
      continue;
    }
    const found = await findJournal(files, now.lineage);
    if ('kind' in found) return found;
    now = found;
  }
}

interface Outgoing {
  readonly workspace: WorkspaceRow;
  /** What the next line follows. */
  readonly base: Head;
  readonly entries: readonly StoredHistoryEntry[];
  /** Whether none waits for the next round. */
  readonly isAll: boolean;
}

/** What the journal does not have yet, as it stands at one moment; `null` where the database does not lead on from the journal. */
function outgoing(db: MusterDatabase, { lineage, head }: Journal): Promise<Outgoing | null> {
  return db.transaction('r', db.tables, async () => {
    const workspace = await db.workspace();
    if (workspace === undefined || lineageOf(workspace) !== lineage) return null;
    const base = head ?? (await startOf(db, workspace.head.seq));
    let characters = 0;
    const entries = await db.history
      .where('seq')
      .above(base.seq)
      .limit(atOnce)
      .until((entry) => (characters += JSON.stringify(entry.changes).length) >= charactersAtOnce, true)
      .toArray();
    // Also where there is nothing to add: a journal that is ahead would take what comes next for written already.
    if (base.seq > 0 && (await db.history.get(base.seq))?.id !== base.id) return null;
    return { workspace, base, entries, isAll: (entries.at(-1)?.seq ?? base.seq) >= workspace.head.seq };
  });
}

/**
 * A journal leads from nothing where nothing was: in a workspace just started. Otherwise it begins after what is there, which the
 * first snapshot is to hold.
 */
async function startOf(db: MusterDatabase, seq: number): Promise<Head> {
  const counts = await Promise.all(recordTables.map((table) => db.table(table).limit(1).primaryKeys()));
  if (seq === 1 && counts.every(({ length }) => length === 0)) return { seq: 0, id: null };
  return { seq, id: (await db.history.get(seq))?.id ?? null };
}

async function linesOf(
  db: MusterDatabase,
  files: StoredFiles,
  base: Head,
  entries: readonly StoredHistoryEntry[],
): Promise<readonly JournalLine[] | Failed> {
  const lines: JournalLine[] = [];
  let after = base.id;
  for (const stored of entries) {
    const entry = plainEntry(stored);
    const attachments = await keep(db, files, entry);
    if ('kind' in attachments) return attachments;
    lines.push({ after, entry, attachments });
    after = entry.id;
  }
  return lines;
}

/** Keeps the files that an entry attached outside the database, before the entry itself. */
async function keep(
  db: MusterDatabase,
  files: StoredFiles,
  { changes }: HistoryEntry,
): Promise<readonly KeptAttachment[] | Failed> {
  const before = new Set(attachmentsNamed(changes.map((change) => change.before)));
  const brought = attachmentsNamed(changes.map((change) => change.after)).filter((sha256) => !before.has(sha256));
  if (brought.length === 0) return [];
  const kept = (await attachmentFacts(db)).filter(({ sha256 }) => brought.includes(sha256));
  return (await keepAttachments(db, files, kept)) ?? kept;
}
