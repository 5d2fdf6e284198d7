import { HeadingLevel, Paragraph, type IParagraphOptions, type Table } from 'docx';
import { unreachable } from '../domain/basics/result.ts';
import {
  plainInlines,
  type RichBlock,
  type RichFlow,
  type RichInline,
  type RichList,
  type RichParagraph,
} from '../domain/bid/richText.ts';
import { richRuns } from './inlines.ts';
import { deepestList, listIndent, numberedList } from './numbering.ts';
import type { Orientation } from './pageSize.ts';
import { richTable } from './richTable.ts';
import { runsRightToLeft } from './safeText.ts';
import { paragraphStyle } from './styles.ts';

/** Gives each numbered list its own number, so that it begins at 1. */
export interface ListCounter {
  next: number;
}

/** Headings inside an answer stand under the buyer's question, which is a heading of level 2. */
const answerHeadings = [HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5] as const;

/**
 * Formatted text as paragraphs and tables. Its headings take the levels below the heading they stand under, with no level
 * skipped, whatever levels the writer used.
 */
export function richBlocks(
  blocks: readonly RichBlock[],
  orientation: Orientation,
  lists: ListCounter,
): readonly (Paragraph | Table)[] {
  const used = [...new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.attrs.level] : [])))].toSorted(
    (a, b) => a - b,
  );
  let deepest = -1;
  return blocks.flatMap((block): readonly (Paragraph | Table)[] => {
    switch (block.type) {
      case 'heading': {
        deepest = Math.min(used.indexOf(block.attrs.level), deepest + 1);
        const heading = answerHeadings[deepest] ?? HeadingLevel.HEADING_5;
        return [new Paragraph({ heading, ...direction(block.content), children: richRuns(block.content ?? []) })];
      }
      case 'table':
        return richTable(block, orientation, (content, style) => flow(content, style, lists));
      case 'paragraph':
      case 'bulletList':
      case 'orderedList':
        return flow([block], paragraphStyle.body, lists);
      default:
        return unreachable(block);
    }
  });
}

/** Paragraphs in the given style, and lists. */
function flow(content: readonly RichFlow[], style: string, lists: ListCounter): readonly Paragraph[] {
  return content.flatMap((block) =>
    block.type === 'paragraph' ? [textParagraph(block, { style })] : listParagraphs(block, 0, lists),
  );
}

function textParagraph({ content = [] }: RichParagraph, options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, ...direction(content), children: richRuns(content) });
}

function listParagraphs(list: RichList, level: number, lists: ListCounter): readonly Paragraph[] {
  const ordered = list.type === 'orderedList';
  const depth = Math.min(level, deepestList);
  const style = ordered ? paragraphStyle.listNumber : paragraphStyle.listBullet;
  const numbering = ordered
    ? numberedList(depth, list.attrs ?? {}, (lists.next += 1))
    : { reference: 'bullets', level: depth };
  // The style of a bullet of the first level names its own list already.
  const marked = !ordered && depth === 0 ? {} : { numbering };
  // What follows in the same item stands under its first line, without a mark of its own.
  const continued = { style: paragraphStyle.listContinue, indent: { left: listIndent * (depth + 1) } };
  return list.content.flatMap((item) =>
    item.content.flatMap((block, index): readonly Paragraph[] => {
      if (block.type !== 'paragraph') return listParagraphs(block, level + 1, lists);
      return [textParagraph(block, index === 0 ? { style, ...marked } : continued)];
    }),
  );
}

function direction(content: readonly RichInline[] | undefined): { readonly bidirectional?: true } {
  return runsRightToLeft(plainInlines(content ?? [])) ? { bidirectional: true } : {};
}
