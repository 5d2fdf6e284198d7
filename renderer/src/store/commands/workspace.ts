import { ok } from '../../../../shared/domain/basics/result.ts';
import type { ExportedDocument } from '../../../../shared/rows/history.ts';
import type { SavedFile } from '../db.ts';
import { type CommandOutcome, type Decision, recordFact } from '../runCommand.ts';
import type { Store } from '../store.ts';

/** Records that the workspace was saved to a file. */
export function recordSaved(store: Store, lastSaved: SavedFile): Promise<CommandOutcome> {
  const label = lastSaved.confirmed
    ? `Saved the workspace to ${lastSaved.name}`
    : `Handed the workspace to the browser as ${lastSaved.name}`;
  return record(store, { label, writes: [], workspace: { lastSaved } });
}

/** Records that records were written to a file for use elsewhere. */
export function recordExport(store: Store, what: string, name: string): Promise<CommandOutcome> {
  return record(store, { label: `Exported ${what} to ${name}`, writes: [] });
}

/** Records that a document of a bid was saved as a file. */
export function recordDocument(store: Store, what: string, exported: ExportedDocument): Promise<CommandOutcome> {
  return record(store, { label: `Saved ${what} as ${exported.name}`, writes: [], exported });
}

function record(store: Store, decision: Decision): Promise<CommandOutcome> {
  return recordFact(store, () => Promise.resolve(ok(decision)));
}
