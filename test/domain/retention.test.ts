import { describe, expect, test } from 'vitest';
import { bidRelation, relationOver, type TenderFacts } from '../../shared/domain/personalData/relation.ts';
import { dueForErasure } from '../../shared/domain/personalData/retention.ts';

const today = '2027-06-01';
const rule = { id: 'contacts', days: 730, reason: '' } as const;

describe('personal data becomes due', () => {
  test.each([
    ['two years after it was last needed', { kind: 'ended', on: '2025-06-01' }, rule, '2027-06-01'],
    [
      'on the day itself where nothing is kept on',
      { kind: 'ended', on: '2027-02-28' },
      { ...rule, days: 0 },
      '2027-02-28',
    ],
    ['over a leap day', { kind: 'ended', on: '2028-02-28' }, { ...rule, days: 2 }, '2028-03-01'],
    ['never while a bid needs it', { kind: 'running' }, rule, null],
    ['never where no period was decided', { kind: 'ended', on: '2001-01-01' }, undefined, null],
  ] as const)('%s', (_when, relation, decided, due) => {
    expect(dueForErasure(relation, decided)).toBe(due);
  });
});

const lot = (id: string, contractEnd: string | null, maximumEnd: string | null) => ({ id, contractEnd, maximumEnd });
const tender = (state: TenderFacts['state'], lots: TenderFacts['lots'] = []) => ({ id: 't', state, lots });

describe('a bid needs the data of its people', () => {
  const bid = { id: 'b', tenderId: 't', lotIds: ['1', '2'] };
  const changes = new Map([
    ['b', '2026-03-01'],
    ['t', '2026-04-01'],
  ]);

  test.each([
    ['while it is watched', tender('watching'), { kind: 'running' }],
    ['while it is written', tender('bidding'), { kind: 'running' }],
    ['while it is awaited', tender('submitted'), { kind: 'running' }],
    ['until it was lost', tender('lost'), { kind: 'ended', on: '2026-04-01' }],
    ['until it was given up', tender('noBid'), { kind: 'ended', on: '2026-04-01' }],
    [
      'while a contract of it runs, with every extension',
      tender('won', [lot('1', '2026-01-01', '2028-01-01'), lot('2', '2025-01-01', null)]),
      { kind: 'running' },
    ],
    [
      'on the last day of the contract',
      tender('won', [lot('1', today, null), lot('2', today, null)]),
      { kind: 'running' },
    ],
    [
      'no longer after the last contract has ended',
      tender('won', [lot('1', '2027-05-31', null), lot('2', '2026-12-31', null)]),
      { kind: 'ended', on: '2027-05-31' },
    ],
    [
      'where nobody knows when a contract ends',
      tender('won', [lot('1', null, null), lot('2', '2026-12-31', null)]),
      { kind: 'running' },
    ],
    ['where it was won and has no lots', tender('won'), { kind: 'running' }],
  ] as const)('%s', (_when, of, relation) => {
    expect(bidRelation(bid, of, changes, today)).toEqual(relation);
  });

  test('of which nothing is known any more', () => {
    expect(bidRelation(bid, undefined, new Map(), today)).toEqual({ kind: 'running' });
  });

  test('and people are needed by any bid that runs, else until the last that ended or their last use', () => {
    const ended = { kind: 'ended', on: '2026-04-01' } as const;
    expect(relationOver([ended, { kind: 'running' }], '2027-01-01')).toEqual({ kind: 'running' });
    expect(relationOver([ended], '2025-01-01')).toEqual(ended);
    expect(relationOver([ended], '2027-01-01')).toEqual({ kind: 'ended', on: '2027-01-01' });
    expect(relationOver([], '2025-01-01')).toEqual({ kind: 'ended', on: '2025-01-01' });
  });
});
