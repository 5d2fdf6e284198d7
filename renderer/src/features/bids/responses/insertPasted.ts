import type { Editor } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import { entryLimits } from '../../../../../shared/domain/basics/entryLimits.ts';
import type { RichBlock } from '../../../../../shared/domain/bid/richText.ts';
import type { PastePlace } from '../../../../../shared/interchange/pastedHtml/pastedInto.ts';

/** Nodes that take the place of what stands from `from` to `to`. The cursor then stands before the last `behind` places. */
interface Exchange {
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly Node[];
  readonly behind: number;
}

/** What may be pasted where the cursor stands. */
export function pastePlace({ selection: { $from } }: EditorState): PastePlace {
  let lists = 0;
  let within: PastePlace['within'] = 'text';
  for (let depth = 1; depth <= $from.depth; depth += 1) {
    const { name } = $from.node(depth).type;
    if (name === 'listItem') within = 'item';
    if (name === 'tableCell' || name === 'tableHeader') within = 'cell';
    if (name === 'bulletList' || name === 'orderedList') lists += 1;
  }
  // A list that goes into an item becomes items beside it.
  return { within, levels: Math.max(1, entryLimits.listDepth - lists + (within === 'item' ? 1 : 0)) };
}

/** Puts blocks in the place of the selection. The answer is `false` where that was cancelled. */
export async function insertPasted(
  editor: Editor,
  blocks: readonly RichBlock[],
  signal: AbortSignal,
): Promise<boolean> {
  const tr = editor.state.tr.deleteSelection();
  const exchange = exchangeAt(tr, blocks);
  const size = exchange.nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  if (size <= atOnce) {
    editor.view.dispatch(placed(tr, exchange).scrollIntoView());
    return true;
  }
  return insertInSlices(editor, tr, exchange, signal);
}

/**
 * A paragraph alone goes into the line. Else the first paragraph goes on with what stands before the cursor, and what stands
 * behind it goes on with the last. Lists that are pasted into an item become items beside it.
 */
function exchangeAt({ selection: { $from } }: Transaction, blocks: readonly RichBlock[]): Exchange {
  const { schema } = $from.doc.type;
  const nodes = blocks.map((block) => schema.nodeFromJSON(block));
  const line = $from.parent;
  const [only] = nodes;
  if (nodes.length === 1 && only?.type.name === 'paragraph') {
    return { from: $from.pos, to: $from.pos, nodes: childrenOf(only), behind: 0 };
  }
  const head = line.content.cut(0, $from.parentOffset);
  const tail = line.content.cut($from.parentOffset);
  const item = $from.depth > 0 ? $from.node(-1) : $from.doc;
  if (item.type.name === 'listItem' && nodes.every(isList)) {
    return intoItems($from.before(-1), item, $from.index(-1), { head, tail }, nodes.flatMap(childrenOf));
  }
  const needsLine = item.type.name === 'listItem' && $from.index(-1) === 0;
  const paragraph = schema.nodes['paragraph'];
  if (only?.type.name === 'paragraph' && head.size > 0) nodes[0] = line.copy(head.append(only.content));
  else if (head.size > 0 || (needsLine && only?.type.name !== 'paragraph')) nodes.unshift(line.copy(head));
  const last = nodes.at(-1);
  let behind = 0;
  if (last?.type.name === 'paragraph' && tail.size > 0) {
    nodes[nodes.length - 1] = last.copy(last.content.append(tail));
    behind = tail.size + 1;
  } else if (tail.size > 0 || last?.type.name === 'table' || (last !== undefined && isLongList(last))) {
    // Behind a table there has to be a line to write on, and a long list is put in before one.
    const rest = (paragraph ?? line.type).create(null, tail);
    nodes.push(rest);
    behind = rest.nodeSize;
  }
  return { from: $from.before(), to: $from.after(), nodes, behind };
}

function intoItems(
  from: number,
  item: Node,
  line: number,
  { head, tail }: { readonly head: Fragment; readonly tail: Fragment },
  items: readonly Node[],
): Exchange {
  const to = from + item.nodeSize;
  if (tail.size === 0) {
    const isEmpty = head.size === 0 && item.childCount === 1;
    return { from, to, nodes: isEmpty ? items : [item, ...items], behind: 0 };
  }
  const parts = childrenOf(item);
  const before = item.copy(Fragment.from([...parts.slice(0, line), item.child(line).copy(head)]));
  const after = item.copy(Fragment.from([item.child(line).copy(tail), ...parts.slice(line + 1)]));
  return { from, to, nodes: [before, ...items, after], behind: after.nodeSize };
}

/** How much is put into the text in one step, in characters. */
const atOnce = 20_000;

/**
 * Puts a long text in step by step, so that the window stays free between the steps. Whoever types meanwhile moves the
 * place along. It is stored, and undone, as one; cancelled, everything is as it was.
 */
async function insertInSlices(
  editor: Editor,
  tr: Transaction,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<boolean> {
  const { from, to, nodes } = exchange;
  const before = tr.doc.slice(from, to).content;
  const [last, ...steps] = [nodes.at(-1), ...slices(nodes.slice(0, -1))];
  if (last === undefined) return true;
  tr.replaceWith(from, to, last).setMeta('preventUpdate', true);
  editor.view.dispatch(tr);
  let [start, at, end] = [from, from, from + last.nodeSize];
  const follow = ({ transaction: { mapping } }: { transaction: Transaction }): void => {
    [start, at, end] = [mapping.map(start, -1), mapping.map(at), mapping.map(end, 1)];
  };
  editor.on('transaction', follow);
  try {
    for (const { nodes, deeper } of steps) {
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      if (editor.isDestroyed) return false;
      if (signal.aborted) {
        editor.view.dispatch(joined(editor.state.tr.replaceWith(start, end, before), tr));
        return false;
      }
      at += deeper === 'in' ? -1 : deeper === 'out' ? 1 : 0;
      editor.view.dispatch(joined(editor.state.tr.insert(at, nodes), tr).setMeta('preventUpdate', true));
    }
  } finally {
    editor.off('transaction', follow);
  }
  const ending = editor.state.tr;
  ending.setSelection(Selection.near(ending.doc.resolve(end - exchange.behind), -1));
  editor.view.dispatch(ending.scrollIntoView());
  // The steps were not told, and the cursor alone is no change of the text.
  editor.emit('update', { editor, transaction: ending, appendedTransactions: [] });
  return true;
}

interface Slice {
  readonly nodes: readonly Node[];
  /** `in`: these go into the list that the slice before began; `out`: behind that list. */
  readonly deeper: 'in' | 'out' | null;
}

function slices(nodes: readonly Node[]): readonly Slice[] {
  const found: Slice[] = [];
  let slice: Node[] = [];
  let size = 0;
  let deeper: Slice['deeper'] = null;
  const end = (): void => {
    if (slice.length > 0) found.push({ nodes: slice, deeper });
    if (slice.length > 0) deeper = null;
    [slice, size] = [[], 0];
  };
  const add = (node: Node): void => {
    if (size + node.nodeSize > atOnce) end();
    slice.push(node);
    size += node.nodeSize;
  };
  for (const node of nodes) {
    if (!isLongList(node)) {
      add(node);
      continue;
    }
    end();
    const [first, ...others] = childrenOf(node);
    found.push({ nodes: [node.copy(Fragment.from(first))], deeper });
    deeper = 'in';
    others.forEach(add);
    end();
    deeper = 'out';
  }
  end();
  return found;
}

function placed(tr: Transaction, { from, to, nodes, behind }: Exchange): Transaction {
  tr.replaceWith(from, to, nodes);
  const size = nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  return tr.setSelection(Selection.near(tr.doc.resolve(from + size - behind), -1));
}

/** One with an earlier change, for who takes it back. */
function joined(tr: Transaction, first: Transaction): Transaction {
  return tr.setMeta('appendedTransaction', first);
}

function isList({ type: { name } }: Node): boolean {
  return name === 'bulletList' || name === 'orderedList';
}

function isLongList(node: Node): boolean {
  return isList(node) && node.nodeSize > atOnce;
}

function childrenOf(node: Node): readonly Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}
