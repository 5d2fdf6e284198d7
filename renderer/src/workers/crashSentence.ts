import { unreachable } from '../../../shared/domain/basics/result.ts';
import type { Crashed } from './watchWorker.ts';

/** Why something that a worker did came to no end, and what a person can do. What is safe is for the caller to say. */
export function crashSentence({ reason, detail }: Pick<Crashed, 'reason' | 'detail'>): string {
  switch (reason) {
    case 'diskFull':
      return 'The disk is full. Make room on it, then try again.';
    case 'ended':
      return `The computer ended it, as it does when its memory is full. Close other programs, then try again. (${detail})`;
    case 'silent':
      return `It came to a standstill and was stopped. Close other programs, then try again. (${detail})`;
    case 'fault':
      return `It went wrong inside Muster. Reload Muster (Ctrl+R), then try again. (${detail})`;
    default:
      return unreachable(reason);
  }
}
