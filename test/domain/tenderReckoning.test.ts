import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../shared/domain/tender/deadline.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import { publishedNotices } from '../../shared/domain/tender/publishedNotices.ts';
import { reckonTender } from '../../shared/domain/tender/tenderReckoning.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
import { bankHolidays } from './publishedFacts.ts';

/** A date entered by hand: a day, or a time by the clock of London in winter. */
function date(kind: Deadline['kind'], label: string, when: string): Deadline {
  const due = when.includes('T')
    ? ({ kind: 'instant', at: new Date(`${when}Z`).toISOString(), zone: 'Europe/London' } as const)
    : ({ kind: 'day', on: when } as const);
  const version = {
    due,
    original: when,
    source: 'by hand',
    statedAt: '2027-01-01T00:00:00Z',
    recordedAt: '2027-01-01T00:00:00Z',
  };
  return { id: `${kind} ${label}`, kind, label, lotId: null, versions: [version], state: 'open' };
}

const openTender: Tender = {
  ...newTender('t', 'Parks'),
  regime: 'pa2023',
  aboveThreshold: 'yes',
  electronicSubmission: 'yes',
  documentsWithNotice: 'yes',
};

function tenderWith(...deadlines: readonly Deadline[]): Tender {
  return { ...openTender, deadlines };
}

// Procurement Act 2023 s.54; the days are reckoned by hand on a calendar.
const parks = tenderWith(
  date('publication', 'UK4 tender notice published', '2027-01-11'),
  date('questions', 'Questions to the buyer', '2027-01-22T12:00'),
  date('submission', 'Tenders due', '2027-02-12T12:00'),
);

describe('an open tender of which every document came with the notice', () => {
  const { periods, twoDaysBefore, questionCutOff, planned, standstill } = reckonTender(parks, bankHolidays);

  test('has 32 days where 25 are asked for, and could have ended on 5 February', () => {
    expect(periods).toMatchObject([
      {
        kind: 'tendering',
        judgement: { days: 32, minimum: { days: 25 }, earliestLawful: '2027-02-05', verdict: 'lawful' },
      },
    ]);
  });

  test('is to be ready 48 hours before, and its questions in two working days before they close', () => {
    expect(twoDaysBefore).toMatchObject({ ok: true, value: { plan: '2027-02-10T12:00:00.000Z' } });
    expect(questionCutOff).toMatchObject({ ok: true, value: { on: '2027-01-20' } });
  });

  test('has neither a planned notice nor a standstill yet', () => {
    expect({ planned, standstill }).toEqual({ planned: null, standstill: null });
  });
});

describe('a planned procurement notice', () => {
  const uk3 = (day: string) => date('publication', 'UK3 planned procurement notice published', day);
  const uk4 = date('publication', 'UK4 tender notice published', '2027-01-18');
  const due = date('submission', 'Tenders due', '2027-02-01T12:00');

  test('raises the alarm while there is no tender notice', () => {
    expect(reckonTender(tenderWith(uk3('2026-12-07')), bankHolidays).planned).toMatchObject({
      from: '2027-01-16',
      to: '2027-12-07',
      against: null,
    });
  });

  test('makes 14 days lawful where it qualifies, which would otherwise be too short', () => {
    const { planned, periods } = reckonTender(tenderWith(uk3('2026-12-07'), uk4, due), bankHolidays);
    expect(planned?.against).toMatchObject({ days: 42, qualifies: true });
    expect(periods[0]).toMatchObject({
      judgement: { days: 14, minimum: { days: 10 }, verdict: 'lawful' },
      otherwise: { minimum: { days: 25 }, verdict: 'tooShort' },
    });
  });

  test('does not where it came 39 days before, whatever the notice says', () => {
    const tender = {
      ...tenderWith(uk3('2026-12-10'), uk4, due),
      acceleration: 'Qualifying planned procurement notice',
    };
    const { planned, periods } = reckonTender(tender, bankHolidays);
    expect(planned?.against).toMatchObject({ days: 39, qualifies: false });
    expect(periods[0]?.judgement).toMatchObject({ verdict: 'tooShort', earliestLawful: '2027-02-12' });
  });

  test('is taken on the word of the notice where it is not known itself', () => {
    const tender = { ...tenderWith(uk4, due), acceleration: 'Qualifying planned procurement notice' };
    expect(reckonTender(tender, bankHolidays).periods[0]?.judgement).toMatchObject({ minimum: { days: 10 } });
  });
});

test('a reason for a shorter period that is not known leaves the verdict unknown', () => {
  const tender = {
    ...tenderWith(
      date('publication', 'UK4 tender notice published', '2027-01-18'),
      date('submission', 'Tenders due', '2027-02-01T12:00'),
    ),
    acceleration: 'Other reason',
  };
  expect(reckonTender(tender, bankHolidays).periods[0]?.judgement.verdict).toBe('unknown');
});

test.each([
  ['2027-02-12', 'exactlyMinimum'],
  ['2027-02-13', 'lawful'],
  ['2027-02-11', 'tooShort'],
])('requests to participate due on %s after a notice of 18 January are %s', (day, verdict) => {
  const tender = tenderWith(
    date('publication', 'UK4 tender notice published', '2027-01-18'),
    date('participation', 'Request to participate', day),
  );
  expect(reckonTender(tender, bankHolidays).periods).toMatchObject([{ kind: 'participation', judgement: { verdict } }]);
});

test('the standstill after an award notice of 11 March 2027 skips the holiday in Northern Ireland', () => {
  const tender = tenderWith(
    date('publication', 'UK4 tender notice published', '2027-01-11'),
    date('publication', 'UK6 contract award notice published', '2027-03-11'),
  );
  expect(reckonTender(tender, bankHolidays).standstill).toMatchObject({
    required: 'yes',
    end: { ok: true, value: { lastDay: '2027-03-23', earliestSigning: '2027-03-24' } },
  });
});

test('no period is judged under the older rules, nor without the day of the notice', () => {
  expect(reckonTender({ ...parks, regime: 'legacy' }, bankHolidays).periods).toEqual([]);
  expect(reckonTender(tenderWith(date('submission', 'Tenders due', '2027-02-12T12:00')), bankHolidays).periods).toEqual(
    [],
  );
});

test('an imported notice counts from the day in London on which it was published', () => {
  const releases = [
    {
      id: '9-2027',
      noticeType: 'UK4',
      publishedAt: '2027-06-10T23:30:00.000Z',
      json: '{}',
      importedAt: '2027-06-12T00:00:00Z',
    },
  ];
  expect(publishedNotices({ ...openTender, source: { kind: 'ocds', releaseId: '9-2027', releases } })).toEqual([
    { type: 'UK4', on: '2027-06-11', source: 'Notice 9-2027' },
  ]);
});
