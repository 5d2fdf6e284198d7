import { describe, expect, test } from 'vitest';
import { bidDue, datesForBids, questionsClose } from '../../shared/domain/bid/bidDates.ts';
import type { Deadline, DeadlineKind } from '../../shared/domain/tender/deadline.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import { deadlineLines } from '../../shared/domain/tender/tenderSummary.ts';

interface Given {
  readonly kind?: DeadlineKind;
  readonly lot?: string;
  readonly state?: Deadline['state'];
}

function date(label: string, at: string, { kind = 'submission', lot, state = 'open' }: Given = {}): Deadline {
  const stated = '2026-11-02T09:00:00.000Z';
  const due = { kind: 'instant', at: `${at}:00.000Z`, zone: 'Europe/London' } as const;
  const version = { due, original: '', source: 'Notice', statedAt: stated, recordedAt: stated };
  return { id: label, kind, label, lotId: lot ?? null, versions: [version], state };
}

const now = new Date('2027-01-20T12:00:00.000Z');

function dueOf(lotIds: readonly string[], ...deadlines: readonly Deadline[]): string | undefined {
  return bidDue(deadlineLines({ ...newTender('t', 'Parks'), deadlines }), lotIds, now)?.label;
}

describe('the date that counts for a bid', () => {
  const [one, two] = [date('lot 1', '2027-02-01T12:00', { lot: '1' }), date('lot 2', '2027-02-12T12:00', { lot: '2' })];

  test('is the soonest of the lots it is for, and of all lots while it has not chosen', () => {
    expect(dueOf(['2'], one, two)).toBe('lot 2');
    expect(dueOf(['1', '2'], two, one)).toBe('lot 1');
    expect(dueOf([], two, one)).toBe('lot 1');
    expect(dueOf(['3'], one, two)).toBeUndefined();
  });

  test('is the next one where that of one lot has passed or was met', () => {
    const passed = date('lot 1', '2027-01-20T12:00', { lot: '1' });
    expect(dueOf(['1', '2'], passed, two)).toBe('lot 2');
    expect(dueOf(['1', '2'], { ...one, state: 'met' }, two)).toBe('lot 2');
    expect(dueOf(['1'], passed)).toBe('lot 1');
  });

  test('is never one that was withdrawn', () => {
    expect(dueOf(['1', '2'], { ...one, state: 'withdrawn' }, two)).toBe('lot 2');
    expect(dueOf(['1'], { ...one, state: 'withdrawn' })).toBeUndefined();
  });

  test('is the request to participate until that was made, and then only a date for tenders', () => {
    const request = date('request', '2027-01-25T12:00', { kind: 'participation' });
    const tenders = date('tenders', '2027-03-15T12:00');
    expect(dueOf([], tenders, request)).toBe('request');
    expect(dueOf([], tenders, { ...request, state: 'met' })).toBe('tenders');
    expect(dueOf([], { ...request, state: 'met' })).toBeUndefined();
    expect(dueOf([], date('request', '2027-01-10T12:00', { kind: 'participation' }), tenders)).toBe('tenders');
  });

  test('stays the last one where all is behind', () => {
    const first = date('first', '2027-01-05T12:00', { state: 'met' });
    const last = date('last', '2027-01-10T12:00', { state: 'met' });
    expect(dueOf([], last, first)).toBe('last');
    expect(dueOf([], last, date('not met', '2027-01-06T12:00'))).toBe('not met');
  });
});

test('questions close by the same rule, by the lots of the bid', () => {
  const lines = deadlineLines({
    state: 'bidding',
    deadlines: [
      date('lot 1', '2027-01-22T12:00', { kind: 'questions', lot: '1' }),
      date('lot 2', '2027-01-29T12:00', { kind: 'questions', lot: '2' }),
    ],
  });
  expect(questionsClose(lines, ['2'], now)?.label).toBe('lot 2');
  expect(questionsClose(lines, ['1', '2'], now)?.label).toBe('lot 1');
  expect(questionsClose([], ['1'], now)).toBeNull();
});

test('the agenda lists the dates of the lots that somebody bids for, and those of the whole tender', () => {
  const lines = deadlineLines({
    state: 'bidding',
    deadlines: [
      date('lot 1', '2027-02-01T12:00', { lot: '1' }),
      date('lot 2', '2027-02-12T12:00', { lot: '2' }),
      date('whole', '2027-03-01T12:00'),
    ],
  });
  const listed = (...bids: Parameters<typeof datesForBids>[1]) => datesForBids(lines, bids).map(({ label }) => label);
  const [one, two] = (['1', '2'] as const).map((lot) => ({ lotIds: [lot], outcome: 'open' as const }));
  if (one === undefined || two === undefined) throw new Error('two bids');
  expect(listed(one)).toEqual(['lot 1', 'whole']);
  expect(listed(one, two)).toEqual(['lot 1', 'lot 2', 'whole']);
  expect(listed(one, { ...two, outcome: 'decline' })).toEqual(['lot 1', 'whole']);
  const all = ['lot 1', 'lot 2', 'whole'];
  expect([listed(), listed({ ...one, lotIds: [] }), listed({ ...one, outcome: 'decline' })]).toEqual([all, all, all]);
});
