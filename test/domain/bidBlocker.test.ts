import { describe, expect, it } from 'vitest';
import { type Blocker, firstBlocker } from '../../shared/domain/bid/bidBlocker.ts';
import type { Bid } from '../../shared/domain/bid/bid.ts';
import { summariseBid } from '../../shared/domain/bid/bidSummary.ts';
import { countVerdicts, judgeConditions } from '../../shared/domain/bid/judgeCondition.ts';
import { input } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

/** Every condition is met: the insurance that was promised is in force by now. */
const bid: Bid = {
  ...input.bid,
  conditions: input.bid.conditions.map((each) =>
    each.id === idOf('liability')
      ? { ...each, state: 'held', metBy: { kind: 'member', organisationId: idOf('kestrel') } }
      : each,
  ),
};
const lead = bid.members.filter(({ role }) => role === 'lead');
const [condition] = bid.conditions;
const [question] = bid.questions;
if (condition === undefined || question === undefined) throw new Error('The bid has conditions and questions.');

const blockerOf = (changed: Bid): Blocker | null =>
  firstBlocker(summariseBid(changed), countVerdicts(judgeConditions({ ...input, bid: changed }, '2027-01-27')));

describe('the one thing that blocks a bid', () => {
  it('is nothing where the team, the conditions and the answers stand', () => {
    expect(blockerOf(bid)).toBeNull();
  });

  it.each([
    { change: { members: [], conditions: [] }, sentence: 'It is not settled who leads.' },
    { change: { members: lead, conditions: [] }, sentence: 'There is nobody in the bid but the lead.' },
    { change: { lotIds: [] }, sentence: 'No lot is chosen.' },
    { change: { structure: 'unknown' as const }, sentence: 'The structure is not chosen.' },
    { change: { lotIds: [idOf('lot-1'), idOf('lot-2')] }, sentence: 'The shares do not total 100%.' },
    {
      change: { conditions: [{ ...condition, metBy: { kind: 'unknown' as const } }] },
      sentence: 'It is not known whether one condition is met.',
    },
    { change: { conditions: [] }, sentence: 'No condition of participation is listed.' },
    { change: { conditions: input.bid.conditions }, sentence: 'A condition is only committed, and not met yet.' },
    { change: { requirements: [] }, sentence: 'No requirement is listed.' },
    { change: { questions: [] }, sentence: 'No question of the buyer is listed.' },
    {
      change: { questions: [question, { ...question, status: 'inReview' as const }] },
      sentence: 'One answer is not final.',
    },
  ])('is open: $sentence', ({ change, sentence }) => {
    expect(blockerOf({ ...bid, ...change })).toMatchObject({ sentence, failed: false });
  });

  it('is a condition that is not met before anything that is only open', () => {
    const conditions = [{ ...condition, metBy: { kind: 'notMet' as const } }];
    expect(blockerOf({ ...bid, members: [], conditions })).toEqual({
      part: 'conditions',
      sentence: 'A condition of participation is not met.',
      failed: true,
    });
  });
});
