import { describe, expect, test } from 'vitest';
import { textDiff } from '../../shared/domain/basics/textDiff.ts';

describe('how one text became another', () => {
  test.each([
    ['', '', ''],
    ['Every tree is known.', 'Every tree is known.', 'Every tree is known.'],
    ['', 'New words', '+New words+'],
    ['Old words', '', '-Old words-'],
    ['We plant trees.', 'We plant native trees.', 'We plant +native +trees.'],
    ['We plant many trees.', 'We plant few trees.', 'We plant -many -+few +trees.'],
    ['One\nTwo\nThree', 'One\nThree', 'One\n-Two\n-Three'],
    ['a b c d e', 'a x c y e', 'a -b -+x +c -d -+y +e'],
  ])('%j to %j', (before, after, shown) => {
    const marks = { same: '', removed: '-', added: '+' };
    const pieces = textDiff(before, after);
    expect(pieces.map(({ kind, text }) => `${marks[kind]}${text}${marks[kind]}`).join('')).toBe(shown);
  });

  test('gives both texts back, whatever they are', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const words = ['the', 'tree', 'is', ' ', '\n', 'known', 'Tŷ', '  ', 'x'];
    for (let round = 0; round < 300; round += 1) {
      const text = () =>
        Array.from({ length: random(30) }, () => words[random(words.length)]).join(random(2) === 0 ? ' ' : '');
      const [before, after] = [text(), text()];
      const pieces = textDiff(before, after);
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }
  });

  test('two long texts that have nothing in common are shown one after the other', () => {
    const before = Array.from({ length: 2000 }, (_, at) => `a${at}`).join(' ');
    const after = Array.from({ length: 2000 }, (_, at) => `b${at}`).join(' ');
    expect(textDiff(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});
