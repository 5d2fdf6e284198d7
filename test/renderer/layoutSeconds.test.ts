import { expect, it } from 'vitest';
import { layoutDone, waitInWords } from '../../renderer/src/features/bids/documents/layoutSeconds.ts';

it.each([
  [1, '1 second'],
  [89, '89 seconds'],
  [90, '2 minutes'],
  [255, '4 minutes'],
])('%s seconds are told as %s', (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
});

it('shows that a layout goes on, however long it takes, and never that it is done', () => {
  const shown = [0, 30, 60, 120, 600, 1200].map((gone) => layoutDone(gone, 250));
  expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown[0]).toBe(0);
  expect(Math.max(...shown)).toBeLessThan(1);
});
