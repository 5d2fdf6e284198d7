import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../shared/domain/tender/deadline.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import { publishedNotices } from '../../shared/domain/tender/publishedNotices.ts';
import { calculateDates } from '../../shared/domain/tender/calculateDates.ts';
import type { PublishedAward } from '../../shared/domain/tender/award.ts';
import type { KeptRelease, Tender } from '../../shared/domain/tender/tender.ts';
import { tender as kestrelRow } from './kestrelRow.ts';
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

// Procurement Act 2023 s.54; the days are counted by hand on a calendar.
const parks = tenderWith(
  date('publication', 'UK4 tender notice published', '2027-01-11'),
  date('questions', 'Questions to the buyer', '2027-01-22T12:00'),
  date('submission', 'Tenders due', '2027-02-12T12:00'),
);

describe('an open tender of which every document came with the notice', () => {
  const { periods, readyBy, questionCutOffs, planned, standstills } = calculateDates(parks, bankHolidays);

  test('has 32 days where 25 are asked for, and could have ended on 5 February', () => {
    expect(periods).toMatchObject([
      {
        kind: 'tendering',
        judgement: { days: 32, minimum: { days: 25 }, earliestLawful: '2027-02-05', verdict: 'lawful' },
      },
    ]);
  });

  test('is to be ready 48 hours before, and its questions in two working days before they close', () => {
    expect(readyBy).toMatchObject([{ at: { ok: true, value: { plan: '2027-02-10T12:00:00.000Z' } } }]);
    expect(questionCutOffs).toMatchObject([{ on: { ok: true, value: { on: '2027-01-20' } } }]);
  });

  test('has neither a planned notice nor a standstill yet', () => {
    expect({ planned, standstills }).toEqual({ planned: null, standstills: [] });
  });
});

describe('a planned procurement notice', () => {
  const uk3 = (day: string) => date('publication', 'UK3 planned procurement notice published', day);
  const uk4 = date('publication', 'UK4 tender notice published', '2027-01-18');
  const due = date('submission', 'Tenders due', '2027-02-01T12:00');

  test('raises the alarm while there is no tender notice', () => {
    expect(calculateDates(tenderWith(uk3('2026-12-07')), bankHolidays).planned).toMatchObject({
      from: '2027-01-16',
      to: '2027-12-07',
      against: null,
    });
  });

  test('makes 14 days lawful where it qualifies, which would otherwise be too short', () => {
    const { planned, periods } = calculateDates(tenderWith(uk3('2026-12-07'), uk4, due), bankHolidays);
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
    const { planned, periods } = calculateDates(tender, bankHolidays);
    expect(planned?.against).toMatchObject({ days: 39, qualifies: false });
    expect(periods[0]?.judgement).toMatchObject({ verdict: 'tooShort', earliestLawful: '2027-02-12' });
  });

  test('is taken on the word of the notice where it is not known itself', () => {
    const tender = { ...tenderWith(uk4, due), acceleration: 'Qualifying planned procurement notice' };
    expect(calculateDates(tender, bankHolidays).periods[0]?.judgement).toMatchObject({ minimum: { days: 10 } });
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
  expect(calculateDates(tender, bankHolidays).periods[0]?.judgement?.verdict).toBe('unknown');
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
  expect(calculateDates(tender, bankHolidays).periods).toMatchObject([
    { kind: 'participation', judgement: { verdict } },
  ]);
});

test('the standstill after an award notice of 11 March 2027 skips the holiday in Northern Ireland', () => {
  const tender = tenderWith(
    date('publication', 'UK4 tender notice published', '2027-01-11'),
    date('publication', 'UK6 contract award notice published', '2027-03-11'),
  );
  expect(calculateDates(tender, bankHolidays).standstills).toMatchObject([
    { rule: { kind: 'required' }, lastDay: { ok: true, value: '2027-03-23' }, isTooShort: false },
  ]);
});

test('no period is judged under the older rules, nor without the day of the notice', () => {
  expect(calculateDates({ ...parks, regime: 'legacy' }, bankHolidays).periods).toEqual([]);
  expect(
    calculateDates(tenderWith(date('submission', 'Tenders due', '2027-02-12T12:00')), bankHolidays).periods,
  ).toEqual([]);
});

function release(id: string, noticeType: string, published: string, more: Partial<KeptRelease> = {}): KeptRelease {
  return {
    id,
    noticeType,
    publishedAt: `${published}T09:00:00.000Z`,
    json: '{}',
    importedAt: '2027-06-12T00:00:00Z',
    ...more,
  };
}

function importedTender(releases: readonly KeptRelease[], ...deadlines: readonly Deadline[]): Tender {
  return { ...openTender, deadlines, source: { kind: 'ocds', releaseId: releases.at(-1)?.id ?? '', releases } };
}

const original = release('1-2027', 'UK4', '2027-01-04');
const update = release('2-2027', 'UK4', '2027-01-25', { isUpdate: true });
const tendersDue = date('submission', 'Tenders due', '2027-02-05T12:00');

describe('the tendering period of a tender notice that was updated', () => {
  test('is counted from the first notice, in whichever order the two were imported', () => {
    for (const releases of [
      [original, update],
      [update, original],
    ]) {
      expect(calculateDates(importedTender(releases, tendersDue), bankHolidays).periods).toMatchObject([
        { start: { on: '2027-01-04' }, judgement: { days: 32, verdict: 'lawful' } },
      ]);
    }
  });

  test('is unknown where only the update is known: 11 days from it would be “too short”', () => {
    const { periods } = calculateDates(importedTender([update], tendersDue), bankHolidays);
    expect(periods).toMatchObject([{ start: null, judgement: null }]);
    expect(periods[0]?.unknownBecause).toMatch(/Only an update .*Notice 2-2027/);
  });

  test('is counted from a first notice whose day was entered by hand', () => {
    const byHand = date('publication', 'UK4 tender notice published', '2027-01-04');
    expect(calculateDates(importedTender([update], tendersDue, byHand), bankHolidays).periods).toMatchObject([
      { judgement: { days: 32 } },
    ]);
  });
});

test('where the rules are not known no verdict of the Act is given', () => {
  const [period] = calculateDates({ ...parks, regime: 'unknown' }, bankHolidays).periods;
  expect(period).toMatchObject({ judgement: null, unknownBecause: expect.stringMatching(/Which rules/) as string });
});

test.each<[Partial<Tender>]>([[{ aboveThreshold: 'no' }], [{ specialRegimes: ['lightTouch'] }]])(
  'with %j the period has no minimum in days, however short',
  (facts) => {
    expect(calculateDates({ ...parks, ...facts }, bankHolidays).periods).toMatchObject([
      { judgement: { verdict: 'noMinimum' }, unknownBecause: '' },
    ]);
  },
);

describe('a procedure in two stages', () => {
  const stages = [
    date('publication', 'UK4 tender notice published', '2027-01-18'),
    date('participation', 'Request to participate', '2027-02-12T12:00'),
    date('submission', 'Tenders due', '2027-03-24T12:00'),
  ];
  const invited = date('invitation', 'Invitations to tender', '2027-03-10');

  test('has each period judged by its own start, and both made ready 48 hours before', () => {
    const { periods, readyBy } = calculateDates(tenderWith(...stages, invited), bankHolidays);
    expect(periods).toMatchObject([
      { kind: 'participation', start: { on: '2027-01-18' }, judgement: { days: 25, verdict: 'exactlyMinimum' } },
      { kind: 'tendering', start: { on: '2027-03-10' }, judgement: { days: 14, verdict: 'unknown' } },
    ]);
    expect(readyBy.map(({ deadline, at }) => [deadline.kind, at.ok && at.value.plan])).toEqual([
      ['participation', '2027-02-10T12:00:00.000Z'],
      ['submission', '2027-03-22T12:00:00.000Z'],
    ]);
  });

  test.each([
    ['subCentral', 10, 'lawful'],
    ['utility', 10, 'lawful'],
    ['central', 25, 'tooShort'],
  ] as const)(
    'of a buyer that is %s asks for %d days in the second: 14 are %s (s.54(4))',
    (authority, days, verdict) => {
      const tender = tenderWith(...stages, invited);
      const { periods } = calculateDates({ ...tender, buyer: { ...tender.buyer, authority } }, bankHolidays);
      expect(periods[1]?.judgement).toMatchObject({ minimum: { days }, verdict });
    },
  );

  test.each([
    ['2027-03-18', ''],
    ['2027-03-18', 'State of urgency'],
    ['2027-03-18', 'Another reason'],
    ['2027-03-24', ''],
  ])(
    'that ends on %s, shortened by “%s”, is never too short where the kind of buyer is not known',
    (ends, acceleration) => {
      const dates = [...stages.slice(0, 2), date('submission', 'Tenders due', `${ends}T12:00`), invited];
      const tender = { ...tenderWith(...dates), acceleration };
      const { periods } = calculateDates(tender, bankHolidays);
      expect(tender.buyer.authority).toBe('unknown');
      expect(periods[1]).toMatchObject({
        judgement: { verdict: 'unknown' },
        unknownBecause: expect.stringMatching(/which kind of buyer/) as string,
      });
    },
  );

  test('that is long enough for every kind of buyer is lawful whoever buys', () => {
    const dates = [...stages.slice(0, 2), date('submission', 'Tenders due', '2027-04-30T12:00'), invited];
    expect(calculateDates(tenderWith(...dates), bankHolidays).periods[1]?.judgement?.verdict).toBe('lawful');
  });

  test('leaves the second unknown where the day of the invitation is not known', () => {
    const { periods } = calculateDates(tenderWith(...stages), bankHolidays);
    expect(periods[1]).toMatchObject({
      judgement: null,
      unknownBecause: expect.stringMatching(/day of the invitation/) as string,
    });
  });
});

function standstillsOf(...releases: readonly KeptRelease[]) {
  return calculateDates(importedTender([original, ...releases]), bankHolidays).standstills.map(
    ({ award, notice, lastDay, replacedBy }) => [
      award.lots.join('+'),
      notice.source,
      lastDay?.ok === true ? lastDay.value : null,
      replacedBy?.source ?? null,
    ],
  );
}

function givenUp(tender: Tender) {
  return calculateDates(tender, bankHolidays).standstills.map((each) => each.givenUp?.source ?? null);
}

describe('award notices', () => {
  const award: PublishedAward = {
    id: '1',
    lots: ['1'],
    suppliers: ['Kestrel Row CIC'],
    standstillEnd: null,
    aboveThreshold: 'yes',
    lightTouch: false,
    route: 'competition',
    isCorrection: false,
  };

  test('have a standstill each, for each lot', () => {
    const first = release('6-2027', 'UK6', '2027-03-08', {
      awards: [award, { ...award, lots: ['2'], standstillEnd: '2027-03-22' }],
    });
    const second = release('7-2027', 'UK6', '2027-03-11', { awards: [{ ...award, lots: ['3'] }] });
    expect(standstillsOf(first, second)).toEqual([
      ['1', 'Notice 6-2027', '2027-03-18', null],
      ['2', 'Notice 6-2027', '2027-03-22', null],
      ['3', 'Notice 7-2027', '2027-03-23', null],
    ]);
  });

  test('that are corrected give way to the correction, for the lots it names', () => {
    const first = release('6-2027', 'UK6', '2027-03-08', { awards: [award, { ...award, lots: ['2'] }] });
    const corrected = release('8-2027', 'UK6', '2027-03-11', { awards: [{ ...award, isCorrection: true }] });
    expect(standstillsOf(first, corrected)).toEqual([
      ['1', 'Notice 6-2027', '2027-03-18', 'Notice 8-2027'],
      ['2', 'Notice 6-2027', '2027-03-18', null],
      ['1', 'Notice 8-2027', '2027-03-23', null],
    ]);
  });

  test('to several suppliers on the same terms, as of a framework, have one', () => {
    const notice = release('6-2027', 'UK6', '2027-03-08', {
      awards: [award, { ...award, id: '2', suppliers: ['Brindle'] }],
    });
    const { standstills } = calculateDates(importedTender([original, notice]), bankHolidays);
    expect(standstills.map(({ award }) => award.suppliers)).toEqual([['Kestrel Row CIC', 'Brindle']]);
  });

  test('of a call-off give none, and transparency and details notices none either', () => {
    const callOff = release('6-2027', 'UK6', '2027-03-08', { awards: [{ ...award, route: 'frameworkCallOff' }] });
    const transparency = release('5-2027', 'UK5', '2027-03-01', { awards: [award] });
    const details = release('7-2027', 'UK7', '2027-03-30', { awards: [award] });
    expect(standstillsOf(callOff, transparency, details)).toEqual([['1', 'Notice 6-2027', null, null]]);
  });

  test('of awards that were all given up give no standstill', () => {
    expect(standstillsOf(release('6-2027', 'UK6', '2027-03-08', { awards: [] }))).toEqual([]);
  });

  test('count no more once the buyer has given up what was awarded, by a later notice', () => {
    const first = release('6-2027', 'UK6', '2027-03-08', { awards: [award, { ...award, lots: ['2'] }] });
    const later = release('7-2027', 'UK12', '2027-03-10');
    const again = release('8-2027', 'UK6', '2027-04-12', { awards: [award] });
    const ended = { on: null, reason: '', source: 'Notice 7-2027' };
    const tender = importedTender([original, first, later, again]);
    expect(givenUp(tender)).toEqual([null, null, null]);
    expect(givenUp({ ...tender, ended })).toEqual(['Notice 7-2027', 'Notice 7-2027', null]);
    const lots = kestrelRow.lots.map((lot) => Object.assign({}, lot, lot.number === '2' ? { ended } : {}));
    expect(givenUp({ ...tender, lots })).toEqual([null, 'Notice 7-2027', null]);
  });

  test('entered by hand take the end that was entered, where it is later', () => {
    const tender = tenderWith(
      date('publication', 'UK4 tender notice published', '2027-01-11'),
      date('publication', 'UK6 contract award notice published', '2027-03-11'),
      date('standstillEnd', 'Standstill ends', '2027-03-30'),
    );
    expect(calculateDates(tender, bankHolidays).standstills).toMatchObject([
      { lastDay: { ok: true, value: '2027-03-30' } },
    ]);
  });
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
    { type: 'UK4', on: '2027-06-11', source: 'Notice 9-2027', isUpdate: false, awards: null },
  ]);
});
