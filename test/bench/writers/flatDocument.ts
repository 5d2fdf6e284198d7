import { unreachable } from '../../../shared/domain/basics/result.ts';
import { plainText } from '../../../shared/domain/bid/richText.ts';
import type { Block, DocumentData, Inline } from '../../../shared/domain/document/document.ts';
import { numberBlocks } from '../../../shared/domain/document/documentNumbers.ts';

/** A document as any tool can write it: headings, paragraphs and tables, each with its words. */
export type FlatBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The same words in the same order, without numbering, fields and styles, which the other tools do not have. */
export function flatDocument(document: DocumentData): readonly FlatBlock[] {
  const { references } = numberBlocks(document);
  const words = (content: readonly Inline[]): string =>
    content.map((each) => (each.kind === 'reference' ? (references.get(each.key) ?? '') : each.text)).join('');
  return document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => flat(block, words)));
}

function flat(block: Block, words: (content: readonly Inline[]) => string): readonly FlatBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, text: block.text }];
    case 'title':
    case 'subtitle':
      return [paragraph(block.text)];
    case 'clause':
    case 'paragraph':
      return [paragraph(words(block.content))];
    case 'rich':
      return block.content.flatMap((each) =>
        plainText({ type: 'doc', content: [each] })
          .split('\n')
          .map(paragraph),
      );
    case 'list':
      return block.items.map((item) => paragraph(words(item)));
    case 'table': {
      const header = block.columns.map((column) => column.header);
      return [
        paragraph(block.caption),
        { kind: 'table', header, rows: block.rows.map(({ cells }) => cells.map(words)) },
      ];
    }
    case 'signature':
      return [words(block.words), ...block.lines].map(paragraph);
    case 'contents':
      return [];
    default:
      return unreachable(block);
  }
}

function paragraph(text: string): FlatBlock {
  return { kind: 'paragraph', text };
}
