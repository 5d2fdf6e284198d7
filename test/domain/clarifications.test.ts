import { describe, expect, test } from 'vitest';
import { agreementProblems } from '../../shared/domain/agreement/agreementProblems.ts';
import { agreementRemarks } from '../../shared/domain/agreement/agreementRemarks.ts';
import { liabilityToBuyerOf } from '../../shared/domain/agreement/agreementFacts.ts';
import type { Bid, Clarification, Condition } from '../../shared/domain/bid/bid.ts';
import {
  clarificationState,
  combiningQuestion,
  combiningRule,
  jointLiabilityAsked,
  newClarification,
  nextReference,
} from '../../shared/domain/bid/clarifications.ts';
import { judgeCondition } from '../../shared/domain/bid/judgeCondition.ts';
import { relianceOf } from '../../shared/domain/bid/reliance.ts';
import { draftBidDocument } from '../../shared/domain/bidDocument/draftBidDocument.ts';
import { parksWithTurnover } from '../support/parksTurnover.ts';
import { idOf } from '../support/ids.ts';

/** Parks of Tamebrook, where a turnover of twice the annual value is asked for and nobody has it alone. */
const { input, turnover, bothLots } = parksWithTurnover();

const sent: Clarification = {
  ...newClarification('cq', input.bid, { conditionId: turnover.id, text: combiningQuestion(turnover) }),
  sentOn: '2027-01-20',
};
const answered: Clarification = {
  ...sent,
  answeredOn: '2027-01-26',
  answer: 'Combined turnover is accepted where every member accepts joint and several liability.',
  combining: 'jointly',
};

function bidWith(change: Partial<Bid>): Bid {
  return { ...input.bid, conditions: [turnover], ...change };
}
const today = '2027-01-27';
const judged = (bid: Bid, condition: Condition = turnover, organisations = input.organisations) => {
  const { verdict, reason } = judgeCondition(condition, { ...input, bid, organisations }, today);
  return { verdict, reason };
};
const relied = (bid: Bid, organisations = input.organisations) => {
  const { kind, organisationIds } = relianceOf(turnover, { ...input, bid, organisations }, today);
  return [kind, ...organisationIds];
};

describe('turnover that no member has alone', () => {
  test('falls short by £280,000 with the lead alone', () => {
    const alone: Condition = { ...turnover, metBy: { kind: 'member', organisationId: idOf('kestrel') } };
    expect(judged(bidWith({}), alone)).toEqual({ verdict: 'fail', reason: 'turnoverShort' });
  });

  test('is unknown where members have enough together and the documents do not say that they may add up', () => {
    expect(judged(bidWith({}))).toEqual({ verdict: 'unknown', reason: 'combiningUnknown' });
    expect(judged(bidWith({ clarifications: [sent] }))).toEqual({ verdict: 'unknown', reason: 'combiningUnknown' });
  });

  test('fails for both lots, by £30,000, whatever the buyer says of adding up', () => {
    const bid = bidWith({ lotIds: [idOf('lot-1'), idOf('lot-2')], clarifications: [answered] });
    expect(judged(bid, bothLots)).toEqual({ verdict: 'fail', reason: 'turnoverShort' });
  });

  test('passes once the buyer has answered that it may, with the answer as its source', () => {
    const bid = bidWith({ clarifications: [answered] });
    expect(judged(bid)).toEqual({ verdict: 'pass', reason: null });
    expect(combiningRule(turnover, bid)).toEqual({ answer: 'jointly', clarification: answered });
  });

  test('fails where the buyer refuses, and an answer goes before the documents', () => {
    const documents: Condition = { ...turnover, combining: 'accepted' };
    expect(judged(bidWith({}), documents).verdict).toBe('pass');
    const refusal: Clarification = { ...answered, combining: 'refused' };
    expect(judged(bidWith({ clarifications: [refusal] }), documents)).toEqual({
      verdict: 'fail',
      reason: 'combiningRefused',
    });
  });

  test('follows the last of several answers, and none that has no date yet', () => {
    const later: Clarification = { ...answered, id: 'later', answeredOn: '2027-01-28', combining: 'accepted' };
    expect(combiningRule(turnover, bidWith({ clarifications: [later, answered] })).clarification).toBe(later);
    const undated: Clarification = { ...answered, answeredOn: null };
    expect(combiningRule(turnover, bidWith({ clarifications: [undated] })).answer).toBe('unknown');
  });

  test('is unknown where the accounts of somebody named are not known', () => {
    const bid = bidWith({ clarifications: [answered] });
    const organisations = input.organisations.map((each) =>
      each.id === idOf('brindle') ? { ...each, turnover: [] } : each,
    );
    expect(judged(bid, turnover, organisations)).toEqual({
      verdict: 'unknown',
      reason: 'turnoverUnknown',
    });
  });

  test('relies on Hollowell, without whom it fails, and not on Brindle', () => {
    expect(relied(bidWith({ clarifications: [answered] }))).toEqual(['known', idOf('hollowell')]);
  });
});

describe('those named as meeting it', () => {
  const members = input.bid.members;

  test.each(['reserve', 'guarantor'] as const)('are not said to fall short where one is a %s', (role) => {
    const bid = bidWith({
      members: members.map((member) => (member.organisationId === idOf('brindle') ? { ...member, role } : member)),
      clarifications: [{ ...answered, combining: 'accepted' }],
    });
    expect(judged(bid).reason).not.toBe('turnoverShort');
    expect(judged(bid).verdict).toBe(role === 'reserve' ? 'unknown' : 'pass');
  });

  test('fail what one who has left was to meet', () => {
    const bid = bidWith({ members: members.filter(({ organisationId }) => organisationId !== idOf('hollowell')) });
    expect(judged(bid)).toEqual({ verdict: 'fail', reason: 'noLongerInBid' });
  });

  test('are all relied upon where each of them can be spared but not all', () => {
    const organisations = input.organisations.map((each) =>
      each.id === idOf('brindle')
        ? { ...each, turnover: each.turnover.map((year) => ({ ...year, turnover: 31_000_000 })) }
        : each,
    );
    expect(relied(bidWith({ clarifications: [answered] }), organisations)).toEqual([
      'known',
      idOf('hollowell'),
      idOf('brindle'),
    ]);
    // While the buyer has not said that they may add up, it is not known.
    expect(relied(bidWith({}), organisations)).toEqual(['unknown', idOf('hollowell'), idOf('brindle')]);
  });
});

describe('an answer that asks for joint and several liability', () => {
  const bid = bidWith({ clarifications: [answered] });

  test('is not met where the members chose another liability, and no document says that they accept it', () => {
    const several: Bid = { ...bid, agreement: { ...bid.agreement, liabilityToBuyer: 'several' } };
    expect(judged(several)).toEqual({ verdict: 'fail', reason: 'otherLiability' });
    for (const other of [several, { ...bid, structure: 'primeSub' as const }]) {
      const drafted = draftBidDocument({ ...input, bid: other }, { kind: 'draft', number: 1 }, '2027-01-27');
      if (!drafted.ok) throw new Error(JSON.stringify(drafted.error));
      expect(JSON.stringify(drafted.value.document)).not.toMatch(/accepts joint and several liability/);
    }
  });

  test.each(['guarantor', 'subcontractor'] as const)('is not known to be met by a %s without a share', (role) => {
    const members = bid.members.map((member) =>
      member.organisationId === idOf('brindle') ? { ...member, role, shares: [] } : member,
    );
    expect(judged({ ...bid, members }).verdict).toBe('unknown');
  });

  test('asks nothing of a bid for other lots, nor where one alone is named', () => {
    expect(jointLiabilityAsked(bid)).not.toBeNull();
    expect(jointLiabilityAsked({ ...bid, lotIds: [idOf('lot-2')] })).toBeNull();
    const alone: Condition = { ...turnover, metBy: { kind: 'combined', organisationIds: [idOf('kestrel')] } };
    expect(jointLiabilityAsked({ ...bid, conditions: [alone] })).toBeNull();
  });

  test.each([
    ['unincorporated', 'pass'],
    ['primeSub', 'fail'],
    ['managingAgent', 'fail'],
    ['spv', 'unknown'],
    ['unknown', 'unknown'],
  ] as const)('in the structure %s makes the condition %s', (structure, verdict) => {
    expect(judged({ ...bid, structure }).verdict).toBe(verdict);
  });

  test('leaves the agreement no other answer, and a sub-contracting structure none at all', () => {
    const undecided: Bid = { ...bid, agreement: { ...bid.agreement, liabilityToBuyer: null, contribution: null } };
    expect(liabilityToBuyerOf(undecided)).toBe('jointAndSeveral');
    expect(agreementRemarks({ ...input, bid: undecided }).map(({ sentence }) => sentence)).toContain(
      'Members are jointly and severally liable, but how they share what one has to pay is not decided. The answer to CQ-01 leaves no other way, so this clause is a must.',
    );
    const several: Bid = { ...bid, agreement: { ...bid.agreement, liabilityToBuyer: 'several' } };
    expect(agreementProblems({ ...input, bid: several })).toContainEqual({
      sentence: 'The answer to CQ-01 asks for joint and several liability of every member: no other answer fits.',
      mend: { record: 'agreement', field: 'liabilityToBuyer' },
    });
    const without: Bid = { ...undecided, agreement: { ...undecided.agreement, contribution: 'none' } };
    expect(agreementProblems({ ...input, bid: without }).map(({ mend }) => mend)).toContainEqual({
      record: 'agreement',
      field: 'contribution',
    });
    expect(
      agreementProblems({ ...input, bid: { ...bid, structure: 'primeSub' } }).map(({ mend }) => mend),
    ).toContainEqual({
      record: 'bid',
      field: 'structure',
    });
  });

  test('asks nothing where the lead meets the condition alone', () => {
    const alone: Condition = { ...turnover, metBy: { kind: 'member', organisationId: idOf('kestrel') } };
    const undecided: Bid = { ...bid, conditions: [alone], agreement: { ...bid.agreement, liabilityToBuyer: null } };
    expect(liabilityToBuyerOf(undecided)).toBeNull();
  });

  test('is the evidence that the bid document gives', () => {
    const drafted = draftBidDocument({ ...input, bid }, { kind: 'draft', number: 1 }, '2027-01-27');
    if (!drafted.ok) throw new Error(JSON.stringify(drafted.error));
    expect(JSON.stringify(drafted.value.document)).toContain(
      'Combined as your clarification answer of 26 January 2027 allows (our reference CQ-01); every member accepts joint and several liability.',
    );
  });
});

const as = (...references: readonly string[]) => references.map((reference) => ({ reference }));

describe('a question to the buyer', () => {
  test('quotes the condition and names nobody who bids', () => {
    const text = combiningQuestion(turnover);
    expect(text).toContain(turnover.text);
    for (const { name } of input.organisations) expect(text).not.toContain(name);
  });

  test('is numbered after the highest so far, and no number is given twice', () => {
    expect(nextReference([])).toBe('CQ-01');
    expect(nextReference(as('CQ-01', 'CQ-09', 'Portal 17'))).toBe('CQ-10');
    expect(nextReference(as('CQ-99'))).toBe('CQ-100');
  });

  test('is a draft, then sent, then answered', () => {
    expect(clarificationState({ ...sent, sentOn: null })).toBe('draft');
    expect(clarificationState(sent)).toBe('sent');
    expect(clarificationState(answered)).toBe('answered');
  });
});
