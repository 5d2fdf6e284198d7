import { entryLimits } from '../../domain/basics/entryLimits.ts';
import { flattenedList } from '../../domain/bid/listDepth.ts';
import type { NumberKind, RichBlock, RichFlow } from '../../domain/bid/richText.ts';
import { type HtmlElement, type HtmlNode, htmlTree } from './htmlTree.ts';
import type { PasteLosses } from './leftOut.ts';
import { type ItemMark, kindNamed, listOf } from './lists.ts';
import { Page, type Place, plainPlace } from './page.ts';
import { lookWithin, plainLook, safeAddress, type TextLook } from './runs.ts';
import { indentOf, type ListFormats } from './styleSheet.ts';
import { type SourceCell, tableAsLines, tableOf } from './tables.ts';

/** What came out of a clipboard, and what of it was left out or lost its form. */
export interface Pasted {
  readonly content: readonly RichBlock[];
  readonly losses: PasteLosses;
}

/**
 * Formatted text from the HTML that Word, Google Docs, Excel, Outlook, LibreOffice and web pages put on the clipboard.
 * Reads any text without failing. `onProgress` is told how much is done, from 0 to 1.
 */
export function readPastedHtml(html: string, onProgress: (done: number) => void = () => undefined): Pasted {
  const { root, losses, listFormats } = htmlTree(html, (done) => onProgress(done * 0.8));
  const tally = { ...losses };
  const blocks = new Reader(listFormats, tally).read(root.children, plainLook, plainPlace);
  const content = blocks.map((block) => {
    if (block.type !== 'bulletList' && block.type !== 'orderedList') return block;
    const { list, lifted } = flattenedList(block, entryLimits.listDepth);
    tally.lifted += lifted;
    return list;
  });
  return { content, losses: tally };
}

type Tally = { -readonly [Loss in keyof PasteLosses]: number };

class Reader {
  private readonly formats: ListFormats;
  private readonly tally: Tally;

  constructor(formats: ListFormats, tally: Tally) {
    this.formats = formats;
    this.tally = tally;
  }

  read(nodes: readonly HtmlNode[], look: TextLook, place: Place): readonly RichBlock[] {
    const page = new Page();
    this.walk(nodes, look, place, page);
    return page.end();
  }

  private walk(nodes: readonly HtmlNode[], look: TextLook, place: Place, page: Page): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.text(node, look, place, page);
      else this.element(node, lookWithin(node, look), place, page);
    }
  }

  private text(text: string, look: TextLook, place: Place, page: Page): void {
    if (look.shown) page.text(text, look, place);
    else if (text.trim() !== '') this.tally.hidden += 1;
  }

  private element(element: HtmlElement, look: TextLook, place: Place, page: Page): void {
    const { name, attributes, style, children } = element;
    const mso = style.get('mso-list') ?? '';
    if (mso === 'ignore' || style.get('mso-special-format')?.startsWith('bullet') === true) {
      page.mark(textOf(children), place);
    } else if (name === 'br') {
      page.lineBreak(place);
    } else if (name === 'img') {
      this.text(attributes['alt'] ?? '', look, place, page);
    } else if (name === 'ul' || name === 'ol') {
      this.list(element, look, page);
    } else if (name === 'table') {
      this.table(element, look, place, page);
    } else if (isBlock(element)) {
      page.endLine();
      if (name === 'blockquote') this.tally.quotations += 1;
      const inner = this.placeWithin(element, place);
      this.walk(children, look, inner, page);
      page.endLine();
    } else {
      const href = attributes['href'];
      if (name === 'a' && href !== undefined && !href.startsWith('#') && safeAddress(href) === null)
        this.tally.links += 1;
      this.walk(children, look, place, page);
    }
  }

  private placeWithin({ name, attributes, style }: HtmlElement, around: Place): Place {
    const classes = attributes['class'] ?? '';
    const level = /^h([1-6])$/.exec(name)?.[1] ?? /^([1-9])$/.exec(style.get('mso-outline-level') ?? '')?.[1];
    const title = /\bMsoTitle\b/i.test(classes) ? '1' : level;
    const heading = title === undefined ? around.heading : title === '1' ? 1 : title === '2' ? 2 : 3;
    const [, list, at] = /\b(l\d+) level(\d+)/.exec(style.get('mso-list') ?? '') ?? [];
    const continued = /\bMsoListContinue(\d?)/i.exec(classes)?.[1];
    const mark =
      list === undefined || heading !== null
        ? around.mark
        : this.markOf(list, Number(at), /\blfo\d+/.exec(style.get('mso-list') ?? '')?.[0] ?? '');
    return {
      ...around,
      heading,
      mark,
      indent: around.indent + indentOf(style),
      continues:
        continued !== undefined ? Number(continued || 1) : /\bMsoListParagraph/i.test(classes) ? 1 : around.continues,
    };
  }

  /** As its style sheet has it; the sign in front of the text says more. */
  private markOf(list: string, level: number, override: string): ItemMark {
    const kind = kindNamed(this.formats.get(`${list}:level${level}`) ?? 'bullet') ?? null;
    return { list: `${list} ${override}`, level, kind, number: 1 };
  }

  private list(element: HtmlElement, look: TextLook, page: Page): void {
    const items: { type: 'listItem'; content: RichFlow[] }[] = [];
    const entries = entriesOf(element.children);
    if (entries.some(({ attributes }) => attributes['data-aria-level'] !== undefined)) {
      for (const entry of entries) this.webItem(entry, element, look, page);
      return;
    }
    for (const entry of entries) {
      const content = this.read(entry.name === 'li' ? entry.children : [entry], lookWithin(entry, look), plainPlace);
      const flow = this.flowOf(content);
      const last = items.at(-1);
      // A list that lies beside the items, as Google Docs writes it, lies in the item before it.
      if (entry.name !== 'li' && last !== undefined) last.content.push(...flow);
      else if (flow.length > 0) items.push({ type: 'listItem', content: startingWithText(flow) });
    }
    if (items.length === 0) return;
    const kind = element.name === 'ul' ? null : kindOfList(element, entries);
    const start = Number(entries[0]?.attributes['value'] ?? element.attributes['start'] ?? 1);
    page.block(listOf(kind, Number.isSafeInteger(start) ? start : 1, items));
  }

  /** Word for the web writes each item as a list of its own, with its level. */
  private webItem(entry: HtmlElement, list: HtmlElement, look: TextLook, page: Page): void {
    const level = Math.max(1, Number(entry.attributes['data-aria-level']) || 1);
    const start = Number(list.attributes['start'] ?? 1);
    const kind = list.name === 'ul' ? null : (kindOfList(list, [entry]) ?? '1');
    const mark = { list: entry.attributes['data-listid'] ?? '', level, kind, number: start || 1 };
    this.walk([entry], look, { ...plainPlace, mark, indent: 36 * level }, page);
  }

  /** What may stand in an item or a cell: headings become paragraphs, tables lines. */
  private flowOf(blocks: readonly RichBlock[]): readonly RichFlow[] {
    return blocks.flatMap((block): readonly RichFlow[] => {
      if (block.type === 'heading') {
        return [{ type: 'paragraph', ...(block.content === undefined ? {} : { content: block.content }) }];
      }
      if (block.type !== 'table') return [block];
      this.tally.tables += 1;
      return tableAsLines(block.content.map((row) => row.content));
    });
  }

  private table(element: HtmlElement, look: TextLook, place: Place, page: Page): void {
    page.endLine();
    const rows = rowsOf(element).map((row) => this.cellsOf(row, lookWithin(row, look)));
    for (const caption of element.children) {
      if (typeof caption !== 'string' && caption.name === 'caption') this.element(caption, look, place, page);
    }
    const cells = rows.flat();
    const filled = cells.filter(({ content }) => content.length > 0);
    if (filled.length === 0) return;
    if (cells.length === 1) {
      // A frame around text, as in mails, is no table.
      for (const flow of filled.flatMap(({ content }) => content)) page.block(flow);
      return;
    }
    const table = tableOf(rows, hiddenColumnsOf(element));
    if (table !== null) {
      page.block(table);
    } else {
      this.tally.tables += 1;
      for (const line of tableAsLines(rows)) page.block(line);
    }
  }

  private cellsOf(row: HtmlElement, look: TextLook): readonly SourceCell[] {
    return row.children.flatMap((cell): readonly SourceCell[] => {
      if (typeof cell === 'string' || (cell.name !== 'td' && cell.name !== 'th')) return [];
      const blocks = this.read(cell.children, lookWithin(cell, look), plainPlace);
      return [
        {
          header: cell.name === 'th',
          colspan: spanOf(cell.attributes['colspan']),
          rowspan: spanOf(cell.attributes['rowspan']),
          content: this.flowOf(blocks),
        },
      ];
    });
  }
}

const blocks = new Set(
  [
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'center',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'fieldset',
  ].concat(
    ['figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'html', 'legend'],
    ['li', 'main', 'nav', 'p', 'pre', 'section', 'summary', 'caption', 'tr', 'td', 'th', 'tbody', 'thead', 'tfoot'],
  ),
);

function isBlock({ name, style }: HtmlElement): boolean {
  return blocks.has(name) || style.get('display') === 'block';
}

function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

/** The items of a list and whatever else stands between them. */
function entriesOf(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.flatMap((node) => {
    if (typeof node !== 'string') return [node];
    if (node.trim() === '') return [];
    return [{ name: 'span', attributes: {}, style: new Map<string, string>(), children: [node] }];
  });
}

/** An item begins with a paragraph, on which its bullet stands. */
function startingWithText(flow: readonly RichFlow[]): RichFlow[] {
  return flow[0]?.type === 'paragraph' ? [...flow] : [{ type: 'paragraph' }, ...flow];
}

function kindOfList({ attributes, style }: HtmlElement, entries: readonly HtmlElement[]): NumberKind | undefined {
  const named = attributes['type'] ?? style.get('list-style-type') ?? entries[0]?.style.get('list-style-type') ?? '';
  return kindNamed(named) ?? undefined;
}

/** The rows of a table, of its head, body and foot, and of no table in it. */
function rowsOf({ children }: HtmlElement): readonly HtmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

function hiddenColumnsOf({ children }: HtmlElement): ReadonlySet<number> {
  const columns = children
    .flatMap((child) => (typeof child === 'string' ? [] : child.name === 'colgroup' ? child.children : [child]))
    .flatMap((child) => (typeof child !== 'string' && child.name === 'col' ? [child] : []));
  const hidden = new Set<number>();
  let at = 0;
  for (const { attributes, style } of columns) {
    const span = Math.min(100, spanOf(attributes['span']));
    for (let one = at; one < at + span; one += 1) if (style.get('display') === 'none') hidden.add(one);
    at += span;
  }
  return hidden;
}

function spanOf(written: string | undefined): number {
  const span = Number(written ?? 1);
  return Number.isSafeInteger(span) && span >= 0 ? span : 1;
}
