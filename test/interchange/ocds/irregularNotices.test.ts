import { describe, expect, test } from 'vitest';
import { dateAt, mapped } from './notices.ts';

const deadline = 'tender.tenderPeriod.endDate';

function withDeadline(text: unknown, ocid = 'ocds-h6vhtk-0000aa') {
  return mapped({ ocid, tender: { title: 'T', tenderPeriod: { endDate: text } } });
}

describe('a deadline', () => {
  test.each([
    ['2027-02-12T12:00:00Z', '2027-02-12T12:00:00.000Z', 'utc'],
    ['2027-02-12T12:00:00+00:00', '2027-02-12T12:00:00.000Z', 'offset'],
    ['2027-06-11T12:00:00+01:00', '2027-06-11T11:00:00.000Z', 'offset'],
    ['2027-06-11T12:00+01:00', '2027-06-11T11:00:00.000Z', 'offset'],
    ['2027-06-11T12:00:00.0000000+01:00', '2027-06-11T11:00:00.000Z', 'offset'],
    ['2027-06-11T12:00:00+0100', '2027-06-11T11:00:00.000Z', 'offset'],
    ['2027-06-11T12:00:00', '2027-06-11T11:00:00.000Z', 'noZone'],
    ['2027-02-12 12:00', '2027-02-12T12:00:00.000Z', 'noZone'],
    [' 2027-02-12T12:00:00Z ', '2027-02-12T12:00:00.000Z', 'utc'],
  ])('%s is %s (%s), without remark', (original, at, resolution) => {
    const release = withDeadline(original);
    expect(dateAt(release, deadline)).toMatchObject({
      kind: 'submission',
      original: original.trim(),
      at,
      due: { kind: 'instant', at, zone: 'Europe/London' },
      resolution,
    });
    expect(release.remarks.filter(({ path }) => path === deadline)).toEqual([]);
  });

  test.each([
    ['2027-06-11T12:00:00Z', '2027-06-11T12:00:00.000Z', /12:00 with Z, which is 13:00 in London/],
    ['2027-02-12T12:00:00+01:00', '2027-02-12T11:00:00.000Z', /which is 11:00 in London/],
    ['2027-02-12T00:00:00Z', '2027-02-12T00:00:00.000Z', /00:00 is the first moment/],
    ['2027-03-28T01:30:00', '2027-03-28T01:30:00.000Z', /skip this time/],
    ['2026-10-25T01:30:00', '2026-10-25T00:30:00.000Z', /twice that night/],
    ['2027-02-12', '2027-02-12T00:00:00.000Z', /no time of day/],
  ])('%s is read as %s with a remark', (original, at, sentence) => {
    const release = withDeadline(original);
    expect(dateAt(release, deadline)?.at).toBe(at);
    expect(release.remarks).toContainEqual({ path: deadline, sentence: expect.stringMatching(sentence) as string });
  });

  test('without a time of day is a day, not midnight', () => {
    expect(dateAt(withDeadline('2027-02-12'), deadline)?.due).toEqual({ kind: 'day', on: '2027-02-12' });
  });

  test.each(['12/02/2027', '2027-02-30T12:00:00Z', '2027-02-12T25:00:00Z', '0001-01-01T00:00:00Z', 'To be confirmed'])(
    'of %s is not used, and the remark keeps the text',
    (original) => {
      const release = withDeadline(original);
      expect(dateAt(release, deadline)).toBeUndefined();
      expect(release.remarks).toContainEqual({ path: deadline, sentence: expect.stringContaining(original) as string });
    },
  );

  test.each([null, undefined, ''])('that is %s is simply missing', (nothing) => {
    expect(withDeadline(nothing)).toMatchObject({ dates: [], remarks: [{ path: 'buyer' }] });
  });

  test('of a two-stage procedure is the one for requests to participate', () => {
    const release = mapped({ tender: { title: 'T', expressionOfInterestDeadline: '2027-02-12T23:59:59Z' } });
    expect(release.dates).toMatchObject([{ kind: 'participation', original: '2027-02-12T23:59:59Z' }]);
  });

  test.each(['ocds-r6ebe6-1', 'ocds-kuma6s-1'])('of %s, marked as UTC in winter, needs no doubt', (ocid) => {
    expect(dateAt(withDeadline('2027-02-12T12:00:00Z', ocid), deadline)).toMatchObject({ resolution: 'utc' });
  });
});

test.each([
  ['2027-06-01T00:00:00+01:00', '2027-06-01'],
  ['2027-06-01T00:00:00Z', '2027-06-01'],
  ['2027-08-31T23:59:59Z', '2027-08-31'],
  ['2027-05-31T23:00:00Z', '2027-06-01'],
])('a contract that starts %s starts on %s', (startDate, on) => {
  const release = mapped({ tender: { title: 'T', lots: [{ id: '1', contractPeriod: { startDate } }] } });
  expect(release.lots).toMatchObject([{ contractStart: on }]);
});

describe('a value', () => {
  test.each<[object, object]>([
    [
      { amount: 40000, amountGross: 48000, currency: 'GBP' },
      { net: 4_000_000, gross: 4_800_000, currency: 'GBP' },
    ],
    [
      { amountGross: 111373.5, currency: 'GBP' },
      { net: null, gross: 11_137_350 },
    ],
    [{ amount: '25688.57', currency: 'GBP' }, { net: 2_568_857 }],
    [{ amount: 1.005, currency: 'GBP' }, { net: 100 }],
    [{ amount: 3_200_000_000, currency: 'GBP' }, { net: 320_000_000_000 }],
    [
      { amount: 500, currency: 'AED' },
      { net: 50_000, currency: 'AED' },
    ],
  ])('%j is %j', (value, expected) => {
    expect(mapped({ tender: { title: 'T', value } }).facts.value).toMatchObject(expected);
  });

  test.each([0, 0.0, 0.01])('of %d stands for none, and the remark says so', (amount) => {
    const release = mapped({ tender: { title: 'T', value: { amount, currency: 'GBP' } } });
    expect(release.facts.value.net).toBeNull();
    expect(release.remarks).toContainEqual({
      path: 'tender.value.amount',
      sentence: expect.stringContaining('not given') as string,
    });
  });

  test.each(['lots', -5, {}, 1e30])('of %j is not used, with a remark', (amount) => {
    const release = mapped({ tender: { title: 'T', value: { amount, currency: 'GBP' } } });
    expect(release.facts.value.net).toBeNull();
    expect(release.remarks.map(({ path }) => path)).toContain('tender.value.amount');
  });

  test('without VAT that is larger than with VAT is doubted', () => {
    const value = { amount: 120, amountGross: 100, currency: 'GBP' };
    expect(mapped({ tender: { title: 'T', value } }).remarks.map(({ path }) => path)).toContain('tender.value');
  });
});

test('nulls, single entries in place of lists and wrong kinds are taken as far as they go', () => {
  const release = mapped({
    parties: [null, { id: 'b', roles: 'buyer', name: 'Tamebrook Council', address: null }],
    buyer: null,
    awards: null,
    tender: {
      title: ['not text'],
      description: ' A\u00A0B ',
      lots: { id: 7, title: null },
      items: [null],
      procurementMethod: 5,
    },
  });
  expect(release.facts).toMatchObject({
    title: '',
    description: 'A B',
    procedure: '5',
    buyer: { name: 'Tamebrook Council' },
  });
  expect(release.lots).toMatchObject([{ number: '7', title: '' }]);
  expect(release.remarks.map(({ path }) => path)).toEqual(['tender.title', 'tender.title']);
});

test('a cancellation with almost nothing in it is still a release that says what it lacks', () => {
  const release = mapped({ tag: ['tenderCancellation'], tender: { id: 'X' } });
  expect(release.facts.reference).toBe('X');
  expect(release.remarks.map(({ sentence }) => sentence)).toEqual([
    'The notice names no buyer.',
    'The notice has no title.',
  ]);
});

test('several buyers are remarked by name and the named one is taken', () => {
  const release = mapped({
    buyer: { id: '2', name: 'Second' },
    parties: [
      { id: '1', name: 'First', roles: ['buyer'] },
      { id: '2', name: 'Second', roles: ['buyer'], identifier: { scheme: 'GB-PPON', id: 'PBVX-8195-NXYW' } },
    ],
    tender: { title: 'T' },
  });
  expect(release.facts.buyer).toMatchObject({ name: 'Second', identifiers: [{ scheme: 'GB-PPON' }] });
  expect(release.remarks).toMatchObject([
    { path: 'parties', sentence: 'There are 2 buyers: First; Second. The first named is taken.' },
  ]);
});

function cpv(id: string, scheme = 'CPV') {
  return { scheme, id, description: `About ${id}` };
}

test('codes and regions come from items, those of a lot from the items of that lot', () => {
  const release = mapped({
    tender: {
      title: 'T',
      classification: cpv('77300000'),
      items: [
        {
          relatedLot: 'A',
          additionalClassifications: [cpv('77310000-6'), cpv('X1', 'COFOG')],
          deliveryAddresses: [{ region: 'UKG' }],
        },
        {
          relatedLot: 'B',
          additionalClassifications: [cpv('77314000'), cpv('773')],
          deliveryAddresses: [{ region: 'UKG3' }, { region: 'ZA' }],
        },
      ],
      lots: [{ id: 'A' }, { id: 'B' }],
    },
  });
  expect(release.facts.cpv.map(({ code }) => code)).toEqual(['77300000', '77310000', '77314000']);
  expect(release.facts.regions).toEqual(['UKG', 'UKG3', 'ZA']);
  expect(release.lots.map(({ cpv, regions }) => [cpv.map(({ code }) => code), regions])).toEqual([
    [['77310000'], ['UKG']],
    [['77314000'], ['UKG3', 'ZA']],
  ]);
  expect(release.remarks.map(({ path }) => path)).toContain('tender.items[1].additionalClassifications[1].id');
});

test('conditions for the whole contract hold for every lot, once', () => {
  const selectionCriteria = {
    criteria: [{ type: 'economic', description: 'Turnover', minimum: '£1m' }, { type: 'suitability' }],
  };
  const own = { criteria: [{ type: 'technical', description: 'Two contracts' }] };
  const condition = { kind: 'economic', text: 'Turnover\n£1m' };
  const lots = mapped({ tender: { title: 'T', selectionCriteria, lots: [{ id: '1', selectionCriteria: own }] } }).lots;
  expect(lots[0]?.conditions).toEqual([{ kind: 'technical', text: 'Two contracts' }, condition]);
  expect(mapped({ tender: { title: 'T', selectionCriteria } }).whole.conditions).toEqual([condition]);
});

test('award criteria keep names, details and weights as each service writes them', () => {
  const criteria = [
    {
      type: 'quality',
      name: 'Delivery',
      description: 'Five questions',
      numbers: [{ number: 55, weight: 'percentageExact' }],
    },
    { type: 'quality', name: 'Technical', description: '70' },
    { type: 'price', description: 'Lowest price', numbers: [{ number: 1, weight: 'orderRank' }] },
  ];
  const release = mapped({
    tender: { title: 'T', lots: [{ id: '1', awardCriteria: { criteria, description: 'See pack' } }] },
  });
  expect(release.lots[0]?.awardCriteria).toEqual([
    { kind: 'quality', name: 'Delivery', detail: 'Five questions', weight: '55%' },
    { kind: 'quality', name: 'Technical', detail: '', weight: '70' },
    { kind: 'price', name: '', detail: 'Lowest price', weight: '1 (orderRank)' },
    { kind: 'other', name: '', detail: 'See pack', weight: '' },
  ]);
});

test('suitability that is not stated is unknown, not no', () => {
  const release = mapped({ tender: { title: 'T', lots: [{ id: '1', suitability: { sme: true } }, { id: '2' }] } });
  expect(release.lots.map(({ smeSuitable, vcseSuitable }) => [smeSuitable, vcseSuitable])).toEqual([
    ['yes', 'unknown'],
    ['unknown', 'unknown'],
  ]);
});

test('what was not used is listed once, without positions; dates among it are listed as dates', () => {
  const release = mapped({
    buyer: { name: 'B' },
    tender: {
      title: 'T',
      documents: [
        { id: '1', url: 'https://example.org/a', datePublished: '2027-01-11T09:00:00+00:00' },
        { id: '2', url: 'https://example.org/b' },
      ],
      somethingNew: { deep: [1, 2], empty: '', nothing: null },
    },
  });
  expect(release.unused).toEqual(['tender.documents[].url', 'tender.somethingNew.deep[]']);
  expect(release.dates).toMatchObject([
    { kind: null, path: 'tender.documents[0].datePublished', at: '2027-01-11T09:00:00.000Z' },
  ]);
});

test('names that every object has by nature are no fields', () => {
  expect(mapped({ tender: { title: 'T', constructor: { x: 1 } } }).unused).toContain('tender.constructor.x');
  expect(
    mapped({ tender: JSON.parse('{"title": "T", "__proto__": {"description": "no"}}') as object }).facts.description,
  ).toBe('');
});

test('the notice type is that of the notice itself, not of an earlier one it lists', () => {
  const release = mapped({
    id: '069310-2026',
    planning: { documents: [{ id: '069280-2026', noticeType: 'UK3' }] },
    tender: { title: 'T', documents: [{ id: '069310-2026', noticeType: 'UK4' }, { id: 'pack' }] },
    awards: [{ documents: [{ id: '1', noticeType: 'UK6' }] }],
  });
  expect(release.facts.noticeType).toBe('UK4');
});
