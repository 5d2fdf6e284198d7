import { unreachable } from '../../../shared/domain/basics/result.ts';
import { refusalSentence } from '../../../shared/workspace/refusal.ts';
import { failureSentence } from '../host/failureSentence.ts';
import { type Fill, share } from '../safekeeping/fill.ts';
import type { Room } from '../safekeeping/room.ts';
import type { SnapshotFailure } from '../safekeeping/snapshotFailure.ts';
import { counted } from '../ui/counted.ts';
import { formatSize } from '../ui/formatSize.ts';
import { crashSentence } from '../workers/crashSentence.ts';

/** Why there is no newer backup, what is safe, and what to do. */
export function snapshotFailureSentence(failure: SnapshotFailure): string {
  switch (failure.kind) {
    case 'failed':
      return failureSentence(failure, 'own');
    case 'unsound':
    case 'tooLarge':
      return `${notMadeSentence(failure)} Older backups and the journal stay.`;
    case 'crashed':
      return `${crashSentence(failure)} Older backups and the journal stay.`;
    case 'gone':
      return 'The workspace could not be read whole. Reload Muster (Ctrl+R).';
    default:
      return unreachable(failure);
  }
}

/** `done`: how far it is, from 0 to 1. */
export function backingUpSentence(done: number): string {
  return `A backup is being made: ${Math.floor(done * 100)} %.`;
}

/** `34 GB are free on this computer. A backup takes about 300 MB.` */
export function roomSentence({ free, needed }: Room): string {
  const backup = needed === null ? '' : ` A backup takes about ${formatSize(needed)}.`;
  return `${formatSize(free)} are free for Muster on this computer.${backup}`;
}

/** Why a backup or a workspace file that could not be opened again was not made. */
export function notMadeSentence(failure: Extract<SnapshotFailure, { readonly kind: 'unsound' | 'tooLarge' }>): string {
  if (failure.kind === 'unsound') {
    const { what } = refusalSentence(failure.refusal);
    return `It could not have been opened again, so it does not count. ${what} Undo the change to that record, or make it simpler, then try again.`;
  }
  const full = failure.fill.filter((fill) => share(fill) > 1).map(fillSentence);
  return `${full.join(' ')} Move what is no longer needed to a workspace file of its own.`;
}

/** `The records and their history come to about 560 MB of the 1 GB that a backup can hold.` */
export function fillSentence({ limit, used, most }: Fill): string {
  const sizes = `${formatSize(used)} of the ${formatSize(most)}`;
  switch (limit) {
    case 'backup':
      return `The records and their history come to about ${sizes} that a backup can hold.`;
    case 'file':
      return `With the attached files the workspace comes to ${sizes} that a workspace file can hold.`;
    case 'attachedFiles':
      return `${counted(used, 'attached file')} of the ${most.toLocaleString('en-GB')} that a workspace file can hold.`;
    case 'storage':
      return `Muster uses ${sizes} that the browser lets it store on this computer.`;
    default:
      return unreachable(limit);
  }
}
