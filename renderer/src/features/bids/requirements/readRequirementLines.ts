import type { Requirement } from '../../../../../shared/domain/bid/bid.ts';
import { parseShare } from '../../../../../shared/domain/bid/shareEntry.ts';

/** Lines as they come from a document (bullets are dropped) or a spreadsheet (a last column that is a percentage is the weight). */
export function readRequirementLines(text: string): readonly Pick<Requirement, 'text' | 'weight'>[] {
  return text.split(/\r?\n|\r/).flatMap((line) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const last = cells.length > 1 ? (cells.at(-1) ?? '') : '';
    const weight = last === '' ? null : parseShare(last);
    const hasWeight = weight?.ok === true;
    const words = (hasWeight ? cells.slice(0, -1) : cells)
      .filter((cell) => cell !== '')
      .join(' ')
      .replace(/^[•●▪◦‣·*–—-]\s+/u, '')
      .trim();
    return words === '' ? [] : [{ text: words, weight: hasWeight ? weight.value / 100 : 0 }];
  });
}
