import { expect, test } from 'vitest';
import type { Tender } from '../../../shared/domain/tender/tender.ts';
import { adopt, applyRelease } from '../../../shared/interchange/ocds/adopt.ts';
import type { MappedRelease } from '../../../shared/interchange/ocds/mappedRelease.ts';
import { mapped } from './notices.ts';

const now = new Date('2027-03-01T00:00:00Z');

function newId(): string {
  return crypto.randomUUID();
}

function applied(tender: Tender, release: MappedRelease): Tender {
  const result = applyRelease(tender, release, newId, now);
  if (!result.ok) throw new Error('Another procurement');
  return result.value.tender;
}

/** A further notice of a tender with two lots, published on a day of February 2027. */
function further(id: string, day: number, tag: string, lots: readonly object[]): MappedRelease {
  const date = `2027-02-0${day}T10:00:00Z`;
  return mapped({ ocid: 'ocds-h6vhtk-0aaa04', id, date, tag: [tag], tender: { title: 'T', status: 'active', lots } });
}

function call(id: string, day: number, lots: readonly string[], tag = 'tenderUpdate'): MappedRelease {
  const contractPeriod = { startDate: '2027-06-01T00:00:00Z' };
  return further(
    id,
    day,
    tag,
    lots.map((lot) => ({ id: lot, contractPeriod })),
  );
}

function givesUp(id: string, day: number, lots: readonly string[]): MappedRelease {
  const statuses = ['1', '2'].map((lot) => ({ id: lot, status: lots.includes(lot) ? 'cancelled' : 'active' }));
  return further(id, day, 'tenderCancellation', statuses);
}

/** The state of one date of each lot, and of the tender, after the notices were read in this order. */
function statesAfter(first: MappedRelease, ...rest: readonly MappedRelease[]): readonly unknown[] {
  const bidding: Tender = { ...adopt(first, newId, now), state: 'bidding' };
  const tender = rest.reduce((after, release) => applied(after, release), bidding);
  return [...tender.lots.map(({ id }) => tender.deadlines.find(({ lotId }) => lotId === id)?.state), tender.state];
}

test('a termination that came out before a notice already read holds, unless that one calls for tenders again', () => {
  const first = call('000001-2027', 1, ['1', '2'], 'tender');
  const [lotTwo, both] = [givesUp('000002-2027', 2, ['2']), givesUp('000002-2027', 2, ['1', '2'])];
  const [callOne, callBoth] = [call('000003-2027', 3, ['1']), call('000003-2027', 3, ['1', '2'])];
  expect(statesAfter(first, callOne, lotTwo)).toEqual(['open', 'withdrawn', 'bidding']);
  expect(statesAfter(first, callBoth, lotTwo)).toEqual(['open', 'open', 'bidding']);
  expect(statesAfter(first, callOne, both)).toEqual(['open', 'withdrawn', 'bidding']);
  const last = givesUp('000004-2027', 4, ['1']);
  expect(statesAfter(first, callOne, last, lotTwo)).toEqual(['withdrawn', 'withdrawn', 'terminated']);
});
