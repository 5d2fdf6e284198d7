import { createElement, type ReactNode } from 'react';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import type { RichBlock, RichInline, RichList, RichTable } from '../../../../../shared/domain/bid/richText.ts';
import classes from './preview.module.css';

/** An answer as it was formatted; its headings stand under the heading of the question. */
export function PreviewRichText({ blocks }: { readonly blocks: readonly RichBlock[] }) {
  return <div className={classes['rich']}>{drawn(blocks)}</div>;
}

function drawn(blocks: readonly RichBlock[]): readonly ReactNode[] {
  return blocks.map((block, index) => {
    switch (block.type) {
      case 'paragraph':
        return createElement('p', { key: index, dir: 'auto' }, ...inlines(block.content ?? []));
      case 'heading': {
        const heading = `h${Math.min(6, block.attrs.level + 4)}`;
        return createElement(heading, { key: index, dir: 'auto' }, ...inlines(block.content ?? []));
      }
      case 'bulletList':
        return createElement('ul', { key: index }, ...items(block));
      case 'orderedList':
        return createElement('ol', { key: index, ...block.attrs }, ...items(block));
      case 'table':
        return table(block, index);
      default:
        return unreachable(block);
    }
  });
}

function items({ content }: RichList): readonly ReactNode[] {
  return content.map((item) => createElement('li', null, ...drawn(item.content)));
}

function table({ content }: RichTable, key: number): ReactNode {
  const rows = content.map((row) =>
    createElement(
      'tr',
      null,
      ...row.content.map((cell) =>
        createElement(
          cell.type === 'tableHeader' ? 'th' : 'td',
          { colSpan: cell.attrs?.colspan, rowSpan: cell.attrs?.rowspan },
          ...drawn(cell.content),
        ),
      ),
    ),
  );
  return createElement('table', { key }, createElement('tbody', null, ...rows));
}

function inlines(content: readonly RichInline[]): readonly ReactNode[] {
  return content.map((inline, index) => {
    if (inline.type === 'hardBreak') return createElement('br', { key: index });
    return (inline.marks ?? []).reduce<ReactNode>((text, { type }) => {
      return createElement(elements[type], null, text);
    }, inline.text);
  });
}

/** A link is shown and not followed: the preview is paper. */
const elements = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub',
  link: 'u',
} as const;
