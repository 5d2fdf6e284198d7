import { unreachable } from '../../../shared/domain/basics/result.ts';
import type { OpeningProblem } from '../store/openStore.ts';

interface RecoveryAdvice {
  readonly title: string;
  readonly found: string;
  readonly safe: string;
  readonly next: string;
  /** Whether to offer going on from a file, a copy or from nothing. */
  readonly canGoOn: boolean;
}

const untouched = 'Nothing was changed or deleted. What is stored there stays as it is, whatever you choose below.';
const bringBack = 'Open your newest workspace file, or one of the copies below.';

/** What a person is told when the stored workspace must not be written to. */
export function recoveryAdvice(problem: OpeningProblem): RecoveryAdvice {
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
        found: `It was last opened with a newer version, which stores it in a way that this one (${import.meta.env.APP_VERSION}) does not know.`,
        safe: 'Nothing was changed. The workspace is whole, and the newer Muster opens it.',
        next: 'Start the newer Muster again, or install it on this computer.',
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
    default:
      return unreachable(problem);
  }
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
