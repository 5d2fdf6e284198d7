import { unreachable } from '../basics/result.ts';
import type { Block, DocumentData, Inline } from './document.ts';

/** Straight quotation marks and apostrophes as print sets them: `“Lot 1”`, `Hollowell’s`, `6′`. */
export function curlyQuotes(text: string): string {
  return text
    .replace(/(^|[\s([{“‘—–/-])"/g, '$1“')
    .replace(/(^|[\s([{“—–/])'/g, '$1‘')
    .replaceAll('"', '”')
    .replaceAll("'", '’');
}

/** The same for every word of a document but its formatted answers, which are somebody's own text. */
export function withCurlyQuotes(document: DocumentData): DocumentData {
  return {
    ...document,
    title: curlyQuotes(document.title),
    subject: curlyQuotes(document.subject),
    header: curlyQuotes(document.header),
    footer: curlyQuotes(document.footer),
    sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(inBlock) })),
  };
}

function inBlock(block: Block): Block {
  switch (block.kind) {
    case 'title':
    case 'subtitle':
    case 'heading':
      return { ...block, text: curlyQuotes(block.text) };
    case 'clause':
    case 'paragraph':
      return { ...block, content: inWords(block.content) };
    case 'list':
      return { ...block, items: block.items.map(inWords) };
    case 'table':
      return {
        ...block,
        caption: curlyQuotes(block.caption),
        columns: block.columns.map((column) => ({ ...column, header: curlyQuotes(column.header) })),
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(inWords) })),
      };
    case 'signature':
      return { ...block, words: inWords(block.words), lines: block.lines.map(curlyQuotes) };
    case 'contents':
    case 'rich':
      return block;
    default:
      return unreachable(block);
  }
}

function inWords(content: readonly Inline[]): readonly Inline[] {
  return content.map((part) => (part.kind === 'reference' ? part : { ...part, text: curlyQuotes(part.text) }));
}
