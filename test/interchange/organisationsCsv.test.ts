import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import { organisationsToCsv } from '../../shared/interchange/organisationsCsv.ts';
import { awkwardOrganisations, awkwardTexts } from './awkwardOrganisations.ts';
import { sampleOrganisations } from '../scripts/sampleOrganisations.ts';

const today = '2026-11-30';

type Row = Readonly<Record<string, string>>;

function readBack(csv: string): readonly Row[] {
  const { data, errors } = Papa.parse<Row>(csv.slice(1).trimEnd(), { header: true });
  expect(errors).toEqual([]);
  return data;
}

function rowOf(name: string): Row | undefined {
  return readBack(organisationsToCsv(sampleOrganisations, today)).find((row) => row['Legal name'] === name);
}

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/csv/${name}`, import.meta.url), 'utf8');
}

function withName(name: string): Organisation {
  return newOrganisation('id', name);
}

describe('the file', () => {
  const csv = organisationsToCsv(sampleOrganisations, today);

  it('begins with a byte order mark, ends lines with CR LF, and has one row each under the header', () => {
    expect(csv).toMatch(/^\uFEFFLegal name,Trading name,/);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(readBack(csv).map((row) => row['Legal name'])).toEqual(sampleOrganisations.map(({ name }) => name));
  });

  it('is a header alone where there are no organisations', () => {
    expect(organisationsToCsv([], today).trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('is read by another CSV reader, that of Python, as it was meant', () => {
    expect(organisationsToCsv(awkwardOrganisations, today), 'run test/scripts/csvOracle.ts').toBe(
      fixture('awkward.csv'),
    );
    const rows: readonly Row[] = JSON.parse(fixture('awkward.read-by-python.json'));
    expect(rows.map((row) => row['Notes'])).toEqual(awkwardTexts.map((text) => (text === '=1+1' ? "'=1+1" : text)));
    for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(rowOf('Hollowell Trust') ?? {}));
  });
});

describe('a row', () => {
  it('flattens what an organisation has several of', () => {
    expect(rowOf('Kestrel Row CIC')).toMatchObject({
      'Legal form': 'CIC limited by guarantee',
      PPON: 'KRWC-4127-QZXV',
      'Other numbers': 'GB-COH-99041207\nVAT number GB999041224\nICO registration ZZ990412',
      'Registered office': 'The Old Tramshed, 4 Kestrel Row, Tamebrook',
      'Registered postcode': 'ZZ4 7QT',
      'Other sites': 'Nursery and depot: Unit 3, Mill Lane, Tamebrook, ZZ4 9LB',
      'Voluntary, community or social enterprise (VCSE)': 'Yes',
      'Supported employment provider': 'No',
      'Latest year end': '2026-03-31',
      'Latest turnover (£)': '520000.00',
      'Turnover before (£)': '468500.00',
      'Earlier turnover': '2024-03-31: £401,250',
      'Professional indemnity insurance':
        '£1,000,000 in the aggregate, held, Weir & Fen Underwriting, WF-88013, 2026-04-01 to 2027-03-31',
    });
  });

  it('puts the latest year first, whatever the order of entry', () => {
    const turnover = ['2025-03-31', '2026-03-31', '2024-03-31'].map((yearEnd, pence) => {
      return { id: yearEnd, yearEnd, turnover: pence, audited: 'no' as const };
    });
    expect(readBack(organisationsToCsv([{ ...withName('A'), turnover }], today))[0]).toMatchObject({
      'Latest year end': '2026-03-31',
      'Latest turnover (£)': '0.01',
      'Year end before': '2025-03-31',
      'Earlier turnover': '2024-03-31: £0.02',
    });
  });

  it('gives a forecast apart from the last accounts: a year that ends today has not ended', () => {
    const turnover = ['2025-03-31', '2026-11-30', '2027-03-31'].map((yearEnd, at) => {
      return { id: yearEnd, yearEnd, turnover: (at + 1) * 100, audited: 'no' as const };
    });
    expect(readBack(organisationsToCsv([{ ...withName('A'), turnover }], today))[0]).toMatchObject({
      'Latest year end': '2025-03-31',
      'Latest turnover (£)': '1.00',
      'Year end before': '',
      'Turnover of years that have not ended': '2026-11-30: £2\n2027-03-31: £3',
    });
  });

  it('says what is not known and leaves empty what is not there', () => {
    expect(rowOf('Quillmere Digital LLP')).toMatchObject({
      'Legal form': 'Not known',
      PPON: '',
      'Small or medium-sized enterprise (SME)': 'Not known',
      'Latest turnover (£)': '',
      "Employers' liability insurance": '',
    });
  });
});

describe('text that could harm or be harmed', () => {
  // The characters that OWASP names, and the forms of them that slip past simpler guards.
  test.each([
    '=HYPERLINK("https://example.org")',
    "=cmd|'/c calc'!A0",
    '=1+1\nsecond line',
    '  =1+1',
    '+441632960101',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1+1',
    '－1+1',
    '＠SUM(A1)',
    '﹦1+1',
    '−2+3',
    '\u200b=1+1',
    '\u202e=1+1',
    '\u0000=1+1',
    '\ufeff=1+1',
    '\u00a0=1+1',
    '\u001b\u007f@SUM(A1)',
    '\u2066\u2069 \u0301=1+1',
    '\u3164=1+1',
  ])('a cell %j is kept from running as a formula', (name) => {
    expect(readBack(organisationsToCsv([withName(name)], today))[0]?.['Legal name']).toBe(`'${name}`);
  });

  test.each([...awkwardTexts.filter((text) => !text.startsWith('=')), 'x'.repeat(10_000)])(
    'a cell %j comes back as it was',
    (name) => {
      expect(readBack(organisationsToCsv([withName(name)], today))[0]?.['Legal name']).toBe(name);
    },
  );
});
