import { describe, expect, test } from 'vitest';
import { isObject } from '../../../shared/interchange/ocds/fields.ts';
import { readNotices } from '../../../shared/interchange/ocds/readNotices.ts';
import { dateAt, fixture, releasesOf } from './notices.ts';

interface Figures {
  readonly ocid: string;
  readonly id: string | null;
  readonly noticeType: string | null;
  readonly title: string;
  readonly lots: number;
  readonly net: number | null;
  readonly gross: number | null;
  readonly cpv: readonly string[];
  readonly tenderPeriodEnd: string | null;
  readonly enquiryPeriodEnd: string | null;
  readonly expressionOfInterest: string | null;
  readonly awardPeriodEndDay: string | null;
}

// Found by Python in the same files (figures.py beside them).
const figures = JSON.parse(new TextDecoder().decode(fixture('figures.json'))) as Readonly<
  Record<string, readonly Figures[]>
>;

describe.each(Object.entries(figures))('%s', (file, expected) => {
  const releases = releasesOf(fixture(file));

  test('every release is mapped', () => {
    expect(releases.map(({ ocid, facts }) => ({ ocid, title: facts.title }))).toEqual(
      expected.map(({ ocid, title }) => ({ ocid, title: title.replaceAll('\u00A0', ' ').trim() })),
    );
  });

  test('notice types, lots and CPV codes are those that Python finds', () => {
    expect(
      releases.map(({ facts, lots }) => ({
        noticeType: facts.noticeType,
        lots: lots.length,
        cpv: facts.cpv.map(({ code }) => code).sort(),
      })),
    ).toEqual(expected.map(({ noticeType, lots, cpv }) => ({ noticeType, lots, cpv })));
  });

  test('deadlines are the instants that Python finds', () => {
    const at = (path: string) => releases.map((release) => dateAt(release, path)?.at ?? null);
    expect(at('tender.tenderPeriod.endDate')).toEqual(expected.map(({ tenderPeriodEnd }) => tenderPeriodEnd));
    expect(at('tender.enquiryPeriod.endDate')).toEqual(expected.map(({ enquiryPeriodEnd }) => enquiryPeriodEnd));
    expect(at('tender.expressionOfInterestDeadline')).toEqual(
      expected.map(({ expressionOfInterest }) => expressionOfInterest),
    );
    expect(releases.map((release) => dateAt(release, 'tender.awardPeriod.endDate')?.due ?? null)).toEqual(
      expected.map(({ awardPeriodEndDay: on }) => (on === null ? null : { kind: 'day', on })),
    );
  });

  test('the value of the tender is what Python finds; where it gives none, only a remarked one takes its place', () => {
    for (const [index, { net, gross }] of expected.entries()) {
      const { facts, remarks } = releases[index] ?? { facts: null, remarks: [] };
      const stoodIn = remarks.some(({ sentence }) => sentence.startsWith('The value is that of the'));
      if (net !== null || gross !== null || !stoodIn) expect(facts?.value).toMatchObject({ net, gross });
    }
  });

  test('every date in the file is listed with its text', () => {
    const texts = releases.map(({ dates }) => dates.map(({ original }) => original));
    expect(texts.flat().filter((text) => text.startsWith('20')).length).toBe(countOfDates(parsed(file)));
  });

  test('what is not used is there in the release, and every value there is used, listed or a date', () => {
    for (const release of releases) {
      const all = new Set(leafPaths(JSON.parse(release.json), ''));
      expect(release.unused.filter((path) => !all.has(path))).toEqual([]);
    }
  });

  test('the release is kept', () => {
    expect(releases.map(({ json }): unknown => JSON.parse(json))).toEqual(rawReleases(parsed(file)));
  });
});

test('a page of Find a Tender says that it is one of several', () => {
  const read = readNotices(fixture('find-a-tender-page.json'));
  expect(read.ok && read.value.remarks).toEqual([expect.stringMatching(/one page of several/)]);
});

test('summer noon on Public Contracts Scotland is noon in London, though marked as UTC, and the doubt is told', () => {
  const release = releasesOf(fixture('public-contracts-scotland-10-files.json')).find(
    ({ ocid }) => ocid === 'ocds-r6ebe6-0000581884',
  );
  expect(release && dateAt(release, 'tender.tenderPeriod.endDate')).toMatchObject({
    original: '2019-05-15T12:00:00Z',
    at: '2019-05-15T11:00:00.000Z',
    resolution: 'clockMarkedUtc',
  });
  expect(release?.remarks).toContainEqual({
    path: 'tender.tenderPeriod.endDate',
    sentence: expect.stringMatching(/12:00 in London, though marked as UTC \(13:00 in London\)/) as string,
  });
});

test('in a restricted procedure under the older rules the first deadline is for requests to participate', () => {
  const [release] = releasesOf(fixture('public-contracts-scotland-10-files.json'));
  expect(release?.facts.procedure).toBe('Restricted procedure');
  expect(release && dateAt(release, 'tender.tenderPeriod.endDate')?.kind).toBe('participation');
});

function parsed(file: string): unknown {
  return JSON.parse(new TextDecoder().decode(fixture(file)));
}

function rawReleases(json: unknown): unknown {
  return isObject(json) ? json['releases'] : json;
}

function countOfDates(json: unknown): number {
  return JSON.stringify(rawReleases(json)).match(/"\d{4}-\d{2}-\d{2}(?:T[^"]*)?"/g)?.length ?? 0;
}

function leafPaths(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => leafPaths(entry, `${path}[]`));
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([key, entry]) => leafPaths(entry, path === '' ? key : `${path}.${key}`));
}
