import { describe, expect, it } from 'vitest';
import { richTextFromPlain, type RichText } from '../../shared/domain/bid/richText.ts';
import { lengthOf, limitUse } from '../../shared/domain/bid/wordCount.ts';

describe('the length of an answer', () => {
  it.each([
    { text: '', words: 0, characters: 0, charactersWithoutSpaces: 0 },
    { text: 'One two  three', words: 3, characters: 14, charactersWithoutSpaces: 11 },
    { text: 'well-being – for all', words: 4, characters: 20, charactersWithoutSpaces: 17 },
    { text: 'first line\nsecond line', words: 4, characters: 21, charactersWithoutSpaces: 19 },
    { text: 'café 👩‍👩‍👧 ok', words: 3, characters: 9, charactersWithoutSpaces: 7 },
    { text: 'a\u00a0b', words: 2, characters: 3, charactersWithoutSpaces: 2 },
    { text: 'שלום עולם', words: 2, characters: 9, charactersWithoutSpaces: 8 },
  ])('of $text', ({ text, ...length }) => {
    expect(lengthOf(richTextFromPlain(text))).toEqual(length);
  });

  it('counts headings and list items, but neither bullets nor words parted only by formatting', () => {
    const text: RichText = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Our plan' }] },
        { type: 'paragraph' },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'mobil' },
                    { type: 'text', text: 'isation', marks: [{ type: 'bold' }] },
                    { type: 'hardBreak' },
                    { type: 'text', text: 'team' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    expect(lengthOf(text).words).toBe(4);
  });
});

const words = (count: number) => richTextFromPlain(Array.from({ length: count }, () => 'word').join(' '));

describe('the use of a limit', () => {
  it.each([
    { count: 94, use: { state: 'within', used: 94, left: 6 } },
    { count: 95, use: { state: 'near', used: 95, left: 5 } },
    { count: 100, use: { state: 'near', used: 100, left: 0 } },
    { count: 101, use: { state: 'over', used: 101, left: -1 } },
  ])('of 100 words with $count', ({ count, use }) => {
    expect(limitUse(words(count), { kind: 'words', value: 100 })).toEqual(use);
  });

  it('counts characters where the portal does, and has no limit where none is set', () => {
    expect(limitUse(words(2), { kind: 'characters', value: 8 })).toEqual({ state: 'over', used: 9, left: -1 });
    expect(limitUse(words(2), { kind: 'none', value: 0 })).toEqual({ state: 'noLimit', used: 2, left: null });
  });
});
