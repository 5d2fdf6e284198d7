import type { Failed } from '../../../shared/host/host.ts';
import { failureSentence } from '../host/failureSentence.ts';
import { problemSentence } from '../store/problemSentence.ts';
import type { SavedFile } from '../store/db.ts';
import type { WorkspaceState } from '../store/queries/workspace.ts';
import type { WriteFailure } from '../store/store.ts';
import { counted } from '../ui/counted.ts';
import { formatAgo } from '../ui/time.ts';

export type Light = 'green' | 'amber' | 'red';

interface Safety {
  readonly light: Light;
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** Whether the work is safe: in the storage of this computer, and in a file that survives it. */
export function safetyOf(
  { workspace, unsavedChanges }: Pick<WorkspaceState, 'workspace' | 'unsavedChanges'>,
  writeFailure: WriteFailure | null,
  markerFailure: Failed | null,
  now: Date,
): Safety {
  const { lastSaved } = workspace;
  const saved = lastSaved === null ? 'No workspace file has been saved yet.' : savedSentence(lastSaved, now);
  if (writeFailure !== null) {
    return {
      light: 'red',
      headline: 'The last change is not stored.',
      sentences: [problemSentence(writeFailure), saved],
    };
  }
  if (markerFailure !== null) {
    return {
      light: 'red',
      headline: 'Muster cannot watch over this workspace.',
      sentences: [
        'All changes are stored, but the note that tells an emptied storage from a new one does not work.',
        failureSentence(markerFailure),
        'Save a workspace file now, and again after every piece of work.',
      ],
    };
  }
  if (unsavedChanges > 0) {
    const changes = `${counted(unsavedChanges, 'change')} ${unsavedChanges === 1 ? 'is' : 'are'}`;
    return {
      light: 'amber',
      headline: `${changes} only on this computer.`,
      sentences: ['Everything is stored here. A workspace file keeps it if this computer is lost or broken.', saved],
    };
  }
  return { light: 'green', headline: 'All changes are stored on this computer.', sentences: [saved] };
}

function savedSentence({ name, at, confirmed }: SavedFile, now: Date): string {
  return confirmed
    ? `Saved to ${name} ${formatAgo(at, now)}.`
    : `Handed to the browser as ${name} ${formatAgo(at, now)}; its list of downloads says whether it arrived.`;
}
