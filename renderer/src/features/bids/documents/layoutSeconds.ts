import type { DocumentData } from '../../../../../shared/domain/document/document.ts';
import { counted } from '../../../ui/counted.ts';

/** Characters of a document as data that are laid out in a second, measured on a laptop of two cores. */
const charactersASecond = 40_000;

/** So long a wait is asked for: a longer one is not the choice that is made for somebody. */
export const longestWait = 120;

/** About how long it takes to lay out the pages of a document, in whole seconds. */
export function layoutSeconds(document: DocumentData): number {
  return Math.max(1, Math.round(JSON.stringify(document).length / charactersASecond));
}

/** `4 seconds`, `3 minutes`. */
export function waitInWords(seconds: number): string {
  return seconds < 90 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute');
}

/** How far the layout is, from 0 to 1, told by the time alone: it comes nearer to 1 the longer it takes, and never stands still. */
export function layoutDone(secondsGone: number, expected: number): number {
  return 1 - Math.exp((-1.5 * secondsGone) / expected);
}
