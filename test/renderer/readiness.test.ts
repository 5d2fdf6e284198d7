import { describe, expect, it } from 'vitest';
import { limitUnknown } from '../../shared/domain/bid/wordCount.ts';
import { richTextFromPlain } from '../../shared/domain/bid/richText.ts';
import { bidInput } from '../../shared/domain/bid/bidInput.ts';
import { readinessOf } from '../../renderer/src/features/bids/overview/readiness.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { made } from '../domain/bidDocuments.ts';
import { input } from '../domain/kestrelRow.ts';
import type { AnswerLimit, Question } from '../../shared/domain/bid/bid.ts';

/** The responses of the invented bid: one answer, final, with this limit. */
function responses(limit: AnswerLimit, text = 'We cut the grass.') {
  const [first] = input.bid.questions;
  if (first === undefined) throw new Error('the test bid has questions');
  const question: Question = { ...first, number: '4', status: 'final', answer: richTextFromPlain(text), limit };
  const bid = { ...input.bid, questions: [question] };
  const { tender, organisations } = input;
  const read = bidInput({ ...noRecords, bids: [bid], tenders: [tender], organisations: [...organisations] }, bid.id);
  if (read === null) throw new Error('the test bid has a tender');
  const part = readinessOf(read, '2027-01-28').find((each) => each.part === 'Responses');
  return { question, bid, part };
}

describe('an answer whose length in pages is not known is nowhere called within its limit', () => {
  const pages = { kind: 'pages', value: 2 } as const;

  it('the overview is not green, and says why', () => {
    const { question, part } = responses(pages);
    expect(limitUnknown(question)).toBe(true);
    expect(part?.tone).toBe('unknown');
    expect(part?.sentence).toBe('1 of 1 answered, 1 final; 1 answer with a limit in pages to check in the document');
  });

  it('a limit in words that is kept, or none, leaves it green', () => {
    expect(responses({ kind: 'words', value: 500 }).part?.tone).toBe('pass');
    expect(responses({ kind: 'none', value: 0 }).part?.tone).toBe('pass');
    expect(responses({ kind: 'pages', value: 0 }).part?.tone).toBe('pass');
  });

  it('where nothing is written there is nothing to check', () => {
    expect(limitUnknown(responses(pages, ' ​ ').question)).toBe(false);
  });

  it('both versions of the document remark on it', () => {
    const { bid } = responses(pages);
    for (const kind of ['draft', 'final'] as const) {
      expect(made(kind, { ...input, bid }).remarks.map(({ sentence }) => sentence)).toContain(
        'The answer to question 4 may take 2 pages: count its pages in the Word file. Muster does not know them.',
      );
    }
  });
});
