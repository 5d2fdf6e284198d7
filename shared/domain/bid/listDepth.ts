import { entryLimits } from '../basics/entryLimits.ts';
import type { RichFlow, RichList, RichListItem } from './richText.ts';

/** The list, none of whose lists lies deeper than `levels`; `lifted` counts the items that were brought up. */
export interface Flattened {
  readonly list: RichList;
  readonly lifted: number;
}

/**
 * Brings the items of lists that lie deeper than `levels` (`entryLimits.listDepth`, or what is left of it where the list
 * goes into another) up to the deepest level that there may be. Every word stays, in its order.
 */
export function flattenedList(list: RichList, levels: number = entryLimits.listDepth): Flattened {
  let lifted = 0;
  const within = (one: RichList, left: number): RichList => ({
    ...one,
    content: one.content.flatMap((item): readonly RichListItem[] => {
      if (left > 1) return [{ ...item, content: item.content.map((part) => deeper(part, left - 1)) }];
      const items = level(item);
      lifted += items.length - 1;
      return items;
    }),
  });
  const deeper = (part: RichFlow, left: number): RichFlow => (part.type === 'paragraph' ? part : within(part, left));
  return { list: within(list, Math.max(1, levels)), lifted };
}

/** An item and whatever lies in it, one after the other on one level. */
function level(item: RichListItem): readonly RichListItem[] {
  const items: { type: 'listItem'; content: RichFlow[] }[] = [{ type: 'listItem', content: [] }];
  for (const part of item.content) {
    if (part.type === 'paragraph') items.at(-1)?.content.push(part);
    else
      for (const inner of part.content)
        items.push(...level(inner).map(({ content }) => ({ type: 'listItem' as const, content: [...content] })));
  }
  return items.filter(({ content }, at) => content.length > 0 || items.length === 1 || at > 0);
}
