import { describe, expect, test } from 'vitest';
import { calculateDates } from '../../../shared/domain/tender/calculateDates.ts';
import { adopt, applyRelease } from '../../../shared/interchange/ocds/adopt.ts';
import type { MappedRelease } from '../../../shared/interchange/ocds/mappedRelease.ts';
import { bankHolidays } from '../../domain/publishedFacts.ts';
import { fixture, mapped, releasesOf } from './notices.ts';

const page = releasesOf(fixture('find-a-tender-page.json'));

function regimeOf(id: string) {
  return page.find(({ releaseId }) => releaseId === id)?.facts.regime;
}

function standstillsOf(release: MappedRelease) {
  const tender = adopt(release, () => crypto.randomUUID(), new Date('2026-08-11T00:00:00Z'));
  return calculateDates(tender, bankHolidays).standstills;
}

// Read off the notices by hand: all were published on 10 August 2026, eight working days from which end on the 19th.
test('of the contract award notices of a published page each has the standstill that the law or the notice gives', () => {
  const found = page
    .filter(({ facts }) => facts.noticeType === 'UK6')
    .map((release) => {
      const standstills = standstillsOf(release);
      const ends = new Set(standstills.map(({ lastDay }) => (lastDay?.ok === true ? lastDay.value : null)));
      const rules = new Set(standstills.map(({ rule }) => rule.kind));
      return [release.releaseId, [...rules].join(), [...ends].join(), standstills.some(({ isTooShort }) => isTooShort)];
    });
  expect(found).toEqual([
    ['075956-2026', 'required', '2026-08-19', false],
    ['075946-2026', 'none', '', false],
    ['075917-2026', 'required', '2026-08-19', false],
    ['075915-2026', 'none', '', false],
    ['075909-2026', 'required', '2026-08-19', false],
    ['075908-2026', 'none', '', false],
    ['075893-2026', 'none', '', false],
    ['075885-2026', 'none', '', false],
    ['075879-2026', 'required', '2026-08-19', false],
    ['075875-2026', 'required', '2026-08-19', false],
    ['075867-2026', 'required', '2026-08-19', false],
    // A correction that repeats the end of the first notice.
    ['075866-2026', 'required', '2026-08-19', true],
    ['075864-2026', 'voluntary', '2026-08-19', false],
    ['075863-2026', 'required', '2026-08-19', false],
  ]);
});

test('notices of health services are told from the older rules by their words, and Scottish ones by their service', () => {
  expect(regimeOf('075919-2026')).toBe('psrEngland');
  expect(regimeOf('075892-2026')).toBe('psrWales');
  expect(regimeOf('075869-2026')).toBe('legacy');
  const scottish = releasesOf(fixture('public-contracts-scotland-10-files.json'));
  expect(new Set(scottish.map(({ facts }) => facts.regime))).toEqual(new Set(['scotland']));
});

function health(description: string): MappedRelease {
  return mapped({
    tag: ['award'],
    date: '2026-02-02T10:00:00Z',
    tender: {
      title: 'District nursing',
      description: `Awarded under the Health Care Services (Provider Selection Regime) Regulations 2023. ${description}`,
      legalBasis: { scheme: 'CELEX', id: '32014L0024' },
    },
    awards: [{ id: '1', suppliers: [{ id: 's', name: 'Kestrel Row CIC' }] }],
  });
}

describe('under the Provider Selection Regime in England', () => {
  test.each([
    [
      'This is a notice of intention to award under the Most Suitable Provider Process.',
      'healthServices',
      '2026-02-13',
    ],
    ['Direct Award Process B was followed.', 'none', null],
    ['The contract has been awarded.', 'unknown', null],
  ])('“%s” has the standstill %s', (words, kind, last) => {
    expect(standstillsOf(health(words))).toMatchObject([
      { rule: { kind }, lastDay: last === null ? null : { ok: true, value: last } },
    ]);
  });
});

test('a direct award by a private utility needs no standstill (s.51(3)(c))', () => {
  const release = mapped({
    tag: ['award'],
    date: '2026-02-02T10:00:00Z',
    buyer: { id: 'b', name: 'Private Water plc' },
    parties: [
      {
        id: 'b',
        name: 'Private Water plc',
        roles: ['buyer'],
        details: { classifications: [{ scheme: 'UK_CA_TYPE', id: 'privateUtility' }] },
      },
    ],
    tender: {
      title: 'Pumps',
      legalBasis: { scheme: 'UKPGA', id: '2023/54' },
      procurementMethodDetails: 'Direct award',
      specialRegime: ['utilities'],
    },
    awards: [
      { id: '1', aboveThreshold: true, documents: [{ id: '000001-2027', noticeType: 'UK6' }] },
      { id: '2', aboveThreshold: true, status: 'cancelled' },
    ],
  });
  expect(standstillsOf(release)).toMatchObject([{ rule: { kind: 'none' }, lastDay: null }]);
});

function awarded(id: string, tag: string, awards: readonly object[]) {
  return mapped({
    ocid: 'ocds-h6vhtk-0aaa03',
    id,
    tag: [tag],
    date: `2026-02-0${id.slice(0, 1)}T10:00:00Z`,
    tender: {
      title: 'Pumps',
      legalBasis: { scheme: 'UKPGA', id: '2023/54' },
      procurementMethodDetails: 'Open procedure',
      lots: [{ id: '1' }, { id: '2' }],
    },
    awards: awards.map((award) =>
      Object.assign({ aboveThreshold: true, documents: [{ id, noticeType: 'UK6' }] }, award),
    ),
  });
}

describe('awards that the buyer gave up', () => {
  const both = [
    { id: '1', relatedLots: ['1'] },
    { id: '2', relatedLots: ['2'] },
  ];
  const cancelled = both.map((award) => ({ ...award, status: 'cancelled' }));

  test('make no standstill where the notice lists no other', () => {
    expect(standstillsOf(awarded('2-2026', 'award', cancelled))).toEqual([]);
  });

  test('end the standstill of the notice before, also where only one of its lots is given up', () => {
    const first = adopt(awarded('2-2026', 'award', both), () => crypto.randomUUID(), new Date());
    const after = (awards: readonly object[]) => {
      const applied = applyRelease(
        first,
        awarded('4-2026', 'awardUpdate', awards),
        () => crypto.randomUUID(),
        new Date(),
      );
      if (!applied.ok) throw new Error('the same procurement');
      return calculateDates(applied.value.tender, bankHolidays).standstills.map(({ award, givenUp, replacedBy }) => [
        award.lots[0],
        givenUp?.source,
        replacedBy?.source,
      ]);
    };
    const notice = 'Notice 4-2026';
    expect(after(cancelled)).toEqual([
      ['1', notice, undefined],
      ['2', notice, undefined],
    ]);
    expect(after([...both.slice(0, 1), ...cancelled.slice(1)])).toEqual([
      ['1', undefined, notice],
      ['2', notice, undefined],
      ['1', undefined, undefined],
    ]);
  });
});

function awardOf(id: string, lots: readonly string[], end: string) {
  return { id, relatedLots: lots, standstillPeriod: { endDate: `${end}T23:59:59Z` } };
}

test('dates of awards belong to their lots', () => {
  const tender = adopt(
    mapped({
      tag: ['award'],
      tender: { title: 'T', lots: [{ id: '1' }, { id: '2' }] },
      awards: [
        awardOf('1', ['1'], '2027-03-18'),
        awardOf('2', ['2'], '2027-03-22'),
        awardOf('3', ['1', '2'], '2027-03-25'),
      ],
    }),
    () => crypto.randomUUID(),
    new Date(),
  );
  const [first, second] = tender.lots;
  expect(
    tender.deadlines.map(({ label, lotId, versions }) => [label, lotId, versions[0].original.slice(0, 10)]),
  ).toEqual([
    ['Standstill ends', first?.id, '2027-03-18'],
    ['Standstill ends', second?.id, '2027-03-22'],
    ['Standstill ends (lots 1, 2)', null, '2027-03-25'],
  ]);
});
