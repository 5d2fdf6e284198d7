import type { Inline, Table } from '../domain/document/document.ts';
import { splitPence } from '../domain/bid/shares.ts';

/** Advance widths of Arial in thousandths of an em, from the space (U+0020) to the tilde (U+007E). */
const arial = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/** Letters outside ASCII: as wide as an accented capital; pictures and East Asian letters fill the em, and may part anywhere. */
const otherLetter = 722;
const wholeEm = 1_300;

/** Bold type is wider; other programs' Arial differs a little. */
const allowance = 1.12;

/** What a cell keeps free at both sides, and its rules, in twentieths of a point. */
const cellMargins = 220;

/** No word may ask for more of the table than this; a longer one, such as an address of the web, parts. */
const mostOfTable = 0.4;

/**
 * The widths of a table's columns in twentieths of a point, which add up to `width`: as asked for, but none narrower than its
 * longest word, as long as there is room. Word and LibreOffice part words without a hyphen where a column is too narrow.
 */
export function columnWidths({ columns, rows }: Table, width: number, halfPoints: number): readonly number[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const asked = columns.map((column) => (column.width / whole) * width);
  const least = columns.map(({ header }, index) => {
    const texts = [header, ...rows.map(({ cells }) => wordsOf(cells[index] ?? []))];
    const longest = texts.reduce((most, text) => Math.max(most, longestWord(text)), 0);
    return Math.min(Math.ceil((longest * halfPoints * 10 * allowance) / 1000) + cellMargins, width * mostOfTable);
  });
  const missing = asked.reduce((sum, want, index) => sum + Math.max(0, (least[index] ?? 0) - want), 0);
  const spare = asked.reduce((sum, want, index) => sum + Math.max(0, want - (least[index] ?? 0)), 0);
  const given =
    missing > spare
      ? least
      : asked.map((want, index) => {
          const need = least[index] ?? 0;
          return want < need ? need : want - (spare === 0 ? 0 : ((want - need) * missing) / spare);
        });
  return splitPence(
    width,
    given.map((part) => Math.round(part * 100)),
  );
}

/** Between letters a hyphen parts a word; in a number, such as a PPON, it should not. */
function longestWord(text: string): number {
  return text.split(/\s+|(?<=\p{L})-(?=\p{L})/u).reduce((most, word) => Math.max(most, widthOf(word)), 0);
}

function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) {
    const code = letter.codePointAt(0) ?? 0;
    if (
      /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter)
    ) {
      width = Math.max(width, wholeEm);
    } else if (!/\p{M}|\p{Cf}/u.test(letter)) width += arial[code - 0x20] ?? otherLetter;
  }
  return width;
}

/** The text of inline content; references are short. */
export function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) =>
      inline.kind === 'reference' ? '' : inline.kind === 'placeholder' ? `[${inline.text}]` : inline.text,
    )
    .join('');
}
