import { expect, test } from 'vitest';
import {
  afterKey,
  at,
  blockOf,
  nextInOrder,
  placesIn,
  type Press,
  type Selection,
  within,
} from '../../renderer/src/ui/matrix/selection.ts';
import { readSheet, writeSheet } from '../../shared/interchange/pasted/sheetText.ts';

const size = { rows: 200, columns: 400 };

function press(keys: string): Press {
  const parts = keys.split('+');
  return { key: parts.at(-1) ?? '', ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift') };
}

test.each([
  ['ArrowDown', [5, 5], [6, 5]],
  ['ArrowUp', [0, 5], [0, 5]],
  ['ArrowRight', [5, 399], [5, 399]],
  ['ArrowLeft', [5, 5], [5, 4]],
  ['Home', [5, 5], [5, 0]],
  ['End', [5, 5], [5, 399]],
  ['Ctrl+Home', [5, 5], [0, 0]],
  ['Ctrl+End', [5, 5], [199, 399]],
  ['Ctrl+ArrowDown', [5, 5], [199, 5]],
  ['Ctrl+ArrowLeft', [5, 5], [5, 0]],
  ['PageDown', [5, 5], [25, 5]],
  ['PageUp', [5, 5], [0, 5]],
] as const)('%s goes from %j to %j', (keys, [row, column], [toRow, toColumn]) => {
  expect(afterKey(press(keys), at({ row, column }), size, 20)).toEqual(at({ row: toRow, column: toColumn }));
});

test('Shift draws the selection out from where it began, and back', () => {
  const began = at({ row: 5, column: 5 });
  const wider = afterKey(press('Shift+ArrowRight'), began, size, 20) ?? began;
  const block = afterKey(press('Shift+ArrowUp'), wider, size, 20) ?? began;
  expect(blockOf(block)).toEqual({ top: 4, bottom: 5, left: 5, right: 6 });
  expect(afterKey(press('Shift+ArrowDown'), block, size, 20)).toEqual(wider);
  expect(afterKey(press('ArrowUp'), block, size, 20)).toEqual(at({ row: 3, column: 6 }));
});

test.each([
  ['Shift+ ', { top: 5, bottom: 5, left: 0, right: 399 }],
  ['Ctrl+ ', { top: 0, bottom: 199, left: 5, right: 5 }],
  ['Ctrl+a', { top: 0, bottom: 199, left: 0, right: 399 }],
])('“%s” selects a whole row, a whole column, or everything', (keys, block) => {
  const selection = afterKey(press(keys), at({ row: 5, column: 5 }), size, 20);
  expect(selection && blockOf(selection)).toEqual(block);
});

test.each(['3', 'v', 'Enter', ' ', 'a'])('“%s” moves nothing', (key) => {
  expect(afterKey(press(key), at({ row: 5, column: 5 }), size, 20)).toBeNull();
});

test('Tab goes on in the next row, and past the last cell nowhere', () => {
  expect(nextInOrder({ row: 5, column: 399 }, false, size)).toEqual({ row: 6, column: 0 });
  expect(nextInOrder({ row: 5, column: 0 }, true, size)).toEqual({ row: 4, column: 399 });
  expect(nextInOrder({ row: 199, column: 399 }, false, size)).toBeNull();
  expect(nextInOrder({ row: 0, column: 0 }, true, size)).toBeNull();
});

test('a selection follows a grid that has become smaller', () => {
  const selection: Selection = { anchor: { row: 0, column: 0 }, cursor: { row: 199, column: 399 } };
  expect(within(selection, { rows: 2, columns: 3 }).cursor).toEqual({ row: 1, column: 2 });
});

test('the cells of a block come row by row', () => {
  expect(placesIn({ top: 1, bottom: 2, left: 3, right: 4 })).toEqual([
    { row: 1, column: 3 },
    { row: 1, column: 4 },
    { row: 2, column: 3 },
    { row: 2, column: 4 },
  ]);
});

// What Excel and LibreOffice put on the clipboard: CRLF or LF, the last line ended, quotation marks only where needed.
test.each([
  [
    '3\t2\r\n1\t\r\n',
    [
      ['3', '2'],
      ['1', ''],
    ],
  ],
  [
    '3\t2\n1\t4',
    [
      ['3', '2'],
      ['1', '4'],
    ],
  ],
  ['3', [['3']]],
  ['', [['']]],
  ['\t\r\n', [['', '']]],
  ['"3: two\nlines"\t"said ""yes"""\r\n', [['3: two\nlines', 'said "yes"']]],
  ['5" pipe\t"open\r\nend', [['5" pipe', '"open'], ['end']]],
  ['1\r\n\r\n2\r\n', [['1'], [''], ['2']]],
])('%j from the clipboard are cells', (text, cells) => {
  expect(readSheet(text)).toEqual(cells);
});

test('cells written for the clipboard are read back as they were', () => {
  const cells = [
    ['3 verified: "Parks"\n2024', ''],
    ['', 'a\tb'],
  ];
  expect(readSheet(writeSheet(cells))).toEqual(cells);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+44 20', "'+44 20"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\u200b=1', "'\u200b=1"],
  ['\u202e=1', "'\u202e=1"],
  ['\u0000=1', "'\u0000=1"],
  ['\u0007@x', "'\u0007@x"],
  ['3 verified: =1+1', '3 verified: =1+1'],
])('a copied cell that a spreadsheet would run is guarded as in a CSV file: %j', (cell, copied) => {
  expect(writeSheet([[cell]])).toBe(copied);
});
