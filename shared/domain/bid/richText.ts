import { unreachable } from '../basics/result.ts';

/**
 * Formatted text as plain data: a small closed subset of the JSON of ProseMirror and Tiptap, so that an editor can hold it
 * as it is. Paragraphs, headings of three levels, lists that may nest, tables, bold, italic, underline, superscript,
 * subscript and links; nothing else.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichBlock[];
}

/**
 * Reads each text once, however often it is asked: a text never changes, a change makes another. Hundreds of answers are not read
 * again for each key that is typed.
 */
export function oncePerText<T>(read: (text: RichText) => T): (text: RichText) => T {
  const found = new WeakMap<RichText, { readonly value: T }>();
  return (text) => {
    const known = found.get(text) ?? { value: read(text) };
    found.set(text, known);
    return known.value;
  };
}

export type RichBlock = RichParagraph | RichHeading | RichList | RichTable;

/** What an item of a list and a cell of a table may hold. */
export type RichFlow = RichParagraph | RichList;

export interface RichParagraph {
  readonly type: 'paragraph';
  /** Left out by the editor where the paragraph is empty. */
  readonly content?: readonly RichInline[];
}

interface RichHeading {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2 | 3 };
  readonly content?: readonly RichInline[];
}

export interface RichList {
  readonly type: 'bulletList' | 'orderedList';
  /** Of a numbered list: left out where it begins at 1 and is numbered as its level is by default. */
  readonly attrs?: { readonly start?: number; readonly type?: NumberKind };
  readonly content: readonly RichListItem[];
}

/** How a list is numbered, as HTML names it: 1, a, A, i, I. */
export const numberKinds = ['1', 'a', 'A', 'i', 'I'] as const;
export type NumberKind = (typeof numberKinds)[number];

export interface RichListItem {
  readonly type: 'listItem';
  readonly content: readonly RichFlow[];
}

/** Every row covers the same number of columns, counting cells that reach over several columns or rows. */
export interface RichTable {
  readonly type: 'table';
  readonly content: readonly RichRow[];
}

interface RichRow {
  readonly type: 'tableRow';
  readonly content: readonly RichCell[];
}

export interface RichCell {
  readonly type: 'tableCell' | 'tableHeader';
  /** How many columns and rows the cell covers; left out where it is one. */
  readonly attrs?: { readonly colspan?: number; readonly rowspan?: number };
  readonly content: readonly RichFlow[];
}

export type RichInline = { readonly type: 'hardBreak' } | RichRun;

export interface RichRun {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly RichMark[];
}

export const plainMarks = ['bold', 'italic', 'underline', 'superscript', 'subscript'] as const;

export type RichMark =
  { readonly type: (typeof plainMarks)[number] } | { readonly type: 'link'; readonly attrs: { readonly href: string } };

export const emptyRichText: RichText = { type: 'doc', content: [] };

/** Formatted text from unformatted text: one paragraph for each line. */
export function richTextFromPlain(text: string): RichText {
  const lines = text === '' ? [] : text.split(/\r\n|[\n\r\u2028\u2029]/);
  return {
    type: 'doc',
    content: lines.map((line) =>
      line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    ),
  };
}

/**
 * The words alone: one line for each paragraph, heading and list item, without bullets or numbers, and one for each row of
 * a table, with a tab between cells and " / " between the paragraphs of a cell.
 */
export function plainText(text: RichText): string {
  return text.content.flatMap(linesOf).join('\n');
}

function linesOf(block: RichBlock): readonly string[] {
  if (block.type !== 'table') return paragraphsIn(block).map(plainInlines);
  return block.content.map((row) =>
    row.content
      .map((cell) =>
        cell.content
          .flatMap(paragraphsIn)
          .map((inlines) => plainInlines(inlines).replaceAll('\n', ' '))
          .join(' / '),
      )
      .join('\t'),
  );
}

/** The runs of text that a block holds, one for each paragraph or heading in it, in the order of reading. */
export function paragraphsIn(block: RichBlock): readonly (readonly RichInline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content ?? []];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(paragraphsIn));
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(paragraphsIn)));
    default:
      return unreachable(block);
  }
}

/** The words of a run of inline text; a hard break is a line break, and 10³ stays apart from 103. */
export function plainInlines(inlines: readonly RichInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'hardBreak') return '\n';
      if (inline.marks?.some(({ type }) => type === 'superscript') === true) return raised(inline.text, superscripts);
      if (inline.marks?.some(({ type }) => type === 'subscript') === true) return raised(inline.text, subscripts);
      return inline.text;
    })
    .join('');
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const subscripts = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ';

/** Text in raised or lowered characters, where Unicode has one for each of them; else as it is. */
function raised(text: string, characters: string): string {
  const each = Array.from(text, (character) => characters['0123456789+-=()n'.indexOf(character)]);
  return each.every((character) => character !== undefined) ? each.join('') : text;
}
