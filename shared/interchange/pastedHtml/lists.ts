import type { NumberKind, RichFlow, RichInline, RichList, RichListItem } from '../../domain/bid/richText.ts';

/** How one item of a list is marked in its source, where each item stands as a line of its own. */
export interface ItemMark {
  /** What tells a list from its neighbour. */
  readonly list: string;
  /** From 1. */
  readonly level: number;
  /** `null` for a bullet. */
  readonly kind: NumberKind | null;
  readonly number: number;
}

/** A paragraph that is, or may be, part of a list. */
export interface ListLine {
  readonly mark: ItemMark | null;
  /** Where its text begins, in points. */
  readonly indent: number;
  /** The level of the item it goes on with, by the name of its style. */
  readonly continues: number | null;
  readonly content: readonly RichInline[];
}

interface OpenList {
  readonly mark: ItemMark;
  readonly indent: number;
  readonly items: { type: 'listItem'; content: RichFlow[] }[];
  last: number;
}

/** Puts lines together to lists that lie in each other. */
export class ListBuilder {
  private readonly open: OpenList[] = [];
  private readonly done: RichList[] = [];

  /** Takes the line into the lists; `false` where it is no part of them. */
  take(line: ListLine): boolean {
    if (line.mark === null) return this.goOn(line);
    this.closeTo(line.mark.level);
    const top = this.open.at(-1);
    if (top?.mark.level === line.mark.level && !follows(top, line.mark)) this.close();
    if (this.open.at(-1)?.mark.level !== line.mark.level) {
      const indent = line.indent === 0 ? 36 * line.mark.level : line.indent;
      this.open.push({ mark: line.mark, indent, items: [], last: line.mark.number });
    }
    const list = this.open.at(-1);
    list?.items.push({ type: 'listItem', content: [paragraph(line.content)] });
    if (list !== undefined) list.last = line.mark.number;
    return true;
  }

  /** The lists so far; what comes next belongs to others. */
  end(): readonly RichList[] {
    this.closeTo(0);
    return this.done.splice(0);
  }

  /** A second paragraph of an item: of the deepest one that the line stands in as far as. */
  private goOn({ indent, continues, content }: ListLine): boolean {
    const levels = this.open.filter((list) => list.indent <= indent + 1).map(({ mark }) => mark.level);
    const level = indent > 0 ? (levels.at(-1) ?? continues) : continues;
    const deepest = this.open.at(-1)?.mark.level ?? 0;
    if (level === null || deepest === 0) return false;
    this.closeTo(Math.min(level, deepest));
    this.open.at(-1)?.items.at(-1)?.content.push(paragraph(content));
    return this.open.length > 0;
  }

  private closeTo(level: number): void {
    while ((this.open.at(-1)?.mark.level ?? 0) > level) this.close();
  }

  private close(): void {
    const closed = this.open.pop();
    if (closed === undefined) return;
    const list = listOf(closed.mark.kind, closed.mark.number, closed.items);
    const home = this.open.at(-1)?.items.at(-1);
    if (home === undefined) this.done.push(list);
    else home.content.push(list);
  }
}

function follows(list: OpenList, mark: ItemMark): boolean {
  if (mark.kind !== list.mark.kind) return false;
  return mark.kind === null || mark.number === list.last + 1 || mark.list === list.mark.list;
}

function paragraph(content: readonly RichInline[]): RichFlow {
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

/** A list with its numbering; `kind` is `null` for bullets and `undefined` for numbers as the level has them. */
export function listOf(kind: NumberKind | null | undefined, start: number, content: readonly RichListItem[]): RichList {
  if (kind === null) return { type: 'bulletList', content };
  const attrs = { ...(start === 1 ? {} : { start }), ...(kind === undefined ? {} : { type: kind }) };
  return { type: 'orderedList', ...(Object.keys(attrs).length === 0 ? {} : { attrs }), content };
}

/** The names of Word (`alpha-lower`), of CSS (`lower-alpha`) and of HTML (`a`) for the ways to number. */
export function kindNamed(name: string): NumberKind | null | undefined {
  const known: Readonly<Record<string, NumberKind | null>> = {
    decimal: '1',
    arabic: '1',
    'arabic-leading-zero': '1',
    'decimal-leading-zero': '1',
    ordinal: '1',
    '1': '1',
    'alpha-lower': 'a',
    'lower-alpha': 'a',
    'lower-latin': 'a',
    a: 'a',
    'alpha-upper': 'A',
    'upper-alpha': 'A',
    'upper-latin': 'A',
    A: 'A',
    'roman-lower': 'i',
    'lower-roman': 'i',
    i: 'i',
    'roman-upper': 'I',
    'upper-roman': 'I',
    I: 'I',
    bullet: null,
    image: null,
    disc: null,
    circle: null,
    square: null,
    none: null,
  };
  return known[name];
}

/** What a mark such as "3.", "b)", "(iv)", "2.1" or "•" counts as; `format` is what the style sheet says of its level. */
export function readMark(mark: string, format: NumberKind | null | undefined): Pick<ItemMark, 'kind' | 'number'> {
  const [, last = ''] = /([\dA-Za-z]+)[^\dA-Za-z]*$/.exec(mark.slice(-40)) ?? [];
  const isNumber = /^\d{1,5}$/.test(last);
  if (format === null || last === '' || (!isNumber && !/^[A-Za-z]{1,6}$/.test(last))) return { kind: null, number: 1 };
  if (isNumber) return { kind: '1', number: Number(last) };
  // A letter alone is a bullet: "o" of the second level, or a sign of Wingdings.
  if (format === undefined && !/[.)\]:]/.test(mark)) return { kind: null, number: 1 };
  const lower = last.toLowerCase();
  const isUpper = last !== lower;
  const roman = romanNumber(lower);
  const isRoman =
    format === undefined ? roman !== null && (lower.length > 1 || /[ivx]/.test(lower)) : /i/i.test(format);
  if (isRoman && roman !== null) return { kind: isUpper ? 'I' : 'i', number: roman };
  if (new Set(lower).size > 1) return { kind: null, number: 1 };
  return { kind: isUpper ? 'A' : 'a', number: (lower.length - 1) * 26 + lower.charCodeAt(0) - 96 };
}

function romanNumber(text: string): number | null {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return null;
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const digits = Array.from(text, (digit) => values[digit] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}
