import type { RichBlock, RichInline } from '../../domain/bid/richText.ts';
import { type ItemMark, ListBuilder, readMark } from './lists.ts';
import { addText, paragraphsOf, type TextLook } from './runs.ts';

/** Where a line of text stands. */
export interface Place {
  readonly heading: 1 | 2 | 3 | null;
  readonly mark: ItemMark | null;
  readonly indent: number;
  readonly continues: number | null;
}

export const plainPlace: Place = { heading: null, mark: null, indent: 0, continues: null };

/** Lines become paragraphs, headings and lists in the order in which they come. */
export class Page {
  private readonly blocks: RichBlock[] = [];
  private readonly lists = new ListBuilder();
  private line: RichInline[] = [];
  private place: Place = plainPlace;
  private sign: string | null = null;

  text(text: string, look: TextLook, place: Place): void {
    if (this.line.length === 0) this.place = place;
    addText(this.line, text, look);
  }

  lineBreak(place: Place): void {
    if (this.line.length === 0) this.place = place;
    this.line.push({ type: 'hardBreak' });
  }

  /** The sign or number that stands before an item. */
  mark(sign: string, place: Place): void {
    this.sign = sign.trim();
    this.place = place;
  }

  endLine(): void {
    const { place, sign } = this;
    const [first = [], ...more] = paragraphsOf(this.line);
    this.line = [];
    this.sign = null;
    if (first.length === 0) return;
    if (place.heading !== null) {
      this.endLists();
      const number = sign === null || sign === '' ? [] : [{ type: 'text' as const, text: `${sign} ` }];
      for (const content of [[...number, ...first], ...more]) {
        this.blocks.push({ type: 'heading', attrs: { level: place.heading }, content: content.map(withoutBold) });
      }
      return;
    }
    this.paragraph(first, place, signedMark(place.mark, sign));
    for (const content of more)
      this.paragraph(content, { ...place, continues: place.mark?.level ?? place.continues }, null);
  }

  block(block: RichBlock): void {
    this.endLine();
    this.endLists();
    this.blocks.push(block);
  }

  end(): readonly RichBlock[] {
    this.endLine();
    this.endLists();
    return this.blocks;
  }

  private paragraph(content: readonly RichInline[], { indent, continues }: Place, mark: ItemMark | null): void {
    if (this.lists.take({ mark, indent, continues, content })) return;
    this.endLists();
    this.blocks.push({ type: 'paragraph', content });
  }

  private endLists(): void {
    this.blocks.push(...this.lists.end());
  }
}

/** Headings are bold of themselves. */
function withoutBold(inline: RichInline): RichInline {
  if (inline.type !== 'text' || inline.marks === undefined) return inline;
  const marks = inline.marks.filter(({ type }) => type !== 'bold');
  return marks.length === 0 ? { type: 'text', text: inline.text } : { ...inline, marks };
}

function signedMark(mark: ItemMark | null, sign: string | null): ItemMark | null {
  if (sign === null || sign === '') return mark;
  const base = mark ?? { list: '', level: 1, kind: null, number: 1 };
  return { ...base, ...readMark(sign, base.kind ?? undefined) };
}
