import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { parseSnapshotName } from '../../../shared/journal/fileNames.ts';
import type { Head } from '../../../shared/journal/segment.ts';
import { databaseHead, replayEntries } from '../store/replay.ts';
import type { WorkspaceRow } from '../store/db.ts';
import { lineageOf, type Store } from '../store/store.ts';
import { keptAttachments } from './keptAttachments.ts';
import { findJournal, type Journal, journalAfter } from './journal.ts';

/** How far the files of a lineage reach. */
export interface Kept {
  readonly journal: Journal;
  /** The number of the last entry in the newest snapshot; `null` where there is none. */
  readonly snapshot: number | null;
}

/** What the database and the files outside it say of each other. */
export type Comparison =
  /** They agree, or agree again: what the database had lost was carried out again from the journal. */
  | { readonly kind: 'agree'; readonly kept: Kept; readonly replayed: number }
  /** The files cannot be read, so that nothing is known against the database. */
  | { readonly kind: 'unknown'; readonly failure: Failed }
  /** The journal was gone on with by a newer Muster: the program and version that wrote it, where it says so. */
  | { readonly kind: 'newerJournal'; readonly writtenBy: string | null }
  /** The journal or a snapshot holds changes that the database does not, and they do not lead on from it. */
  | { readonly kind: 'diverged'; readonly database: number; readonly kept: number };

/**
 * Compares how far the database, the journal and the newest snapshot reach, by their newest entries alone. A journal that is
 * behind is caught up with by whoever writes it; a database that is behind is brought up to date here.
 */
export async function compareHeads(store: Store, files: StoredFiles, workspace: WorkspaceRow): Promise<Comparison> {
  const { db } = store;
  const lineage = lineageOf(workspace);
  const [journal, snapshot] = await Promise.all([findJournal(files, lineage), snapshotReach(files, lineage)]);
  if ('kind' in journal) {
    return journal.kind === 'newerFormat'
      ? { kind: 'newerJournal', writtenBy: journal.writtenBy }
      : { kind: 'unknown', failure: journal };
  }
  // Read after the files, since another window may be at work: what it has journalled by now is in the database by now.
  const database = await db.transaction('r', [db.meta, db.history], async () =>
    databaseHead(db, (await db.workspace()) ?? workspace),
  );
  const agreed = async (head: Head, replayed: number): Promise<Comparison> => {
    // A snapshot that reaches further than both says that both have lost something.
    if (snapshot !== null && snapshot > head.seq) return { kind: 'diverged', database: head.seq, kept: snapshot };
    return { kind: 'agree', kept: { journal, snapshot }, replayed };
  };
  const { head } = journal;
  if (head === null) return agreed(database, 0);
  if (head.seq <= database.seq) {
    const same = head.seq === 0 ? head : await db.history.get(head.seq);
    return same?.id === head.id ? agreed(database, 0) : { kind: 'diverged', database: database.seq, kept: head.seq };
  }
  const lines = await journalAfter(files, journal, database);
  if (lines.length !== head.seq - database.seq) return { kind: 'diverged', database: database.seq, kept: head.seq };
  const attachments = await keptAttachments(
    files,
    lines.flatMap((line) => line.attachments),
  );
  const entries = lines.map(({ entry }) => entry);
  if (!(await replayEntries(db, entries, attachments))) {
    return { kind: 'diverged', database: database.seq, kept: head.seq };
  }
  store.seenSeq = Math.max(store.seenSeq, head.seq);
  return agreed(head, lines.length);
}

async function snapshotReach(files: StoredFiles, lineage: string): Promise<number | null> {
  const listed = await files.listFiles('snapshots');
  if (listed.kind === 'failed') return null;
  const snapshots = listed.files.flatMap(({ name }) => parseSnapshotName(name) ?? []);
  const reached = snapshots.filter((snapshot) => snapshot.lineage === lineage).map(({ seq }) => seq);
  return reached.length === 0 ? null : Math.max(...reached);
}
