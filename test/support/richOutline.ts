import { unreachable } from '../../shared/domain/basics/result.ts';
import type { RichBlock, RichFlow, RichInline } from '../../shared/domain/bid/richText.ts';

/** Formatted text as lines that a test can read: marks as **, //, __, ^{ }, _{ }; lists and tables as they would look. */
export function outline(blocks: readonly RichBlock[], indent = ''): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'paragraph':
        return [indent + inlineText(block.content)];
      case 'heading':
        return [`${indent}${'#'.repeat(block.attrs.level)} ${inlineText(block.content)}`];
      case 'table':
        return block.content.map(
          (row) =>
            `${indent}| ${row.content
              .map((cell) => {
                const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
                const spans = colspan * rowspan === 1 ? '' : `${colspan}x${rowspan} `;
                return spans + (cell.type === 'tableHeader' ? '!' : '') + outline(cell.content).join(' / ');
              })
              .join(' | ')} |`,
        );
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item, index) => {
          const { start = 1, type = '' } = block.attrs ?? {};
          const mark = block.type === 'bulletList' ? '-' : `${type}${type === '' ? '' : ':'}${start + index}.`;
          return itemLines(item.content, `${indent}${mark} `, `${indent}  `);
        });
      default:
        return unreachable(block);
    }
  });
}

function itemLines(content: readonly RichFlow[], first: string, later: string): readonly string[] {
  return content.flatMap((part, index) =>
    part.type === 'paragraph' ? [(index === 0 ? first : later) + inlineText(part.content)] : outline([part], later),
  );
}

function inlineText(content: readonly RichInline[] = []): string {
  return content
    .map((inline) => {
      if (inline.type === 'hardBreak') return '⏎';
      return (inline.marks ?? []).reduce((text, mark) => {
        if (mark.type === 'link') return `[${text}](${mark.attrs.href})`;
        const [open, close] = signs[mark.type];
        return open + text + close;
      }, inline.text);
    })
    .join('');
}

const signs = {
  bold: ['**', '**'],
  italic: ['//', '//'],
  underline: ['__', '__'],
  superscript: ['^{', '}'],
  subscript: ['_{', '}'],
} as const;
