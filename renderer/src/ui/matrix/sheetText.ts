/**
 * Reads cells as spreadsheets put them on the clipboard: tabs between columns, a line for each row, and quotation marks
 * around what holds a tab, a line break or a quotation mark.
 */
export function readSheet(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const pattern = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  for (let from = 0; ;) {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    rows.at(-1)?.push(found?.[1]?.replaceAll('""', '"') ?? found?.[0] ?? '');
    const end = pattern.lastIndex;
    if (end >= text.length) break;
    const isLineEnd = text[end] !== '\t';
    from = end + (text.startsWith('\r\n', end) ? 2 : 1);
    // Spreadsheets end the last line too.
    if (isLineEnd && from >= text.length) break;
    if (isLineEnd) rows.push([]);
  }
  return rows;
}

/** Writes cells so that a spreadsheet takes them in as they are. */
export function writeSheet(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
}

function quoted(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
