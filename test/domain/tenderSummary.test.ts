import { expect, test } from 'vitest';
import { bidDue } from '../../shared/domain/bid/bidDates.ts';
import type { Deadline, Due } from '../../shared/domain/tender/deadline.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
import { agendaOf, nextDeadline, summariseTender } from '../../shared/domain/tender/tenderSummary.ts';

function deadline(id: string, due: Due, state: Deadline['state'] = 'open'): Deadline {
  const stated = '2026-11-02T09:00:00.000Z';
  const version = { due, original: '', source: 'Entered by hand', statedAt: stated, recordedAt: stated };
  return { id, kind: 'submission', label: id, lotId: null, versions: [version], state };
}

function noon(on: string): Due {
  return { kind: 'instant', at: `${on}T12:00:00.000Z`, zone: 'Europe/London' };
}

const parks = summariseTender({
  ...newTender('parks', 'Parks'),
  deadlines: [
    deadline('tenders due', noon('2027-02-12')),
    deadline('contract starts', { kind: 'day', on: '2027-06-01' }),
    deadline('questions', noon('2027-01-22')),
    deadline('site visit', noon('2027-01-18'), 'met'),
  ],
});
const reuse = summariseTender({
  ...newTender('reuse', 'Reuse'),
  deadlines: [deadline('tenders due', { kind: 'day', on: '2027-01-22' }), deadline('old', noon('2027-01-05'))],
});

test('the agenda has the open deadlines of all tenders, soonest first, and what has passed apart, latest first', () => {
  const agenda = agendaOf([parks, reuse], new Date('2027-01-22T12:00:00.000Z'));
  const named = (entries: typeof agenda.upcoming) =>
    entries.map(({ tender, deadline }) => `${tender.id}: ${deadline.label}`);
  expect(named(agenda.upcoming)).toEqual(['reuse: tenders due', 'parks: tenders due', 'parks: contract starts']);
  expect(named(agenda.passed)).toEqual(['parks: questions', 'reuse: old']);
});

test('no date of a tender that was terminated is due, and each is again where that was a mistake', () => {
  const tender = { ...newTender('parks', 'Parks'), deadlines: [deadline('tenders due', noon('2027-02-12'))] };
  const now = new Date('2027-01-22T12:00:00.000Z');
  const dueBy = (state: Tender['state']) => {
    const summary = summariseTender({ ...tender, state });
    const due = [bidDue(summary.deadlines, [], now), nextDeadline(summary.deadlines, now)];
    return [...due, agendaOf([summary], now).upcoming[0]?.deadline].map((line) => line?.label ?? null);
  };
  expect(dueBy('terminated')).toEqual([null, null, null]);
  expect(dueBy('bidding')).toEqual(['tenders due', 'tenders due', 'tenders due']);
});

test('a day ends at midnight in the United Kingdom, in summer an hour before midnight UTC', () => {
  expect(parks.deadlines.map(({ endsAt }) => endsAt)).toEqual([
    '2027-01-18T12:00:00.000Z',
    '2027-01-22T12:00:00.000Z',
    '2027-02-12T12:00:00.000Z',
    '2027-06-01T23:00:00.000Z',
  ]);
});
