import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { Bid } from '../../../shared/domain/bid/bid.ts';
import { summariseBid, type BidSummary } from '../../../shared/domain/bid/bidSummary.ts';
import type { TenderSummary } from '../../../shared/domain/tender/tenderSummary.ts';
import type { AttachmentRow } from '../../../shared/rows/attachment.ts';
import { filedUnder, type Filing } from '../../../shared/rows/activity.ts';
import { type HistoryEntry, recordsTouched } from '../../../shared/rows/history.ts';
import type { ErasedSubject } from '../../../shared/rows/personalData/stillHeld.ts';
import type { Records, RecordTable } from '../../../shared/rows/records.ts';
import { upgradeRow } from '../../../shared/rows/upgrade.ts';

/**
 * A history entry as stored. An index cannot look inside it, so that `touched` repeats the ids of the records it is about,
 * and `filed` says what it did to which kind of record.
 */
export type StoredHistoryEntry = HistoryEntry & {
  readonly touched: readonly string[];
  readonly filed: readonly Filing[];
};

export function storedEntry(entry: HistoryEntry): StoredHistoryEntry {
  return { ...entry, touched: recordsTouched(entry), filed: filedUnder(entry) };
}

/** The entry itself, as a workspace file holds it. */
export function plainEntry({ touched: _touched, filed: _filed, ...entry }: StoredHistoryEntry): HistoryEntry {
  return entry;
}

/** Where the history stands. It lies in the workspace row so that a command reads and writes one row for it. */
export interface HistoryHead {
  readonly seq: number;
  readonly undoTop: number | null;
  readonly redoTop: number | null;
  /** How many entries changed something; the rest are facts. */
  readonly changes: number;
}

export interface SavedFile {
  readonly at: string;
  readonly name: string;
  readonly changes: number;
  /** False where the browser took the file and did not say what became of it. */
  readonly confirmed: boolean;
}

/**
 * The one row that says which workspace this database holds. Only creating or opening a workspace writes it, never
 * Dexie's `populate`: a database that Chromium emptied must not look like a new one.
 */
export interface WorkspaceRow {
  readonly key: 'workspace';
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly head: HistoryHead;
  /**
   * Names this unbroken history for the journal and snapshots outside the database: creating, opening or bringing back a
   * workspace begins another. Absent in a workspace from before there were any.
   */
  readonly lineage?: string;
  /** The program and version that last wrote here; absent where none has since that is noted. */
  readonly writtenBy?: string;
  /** The database in which work goes on, since something was brought back or begun anew there. Nothing is written here any more. */
  readonly left?: string;
  /** The workspace that was here before, so that a marker still naming it is understood after a crash. */
  readonly replaced: string | null;
  /** Whose data was erased in what was here before, and of whose erasure this history does not tell: it may hold them again. */
  readonly erasedBefore?: readonly ErasedSubject[];
  /** The last workspace file that was saved or opened, and `head.changes` as it holds them. */
  readonly lastSaved: SavedFile | null;
}

/** Written last by every upgrade: Dexie reports an upgrade as done that silently did nothing. */
interface MigratedRow {
  readonly key: 'migratedTo';
  readonly version: number;
}

type MetaRow = WorkspaceRow | MigratedRow;

/** The newest version of the database's layout; each released version stays in the constructor, unchanged. */
export const databaseVersion = 5;

/** The working store. Every setting here is about not losing data; see ARCHITECTURE.md. */
export class MusterDatabase extends Dexie {
  declare organisations: EntityTable<Records['organisations'], 'id'>;
  declare tenders: EntityTable<Records['tenders'], 'id'>;
  declare bids: EntityTable<Records['bids'], 'id'>;
  declare capabilities: EntityTable<Records['capabilities'], 'id'>;
  declare capabilityProfiles: EntityTable<Records['capabilityProfiles'], 'id'>;
  /** Made of the tenders and bids whenever one is written (summaries.ts), so that no list reads notices and answers. */
  declare tenderSummaries: EntityTable<TenderSummary, 'id'>;
  declare bidSummaries: EntityTable<BidSummary, 'id'>;
  declare retentionRules: EntityTable<Records['retentionRules'], 'id'>;
  declare history: EntityTable<StoredHistoryEntry, 'seq'>;
  declare attachments: EntityTable<AttachmentRow, 'sha256'>;
  declare meta: Table<MetaRow, MetaRow['key']>;

  /** `upTo` opens the database as an older Muster would, for the tests of upgrades. */
  constructor(name: string, upTo: number = databaseVersion) {
    super(name, {
      // Since Chrome 121 the default lets a power cut take the last seconds.
      chromeTransactionDurability: 'strict',
      // A database that Chromium closed under us must stay closed, not come back empty.
      autoOpen: false,
      cache: 'disabled',
    });
    if (upTo >= 1) {
      this.version(1).stores({
        organisations: 'id, name',
        history: 'seq, *touched',
        attachments: 'sha256',
        meta: 'key',
      });
    }
    if (upTo >= 2) {
      this.version(2)
        .stores({
          tenders: 'id',
          bids: 'id',
          capabilities: 'id',
          capabilityProfiles: 'id',
          tenderSummaries: 'id, ocid',
          bidSummaries: 'id, tenderId, *memberIds, *capabilityIds',
        })
        .upgrade((tx) => markMigrated(tx, 2));
    }
    if (upTo >= 3) {
      this.version(3)
        .stores({ history: 'seq, at, reverses, *touched, *filed' })
        .upgrade((tx) => fileEntries(tx).then(() => markMigrated(tx, 3)));
    }
    if (upTo >= 4) {
      this.version(4)
        // By the second index everything is known of an attachment without reading its bytes.
        .stores({ attachments: 'sha256, [sha256+size+mediaType]', retentionRules: 'id' })
        .upgrade((tx) => upgradeRows(tx, 'tenders', 2, 3).then(() => markMigrated(tx, 4)));
    }
    if (upTo >= 5) {
      this.version(5)
        .stores({})
        .upgrade((tx) =>
          upgradeRows(tx, 'bids', 3, 4)
            .then(() => summariseBids(tx))
            .then(() => markMigrated(tx, 5)),
        );
    }
    this.on('populate', (tx) => {
      void tx.table<MetaRow>('meta').put({ key: 'migratedTo', version: upTo });
    });
  }

  async workspace(): Promise<WorkspaceRow | undefined> {
    const row = await this.meta.get('workspace');
    return row?.key === 'workspace' ? row : undefined;
  }

  async migratedTo(): Promise<number | undefined> {
    const row = await this.meta.get('migratedTo');
    return row?.key === 'migratedTo' ? row.version : undefined;
  }
}

/** Takes the rows of a table from the shape of one schema version to that of another. */
function upgradeRows(tx: Transaction, table: RecordTable, from: number, to: number): PromiseLike<unknown> {
  return tx
    .table<unknown>(table)
    .toCollection()
    .modify((row, place) => {
      place.value = upgradeRow(table, row, from, to);
    });
}

/** Makes the summaries of all bids again, after what a summary holds has changed. */
function summariseBids(tx: Transaction): PromiseLike<unknown> {
  const bids = tx.table<Bid>('bids').toArray();
  return bids.then((rows) => tx.table<BidSummary>('bidSummaries').bulkPut(rows.map(summariseBid)));
}

/** Files the entries that were written before there were filings; Dexie reads and writes them some hundreds at a time. */
function fileEntries(tx: Transaction): PromiseLike<unknown> {
  return tx
    .table<StoredHistoryEntry>('history')
    .toCollection()
    .modify((entry, place) => {
      place.value = { ...entry, filed: filedUnder(entry) };
    });
}

/** The last step of every upgrade, whatever else it does. An upgrade over one that did nothing leaves the marker as it is. */
function markMigrated(tx: Transaction, version: number): PromiseLike<unknown> {
  const meta = tx.table<MetaRow>('meta');
  return meta.get('migratedTo').then((row) => {
    const isNext = row?.key === 'migratedTo' && row.version === version - 1;
    return isNext ? meta.put({ key: 'migratedTo', version }) : undefined;
  });
}
