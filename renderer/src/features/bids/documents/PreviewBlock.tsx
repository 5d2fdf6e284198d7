import { createElement, type ReactNode } from 'react';
import type { Block, Heading, Inline, Table } from '../../../../../shared/domain/document/document.ts';
import type { DocumentNumbers } from '../../../../../shared/domain/document/documentNumbers.ts';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import classes from './preview.module.css';
import { PreviewRichText } from './PreviewRichText.tsx';

/** The numbers of the document, and where each block stands on the screen. */
export interface Numbers extends DocumentNumbers {
  readonly ids: ReadonlyMap<Block, string>;
  readonly contents: readonly Heading[];
}

interface PreviewBlockProps {
  readonly block: Block;
  readonly numbers: Numbers;
}

export function PreviewBlock({ block, numbers }: PreviewBlockProps): ReactNode {
  const label = numbers.labels.get(block);
  switch (block.kind) {
    case 'title':
    case 'subtitle':
      return <p className={classes[block.kind]}>{block.text}</p>;
    case 'heading':
      return createElement(
        `h${block.level + 2}`,
        { id: numbers.ids.get(block), className: classes['heading'], 'data-series': block.series, dir: 'auto' },
        headingText(block, numbers),
      );
    case 'clause':
      return (
        <p className={classes['clause']} data-depth={block.depth}>
          <span className={classes['number']}>{label}</span>
          <span>
            <Inlines content={block.content} numbers={numbers} />
          </span>
        </p>
      );
    case 'paragraph':
      return (
        <p className={classes[block.role]} dir="auto">
          {label !== undefined && <span className={classes['number']}>{label}</span>}
          <span>
            <Inlines content={block.content} numbers={numbers} />
          </span>
        </p>
      );
    case 'rich':
      return <PreviewRichText blocks={block.content} />;
    case 'list':
      return (
        <ul className={classes['list']}>
          {keyed(block.items).map(([key, item]) => (
            <li key={key}>
              <Inlines content={item} numbers={numbers} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <PreviewTable table={block} numbers={numbers} />;
    case 'signature':
      return (
        <div className={classes['signature']}>
          <p>
            <Inlines content={block.words} numbers={numbers} />
          </p>
          {keyed(block.lines).map(([key, line]) => (
            <p key={key} className={classes['line']}>
              {line}
            </p>
          ))}
        </div>
      );
    case 'contents':
      return <PreviewContents title={block.title} numbers={numbers} />;
    default:
      return unreachable(block);
  }
}

function headingText(heading: Heading, { labels }: Numbers): string {
  const label = labels.get(heading);
  if (label === undefined) return heading.text;
  return heading.series === 'schedule' ? `${label}: ${heading.text}` : `${label}. ${heading.text}`;
}

/** The same list every time, so that its places may be its keys. */
function keyed<T>(items: readonly T[]): readonly (readonly [number, T])[] {
  return items.map((item, index) => [index, item]);
}

function Inlines({ content, numbers }: { readonly content: readonly Inline[]; readonly numbers: Numbers }) {
  return keyed(content).map(([key, inline]) => {
    if (inline.kind === 'reference') return numbers.references.get(inline.key) ?? '[?]';
    if (inline.kind === 'placeholder') return <mark key={key}>[{inline.text}]</mark>;
    return inline.strong === true ? <strong key={key}>{inline.text}</strong> : inline.text;
  });
}

function PreviewTable({ table, numbers }: { readonly table: Table; readonly numbers: Numbers }) {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <table className={classes['table']}>
      <caption>{table.caption}</caption>
      <colgroup>
        {keyed(table.columns).map(([key, { width }]) => (
          <col key={key} width={`${(100 * width) / whole}%`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {keyed(table.columns).map(([key, { header, align }]) => (
            <th key={key} scope="col" data-align={align}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(table.rows).map(([key, { cells, total }]) => (
          <tr key={key} data-total={total}>
            {keyed(cells).map(([column, cell]) => (
              <td key={column} data-align={table.columns[column]?.align} dir="auto">
                <Inlines content={cell} numbers={numbers} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The headings that the contents of the Word file list; a press goes there. */
function PreviewContents({ title, numbers }: { readonly title: string; readonly numbers: Numbers }) {
  const isNumbered = numbers.contents.some(({ series }) => series === 'clause');
  const listed = numbers.contents.filter(({ level }) => level <= (isNumbered ? 1 : 2));
  return (
    <nav aria-label={`${title} of the document`} className={classes['contents']}>
      <p className={classes['lead']}>{title}</p>
      {listed.map((heading) => {
        const id = numbers.ids.get(heading) ?? '';
        return (
          <button
            key={id}
            type="button"
            data-level={heading.level}
            onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}
          >
            {headingText(heading, numbers)}
          </button>
        );
      })}
    </nav>
  );
}
