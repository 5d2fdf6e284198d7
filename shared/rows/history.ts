import type { ErasureReason } from '../domain/personalData/retention.ts';
import type { RecordTable } from './records.ts';

/**
 * One row before and after a command: whole where it was added or removed (`null` stands for the row that did not exist),
 * otherwise the parts in which the two differ. A part is a field of the row; where the field is a list of parts with ids, and
 * the ids stay as they are, only the parts that differ; and of a profile's `cells` those that differ, where a cell that is
 * missing on one side was unknown. A row with a whole answer sheet is not written again for every pause in typing.
 * (Version 1 wrote all fields, which says the same.)
 */
export interface RowChange {
  readonly table: RecordTable;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A document that left Muster: which of which bid, as which version, and the file by its name and SHA-256. */
export interface ExportedDocument {
  readonly document: 'agreement' | 'bidDocument';
  readonly bidId: string;
  /** Counts from 1 for each document of each bid. */
  readonly version: number;
  readonly name: string;
  readonly sha256: string;
}

/**
 * That a person's data was erased for good, without the data: whose by ids alone, so that a copy that comes back from
 * elsewhere can be recognised as one that still holds it.
 */
export interface Erasure {
  readonly subject:
    | { readonly kind: 'contact'; readonly organisationId: string; readonly contactId: string }
    | { readonly kind: 'signatory'; readonly bidId: string };
  readonly reason: ErasureReason;
  /** In how many places the person was named. */
  readonly places: number;
  /** The rows that were rewritten. */
  readonly records: readonly { readonly table: RecordTable; readonly id: string }[];
}

/**
 * One command as it happened: the only record of change, and what undo, redo, activity and the workspace file read.
 * Entries are numbered 1, 2, 3 … without gaps. None is ever altered, but for a person's data that is erased from it.
 *
 * Undo is a pair of stacks threaded through the entries, so that it survives a restart without any other state:
 * `undoTop` and `redoTop` are the entries that undo and redo would next reverse once this one stands, `below` is
 * the entry that lay under this one on the stack it was put on.
 */
export interface HistoryEntry {
  readonly seq: number;
  readonly id: string;
  /** When, as a UTC instant (ISO 8601). */
  readonly at: string;
  /** What was done, as a person reads it: "Changed the legal form of Kestrel Row CIC". */
  readonly label: string;
  /** `fact` is recorded and never undone (an export, a workspace opened, a decision at a gate). */
  readonly kind: 'do' | 'undo' | 'redo' | 'fact';
  /** The entry whose changes an undo or redo turned round. */
  readonly reverses: number | null;
  /** The schema version of the rows in `changes`. */
  readonly schemaVersion: number;
  readonly changes: readonly RowChange[];
  /** Only on a `fact` that records an export. */
  readonly exported?: ExportedDocument;
  /** Only on a `fact` that records an erasure. */
  readonly erased?: Erasure;
  readonly undoTop: number | null;
  readonly redoTop: number | null;
  readonly below: number | null;
}

/** Whether an entry changed something that a saved file would hold otherwise: a decision is a fact, and does. */
export function changedSomething({ kind, changes }: Pick<HistoryEntry, 'kind' | 'changes'>): boolean {
  return kind !== 'fact' || changes.length > 0;
}

/** The ids of the records that an entry is about. */
export function recordsTouched({ changes, exported, erased }: HistoryEntry): readonly string[] {
  return [
    ...changes.map(({ id }) => id),
    ...(exported === undefined ? [] : [exported.bidId]),
    ...(erased?.records ?? []).map(({ id }) => id),
  ];
}

/** When a document of a bid was last saved as a file, and as what. */
export interface LastExport extends ExportedDocument {
  readonly at: string;
}

/** The last file made of one document of a bid; `null` where there is none. `entries` are in their order. */
export function lastExport(
  entries: readonly HistoryEntry[],
  bidId: string,
  document: ExportedDocument['document'],
): LastExport | null {
  const last = entries.findLast(({ exported }) => exported?.bidId === bidId && exported.document === document);
  return last?.exported === undefined ? null : { ...last.exported, at: last.at };
}
