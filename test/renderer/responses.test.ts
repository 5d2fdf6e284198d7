import { describe, expect, test } from 'vitest';
import { asRichText } from '../../renderer/src/features/bids/responses/asRichText.ts';
import { readLimit } from '../../renderer/src/features/bids/responses/questionForms.ts';
import { readQuestionLines } from '../../renderer/src/features/bids/responses/readQuestionLines.ts';
import { plainText } from '../../shared/domain/bid/richText.ts';

const noLimit = { kind: 'none', value: 0 };
const words = (value: number) => ({ kind: 'words', value });

describe('questions pasted from a buyer’s table', () => {
  test('columns are known by their heads, in whatever order they stand', () => {
    expect(
      readQuestionLines('Max words\tCriteria\tQ No\tWeighting (%)\n750\tHow will you mobilise?\t2.1\t15\n'),
    ).toEqual([{ number: '2.1', section: '', text: 'How will you mobilise?', weight: 15, limit: words(750) }]);
  });

  test('without heads, columns are known by what stands in them', () => {
    expect(readQuestionLines('1.1\tQuality\tHow will you cut the grass?\t500 words\t20%')).toEqual([
      { number: '1.1', section: 'Quality', text: 'How will you cut the grass?', weight: 20, limit: words(500) },
    ]);
  });

  test.each([
    ['1.2 How will you report? (500 words, 20%)', '1.2', 'How will you report? (500 words, 20%)', 20, words(500)],
    ['Q3. Describe your team', '3', 'Describe your team', null, noLimit],
    ['4) Social value', '4', 'Social value', null, noLimit],
    [
      '2027 brings a new park: how will you open it?',
      '',
      '2027 brings a new park: how will you open it?',
      null,
      noLimit,
    ],
    ['Describe in 2,000 characters', '', 'Describe in 2,000 characters', null, { kind: 'characters', value: 2000 }],
  ])('a line alone gives what it says: %s', (line, number, text, weight, limit) => {
    expect(readQuestionLines(line)).toEqual([{ number, section: '', text, weight, limit }]);
  });

  test('what a column cannot take stays in the text of the question', () => {
    const [line] = readQuestionLines('No.\tQuestion\tWord limit\n5\tYour plan\tone side of A4');
    expect(line).toMatchObject({ number: '5', text: 'Your plan\none side of A4', limit: noLimit });
  });

  test.each(['', '\n\n', '\t\t\n'])('nothing gives no question', (pasted) => {
    expect(readQuestionLines(pasted)).toEqual([]);
  });
});

test.each([
  ['500', words(500)],
  ['max 1,500 words', words(1500)],
  ['2000 chars', { kind: 'characters', value: 2000 }],
  ['n/a', noLimit],
  ['0', null],
  ['two pages', null],
])('a limit written %s is understood or refused', (typed, limit) => {
  expect(readLimit(typed)).toEqual(limit);
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

  test('is empty where there is nothing but an empty paragraph', () => {
    expect(asRichText({ type: 'doc', content: [{ type: 'paragraph' }] })).toEqual({ type: 'doc', content: [] });
  });
});
