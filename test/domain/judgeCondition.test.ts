import { describe, expect, test } from 'vitest';
import type { BidMember, Condition, MetBy } from '../../shared/domain/bid/bid.ts';
import { countVerdicts, judgeCondition, judgeConditions } from '../../shared/domain/bid/judgeCondition.ts';
import {
  newOrganisation,
  type Certificate,
  type Insurance,
  type Organisation,
} from '../../shared/domain/organisation/organisation.ts';
import { noticeChangeOf } from '../../shared/domain/bid/noticeChange.ts';
import type { KeptRelease, Tender } from '../../shared/domain/tender/tender.ts';
import { input } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

/** Tenders are due on 12 February 2027 and the contract starts on 1 June 2027. */
const today = '2027-01-27';
const [firstLot] = input.tender.lots;
if (firstLot === undefined) throw new Error('The tender has lots.');
const million = 100_000_000;

const member = (organisationId: string, role: BidMember['role']): BidMember => {
  return { organisationId, role, responsibilities: '', shares: [], signatories: [] };
};
const members = [
  member('Roundhouse', 'lead'),
  member('Pennyfarthing', 'member'),
  member('Bank', 'guarantor'),
  member('Copperbeech', 'reserve'),
];
const by = (organisationId: string): MetBy => ({ kind: 'member', organisationId });
const together = (...organisationIds: readonly string[]): MetBy => ({ kind: 'combined', organisationIds });

function asks(kind: Condition['kind'], text: string, known: Partial<Condition> = {}): Condition {
  return {
    id: 'c',
    lotId: idOf('lot-1'),
    kind,
    text,
    metBy: by('Roundhouse'),
    state: 'held',
    proof: '',
    turnover: null,
    combining: 'accepted',
    ...known,
  };
}

function policy(pounds: number | null, known: Partial<Insurance> = {}): Insurance {
  return {
    id: 'p',
    kind: 'publicLiability',
    state: 'held',
    limit: pounds === null ? null : pounds * million,
    basis: 'anyOneClaim',
    insurer: 'Fairlea',
    policyNumber: '',
    validFrom: '2026-07-01',
    validTo: '2027-06-30',
    evidence: null,
    ...known,
  };
}

function certificate(name: string, validTo: string | null): Certificate {
  return { id: name, name, issuer: '', reference: '', validFrom: null, validTo, evidence: null };
}

const year = (yearEnd: string, pounds: number) => ({
  id: yearEnd,
  yearEnd,
  turnover: pounds * 100,
  audited: 'no' as const,
});

/** A notice that asks these conditions of its lots, in order. */
const release = (id: string, publishedAt: string, ...texts: readonly string[]): KeptRelease => ({
  id,
  noticeType: 'UK4',
  publishedAt,
  json: JSON.stringify({
    tender: { lots: texts.map((text, at) => ({ id: String(at + 1), selectionCriteria: { description: text } })) },
  }),
  importedAt: publishedAt,
});

function judged(condition: Condition, records: Partial<Organisation> = {}, tender: Tender = input.tender) {
  const others = ['Pennyfarthing', 'Bank', 'Copperbeech'].map((id) => newOrganisation(id, id));
  const organisations = [{ ...newOrganisation('Roundhouse', 'Roundhouse'), ...records }, ...others];
  const bid = { ...input.bid, members, conditions: [condition] };
  return judgeCondition(condition, { bid, tender, organisations }, today);
}

describe('public liability of £10m for any one claim, entered as met now,', () => {
  const condition = asks('insurance', 'Public liability of £10m for any one claim');

  test.each([
    ['£10m held', [policy(10)], 'pass', null],
    ['more than asked for', [policy(20)], 'pass', null],
    ['£5m held', [policy(5)], 'fail', 'coverShort'],
    ['£10m in the aggregate', [policy(10, { basis: 'aggregate' })], 'fail', 'coverBasis'],
    ['a basis that is not recorded', [policy(10, { basis: 'unknown' })], 'unknown', 'coverBasisUnknown'],
    ['a limit that is not recorded', [policy(null)], 'unknown', 'coverLimitUnknown'],
    ['an end that is not recorded', [policy(10, { validTo: null })], 'unknown', 'datesUnknown'],
    ['a policy that has ended', [policy(10, { validTo: '2027-01-26' })], 'fail', 'expired'],
    ['a policy that begins later', [policy(10, { validFrom: '2027-02-01' })], 'unknown', 'notYetInForce'],
    ['a policy that ends before tenders are due', [policy(10, { validTo: '2027-02-11' })], 'unknown', 'endsBefore'],
    ['a policy that ends before the contract starts', [policy(10, { validTo: '2027-05-31' })], 'unknown', 'endsBefore'],
    ['a policy that ends on the first day of the contract', [policy(10, { validTo: '2027-06-01' })], 'pass', null],
    [
      'a policy that ends, and its renewal',
      [policy(10, { validTo: '2027-03-31' }), policy(10, { validFrom: '2027-04-01', validTo: '2028-03-31' })],
      'pass',
      null,
    ],
    ['a policy of another kind', [policy(10, { kind: 'employersLiability' })], 'unknown', 'notRecorded'],
    ['nothing recorded', [], 'unknown', 'notRecorded'],
    ['a commitment alone', [policy(10, { state: 'committed' })], 'fail', 'onlyPromised'],
    [
      'layers with numbers of their own',
      [policy(5, { policyNumber: 'P-1' }), policy(5, { policyNumber: 'X-1' })],
      'pass',
      null,
    ],
    [
      'numbers alone: without first days one may renew the other',
      [
        policy(5, { policyNumber: 'P-1', validFrom: null }),
        policy(5, { policyNumber: 'P-2', validFrom: null, validTo: '2028-06-30' }),
      ],
      'unknown',
      'layersUnclear',
    ],
    ['two policies that may be one', [policy(5), policy(5)], 'unknown', 'layersUnclear'],
    [
      'a policy and the one that renewed it: no layers',
      [
        policy(5, { policyNumber: 'P-1', validFrom: '2026-01-01', validTo: '2027-02-28' }),
        policy(5, { policyNumber: 'P-2', validFrom: '2027-01-01', validTo: '2027-12-31' }),
      ],
      'fail',
      'coverShort',
    ],
  ] as const)('by %s', (_, insurances, verdict, reason) => {
    expect(judged(condition, { insurances })).toMatchObject({ verdict, reason });
  });

  test('says on what day it ends and what is asked for', () => {
    expect(judged(condition, { insurances: [policy(5)] }).sentence).toBe(
      'Roundhouse: Public liability insurance, £5,000,000 for any one claim to 30 June 2027; £10,000,000 for any one claim is asked for: it is not enough.',
    );
  });

  test('says what takes over where the policy of today ends before the contract', () => {
    const insurances = [
      policy(10, { validTo: '2027-03-31' }),
      policy(10, { validFrom: '2027-04-01', validTo: '2028-03-31' }),
    ];
    const sentences = judged(condition, { insurances }).findings.map(({ sentence }) => sentence);
    expect(sentences).toContain(
      'Roundhouse: Public liability insurance of £10,000,000 for any one claim to 31 March 2027, then £10,000,000 for any one claim to 31 March 2028; £10,000,000 for any one claim is asked for.',
    );
  });

  test('is compared whatever kind the condition has: notices put insurance under economic standing', () => {
    const economic = { ...condition, kind: 'economic' as const, proof: 'Certificate' };
    expect(judged(economic, { insurances: [policy(5)] })).toMatchObject({ verdict: 'fail', reason: 'coverShort' });
  });

  test('must be held by each of those named', () => {
    const each = { ...condition, metBy: together('Roundhouse', 'Pennyfarthing') };
    expect(judged(each, { insurances: [policy(10)] })).toMatchObject({ verdict: 'unknown', reason: 'notRecorded' });
  });

  test('is unknown where the words do not say which insurance, or how much', () => {
    const proven = { proof: 'Certificates' };
    expect(judged(asks('insurance', 'Adequate insurance', proven)).reason).toBe('askedUnknown');
    expect(judged(asks('insurance', 'Public liability', proven), { insurances: [policy(10)] }).reason).toBe(
      'askedUnknown',
    );
  });
});

describe('what is only committed', () => {
  const condition = asks('insurance', 'Public liability of £10m', { state: 'committed' });

  test.each([
    ['£5m held and no commitment on record', [policy(5)], 'committed', 'promised'],
    ['£5m held and £10m committed to', [policy(5), policy(10, { state: 'committed' })], 'committed', 'promised'],
    ['£10m held already', [policy(10)], 'committed', 'promised'],
    [
      '£5m held and £5m committed to, which may add up',
      [policy(5), policy(5, { state: 'committed', validFrom: null, validTo: null })],
      'unknown',
      'layersUnclear',
    ],
    ['less committed to than asked for', [policy(5, { state: 'committed' })], 'fail', 'promiseShort'],
  ] as const)('is not met: %s', (_, insurances, verdict, reason) => {
    expect(judged(condition, { insurances })).toMatchObject({ verdict, reason });
  });

  test('says by when it is to be in force', () => {
    expect(judged(condition, { insurances: [policy(5)] }).sentence).toBe(
      'Not met yet: committed, to be in force before the contract starts on 1 June 2027.',
    );
  });

  test('fails once the contract has started', () => {
    const lots = input.tender.lots.map((lot) => ({ ...lot, contractStart: '2027-01-04' }));
    expect(judged(condition, {}, { ...input.tender, lots })).toMatchObject({
      verdict: 'fail',
      reason: 'promiseOverdue',
    });
  });

  test('must be there when the first of several lots starts, while cover must last until the last has started', () => {
    const starts = ['2027-01-04', '2027-09-01'];
    const lots = input.tender.lots.map((lot, at) => ({ ...lot, contractStart: starts[at] ?? null }));
    const lotIds = lots.map(({ id }) => id);
    const judgedBy = (text: Partial<Condition>) => {
      const both: Condition = { ...condition, lotId: null, ...text };
      const organisations = [{ ...newOrganisation('Roundhouse', 'Roundhouse'), insurances: [policy(10)] }];
      const bid = { ...input.bid, lotIds, members, conditions: [both] };
      return judgeCondition(both, { bid, tender: { ...input.tender, lots }, organisations }, today).reason;
    };
    expect(judgedBy({})).toBe('promiseOverdue');
    expect(judgedBy({ state: 'held' })).toBe('endsBefore');
  });

  test('is counted apart from what is met, and nothing of a lot that is not bid for', () => {
    const expected = { pass: 1, committed: 1, unknown: 0, fail: 0 };
    expect(countVerdicts(judgeConditions(input, today))).toEqual(expected);
    const ofOtherLot: Condition = {
      ...asks('technical', 'Crematoria'),
      lotId: idOf('lot-2'),
      metBy: { kind: 'notMet' },
    };
    const bid = { ...input.bid, conditions: [...input.bid.conditions, ofOtherLot] };
    expect(countVerdicts(judgeConditions({ ...input, bid }, today))).toEqual(expected);
    expect(countVerdicts(judgeConditions({ ...input, bid: { ...bid, lotIds: [] } }, today)).fail).toBe(1);
  });
});

describe('a certificate', () => {
  const condition = asks('certificate', 'Hold ISO 9001 or an equivalent');

  test.each([
    ['ISO 9001:2015', '2028-02-09', 'pass', null],
    ['ISO 9001:2015', '2027-01-26', 'fail', 'expired'],
    ['ISO 9001:2015', '2027-02-11', 'unknown', 'endsBefore'],
    ['ISO 9001:2015', '2027-05-31', 'unknown', 'endsBefore'],
    ['ISO 9001:2015', null, 'unknown', 'datesUnknown'],
    ['ISO 14001:2015', '2028-02-09', 'unknown', 'notRecorded'],
  ] as const)('%s valid to %s', (name, validTo, verdict, reason) => {
    expect(judged(condition, { certificates: [certificate(name, validTo)] })).toMatchObject({ verdict, reason });
  });
});

describe('a turnover', () => {
  const condition = asks('economic', 'Turnover of £800,000');

  test.each([
    ['enough in the last accounts', [year('2026-03-31', 800_000)], 'pass', null],
    ['too little', [year('2026-03-31', 799_999)], 'fail', 'turnoverShort'],
    ['enough in a forecast alone', [year('2026-03-31', 500_000), year('2027-03-31', 900_000)], 'fail', 'turnoverShort'],
    ['a forecast and nothing else', [year('2027-03-31', 900_000)], 'unknown', 'turnoverUnknown'],
    ['accounts so old that newer ones must exist', [year('2024-12-31', 900_000)], 'unknown', 'turnoverOld'],
    ['no accounts', [], 'unknown', 'turnoverUnknown'],
  ] as const)('of £800,000, by %s', (_, turnover, verdict, reason) => {
    expect(judged(condition, { turnover })).toMatchObject({ verdict, reason });
  });

  test('of a guarantor is compared like any other', () => {
    const guaranteed = { ...condition, metBy: { kind: 'guarantor' as const, organisationId: 'Bank' } };
    expect(judged(guaranteed)).toMatchObject({ verdict: 'unknown', reason: 'turnoverUnknown' });
  });

  test('of so many times a value that is not known is unknown', () => {
    const times = { ...condition, turnover: { kind: 'times' as const, times: 2 } };
    expect(judged(times, { turnover: [year('2026-03-31', 9_000_000)] })).toMatchObject({
      verdict: 'unknown',
      reason: 'askedUnknown',
    });
  });
});

test.each(['technical', 'other', 'economic'] as const)(
  'turnovers are added up only where the buyer lets them, also under a condition of the kind %s',
  (kind) => {
    const added = asks(kind, 'Turnover of £800,000', {
      metBy: together('Roundhouse', 'Pennyfarthing'),
      proof: 'Accounts',
    });
    const organisations = ['Roundhouse', 'Pennyfarthing'].map((id) =>
      Object.assign(newOrganisation(id, id), { turnover: [year('2026-03-31', 400_000)] }),
    );
    const verdicts = (['unknown', 'refused', 'accepted'] as const).map((combining) => {
      const condition = { ...added, combining };
      const bid = { ...input.bid, members, conditions: [condition] };
      return judgeCondition(condition, { bid, tender: input.tender, organisations }, today).verdict;
    });
    expect(verdicts).toEqual(['unknown', 'fail', 'pass']);
  },
);

const experience = (known: Partial<Condition>) =>
  judged(asks('technical', 'Two comparable contracts within three years', { proof: 'Eastvale 2024', ...known }));

describe('what was entered', () => {
  test.each([
    [{}, 'pass', null],
    [{ proof: ' ' }, 'unknown', 'noProof'],
    [{ state: 'unknown' }, 'unknown', 'notSaidWhen'],
    [{ state: 'committed' }, 'committed', 'promisedToAsk'],
    [{ metBy: { kind: 'unknown' } }, 'unknown', 'notSaidWho'],
    [{ metBy: { kind: 'notMet' } }, 'fail', 'notMet'],
    [{ metBy: together() }, 'unknown', 'notSaidWhichTogether'],
    [{ metBy: by('Copperbeech') }, 'unknown', 'onlyInReserve'],
    [{ metBy: { kind: 'guarantor', organisationId: 'Bank' } }, 'pass', null],
    [{ metBy: by('Somebody who left') }, 'fail', 'noLongerInBid'],
    [{ metBy: together('Roundhouse', 'Somebody who left') }, 'fail', 'noLongerInBid'],
    [{ metBy: together('Roundhouse', 'Somebody who left'), state: 'committed' }, 'fail', 'noLongerInBid'],
  ] as const)('%j is %s', (known, verdict, reason) => {
    expect(experience(known)).toMatchObject({ verdict, reason });
  });

  test('fails where the organisation of a member is gone from the workspace', () => {
    const condition = asks('technical', 'Experience', { proof: 'Eastvale', metBy: by('Roundhouse') });
    const bid = { ...input.bid, members, conditions: [condition] };
    expect(judgeCondition(condition, { ...input, bid, organisations: [] }, today)).toMatchObject({
      verdict: 'fail',
      reason: 'noLongerInBid',
    });
  });
});

describe('a notice that changes what is asked', () => {
  const was = 'Public liability of £5m';
  const now = 'Public liability of £10m';
  const releases = [
    release('1', '2027-01-04T09:00:00.000Z', was),
    release('2', '2027-01-18T09:00:00.000Z', now),
    release('3', '2027-01-20T09:00:00.000Z', now),
  ];
  const asking = (text: string): Tender => ({
    ...input.tender,
    lots: [{ ...firstLot, conditions: [{ kind: 'economic', text }] }],
    source: { kind: 'ocds', releaseId: '3', releases },
  });
  const held = { insurances: [policy(5)] };

  test('makes what was met unknown again, and says which notice did', () => {
    const condition = asks('insurance', was);
    expect(judged(condition, held, asking(was)).verdict).toBe('pass');
    const after = judged(condition, held, asking(now));
    expect(after).toMatchObject({ verdict: 'unknown', reason: 'noticeChanged' });
    expect(after.sentence).toBe(
      'The notice of 18 January 2027 changed what is asked. Judge it again by the new words.',
    );
  });

  test('does so where the team has changed the words it took over, which were noted', () => {
    const condition = asks('insurance', 'PL: public liability, £5m', { noticeText: was });
    expect(judged(condition, held, asking(was)).verdict).toBe('pass');
    expect(judged(condition, held, asking(now)).reason).toBe('noticeChanged');
  });

  test('does so of what was committed, and lets what fails fail', () => {
    const committed = asks('insurance', was, { state: 'committed' });
    expect(judged(committed, held, asking(now)).reason).toBe('noticeChanged');
    expect(judged(asks('insurance', was), { insurances: [policy(2)] }, asking(now)).verdict).toBe('fail');
  });

  test('is blamed for a lot of which it asked this before, and not where the bid came to another lot', () => {
    const lots = input.tender.lots.map((lot, at) =>
      Object.assign({}, lot, { conditions: [{ kind: 'economic', text: at === 0 ? now : was }] }),
    );
    const raised = [release('1', '2027-01-04T09:00:00Z', was, was), release('2', '2027-01-18T09:00:00Z', now, was)];
    const apart = [release('1', '2027-01-04T09:00:00Z', now, was), release('2', '2027-01-18T09:00:00Z', now, was)];
    const changeOf = (lotIds: readonly string[], releases: readonly KeptRelease[]) =>
      noticeChangeOf(
        { text: was, noticeText: was },
        lots.filter(({ id }) => lotIds.includes(id)),
        { source: { kind: 'ocds', releaseId: '2', releases } },
      );
    const [one, two] = [idOf('lot-1'), idOf('lot-2')];
    expect(changeOf([one], raised)).toEqual({ on: '2027-01-18' });
    expect(changeOf([one, two], raised)).toEqual({ on: '2027-01-18' });
    expect(changeOf([two], raised)).toBeNull();
    expect(changeOf([one], apart)).toBeNull();
    expect(changeOf([one, two], apart)).toBeNull();
    expect(changeOf([], raised)).toBeNull();
  });

  test('leaves alone what never stood in a notice, what only differs in spacing, and what a person has settled', () => {
    expect(judged(asks('insurance', 'Public liability £5m by the ITT'), held, asking(now)).verdict).toBe('pass');
    expect(judged(asks('insurance', was), held, asking('public  liability of £5m')).verdict).toBe('pass');
    expect(judged(asks('insurance', was, { noticeText: '' }), held, asking(now)).verdict).toBe('pass');
  });
});
