import { differenceInHours, parseISO } from 'date-fns';
import type { Failed } from '../../../shared/host/failed.ts';
import { failureSentence } from '../host/failureSentence.ts';
import { nearlyFull, share } from '../safekeeping/fill.ts';
import type { KeepingState } from '../safekeeping/keeping.ts';
import { backingUpSentence, fillSentence, roomSentence, snapshotFailureSentence } from '../parts/backupSentences.ts';
import { isTight } from '../safekeeping/room.ts';
import { isLasting } from '../safekeeping/snapshotFailure.ts';
import { problemSentence } from '../store/problemSentence.ts';
import type { SavedFile } from '../store/db.ts';
import type { WorkspaceState } from '../store/queries/workspace.ts';
import type { WriteFailure } from '../store/store.ts';
import { counted } from '../ui/counted.ts';
import { formatAgo } from '../ui/time.ts';

export type Light = 'green' | 'busy' | 'amber' | 'red';

interface Safety {
  readonly light: Light;
  readonly headline: string;
  readonly sentences: readonly string[];
}

interface Known {
  readonly state: Pick<WorkspaceState, 'workspace' | 'unsavedChanges'>;
  readonly keeping: KeepingState;
  readonly writeFailure: WriteFailure | null;
  readonly markerFailure: Failed | null;
}

/** After so long with changes that are on this computer only, the light asks for a copy elsewhere. */
const hoursAlone = 24;

const saveNow = 'Save a workspace file now, and again after every piece of work.';

/** Whether the work is safe: in the database, in the journal outside it, in backups, and away from this computer. */
export function safetyOf({ state, keeping, writeFailure, markerFailure }: Known, now: Date): Safety {
  const { workspace, unsavedChanges } = state;
  const saved =
    workspace.lastSaved === null ? 'No workspace file has been saved yet.' : savedSentence(workspace.lastSaved, now);
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
        failureSentence(markerFailure, 'own'),
        saveNow,
      ],
    };
  }
  if (keeping.journalFailure !== null) {
    return {
      light: 'red',
      headline: 'Changes are stored in the database only.',
      sentences: [
        'They are not lost, but the journal that brings them back if the database is damaged cannot be written.',
        `${failureSentence(keeping.journalFailure, 'own')} Muster tries again by itself.`,
        saveNow,
      ],
    };
  }
  const { snapshotFailure } = keeping;
  if (snapshotFailure !== null && isLasting(snapshotFailure)) {
    return {
      light: 'red',
      headline: snapshotFailure.kind === 'tooLarge' ? 'Too large to be backed up.' : 'The last backup does not count.',
      sentences: [
        `All changes are stored. ${snapshotFailureSentence(snapshotFailure)}`,
        backupSentence(keeping, now),
        saved,
      ],
    };
  }
  const over = keeping.fill.filter((fill) => share(fill) > 1);
  if (over.length > 0) {
    return {
      light: 'red',
      headline: over.some(({ limit }) => limit === 'backup')
        ? 'Too large to be backed up.'
        : 'Too large for a workspace file.',
      sentences: [
        `All changes are stored. ${over.map(fillSentence).join(' ')} Older backups and the journal stay. Move what is no longer needed to a workspace file of its own.`,
        backupSentence(keeping, now),
        saved,
      ],
    };
  }
  if (workspace.head.seq > keeping.journalled) {
    return {
      light: 'busy',
      headline: savingHeadline(workspace.head.seq - keeping.journalled),
      sentences: [backupSentence(keeping, now), saved],
    };
  }
  if (snapshotFailure !== null) {
    return {
      light: 'amber',
      headline: 'The last backup did not succeed.',
      sentences: [
        `All changes are saved. ${snapshotFailureSentence(snapshotFailure)}`,
        backupSentence(keeping, now),
        saved,
      ],
    };
  }
  if (keeping.room !== null && isTight(keeping.room)) {
    return {
      light: 'amber',
      headline: 'The next backup may find no room.',
      sentences: [
        `All changes are saved. ${roomSentence(keeping.room)} Make room on the disk.`,
        backupSentence(keeping, now),
        saved,
      ],
    };
  }
  const full = keeping.fill.filter((fill) => share(fill) >= nearlyFull);
  if (full.length > 0) {
    return {
      light: 'amber',
      headline: 'This workspace is nearly full.',
      sentences: [
        `All changes are saved. ${full.map(fillSentence).join(' ')} Beyond that it cannot be backed up or saved whole: move what is no longer needed to a workspace file of its own.`,
        backupSentence(keeping, now),
        saved,
      ],
    };
  }
  if (unsavedChanges > 0 && isLongAlone(workspace.lastSaved, keeping, now)) {
    const changes = `${counted(unsavedChanges, 'change')} ${unsavedChanges === 1 ? 'is' : 'are'}`;
    return {
      light: 'amber',
      headline: `${changes} only on this computer.`,
      sentences: [
        'Everything is saved and backed up here. A workspace file keeps it if this computer is lost or broken.',
        backupSentence(keeping, now),
        saved,
      ],
    };
  }
  return { light: 'green', headline: 'All changes are saved.', sentences: [backupSentence(keeping, now), saved] };
}

function isLongAlone(lastSaved: SavedFile | null, { copiedAt }: KeepingState, now: Date): boolean {
  const copies = [lastSaved?.at ?? null, copiedAt].filter((at) => at !== null).toSorted();
  const last = copies.at(-1);
  return last === undefined || Math.abs(differenceInHours(now, parseISO(last))) >= hoursAlone;
}

function savingHeadline(changes: number): string {
  return changes === 1 ? 'Saving the last change.' : `Saving the last ${changes.toLocaleString('en-GB')} changes.`;
}

function backupSentence({ snapshot, backingUp, second, copiedAt }: KeepingState, now: Date): string {
  const last = snapshot === null ? 'Not backed up yet.' : `Backed up and read back ${formatAgo(snapshot.at, now)}.`;
  const own = backingUp === null ? last : `${last} ${backingUpSentence(backingUp)}`;
  if (second.kind === 'none') return own;
  const copied = copiedAt === null ? 'not copied there yet' : `copied there ${formatAgo(copiedAt, now)}`;
  return second.state === 'ready'
    ? `${own} Second folder “${second.name}”: ${copied}.`
    : `${own} The second folder “${second.name}” cannot be reached now; Settings says why.`;
}

function savedSentence({ name, at, confirmed }: SavedFile, now: Date): string {
  return confirmed
    ? `Saved to ${name} ${formatAgo(at, now)}.`
    : `Handed to the browser as ${name} ${formatAgo(at, now)}; its list of downloads says whether it arrived.`;
}
