import { describe, expect, test } from 'vitest';
import type { GateDecision, LotOutcome } from '../../shared/domain/bid/bid.ts';
import { firstBlocker } from '../../shared/domain/bid/bidBlocker.ts';
import { summariseBid } from '../../shared/domain/bid/bidSummary.ts';
import { bidOutcome, declinedLots } from '../../shared/domain/bid/gates.ts';
import { input } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

const noConditions = { pass: 0, committed: 0, unknown: 0, fail: 0 };

function decision(...lots: readonly (readonly [lotId: string, outcome: LotOutcome])[]): GateDecision {
  return {
    id: 'd',
    gate: 'bidNoBid',
    decidedOn: '2027-01-27',
    decidedBy: '',
    lots: lots.map(([lotId, outcome]) => ({ lotId, outcome, reason: '' })),
    provisos: '',
  };
}
const both = [idOf('lot-1'), idOf('lot-2')];

describe('a decision whether to bid', () => {
  test.each([
    ['nothing', [], 'open'],
    ['one lot and nothing of the other', [decision([idOf('lot-1'), 'bid'])], 'bid'],
    ['one lot bid for, the other declined', [decision([idOf('lot-1'), 'bid'], [idOf('lot-2'), 'decline'])], 'bid'],
    ['one declined, nothing of the other', [decision([idOf('lot-1'), 'decline'])], 'open'],
    ['both declined', [decision([idOf('lot-1'), 'decline'], [idOf('lot-2'), 'decline'])], 'decline'],
    ['one deferred, the other declined', [decision([idOf('lot-1'), 'defer'], [idOf('lot-2'), 'decline'])], 'defer'],
    [
      'declined, then taken up again',
      [decision([idOf('lot-1'), 'decline'], [idOf('lot-2'), 'decline']), decision([idOf('lot-1'), 'bid'])],
      'bid',
    ],
  ] as const)('of %s', (_what, decisions, outcome) => {
    expect(bidOutcome({ lotIds: both, decisions })).toBe(outcome);
  });

  test('shows what is still bid for against it', () => {
    const decisions = [decision([idOf('lot-1'), 'bid'], [idOf('lot-2'), 'decline'])];
    expect(declinedLots({ lotIds: both, decisions })).toEqual([idOf('lot-2')]);
    expect(declinedLots({ lotIds: [idOf('lot-1')], decisions })).toEqual([]);
  });

  test('not to bid stands where what was declined has been taken out', () => {
    expect(bidOutcome({ lotIds: [], decisions: [decision([idOf('lot-1'), 'decline'])] })).toBe('decline');
    expect(bidOutcome({ lotIds: [], decisions: [] })).toBe('open');
  });

  test('not to bid leaves nothing that blocks the bid', () => {
    const bid = { ...input.bid, members: [] };
    expect(firstBlocker(summariseBid(bid), noConditions)).not.toBeNull();
    expect(
      firstBlocker(summariseBid({ ...bid, decisions: [decision([idOf('lot-1'), 'decline'])] }), noConditions),
    ).toBeNull();
  });
});
