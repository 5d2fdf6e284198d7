import type { SavedFile } from '../db.ts';
import { recordFact, type CommandOutcome } from '../runCommand.ts';
import type { Store } from '../store.ts';

/** Records that the workspace was saved to a file. */
export function recordSaved(store: Store, lastSaved: SavedFile): Promise<CommandOutcome> {
  const label = lastSaved.confirmed
    ? `Saved the workspace to ${lastSaved.name}`
    : `Handed the workspace to the browser as ${lastSaved.name}`;
  return recordFact(store, { label, writes: [], workspace: { lastSaved } });
}

/** Records that records were written to a file for use elsewhere. */
export function recordExport(store: Store, what: string, name: string): Promise<CommandOutcome> {
  return recordFact(store, { label: `Exported ${what} to ${name}`, writes: [] });
}
