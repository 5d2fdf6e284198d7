import { unreachable } from '../../../shared/domain/basics/result.ts';
import type { Failed } from '../../../shared/host/failed.ts';

/**
 * Why the desktop could not do it, and what a person can do about it. `place`: whether the person chose it and may choose
 * another, or it is Muster's own.
 */
export function failureSentence({ reason, detail }: Failed, place: 'chosen' | 'own' = 'chosen'): string {
  switch (reason) {
    case 'diskFull':
      return place === 'own'
        ? 'The disk is full. Make room on it, then try again.'
        : 'The disk is full. Make room on it, or choose another place.';
    case 'notAllowed':
      return place === 'own'
        ? `The computer does not let Muster write to its own folder. Ask whoever looks after it. It says: ${detail}`
        : 'This place does not allow it. Choose another folder, such as Documents.';
    case 'notFound':
      return 'It is no longer there. It may have been moved or removed.';
    case 'inUse':
      return place === 'own'
        ? 'Another program holds the file, such as a virus scanner or another window. Try again in a moment.'
        : 'Another program is using the file. Close it there, or choose another name.';
    case 'tooLarge':
      return 'The file is larger than Muster can handle.';
    case 'refused':
    case 'other':
      return `The computer could not do it. It says: ${detail}`;
    default:
      return unreachable(reason);
  }
}
