import { Bookmark, Paragraph, SimpleField, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Inline, Table as TableData } from '../domain/document/document.ts';
import { columnWidths, wordsOf } from './columnWidths.ts';
import { inlineRuns, textRuns, type References } from './inlines.ts';
import { textWidth, type Orientation } from './pageSize.ts';
import { runsRightToLeft } from './safeText.ts';
import { tableStyle } from './externalStyles.ts';
import { paragraphStyle, tableType } from './styles.ts';

type RowKind = 'head' | 'text' | 'total';

const styles = {
  head: {
    left: paragraphStyle.tableHead,
    right: paragraphStyle.tableHeadRight,
    centre: paragraphStyle.tableHeadCentre,
  },
  text: { left: paragraphStyle.tableText, right: paragraphStyle.tableRight, centre: paragraphStyle.tableCentre },
  total: {
    left: paragraphStyle.tableTotal,
    right: paragraphStyle.tableTotalRight,
    centre: paragraphStyle.tableTotalCentre,
  },
} as const;

/** A table of so few rows is kept on one page. */
const smallTable = 8;

/** A row taller than this many characters may part over two pages; a shorter one is kept whole. */
const tallRow = 1_500;

/**
 * A table with its caption above it. Columns have fixed widths that add up to the text, since LibreOffice and Pages let
 * tables without them collapse; the header row repeats on every page.
 */
export function tableBlocks(
  data: TableData,
  number: number,
  orientation: Orientation,
  references: References,
): readonly (Paragraph | Table)[] {
  const width = textWidth(orientation);
  const keptWhole = data.rows.length <= smallTable;
  const widths = columnWidths(data, width, tableType);
  const cell = (content: readonly Inline[], index: number, row: RowKind) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      children: [
        new Paragraph({
          style: styles[row][data.columns[index]?.align ?? 'left'],
          ...(runsRightToLeft(wordsOf(content)) ? { bidirectional: true } : {}),
          children: inlineRuns(content, references),
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    keepNext: true,
    cantSplit: true,
    children: data.columns.map(({ header }, index) => cell([{ kind: 'text', text: header }], index, 'head')),
  });
  const rows = data.rows.map(
    ({ cells, total }, place) =>
      new TableRow({
        keepNext: keptWhole && place < data.rows.length - 1,
        cantSplit: cells.reduce((sum, content) => sum + wordsOf(content).length, 0) < tallRow,
        children: data.columns.map((_, index) => cell(cells[index] ?? [], index, total === true ? 'total' : 'text')),
      }),
  );
  const table = new Table({
    style: tableStyle,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: [head, ...rows],
  });
  return [caption(data.caption, number), table, new Paragraph({ style: paragraphStyle.tableEnd })];
}

/** "Table 3: …", with the number as a field that Word counts again when tables move. */
function caption(text: string, number: number): Paragraph {
  return new Paragraph({
    style: 'Caption',
    children: [
      new Bookmark({
        id: `_Table_${number}`,
        children: [...textRuns('Table ', null), new SimpleField('SEQ Table \\* ARABIC', String(number))],
      }),
      ...textRuns(`: ${text}`, null),
    ],
  });
}
