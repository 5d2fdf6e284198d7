import { HeadingLevel, Paragraph } from 'docx';
import {
  plainInlines,
  type RichBlock,
  type RichInline,
  type RichList,
  type RichParagraph,
} from '../domain/bid/richText.ts';
import { richRuns } from './inlines.ts';
import { deepestList } from './numbering.ts';
import { runsRightToLeft } from './safeText.ts';
import { paragraphStyle } from './styles.ts';

/** Gives each numbered list its own number, so that it begins at 1. */
export interface ListCounter {
  next: number;
}

/** Headings inside an answer stand under the buyer's question, which is a heading of level 2. */
const answerHeadings = [HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5] as const;

/**
 * Formatted text as paragraphs. Its headings take the levels below the heading they stand under, with no level skipped,
 * whatever levels the writer used.
 */
export function richBlocks(blocks: readonly RichBlock[], lists: ListCounter): readonly Paragraph[] {
  const used = [...new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.attrs.level] : [])))].toSorted(
    (a, b) => a - b,
  );
  let deepest = -1;
  return blocks.flatMap((block): readonly Paragraph[] => {
    if (block.type === 'heading') {
      deepest = Math.min(used.indexOf(block.attrs.level), deepest + 1);
      const heading = answerHeadings[deepest] ?? HeadingLevel.HEADING_5;
      return [new Paragraph({ heading, ...direction(block.content), children: richRuns(block.content ?? []) })];
    }
    return block.type === 'paragraph' ? [textParagraph(block)] : listParagraphs(block, 0, lists);
  });
}

function textParagraph(block: RichParagraph): Paragraph {
  return new Paragraph({
    style: paragraphStyle.body,
    ...direction(block.content),
    children: richRuns(block.content ?? []),
  });
}

function listParagraphs(list: RichList, level: number, lists: ListCounter): readonly Paragraph[] {
  const ordered = list.type === 'orderedList';
  const depth = Math.min(level, deepestList);
  const numbering = ordered
    ? { reference: 'numbers', level: depth, instance: (lists.next += 1) }
    : { reference: 'bullets', level: depth };
  return list.content.flatMap((item) =>
    item.content.flatMap((block, index): readonly Paragraph[] => {
      if (block.type !== 'paragraph') return listParagraphs(block, level + 1, lists);
      const style = ordered ? paragraphStyle.listNumber : paragraphStyle.listBullet;
      const children = richRuns(block.content ?? []);
      const plain = !ordered && depth === 0;
      return [
        new Paragraph({ style, ...direction(block.content), children, ...(plain || index > 0 ? {} : { numbering }) }),
      ];
    }),
  );
}

function direction(content: readonly RichInline[] | undefined): { readonly bidirectional?: true } {
  return runsRightToLeft(plainInlines(content ?? [])) ? { bidirectional: true } : {};
}
