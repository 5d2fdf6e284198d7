import type { DocumentData } from '../../../../../shared/domain/document/document.ts';

/** Characters of a document as data that are laid out in a second, measured on a laptop of two cores. */
const charactersASecond = 40_000;

/** About how long it takes to lay out the pages of a document, in whole seconds. */
export function layoutSeconds(document: DocumentData): number {
  return Math.max(1, Math.round(JSON.stringify(document).length / charactersASecond));
}
