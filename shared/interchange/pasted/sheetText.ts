import { guarded } from '../formulaGuard.ts';

/** What stands between the cells of pasted text; `none` where each line is one cell. */
type Separator = 'tab' | 'comma' | 'none';

export interface SheetText {
  readonly separator: Separator;
  /** Every row has at least one cell; rows may differ in length. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads pasted cells, however they were copied: from a spreadsheet (tabs between columns), from a CSV file (RFC 4180), or
 * a list of lines. A cell in quotation marks may hold tabs, line breaks and doubled quotation marks. A quotation mark that
 * does not enclose a whole cell is part of the text. Commas separate cells only where each row has as many of them and no
 * space follows one, as in a file and never in sentences.
 */
export function readSheetText(text: string): SheetText {
  const byTab = cellsOf(text, '\t');
  if (byTab.some((cells) => cells.length > 1)) return { separator: 'tab', rows: byTab };
  const byComma = cellsOf(text, ',').filter((cells) => cells.some((cell) => cell !== ''));
  const width = byComma[0]?.length ?? 0;
  const isTable = byComma.length > 1 && width > 1 && byComma.every((cells) => cells.length === width);
  if (isTable && byComma.every((cells) => !cells.some((cell) => cell.startsWith(' ')))) {
    return { separator: 'comma', rows: byComma };
  }
  return { separator: 'none', rows: cellsOf(text, null) };
}

/** The cells of a spreadsheet's clipboard: tabs between columns, a line for each row. */
export function readSheet(text: string): readonly (readonly string[])[] {
  return cellsOf(text, '\t');
}

/** Writes cells so that a spreadsheet takes them in as they are. */
export function writeSheet(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => quoted(guarded(cell))).join('\t')).join('\r\n');
}

function quoted(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function cellsOf(text: string, separator: '\t' | ',' | null): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (let from = 0; ;) {
    const cell = quotedCell(text, from, separator) ?? plainCell(text, from, separator);
    rows.at(-1)?.push(cell.text);
    if (cell.end >= text.length) break;
    const isLineEnd = text[cell.end] !== separator;
    from = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1);
    // Spreadsheets end the last line too.
    if (isLineEnd && from >= text.length) break;
    if (isLineEnd) rows.push([]);
  }
  return rows;
}

interface Cell {
  readonly text: string;
  /** Where what follows the cell stands. */
  readonly end: number;
}

function plainCell(text: string, from: number, separator: string | null): Cell {
  let end = from;
  while (end < text.length && !endsCell(text[end], separator)) end += 1;
  return { text: text.slice(from, end), end };
}

/** The cell in quotation marks that begins here; `null` where there is none. */
function quotedCell(text: string, from: number, separator: string | null): Cell | null {
  if (text[from] !== '"') return null;
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at += 1;
    else if (at + 1 < text.length && !endsCell(text[at + 1], separator)) return null;
    else {
      const inside = text.slice(from + 1, at);
      // A line in quotation marks is a quotation, unless a spreadsheet had a reason to put them there.
      if (separator === null && !/[\r\n\t]|""/.test(inside)) return null;
      return { text: inside.replaceAll('""', '"'), end: at + 1 };
    }
  }
  return null;
}

function endsCell(character: string | undefined, separator: string | null): boolean {
  return character === separator || character === '\n' || character === '\r';
}
