import { flattenedList } from '../../domain/bid/listDepth.ts';
import type { RichBlock, RichList } from '../../domain/bid/richText.ts';
import type { Pasted } from './readPastedHtml.ts';
import { tableAsLines } from './tables.ts';

/** Where something is pasted: what holds it, and how many more levels of lists there may be. */
export interface PastePlace {
  readonly within: 'text' | 'item' | 'cell';
  readonly levels: number;
}

/** What was pasted, as it can stand at its place: in items and cells without headings and tables. */
export function pastedInto({ content, losses }: Pasted, { within, levels }: PastePlace): Pasted {
  let { tables, lifted } = losses;
  const fitted = content.flatMap((block): readonly RichBlock[] => {
    if (isList(block)) {
      const flat = flattenedList(block, levels);
      lifted += flat.lifted;
      return [flat.list];
    }
    if (within === 'text') return [block];
    if (block.type === 'heading') {
      return [{ type: 'paragraph', ...(block.content === undefined ? {} : { content: block.content }) }];
    }
    if (block.type !== 'table') return [block];
    tables += 1;
    return tableAsLines(block.content.map((row) => row.content));
  });
  return { content: fitted, losses: { ...losses, tables, lifted } };
}

function isList(block: RichBlock): block is RichList {
  return block.type === 'bulletList' || block.type === 'orderedList';
}
