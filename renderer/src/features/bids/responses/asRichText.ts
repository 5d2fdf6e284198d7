import {
  emptyRichText,
  plainText,
  type RichBlock,
  type RichInline,
  type RichList,
  type RichParagraph,
  type RichRun,
  type RichText,
} from '../../../../../shared/domain/bid/richText.ts';

type Mark = NonNullable<RichRun['marks']>[number];
type Item = RichList['content'][number];

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
  const text: RichText = { type: 'doc', content: blocksIn(content) };
  return plainText(text) === '' && text.content.every(({ type }) => type === 'paragraph') ? emptyRichText : text;
}

function blocksIn(nodes: readonly Node[]): readonly RichBlock[] {
  return nodes.flatMap((node): readonly RichBlock[] => {
    const { type, content = [], attrs } = node;
    if (type === 'bulletList' || type === 'orderedList') return [{ type, content: content.map(itemOf) }];
    if (type === 'heading') {
      return [
        { type, attrs: { level: attrs?.['level'] === 1 ? 1 : attrs?.['level'] === 2 ? 2 : 3 }, ...inlinesIn(content) },
      ];
    }
    if (type === 'paragraph' || isInline(node) || content.every(isInline)) return [paragraphOf(node)];
    return blocksIn(content);
  });
}

function itemOf({ content = [] }: Node): Item {
  return { type: 'listItem', content: blocksIn(content).map(inItem) };
}

/** A heading in a list becomes a paragraph of it. */
function inItem(block: RichBlock): RichParagraph | RichList {
  if (block.type !== 'heading') return block;
  return { type: 'paragraph', ...(block.content === undefined ? {} : { content: block.content }) };
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

function markOf({ type, attrs }: Node): readonly Mark[] {
  if (type === 'bold' || type === 'italic' || type === 'underline') return [{ type }];
  const href = attrs?.['href'];
  return type === 'link' && typeof href === 'string' ? [{ type, attrs: { href } }] : [];
}
