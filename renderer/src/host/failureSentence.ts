import { unreachable } from '../../../shared/domain/basics/result.ts';
import type { Failed } from '../../../shared/host/failed.ts';

/** Why the desktop could not do it, and what a person can do about it. */
export function failureSentence({ reason, detail }: Failed): string {
  switch (reason) {
    case 'diskFull':
      return 'The disk is full. Make room on it, or choose another place.';
    case 'notAllowed':
      return 'This place does not allow it. Choose another folder, such as Documents.';
    case 'notFound':
      return 'It is no longer there. It may have been moved or removed.';
    case 'inUse':
      return 'Another program is using the file. Close it there, or choose another name.';
    case 'tooLarge':
      return 'The file is larger than Muster can handle.';
    case 'refused':
    case 'other':
      return `The computer could not do it. It says: ${detail}`;
    default:
      return unreachable(reason);
  }
}
