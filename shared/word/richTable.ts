import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { plain } from '../domain/document/document.ts';
import { paragraphsIn, plainInlines, type RichCell, type RichFlow, type RichTable } from '../domain/bid/richText.ts';
import { columnWidths } from './columnWidths.ts';
import { tableStyle } from './externalStyles.ts';
import { textWidth, type Orientation } from './pageSize.ts';
import { paragraphStyle, tableType } from './styles.ts';

/** A row taller than this many characters may part over two pages; a shorter one is kept whole. */
const tallRow = 1_500;

/**
 * A table of an answer. Columns have fixed widths that add up to the text and follow how much stands in them; a first row
 * of headers repeats on every page.
 */
export function richTable(
  { content: rows }: RichTable,
  orientation: Orientation,
  write: (content: readonly RichFlow[], style: string) => readonly Paragraph[],
): readonly (Paragraph | Table)[] {
  const width = textWidth(orientation);
  const widths = widthsOf(rows, width);
  const hasHead = rows.length > 1 && rows[0]?.content.every(({ type }) => type === 'tableHeader') === true;
  const table = new Table({
    style: tableStyle,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: hasHead, noHBand: true, noVBand: true },
    rows: rows.map(
      ({ content }, place) =>
        new TableRow({
          tableHeader: hasHead && place === 0,
          cantSplit: content.reduce((sum, cell) => sum + wordsIn(cell).length, 0) < tallRow,
          children: content.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.attrs?.colspan ?? 1,
                rowSpan: cell.attrs?.rowspan ?? 1,
                children: write(
                  cell.content.length === 0 ? [{ type: 'paragraph' }] : cell.content,
                  cell.type === 'tableHeader' ? paragraphStyle.tableHead : paragraphStyle.tableText,
                ),
              }),
          ),
        }),
    ),
  });
  return [table, new Paragraph({ style: paragraphStyle.tableEnd })];
}

/** The narrowest and the widest share of a column, in characters of its fullest cell. */
const narrow = 8;
const wide = 60;

function widthsOf(rows: RichTable['content'], width: number): readonly number[] {
  const texts = columnTexts(rows);
  const columns = texts.map((cells) => {
    const longest = cells.reduce((most, cell) => Math.max(most, cell.length), narrow);
    return { header: '', width: Math.min(longest, wide) };
  });
  const all = { cells: texts.map((cells) => plain(cells.join(' '))) };
  return columnWidths({ kind: 'table', caption: '', columns, rows: [all] }, width, tableType);
}

/** What stands in each column, without the cells that cover several. */
function columnTexts(rows: RichTable['content']): readonly (readonly string[])[] {
  const texts: string[][] = [];
  /** For each column, in how many more rows a cell from above covers it. */
  const covered: number[] = [];
  for (const { content } of rows) {
    const fromAbove = covered.map((left) => left > 0);
    let column = 0;
    for (const cell of content) {
      while (fromAbove[column] === true) column += 1;
      const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
      for (let at = column; at < column + colspan; at += 1) {
        texts[at] ??= [];
        covered[at] = rowspan;
      }
      if (colspan === 1) texts[column]?.push(wordsIn(cell));
      column += colspan;
    }
    for (const [at, left] of covered.entries()) covered[at] = Math.max(0, (left ?? 0) - 1);
  }
  return texts.length === 0 ? [[]] : texts;
}

function wordsIn(cell: RichCell): string {
  return cell.content.flatMap(paragraphsIn).map(plainInlines).join(' ');
}
