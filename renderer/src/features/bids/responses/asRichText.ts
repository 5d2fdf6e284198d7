import { flattenedList } from '../../../../../shared/domain/bid/listDepth.ts';
import {
  emptyRichText,
  numberKinds,
  plainMarks,
  plainText,
  type RichBlock,
  type RichCell,
  type RichFlow,
  type RichInline,
  type RichList,
  type RichListItem,
  type RichMark,
  type RichParagraph,
  type RichText,
} from '../../../../../shared/domain/bid/richText.ts';

/** A node as an editor writes it; anything may be missing or unknown. */
interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly Node[] | undefined;
  readonly content?: readonly Node[] | undefined;
}

/**
 * What an editor holds, as the closed set of formatted text: kinds that are not in it give up their form, never their
 * words. The same text always comes out in the same order of fields.
 */
export function asRichText({ content = [] }: Node): RichText {
  const blocks = blocksIn(content).map((block) => (isList(block) ? flattenedList(block).list : block));
  const text: RichText = { type: 'doc', content: blocks };
  return plainText(text) === '' && text.content.every(({ type }) => type === 'paragraph') ? emptyRichText : text;
}

function blocksIn(nodes: readonly Node[]): readonly RichBlock[] {
  return nodes.flatMap((node): readonly RichBlock[] => {
    const { type, content = [], attrs } = node;
    if (type === 'bulletList') return [{ type, content: content.map(itemOf) }];
    if (type === 'orderedList') return [{ type, ...numberingOf(attrs), content: content.map(itemOf) }];
    if (type === 'table' && content.every(isRow)) {
      return [
        { type, content: content.map((row) => ({ type: 'tableRow', content: (row.content ?? []).map(cellOf) })) },
      ];
    }
    if (type === 'heading') {
      return [
        { type, attrs: { level: attrs?.['level'] === 1 ? 1 : attrs?.['level'] === 2 ? 2 : 3 }, ...inlinesIn(content) },
      ];
    }
    if (type === 'paragraph' || isInline(node) || content.every(isInline)) return [paragraphOf(node)];
    return blocksIn(content);
  });
}

function isList(block: RichBlock): block is RichList {
  return block.type === 'bulletList' || block.type === 'orderedList';
}

function numberingOf(attrs: Node['attrs']): Pick<RichList, 'attrs'> {
  const [start, kind] = [attrs?.['start'], numberKinds.find((one) => one === attrs?.['type'])];
  const numbering = {
    ...(Number.isSafeInteger(start) && start !== 1 ? { start: Number(start) } : {}),
    ...(kind === undefined ? {} : { type: kind }),
  };
  return Object.keys(numbering).length === 0 ? {} : { attrs: numbering };
}

function itemOf({ content = [] }: Node): RichListItem {
  return { type: 'listItem', content: blocksIn(content).flatMap(flowIn) };
}

/** In a list and in a cell a heading becomes a paragraph, and a table gives up its form. */
function flowIn(block: RichBlock): readonly RichFlow[] {
  if (block.type === 'heading') {
    return [{ type: 'paragraph', ...(block.content === undefined ? {} : { content: block.content }) }];
  }
  if (block.type === 'table') return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content));
  return [block];
}

function isRow({ type, content = [] }: Node): boolean {
  return type === 'tableRow' && content.every((cell) => cell.type === 'tableCell' || cell.type === 'tableHeader');
}

function cellOf({ type, attrs, content = [] }: Node): RichCell {
  const spans = { ...spanOf('colspan', attrs), ...spanOf('rowspan', attrs) };
  return {
    type: type === 'tableHeader' ? type : 'tableCell',
    ...(Object.keys(spans).length === 0 ? {} : { attrs: spans }),
    content: blocksIn(content).flatMap(flowIn),
  };
}

function spanOf(name: 'colspan' | 'rowspan', attrs: Node['attrs']): Readonly<Record<string, number>> {
  const span = attrs?.[name];
  return Number.isSafeInteger(span) && Number(span) > 1 ? { [name]: Number(span) } : {};
}

function paragraphOf(node: Node): RichParagraph {
  return { type: 'paragraph', ...inlinesIn(isInline(node) ? [node] : (node.content ?? [])) };
}

function isInline({ type }: Node): boolean {
  return type === 'text' || type === 'hardBreak';
}

function inlinesIn(nodes: readonly Node[]): { readonly content?: readonly RichInline[] } {
  const content = nodes.flatMap((node): readonly RichInline[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    if (typeof node.text !== 'string') return inlinesIn(node.content ?? []).content ?? [];
    if (node.text === '') return [];
    const marks = (node.marks ?? []).flatMap(markOf);
    return [marks.length === 0 ? { type: 'text', text: node.text } : { type: 'text', text: node.text, marks }];
  });
  return content.length === 0 ? {} : { content };
}

function markOf({ type, attrs }: Node): readonly RichMark[] {
  const plain = plainMarks.find((one) => one === type);
  if (plain !== undefined) return [{ type: plain }];
  const href = attrs?.['href'];
  return type === 'link' && typeof href === 'string' ? [{ type, attrs: { href } }] : [];
}
