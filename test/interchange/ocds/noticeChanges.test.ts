import { describe, expect, test } from 'vitest';
import { currentDue } from '../../../shared/domain/tender/amendment.ts';
import { annualValue } from '../../../shared/domain/tender/annualValue.ts';
import { formatLength } from '../../../shared/domain/tender/contractLength.ts';
import { formatDue } from '../../../shared/domain/time/countdown.ts';
import type { Tender } from '../../../shared/domain/tender/tender.ts';
import { tenderChanges } from '../../../shared/domain/tender/tenderChanges.ts';
import { agendaOf, summariseTender } from '../../../shared/domain/tender/tenderSummary.ts';
import { adopt, type AppliedRelease, applyRelease } from '../../../shared/interchange/ocds/adopt.ts';
import type { MappedRelease } from '../../../shared/interchange/ocds/mappedRelease.ts';
import { fixture, mapped, releasesOf } from './notices.ts';

const now = new Date('2026-07-02T00:00:00Z');

function newId(): string {
  return crypto.randomUUID();
}

function only(file: string): MappedRelease {
  const [release] = releasesOf(fixture(`cases/${file}`));
  if (release === undefined) throw new Error('No release');
  return release;
}

function applied(tender: Tender, release: MappedRelease): AppliedRelease {
  const result = applyRelease(tender, release, newId, now);
  if (!result.ok) throw new Error('Another procurement');
  return result.value;
}

/** A further notice of a tender for grounds works, the older rules, due 13 August 2026, 15:30. */
function corrigendum(amendments: readonly object[], tender: object = {}): MappedRelease {
  return mapped({
    ocid: 'ocds-h6vhtk-0aaa01',
    id: '000002-2026',
    date: '2026-08-05T10:00:00+01:00',
    tag: ['tenderUpdate'],
    tender: {
      id: 'T1',
      title: 'Grounds works',
      legalBasis: { scheme: 'CELEX', id: '32014L0024' },
      amendments,
      ...tender,
    },
  });
}

const grounds = adopt(only('corrigendum-1-tender.json'), newId, now);

describe('a correction', () => {
  test('published as old and new value moves the closing time', () => {
    const { moves, notUnderstood } = applied(grounds, only('corrigendum-2-update.json'));
    expect(moves.map(({ label, from, to }) => [label, from && formatDue(from), formatDue(to)])).toEqual([
      ['Tenders due', 'Thu 13 Aug 2026, 15:30 (London)', 'Mon 10 Aug 2026, 12:00 (London)'],
    ]);
    expect(notUnderstood).toEqual([]);
  });

  const old = { date: '2026-08-13T15:30:00+01:00' };
  test.each<[string, object]>([
    ['without section or label, by its old date', { oldValue: old, newValue: { date: '2026-08-10T12:00:00+01:00' } }],
    [
      'with a label alone',
      {
        where: { label: 'Time limit for receipt of tenders or requests to participate' },
        oldValue: old,
        newValue: { date: '2026-08-10T12:00:00+01:00' },
      },
    ],
    [
      'in words, old and new',
      { oldValue: { text: '13/08/2026 15:30' }, newValue: { text: 'Monday 10 August 2026 at 12 noon' } },
    ],
    ['in words, by its label', { where: { label: 'Closing date' }, newValue: { text: '10 August 2026, 12:00' } }],
    ['with the section of the form', { where: { section: 'IV.2.2' }, newValue: { date: '2026-08-10T12:00:00+01:00' } }],
  ])('%s moves the same closing time', (_, change) => {
    const { moves, tender, notUnderstood } = applied(
      grounds,
      corrigendum([{ id: '1', unstructuredChanges: [change] }]),
    );
    expect(moves).toHaveLength(1);
    expect(tender.deadlines.find(({ kind }) => kind === 'submission')?.versions.at(-1)?.due).toEqual({
      kind: 'instant',
      at: '2026-08-10T11:00:00.000Z',
      zone: 'Europe/London',
    });
    expect(notUnderstood).toEqual([]);
  });

  test('of the opening moves the opening and not the closing time', () => {
    const change = {
      where: { section: 'IV.2.7', label: 'Conditions for opening of tenders' },
      oldValue: { date: '2026-08-13T16:00:00+01:00' },
      newValue: { date: '2026-08-10T12:30:00+01:00' },
    };
    const { moves } = applied(grounds, corrigendum([{ unstructuredChanges: [change] }]));
    expect(moves.map(({ kind }) => kind)).toEqual(['opening']);
  });

  test('of the time limit moves the requests to participate where the procedure has two stages', () => {
    const restricted = adopt(
      mapped({
        ocid: 'ocds-h6vhtk-0aaa01',
        date: '2026-07-01T10:00:00+01:00',
        tender: {
          title: 'T',
          legalBasis: { scheme: 'CELEX', id: '32014L0024' },
          procurementMethodDetails: 'Restricted procedure',
          tenderPeriod: { endDate: '2026-08-13T15:30:00+01:00' },
        },
      }),
      newId,
      now,
    );
    const { moves } = applied(restricted, only('corrigendum-2-update.json'));
    expect(moves).toMatchObject([{ kind: 'participation', to: { at: '2026-08-10T11:00:00.000Z' } }]);
  });

  test('that is the first notice known states the closing time, and the first notice read later moves nothing', () => {
    const tender = adopt(only('corrigendum-2-update.json'), newId, now);
    expect(tender.deadlines.map((each) => formatDue(currentDue(each)))).toEqual(['Mon 10 Aug 2026, 12:00 (London)']);
    const { tender: both } = applied(tender, only('corrigendum-1-tender.json'));
    const due = both.deadlines.filter(({ kind }) => kind === 'submission');
    expect(due).toHaveLength(1);
    expect(due[0] && formatDue(currentDue(due[0]))).toBe('Mon 10 Aug 2026, 12:00 (London)');
  });

  test.each<[string, object]>([
    [
      'a date that fits no deadline',
      { oldValue: { text: 'Visit on 1 August 2026' }, newValue: { text: 'Visit on 3 August 2026' } },
    ],
    ['several dates', { where: { label: 'Closing date' }, newValue: { text: '10 August 2026 or 11 August 2026' } }],
    ['a day without a year', { where: { label: 'Closing date' }, newValue: { text: 'Monday 10th August' } }],
    ['dates of the contract', { where: { section: 'II.2.7', label: 'Start date' }, newValue: { date: '2026-10-01' } }],
  ])('with %s moves nothing and is named in its words', (_, change) => {
    const { moves, notUnderstood } = applied(grounds, corrigendum([{ unstructuredChanges: [change] }]));
    expect(moves).toEqual([]);
    expect(notUnderstood).toHaveLength(1);
    expect(notUnderstood[0]?.path).toBe('tender.amendments[0].unstructuredChanges[0]');
  });

  test('of an old date that is not known here moves the deadline and says so', () => {
    const change = {
      where: { section: 'IV.2.2' },
      oldValue: { date: '2026-08-14T15:30:00+01:00' },
      newValue: { date: '2026-08-20T12:00:00+01:00' },
    };
    const { moves, notUnderstood } = applied(grounds, corrigendum([{ unstructuredChanges: [change] }]));
    expect(moves).toHaveLength(1);
    expect(notUnderstood[0]?.words).toMatch(/^The old date is not the one known here/);
  });

  test.each([
    'The closing date is now 10 August 2026 at 12 noon.',
    'Closing date brought forward.',
    'We will be publishing the ITT on Tuesday 11th August.',
    'This procurement has been cancelled.',
  ])('told in a description alone (“%s”) is never “nothing becomes different”', (description) => {
    const release = corrigendum([{ id: '1', description }]);
    expect(applied(grounds, release).notUnderstood).toEqual([
      { path: 'tender.amendments[0].description', words: description },
    ]);
    expect(release.said).toEqual([{ what: 'The notice says of its changes', from: '', to: description }]);
  });

  test.each([
    ['Corrected portal address', {}],
    ['Deadline extended to 20 August 2026', { tenderPeriod: { endDate: '2026-08-20T12:00:00+01:00' } }],
  ])('“%s” with %j is understood', (description, tender) => {
    expect(applied(grounds, corrigendum([{ id: '1', description }], tender)).notUnderstood).toEqual([]);
  });
});

test('a date in a field that no reader knows is named with its path', () => {
  const release = mapped({
    tender: {
      title: 'T',
      siteVisit: { lastDay: '2026-08-01' },
      lots: [{ id: '1', renewal: { description: 'Until 31 March 2031' } }],
    },
    awards: [{ id: '1', somethingDate: '2026-09-01T00:00:00Z', date: '2026-08-01' }],
  });
  expect(release.notUnderstood.map(({ path }) => path)).toEqual([
    'tender.siteVisit.lastDay',
    'awards[0].somethingDate',
    'tender.lots[0].renewal.description',
  ]);
});

function notice(more: object, tag = 'tenderUpdate'): MappedRelease {
  return mapped({ ocid: 'ocds-h6vhtk-0aaa02', id: '000009-2027', date: '2027-01-20T10:00:00Z', tag: [tag], ...more });
}

describe('a termination', () => {
  const watched = adopt(only('cancellation-1-tender.json'), newId, now);
  const termination = only('cancellation-2-terminated.json');

  test('ends the procurement: no date of it is open, in no list', () => {
    const { tender } = applied(watched, termination);
    expect(tender.ended).toEqual({ on: null, reason: '', source: 'Notice 000004-2027' });
    expect(tender.state).toBe('terminated');
    expect(tender.deadlines.map(({ state }) => state)).toEqual(['withdrawn']);
    expect(agendaOf([summariseTender(tender)], now)).toEqual({ upcoming: [], passed: [] });
    expect(tenderChanges(watched, tender)).toContainEqual({
      what: 'Tenders due',
      from: 'Fri 26 Feb 2027, 12:00 (London)',
      to: 'no longer counts',
    });
  });

  test('that is read before the tender notice holds all the same', () => {
    const { tender } = applied(adopt(termination, newId, now), only('cancellation-1-tender.json'));
    expect(tender.ended).not.toBeNull();
    expect(tender.deadlines.map(({ kind, state }) => [kind, state])).toEqual([['submission', 'withdrawn']]);
  });

  test.each<[string, MappedRelease]>([
    ['its tag alone', notice({ tender: { title: 'T' } }, 'tenderCancellation')],
    [
      'its type, whatever the status says',
      notice({
        tender: {
          title: 'T',
          status: 'complete',
          lots: [{ id: '1', status: 'complete' }],
          documents: [{ id: '000009-2027', noticeType: 'UK12' }],
        },
      }),
    ],
    ...['cancelled', 'withdrawn', 'unsuccessful'].map((status): [string, MappedRelease] => [
      `the status ${status}`,
      notice({ tender: { title: 'T', status } }),
    ]),
    [
      'the status of every lot',
      notice({
        tender: {
          title: 'T',
          lots: [
            { id: '1', status: 'cancelled' },
            { id: '2', status: 'cancelled' },
          ],
        },
      }),
    ],
    [
      'awards that all came to nothing',
      notice({ tender: { title: 'T' }, awards: [{ id: '1', status: 'unsuccessful' }] }, 'award'),
    ],
  ])('is known by %s', (_, release) => {
    expect(applied(watched, release).tender.state).toBe('terminated');
  });

  test('of one lot ends the dates of that lot alone', () => {
    const [one, two] = watched.lots;
    const version = watched.deadlines[0]?.versions[0];
    if (one === undefined || two === undefined || version === undefined) throw new Error('No lots');
    const dateOf = (lotId: string) =>
      ({ id: lotId, kind: 'submission', label: 'Tenders due', lotId, versions: [version], state: 'open' }) as const;
    const tender = { ...watched, deadlines: [dateOf(one.id), dateOf(two.id)] };
    const lots = [
      { id: '1', status: 'active' },
      { id: '2', status: 'cancelled' },
    ];
    const after = applied(tender, notice({ tender: { title: 'T', status: 'active', lots } })).tender;
    expect(after.deadlines.map(({ state }) => state)).toEqual(['open', 'withdrawn']);
    expect(after.lots.map(({ ended }) => ended?.source ?? null)).toEqual([null, 'Notice 000009-2027']);
    expect(after.state).toBe('watching');
  });

  test('is taken back by a later call for tenders', () => {
    const ended = applied(watched, termination).tender;
    const again = mapped({
      ocid: 'ocds-h6vhtk-0aaa02',
      id: '000020-2027',
      date: '2027-02-01T10:00:00Z',
      tag: ['tenderUpdate'],
      tender: { title: 'T', status: 'active', tenderPeriod: { endDate: '2027-03-26T12:00:00Z' } },
    });
    const { tender } = applied(ended, again);
    expect([tender.ended, tender.state, tender.deadlines.map(({ state }) => state)]).toEqual([
      null,
      'watching',
      ['open'],
    ]);
  });

  test('keeps the reason and the day that the notice gives', () => {
    const page = releasesOf(fixture('find-a-tender-page.json'));
    const stub = page.find(({ releaseId }) => releaseId === '075954-2026');
    expect(stub?.ending).toMatchObject({
      lots: null,
      on: '2026-07-01',
      reason: expect.stringMatching(/comprehensive review of the requirement/) as string,
    });
  });
});

test('the terminations of a published page are those that its types name', () => {
  const page = releasesOf(fixture('find-a-tender-page.json'));
  expect(page.filter(({ ending }) => ending !== null).map(({ releaseId }) => releaseId)).toEqual(
    page.filter(({ facts }) => facts.noticeType === 'UK12').map(({ releaseId }) => releaseId),
  );
});

// Read by hand: a day without a year, a standstill extended in words against its own field, and the dates of an award in words.
test('of a published page only what no field says is not understood', () => {
  const page = releasesOf(fixture('find-a-tender-page.json'));
  expect(page.flatMap(({ releaseId, notUnderstood }) => notUnderstood.map(({ path }) => [releaseId, path]))).toEqual([
    ['075911-2026', 'tender.amendments[0].description'],
    ['075887-2026', 'tender.amendments[0].description'],
    ['075866-2026', 'awards[0].amendments[0].description'],
  ]);
});

test.each(['contracts-finder-page', 'public-contracts-scotland-10-files', 'sell2wales-10-files'])(
  'of %s everything with a date was understood',
  (file) => {
    expect(releasesOf(fixture(`${file}.json`)).flatMap(({ notUnderstood }) => notUnderstood)).toEqual([]);
  },
);

test('that a contract has ended is said', () => {
  const page = releasesOf(fixture('find-a-tender-page.json'));
  expect(page.find(({ releaseId }) => releaseId === '075918-2026')?.said).toEqual([
    { what: 'Contract 1', from: '', to: 'has ended on Tue 30 Jun 2026: contractCompleted' },
  ]);
});

test('a notice without lots adds no lot to a tender that has several', () => {
  const watched = adopt(only('cancellation-1-tender.json'), newId, now);
  const stub = mapped({ ocid: 'ocds-h6vhtk-0aaa02', id: 'x', date: '2027-01-20T10:00:00Z', tender: { title: 'T' } });
  expect(applied(watched, stub).tender.lots).toHaveLength(2);
});

describe('the length of a contract', () => {
  test('of 1,440 days is 48 months, over which the value of a year is counted', () => {
    const [lot] = adopt(only('duration-in-days.json'), newId, now).lots;
    expect(lot?.duration && formatLength(lot.duration)).toBe('1,440 days (48 months)');
    expect(lot && annualValue(lot)).toMatchObject({ pence: 10_000_000, years: 4 });
  });

  test.each<[object, string, number]>([
    [{ durationInDays: 730 }, '730 days (24 months)', 2],
    [{ durationInDays: 720 }, '720 days (24 months)', 2],
    [{ durationInDays: 100 }, '100 days', 1],
    [{ durationInDays: 1_000 }, '1,000 days', 1_000 / 365],
    [{ durationInMonths: 36 }, '36 months', 3],
    [{ durationInYears: 5 }, '5 years', 5],
    [{ durationInMonths: '18' }, '18 months', 1.5],
  ])('given as %j is %s, counted as %d years', (contractPeriod, words, years) => {
    const release = mapped({ tender: { title: 'T', lots: [{ id: '1', value: { amount: 1_000 }, contractPeriod }] } });
    const [lot] = adopt(release, newId, now).lots;
    expect(lot?.duration && formatLength(lot.duration)).toBe(words);
    expect(lot && annualValue(lot)).toMatchObject({ years });
  });
});

test('reservations are read in words', () => {
  const release = mapped({
    tender: {
      title: 'T',
      otherRequirements: {
        reservedParticipation: ['smeVcse'],
        reservedParticipationLocation: {
          description: 'Kent',
          gazetteer: { scheme: 'GB-ONS', identifiers: ['E10000016'] },
        },
      },
      lots: [{ id: '2', otherRequirements: { reservedParticipation: ['shelteredWorkshop'] } }],
    },
  });
  expect(adopt(release, newId, now).reservations).toEqual([
    'Reserved for small and medium-sized enterprises and voluntary, community and social enterprises.',
    'Reserved for suppliers in this area: Kent, GB-ONS E10000016.',
    'Lot 2: Reserved for supported employment providers (sheltered workshops).',
  ]);
});
