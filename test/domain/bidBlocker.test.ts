import { describe, expect, it } from 'vitest';
import { firstBlocker } from '../../shared/domain/bid/bidBlocker.ts';
import { summariseBid } from '../../shared/domain/bid/bidSummary.ts';
import { input } from './kestrelRow.ts';

const { bid } = input;
const lead = bid.members.filter(({ role }) => role === 'lead');
const [condition] = bid.conditions;
const [question] = bid.questions;
if (condition === undefined || question === undefined) throw new Error('The bid has conditions and questions.');

describe('the one thing that blocks a bid', () => {
  it('is nothing where the team, the conditions and the answers stand', () => {
    expect(firstBlocker(summariseBid(bid))).toBeNull();
  });

  it.each([
    { change: { members: [] }, sentence: 'It is not settled who leads.' },
    { change: { members: lead }, sentence: 'There is nobody in the bid but the lead.' },
    { change: { lotIds: [] }, sentence: 'No lot is chosen.' },
    { change: { structure: 'unknown' as const }, sentence: 'The structure is not chosen.' },
    { change: { lotIds: ['lot-1', 'lot-2'] }, sentence: 'The shares do not total 100%.' },
    {
      change: { conditions: [{ ...condition, metBy: { kind: 'unknown' as const } }] },
      sentence: 'It is not known whether one condition is met.',
    },
    { change: { requirements: [] }, sentence: 'No requirement is listed.' },
    { change: { questions: [] }, sentence: 'No question of the buyer is listed.' },
    {
      change: { questions: [question, { ...question, status: 'inReview' as const }] },
      sentence: 'One answer is not final.',
    },
  ])('is open: $sentence', ({ change, sentence }) => {
    expect(firstBlocker(summariseBid({ ...bid, ...change }))).toMatchObject({ sentence, failed: false });
  });

  it('is a condition that is not met before anything that is only open', () => {
    const conditions = [{ ...condition, metBy: { kind: 'notMet' as const } }];
    expect(firstBlocker(summariseBid({ ...bid, members: [], conditions }))).toEqual({
      part: 'conditions',
      sentence: 'A condition of participation is not met.',
      failed: true,
    });
  });
});
