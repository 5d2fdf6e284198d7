import { describe, expect, it } from 'vitest';
import { plain, type Table } from '../../shared/domain/document/document.ts';
import { columnWidths } from '../../shared/word/columnWidths.ts';
import { textWidth } from '../../shared/word/pageSize.ts';

/** Nine points, in which tables are set. */
const halfPoints = 18;

function table(columns: readonly (readonly [string, number])[], row: readonly string[]): Table {
  return {
    kind: 'table',
    caption: '',
    columns: columns.map(([header, width]) => ({ header, width })),
    rows: [{ cells: row.map(plain) }],
  };
}

/** The width of a word of nine points in Arial, in twentieths of a point, by the font's own table. */
const measured = { Neighbourhood: 1_231, Responsibilities: 1_250, 'PKRC-1234-ABCD': 1_520 };

describe('the columns of a table', () => {
  it('are as asked for where every word has room', () => {
    const widths = columnWidths(
      table(
        [
          ['No.', 10],
          ['Question', 90],
        ],
        ['1', 'How?'],
      ),
      10_000,
      halfPoints,
    );
    expect(widths).toEqual([1_000, 9_000]);
  });

  it.each(Object.entries(measured))('are never too narrow for "%s"', (word, width) => {
    const columns: (readonly [string, number])[] = [
      ['Organisation', 90],
      ['', 5],
      ['', 5],
    ];
    const widths = columnWidths(
      table(columns, ['Kestrel Row CIC', word, `x ${word}`]),
      textWidth('portrait'),
      halfPoints,
    );
    expect(Math.min(widths[1] ?? 0, widths[2] ?? 0)).toBeGreaterThan(width + 200);
    expect(widths.reduce((sum, one) => sum + one, 0)).toBe(textWidth('portrait'));
  });

  it('leave room for the others beside a word without an end, such as an address of the web', () => {
    const columns: (readonly [string, number])[] = [
      ['Requirement', 50],
      ['Evidence', 50],
    ];
    const row = ['Neighbourhood wardens', `https://kestrelrow.example/${'path/'.repeat(60)}`];
    const widths = columnWidths(table(columns, row), 9_000, halfPoints);
    expect(widths[0]).toBeGreaterThan(measured.Neighbourhood + 200);
    expect(widths.reduce((sum, one) => sum + one, 0)).toBe(9_000);
  });

  it('add up where there are far too many, and with nothing in them', () => {
    const columns = Array.from({ length: 60 }, () => ['Neighbourhood', 1] as const);
    const widths = columnWidths(
      table(
        columns,
        columns.map(() => ''),
      ),
      9_000,
      halfPoints,
    );
    expect(widths.reduce((sum, one) => sum + one, 0)).toBe(9_000);
    expect(Math.min(...widths)).toBeGreaterThan(0);
  });
});
