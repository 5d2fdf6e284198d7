/** The tables whose rows a command may change; each row has a string `id`. */
export const recordTables = ['organisations'] as const;
export type RecordTable = (typeof recordTables)[number];

/** One row as it was before and after a command; `null` where it did not exist. */
export interface RowChange {
  readonly table: RecordTable;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * One command as it happened: the only record of change, and what undo, redo, activity and the workspace file read.
 * Entries are numbered 1, 2, 3 … without gaps and never altered.
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
  /** `fact` is recorded and never undone (an export, a workspace opened). */
  readonly kind: 'do' | 'undo' | 'redo' | 'fact';
  /** The entry whose changes an undo or redo turned round. */
  readonly reverses: number | null;
  /** The schema version of the rows in `changes`. */
  readonly schemaVersion: number;
  readonly changes: readonly RowChange[];
  readonly undoTop: number | null;
  readonly redoTop: number | null;
  readonly below: number | null;
}
