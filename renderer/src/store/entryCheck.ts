import type { Result } from '../../../shared/domain/basics/result.ts';
import type { HistoryEntry } from '../../../shared/rows/history.ts';
import type { Records, RecordTable } from '../../../shared/rows/records.ts';
import type { RowProblem } from '../../../shared/rows/rowProblem.ts';
import { changesStorageProblem, rowStorageProblem } from '../../../shared/rows/storable.ts';

/** The shapes of all rows, which no start needs: fetched after it, and by the first command where that comes before. */
let checkEntry: ((entry: HistoryEntry) => Result<HistoryEntry, RowProblem>) | null = null;

export async function loadEntryCheck(): Promise<void> {
  try {
    ({ checkEntry } = await import('./entryShapes.ts'));
  } catch {
    // Muster's own files cannot be fetched: work goes on, and the next backup is read with the shapes before it counts.
  }
}

export function isEntryCheckLoaded(): boolean {
  return checkEntry !== null;
}

/** Whether every reader takes these entries, which come from a file. */
export async function areReadable(entries: readonly HistoryEntry[]): Promise<boolean> {
  await loadEntryCheck();
  return entries.every((entry) => checkEntry?.(entry).ok ?? true);
}

/** A row about to be stored, or `null` for one that is removed. */
interface Written {
  readonly table: RecordTable;
  readonly row: Records[RecordTable] | null;
}

/**
 * Why a reader would refuse what a command is about to store, as a sentence; `null` where every reader accepts it: the
 * window, a worker with its smaller stack, the command line, whatever opens a backup later.
 */
export function entryRefusal(entry: HistoryEntry, written: readonly Written[]): string | null {
  for (const { table, row } of written) {
    const problem = row === null ? null : rowStorageProblem(row);
    if (problem !== null) return sentence(problem, table);
  }
  const tooMuch = changesStorageProblem(entry.changes);
  if (tooMuch !== null) return `Not stored: this is too much for one step. Do it in several parts.`;
  const checked = checkEntry?.(entry);
  if (checked === undefined || checked.ok) return null;
  const [, at] = /^changes\.(\d+)\./.exec(checked.error.field) ?? [];
  return sentence(checked.error, entry.changes[Number(at)]?.table);
}

function sentence({ field, problem }: RowProblem, table = 'history'): string {
  const way = field.replace(/^changes\.\d+\.(after|before)\.?/, '');
  const next = 'Nothing was changed. Make it shorter or simpler, then try again.';
  return `Not stored: it could not be read back (${[table, way].filter(Boolean).join(', ')}). ${problem}. ${next}`;
}
