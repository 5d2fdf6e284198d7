import {
  paragraphsIn,
  type RichCell,
  type RichFlow,
  type RichInline,
  type RichTable,
} from '../../domain/bid/richText.ts';

/** A cell as its source writes it. */
export interface SourceCell {
  readonly header: boolean;
  readonly colspan: number;
  /** 0: to the end of the table. */
  readonly rowspan: number;
  readonly content: readonly RichFlow[];
}

/** As many columns as a table of Word can have. */
const mostColumns = 63;

/**
 * Cells as a table whose rows all cover the same columns. The first row of several is its header, as in nearly every table
 * that people write; `null` where the table is wider than Word can hold.
 */
export function tableOf(
  rows: readonly (readonly SourceCell[])[],
  hiddenColumns: ReadonlySet<number>,
): RichTable | null {
  const taken: boolean[][] = rows.map(() => []);
  const placed: { readonly at: number; readonly cell: RichCell }[][] = rows.map(() => []);
  let columns = 0;
  for (const [row, cells] of rows.entries()) {
    let at = 0;
    for (const { colspan, rowspan, content, header } of cells) {
      while (taken[row]?.[at] === true) at += 1;
      const wide = Math.min(Math.max(1, colspan), mostColumns + 1);
      const high = Math.min(rowspan === 0 ? rows.length : rowspan, rows.length - row);
      for (let down = 0; down < high; down += 1) {
        for (let right = 0; right < wide; right += 1) {
          const line = taken[row + down];
          if (line !== undefined) line[at + right] = true;
        }
      }
      const shown = Array.from({ length: wide }, (_, right) => at + right).filter(
        (one) => !hiddenColumns.has(one),
      ).length;
      if (shown > 0) placed[row]?.push({ at, cell: cellOf(header, shown, high, content) });
      at += wide;
      columns = Math.max(columns, at);
      if (columns > mostColumns) return null;
    }
  }
  const hasHead = rows.length > 1 && placed[0]?.every(({ cell }) => (cell.attrs?.rowspan ?? 1) === 1) === true;
  const content = placed.map((cells, row) => {
    const missing = Array.from({ length: columns }, (_, at) => at).filter(
      (at) => taken[row]?.[at] !== true && !hiddenColumns.has(at),
    );
    const all = [...cells, ...missing.map((at) => ({ at, cell: cellOf(false, 1, 1, []) }))];
    const inOrder = all.toSorted((a, b) => a.at - b.at).map(({ cell }) => cell);
    const isHead = hasHead && row === 0;
    return {
      type: 'tableRow' as const,
      content: isHead ? inOrder.map((cell) => ({ ...cell, type: 'tableHeader' as const })) : inOrder,
    };
  });
  return { type: 'table', content };
}

function cellOf(header: boolean, colspan: number, rowspan: number, content: readonly RichFlow[]): RichCell {
  const attrs = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) };
  return {
    type: header ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    content: content.length === 0 ? [{ type: 'paragraph' }] : content,
  };
}

/** A table where none can stand, as one paragraph for each row with its cells apart. */
export function tableAsLines(rows: readonly (readonly Pick<SourceCell, 'content'>[])[]): readonly RichFlow[] {
  return rows.flatMap((cells): readonly RichFlow[] => {
    const parts = cells.map(({ content }) => joined(content.flatMap(paragraphsIn), ' / '));
    const content = joined(parts, '; ');
    return content.length === 0 ? [] : [{ type: 'paragraph', content }];
  });
}

/** Runs of text one after the other, with a sign between those that say something. */
function joined(runs: readonly (readonly RichInline[])[], sign: string): readonly RichInline[] {
  const between: readonly RichInline[] = [{ type: 'text', text: sign }];
  const [first = [], ...others] = runs.filter((run) => run.length > 0);
  return [...first, ...others.flatMap((run) => between.concat(run))];
}
