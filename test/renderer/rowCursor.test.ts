import { expect, test } from 'vitest';
import { rowAfterKey, toggled, withRange } from '../../renderer/src/ui/rowCursor.ts';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 98, 99],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['ArrowUp', 5, 4],
  ['PageDown', 5, 25],
  ['PageDown', 90, 99],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 0, 99],
  ['x', 5, null],
])('%s in row %i of a hundred leads to %s', (key, from, to) => {
  expect(rowAfterKey(key, from, 100, 20)).toBe(to);
});

test('a range holds both ends, in whichever direction it was drawn', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect([...withRange(new Set(), ids, 1, 3)]).toEqual(['b', 'c', 'd']);
  expect([...withRange(new Set(['d']), ids, 1, 0)]).toEqual(['d', 'a', 'b']);
});

test('a row is put in and taken out again', () => {
  const one = toggled(new Set<string>(), 'a');
  expect([...one]).toEqual(['a']);
  expect([...toggled(one, 'a')]).toEqual([]);
});
