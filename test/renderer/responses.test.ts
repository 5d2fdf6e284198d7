import { describe, expect, test } from 'vitest';
import { asRichText } from '../../renderer/src/features/bids/responses/asRichText.ts';
import { formatLimit, readLimit } from '../../shared/domain/bid/answerLimit.ts';
import { plainText } from '../../shared/domain/bid/richText.ts';

const noLimit = { kind: 'none', value: 0 };
const words = (value: number) => ({ kind: 'words', value });

test.each([
  ['500', null],
  ['500w', words(500)],
  ['max 1,500 words', words(1500)],
  ['Up to 750 words (excluding tables)', words(750)],
  ['500–750 words', words(750)],
  ['2000 chars', { kind: 'characters', value: 2000 }],
  ['4,000 characters including spaces', { kind: 'characters', value: 4000 }],
  ['two pages', { kind: 'pages', value: 2 }],
  ['1 side of A4', { kind: 'pages', value: 1 }],
  ['2pp', { kind: 'pages', value: 2 }],
  ['n/a', noLimit],
  ['No word limit', noLimit],
  ['0 words', null],
  ['500 words or 2 pages', null],
  ['500 words of the first lot', null],
])('a limit written %s is understood or refused', (typed, limit) => {
  expect(readLimit(typed)).toEqual(limit);
});

test('a limit is read again as it is written', () => {
  for (const limit of ['1 word', '1,500 words', '2,000 characters', '1 page', '2 pages']) {
    expect(formatLimit(readLimit(limit) ?? { kind: 'none', value: 0 })).toBe(limit);
  }
});

const cell = (text: string) => ({
  type: 'tableCell',
  attrs: { colspan: 2, rowspan: 1, colwidth: null },
  content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'superscript' }] }] }],
});

describe('what an editor holds', () => {
  test('becomes the closed set of formatted text, with every word and none of the form it does not know', () => {
    const answer = asRichText({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 5, id: 'x' }, content: [{ type: 'text', text: 'Head' }] },
        {
          type: 'blockquote',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Quoted', marks: [{ type: 'strike' }] }] }],
        },
        { type: 'table', content: [{ type: 'row', content: [{ type: 'text', text: 'Cell' }] }] },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [{ type: 'listItem', content: [{ type: 'heading', content: [{ type: 'text', text: 'Item' }] }] }],
        },
        {
          type: 'text',
          text: 'Loose',
          marks: [{ type: 'link', attrs: { href: 'https://a.example', target: '_blank' } }],
        },
      ],
    });
    expect(answer.content).toEqual([
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Head' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Quoted' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Cell' }] },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Item' }] }] }],
      },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'Loose', marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] }],
      },
    ]);
    expect(plainText(answer)).toBe('Head\nQuoted\nCell\nItem\nLoose');
    expect(asRichText(answer)).toEqual(answer);
  });

  test('keeps tables, the numbering of lists, and what stands above and below the line', () => {
    const list = { type: 'orderedList', attrs: { start: 1, type: 'a' }, content: [] };
    const answer = asRichText({
      type: 'doc',
      content: [{ type: 'table', content: [{ type: 'tableRow', content: [cell('3')] }] }, list],
    });
    expect(answer.content).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableCell',
                attrs: { colspan: 2 },
                content: [
                  { type: 'paragraph', content: [{ type: 'text', text: '3', marks: [{ type: 'superscript' }] }] },
                ],
              },
            ],
          },
        ],
      },
      { type: 'orderedList', attrs: { type: 'a' }, content: [] },
    ]);
    expect(plainText(answer)).toBe('³');
  });

  test('is empty where there is nothing but an empty paragraph', () => {
    expect(asRichText({ type: 'doc', content: [{ type: 'paragraph' }] })).toEqual({ type: 'doc', content: [] });
  });
});
