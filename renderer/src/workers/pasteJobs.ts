import { paragraphsIn, plainInlines, richTextFromPlain } from '../../../shared/domain/bid/richText.ts';
import { noLosses } from '../../../shared/interchange/pastedHtml/leftOut.ts';
import { type Pasted, readPastedHtml } from '../../../shared/interchange/pastedHtml/readPastedHtml.ts';

/** What a clipboard holds; `html` is empty where it holds plain text alone. */
export interface Clipboard {
  readonly html: string;
  readonly text: string;
}

/** What the worker posts besides its answer: how far it is. */
export interface PasteReport {
  readonly kind: 'progress';
  readonly done: number;
}

/** What was read. `excess`: it is too much for one answer, and nothing of it is given. */
export interface ClipboardReading {
  readonly kind: 'read';
  readonly pasted: Pasted;
  readonly excess: Excess | null;
}

export interface Excess {
  readonly characters: number;
  readonly paragraphs: number;
}

/** What one paste takes: some 30,000 words, more than any answer. The cells of a table are paragraphs. */
export const mostCharacters = 200_000;
export const mostParagraphs = 2_500;

/** Formatted text from a clipboard: each line of plain text is a paragraph. */
export function readClipboard({ html, text }: Clipboard, onProgress?: (done: number) => void): ClipboardReading {
  const pasted = html === '' ? { content: plainBlocks(text), losses: noLosses } : readPastedHtml(html, onProgress);
  const found = pasted.content.flatMap(paragraphsIn);
  const characters = found.reduce((sum, inlines) => sum + plainInlines(inlines).length, 0);
  const excess = { characters, paragraphs: found.length };
  if (characters <= mostCharacters && found.length <= mostParagraphs) return { kind: 'read', pasted, excess: null };
  return { kind: 'read', pasted: { content: [], losses: noLosses }, excess };
}

function plainBlocks(text: string): Pasted['content'] {
  const lines = text.replaceAll(/[^\S\r\n\u2028\u2029]+/g, ' ');
  return richTextFromPlain(lines).content.filter((block) => block.type !== 'paragraph' || block.content !== undefined);
}
