import { describe, expect, test } from 'vitest';
import { currentDue } from '../../../shared/domain/tender/amendment.ts';
import { formatDue } from '../../../shared/domain/time/countdown.ts';
import type { DeadlineKind } from '../../../shared/domain/tender/deadline.ts';
import { qualifyingPlannedNotice } from '../../../shared/domain/tender/timeLimits.ts';
import type { Tender } from '../../../shared/domain/tender/tender.ts';
import { adopt, applyRelease } from '../../../shared/interchange/ocds/adopt.ts';
import type { MappedRelease } from '../../../shared/interchange/ocds/mappedRelease.ts';
import { fixture, mapped, releasesOf } from './notices.ts';

const now = new Date('2027-01-30T09:00:00Z');
let ids = 0;
const newId = () => `id-${(ids += 1)}`;

function due(tender: Tender, kind: DeadlineKind): string | undefined {
  const deadline = tender.deadlines.find((each) => each.kind === kind);
  return deadline && formatDue(currentDue(deadline));
}

function applied(tender: Tender, release: MappedRelease): ReturnType<typeof expectOk> {
  return expectOk(applyRelease(tender, release, newId, now));
}

function expectOk(result: ReturnType<typeof applyRelease>) {
  if (!result.ok) throw new Error(`Refused: ${result.error.kind}`);
  return result.value;
}

function notice(id: string, date: string, submission: string, questions?: string, lots: readonly object[] = twoLots) {
  return mapped({
    id,
    date,
    buyer: { name: 'Marlwater Combined Authority' },
    tender: {
      id: 'MCA-26-118',
      title: 'Device refurbishment and repair',
      lots,
      tenderPeriod: { endDate: submission },
      ...(questions === undefined ? {} : { enquiryPeriod: { endDate: questions } }),
    },
  });
}

const twoLots = [
  {
    id: 'North',
    value: { amount: 288_000, currency: 'GBP' },
    contractPeriod: { startDate: '2027-04-01T00:00:00+01:00' },
  },
  { id: 'South', value: { amount: 192_000, currency: 'GBP' } },
];
const first = notice('1-2027', '2027-01-18T09:00:00Z', '2027-02-01T12:00:00Z', '2027-01-25T17:00:00Z');
const shortened = notice('2-2027', '2027-01-21T09:00:00Z', '2027-01-28T12:00:00Z', '2027-01-22T12:00:00Z');
const extended = notice('3-2027', '2027-01-26T09:00:00Z', '2027-02-05T12:00:00Z');

describe('adopting a notice', () => {
  const tender = adopt(first, newId, now);

  test('takes over its facts, its lots, every deadline and the release itself', () => {
    expect(tender).toMatchObject({
      title: 'Device refurbishment and repair',
      reference: 'MCA-26-118',
      ocid: 'ocds-h6vhtk-0000aa',
      state: 'watching',
      lots: [{ number: 'North', value: { net: 28_800_000 } }, { number: 'South' }],
      source: { kind: 'ocds', releaseId: '1-2027', releases: [{ id: '1-2027', json: first.json }] },
    });
    expect(due(tender, 'submission')).toBe('Mon 1 Feb 2027, 12:00 (London)');
    expect(due(tender, 'questions')).toBe('Mon 25 Jan 2027, 17:00 (London)');
  });

  test('gives a date of a lot to that lot', () => {
    const start = tender.deadlines.find(({ kind }) => kind === 'contractStart');
    expect(start?.lotId).toBe(tender.lots[0]?.id);
  });

  test('keeps the text of every date and where it came from', () => {
    const submission = tender.deadlines.find(({ kind }) => kind === 'submission');
    expect(submission?.versions).toEqual([
      {
        due: { kind: 'instant', at: '2027-02-01T12:00:00.000Z', zone: 'Europe/London' },
        original: '2027-02-01T12:00:00Z',
        source: 'Notice 1-2027',
        statedAt: '2027-01-18T09:00:00.000Z',
        recordedAt: '2027-01-30T09:00:00.000Z',
      },
    ]);
  });

  test('without lots makes the contract one lot', () => {
    const [release] = releasesOf(fixture('contracts-finder-page.json'));
    const single = release && adopt(release, newId, now);
    expect(release?.lots).toEqual([]);
    expect(single?.lots).toMatchObject([{ number: '1', title: 'Parking Pilot - CEO', contractEnd: '2026-01-05' }]);
  });

  test('that gives two dates of one kind makes two deadlines, not one that moved', () => {
    const milestones = ['2027-03-01', '2027-03-08'].map((day) => ({ type: 'futureSignatureDate', dueDate: day }));
    const award = { id: '1', milestones };
    const twice = adopt(mapped({ tender: { title: 'T' }, awards: [award] }), newId, now);
    expect(twice.deadlines.map(({ label, versions }) => [label, versions.length])).toEqual([
      ['Contract to be signed', 1],
      ['Contract to be signed (2)', 1],
    ]);
  });

  test('works for every published release at hand, with an id of its own for everything', () => {
    const page = releasesOf(fixture('find-a-tender-page.json'));
    for (const tender of page.map((release) => adopt(release, newId, now))) {
      const all = [tender, ...tender.lots, ...tender.deadlines].map(({ id }) => id);
      expect(new Set(all).size).toBe(all.length);
      expect(tender.lots.length).toBeGreaterThan(0);
      for (const { versions } of tender.deadlines) expect(versions).toHaveLength(1);
    }
  });
});

describe('a tender that moves', () => {
  const adopted = adopt(first, newId, now);
  const second = applied(adopted, shortened);
  const third = applied(second.tender, extended);

  test('shows each move with old, new and source', () => {
    const words = (moves: typeof second.moves) =>
      moves.map(({ label, from, to, source }) => [label, from && formatDue(from), formatDue(to), source]);
    expect(words(second.moves)).toEqual([
      ['Questions to the buyer', 'Mon 25 Jan 2027, 17:00 (London)', 'Fri 22 Jan 2027, 12:00 (London)', 'Notice 2-2027'],
      ['Tenders due', 'Mon 1 Feb 2027, 12:00 (London)', 'Thu 28 Jan 2027, 12:00 (London)', 'Notice 2-2027'],
    ]);
    expect(words(third.moves)).toEqual([
      ['Tenders due', 'Thu 28 Jan 2027, 12:00 (London)', 'Fri 5 Feb 2027, 12:00 (London)', 'Notice 3-2027'],
    ]);
  });

  test('keeps the ids of lots and deadlines, and what the update leaves out', () => {
    expect(third.tender.lots.map(({ id }) => id)).toEqual(adopted.lots.map(({ id }) => id));
    expect(third.tender.deadlines.map(({ id }) => id)).toEqual(adopted.deadlines.map(({ id }) => id));
    expect(due(third.tender, 'questions')).toBe('Fri 22 Jan 2027, 12:00 (London)');
  });

  test.each([
    ['the last', extended],
    ['the second', shortened],
    ['the first', first],
  ])('is left as it is by importing %s release again', (_, again) => {
    expect(applied(third.tender, again)).toEqual({
      tender: third.tender,
      outcome: 'alreadyApplied',
      moves: [],
      notUnderstood: [],
    });
  });

  test('is not moved back by an older release that comes late', () => {
    const late = applied(applied(adopted, extended).tender, shortened);
    expect(late.outcome).toBe('older');
    expect(due(late.tender, 'submission')).toBe('Fri 5 Feb 2027, 12:00 (London)');
    expect(late.tender.source).toMatchObject({ releaseId: '3-2027' });
  });

  test('gains lots that are new and loses none that are not repeated', () => {
    const lots = [
      { id: 'South', title: 'South and west' },
      { id: 'East', title: 'East' },
    ];
    const { tender } = applied(
      adopted,
      notice('4-2027', '2027-01-27T09:00:00Z', '2027-02-05T12:00:00Z', undefined, lots),
    );
    expect(tender.lots.map(({ number, title }) => [number, title])).toEqual([
      ['North', ''],
      ['South', 'South and west'],
      ['East', 'East'],
    ]);
    expect(tender.lots[1]?.value.net).toBe(19_200_000);
  });

  test('refuses a notice of another procurement', () => {
    const other = mapped({ ocid: 'ocds-h6vhtk-0000bb', tender: { title: 'Other' } });
    expect(applyRelease(adopted, other, newId, now)).toMatchObject({
      ok: false,
      error: { kind: 'otherProcurement', tender: 'ocds-h6vhtk-0000aa', release: 'ocds-h6vhtk-0000bb' },
    });
  });
});

test('a real planned notice becomes its tender notice, published the same day and so not qualifying', () => {
  const [tenderNotice, planned] = releasesOf(fixture('find-a-tender-uk3-planned.json'));
  if (tenderNotice === undefined || planned === undefined) throw new Error('Two releases were expected.');
  const watched = adopt(planned, newId, now);
  const { tender, outcome, moves } = applied(watched, tenderNotice);
  expect(outcome).toBe('applied');
  expect(moves).toEqual([]);
  expect(tender).toMatchObject({
    noticeType: 'UK4',
    source: { releases: [{ noticeType: 'UK3' }, { noticeType: 'UK4', publishedAt: '2026-07-22T14:56:54.000Z' }] },
    lots: [{ id: watched.lots[0]?.id, awardCriteria: [{ weight: '100%' }] }],
  });
  expect(qualifyingPlannedNotice('2026-07-22', '2026-07-22').qualifies).toBe(false);
});
