import { counted } from '../ui/counted.ts';
import { unreachable } from '../../../shared/domain/basics/result.ts';
import type { StartProblem } from './startUp.ts';

interface RecoveryAdvice {
  readonly title: string;
  readonly found: string;
  readonly safe: string;
  readonly next: string;
  /** Whether to offer going on from a file, a copy or from nothing. */
  readonly canGoOn: boolean;
}

const untouched = 'Nothing was changed or deleted. What is stored there stays as it is, whatever you choose below.';
const bringBack =
  'Bring back the newest state below. It holds every change that was said to be saved, unless it says that some are missing. You can also choose an older one, or open a workspace file.';

/** What a person is told when the stored workspace must not be written to. */
export function recoveryAdvice(problem: StartProblem): RecoveryAdvice {
  switch (problem.kind) {
    case 'lost':
      return {
        title: 'The workspace is missing',
        found:
          'There was a workspace on this computer, and its storage is now empty. Browsers clear storage when the disk is full or site data is deleted; a damaged disk can do the same.',
        safe: untouched,
        next: bringBack,
        canGoOn: true,
      };
    case 'differs':
      return {
        title: 'Another workspace is stored here',
        found: 'The storage holds another workspace than the one that was last open on this computer.',
        safe: untouched,
        next: `If another window of Muster is open, close it and look again. Otherwise: ${lowerFirst(bringBack)}`,
        canGoOn: true,
      };
    case 'newerDatabase':
      return {
        title: 'This workspace belongs to a newer Muster',
        found: `It was last opened with ${newerName(problem.writtenBy)}, which stores it in a way that this one (${import.meta.env.APP_VERSION}) does not know.`,
        safe: 'Nothing was changed. The workspace is whole, and the newer Muster opens it.',
        next: `Start ${newerName(problem.writtenBy)} again, or install it on this computer.`,
        canGoOn: false,
      };
    case 'newerJournal':
      return {
        title: 'This workspace belongs to a newer Muster',
        found: `Its journal was written by ${newerName(problem.writtenBy)}, in a form that this one (${import.meta.env.APP_VERSION}) does not know. It may hold changes that the database does not.`,
        safe: 'Nothing was changed. Nothing is added to the journal, and the newer Muster opens the workspace.',
        next: `Start ${newerName(problem.writtenBy)} again, or install it on this computer.`,
        canGoOn: false,
      };
    case 'upgradeIncomplete':
      return {
        title: 'The workspace was not brought up to date',
        found: 'This Muster stores workspaces in a newer way, and changing this one to it did not finish.',
        safe: untouched,
        next: `Close every window of Muster and look again. If it stays so: ${lowerFirst(bringBack)}`,
        canGoOn: true,
      };
    case 'damaged':
      return {
        title: 'Part of the workspace is missing',
        found: `Its history should hold ${problem.expected} entries and ends at ${problem.found}. Changes have been lost from the storage, so Muster does not write to it.`,
        safe: untouched,
        next: bringBack,
        canGoOn: true,
      };
    case 'unreadable':
      return {
        title: 'The workspace cannot be read',
        found: `The storage of this computer does not open. It says: ${problem.detail}`,
        safe: untouched,
        next: `Close every window of Muster and look again. If it stays so: ${lowerFirst(bringBack)}`,
        canGoOn: true,
      };
    case 'diverged':
      return {
        title: 'The database and the backups tell two stories',
        found: `The database ends with change ${problem.database}. The journal and backups outside it hold changes up to ${problem.kept} that do not lead on from there: a part of the one or the other was lost, or an older copy of the database was put in its place.`,
        safe: untouched,
        next: bringBack,
        canGoOn: true,
      };
    case 'forgotten':
      return {
        title: 'There was a workspace here',
        found:
          'The storage of this computer is empty, and the note of what was in it is gone. But a journal and backups of a workspace are kept outside it.',
        safe: untouched,
        next: bringBack,
        canGoOn: true,
      };
    case 'faulty':
      return {
        title: 'Part of the workspace is damaged',
        found: `Muster read every record and found ${counted(problem.faults.length, 'fault')}. ${problem.faults.slice(0, 3).join(' ')}`,
        safe: untouched,
        next: bringBack,
        canGoOn: true,
      };
    default:
      return unreachable(problem);
  }
}

function newerName(writtenBy: string | null): string {
  return writtenBy ?? 'a newer Muster';
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
