/**
 * Formatted text as plain data: a small closed subset of the JSON of ProseMirror and Tiptap, so that an editor can hold it
 * as it is. Paragraphs, headings of three levels, lists that may nest, bold, italic, underline and links; nothing else.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichBlock[];
}

export type RichBlock = RichParagraph | RichHeading | RichList;

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
  readonly content: readonly RichListItem[];
}

interface RichListItem {
  readonly type: 'listItem';
  readonly content: readonly (RichParagraph | RichList)[];
}

export type RichInline = { readonly type: 'hardBreak' } | RichRun;

export interface RichRun {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly RichMark[];
}

type RichMark =
  | { readonly type: 'bold' | 'italic' | 'underline' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

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

/** The words alone: one line for each paragraph, heading and list item, without bullets or numbers. */
export function plainText(text: RichText): string {
  return text.content.flatMap(linesOf).join('\n');
}

function linesOf(block: RichBlock): readonly string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [plainInlines(block.content ?? [])];
  return block.content.flatMap((item) => item.content.flatMap(linesOf));
}

/** The words of a run of inline text; a hard break is a line break. */
export function plainInlines(inlines: readonly RichInline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}
