import { describe, expect, test } from 'vitest';
import {
  type ChangeLine,
  describeChange,
  recordFields,
} from '../../renderer/src/features/activity/describe/describeChange.ts';
import type { Names, Said } from '../../renderer/src/features/activity/describe/field.ts';
import { wantedBy } from '../../renderer/src/features/activity/describe/useNamesOf.ts';
import { changeOf } from '../../renderer/src/store/rowChange.ts';
import { richTextFromPlain } from '../../shared/domain/bid/richText.ts';
import { recordSchemas } from '../../shared/rows/recordSchemas.ts';
import { type Records, type RecordTable, recordTables } from '../../shared/rows/records.ts';
import { hollowell, kestrel } from '../workspace/contents.ts';
import { arboriculture, kestrelCan, parks, parksBid } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

const organisations = new Map([kestrel, hollowell].map(({ id, name }) => [id, name]));
const names: Names = {
  organisation: (id) => organisations.get(id) ?? 'an organisation that is not here',
  capability: (id) => (id === arboriculture.id ? arboriculture.name : 'a capability that is not here'),
  tender: () => parks.title,
  lot: () => 'Lot 1 (Parks)',
};

function words(one: Said | null): string {
  return one === null ? '–' : one.kind === 'text' || one.kind === 'long' ? one.text : one.kind;
}

const inWords = (lines: readonly ChangeLine[]) =>
  lines.map(({ where, before, after }) => `${where.join(' › ')}: ${words(before)} → ${words(after)}`);

/** A change as the history keeps it: only the parts that differ. */
function changed<Table extends RecordTable>(
  table: Table,
  before: Records[Table],
  change: Partial<Records[Table]>,
): readonly string[] {
  return inWords(describeChange(changeOf(table, before.id, before, { ...before, ...change }), names));
}

describe('a change in plain words', () => {
  test('money, days, choices, and what is not known', () => {
    const [policy, ...others] = kestrel.insurances;
    if (policy === undefined) throw new Error('no policy');
    expect(changed('organisations', kestrel, { legalForm: 'unknown', tradingName: 'Kestrel' })).toEqual([
      'Trading name: empty → Kestrel',
      'Legal form: CIC limited by guarantee → unknown',
    ]);
    expect(
      changed('organisations', kestrel, {
        insurances: [{ ...policy, limit: 500_000_050, validTo: null, basis: 'unknown', evidence: null }, ...others],
      }),
    ).toEqual([
      "Insurances › Employers' liability › Limit: £10,000,000 → £5,000,000.50",
      "Insurances › Employers' liability › Basis of the limit: any one claim → unknown",
      "Insurances › Employers' liability › Valid to: Wed 31 Mar 2027 → unknown",
      "Insurances › Employers' liability › Evidence: certificate.txt → empty",
    ]);
    expect(changed('organisations', kestrel, { flags: { ...kestrel.flags, sme: 'unknown' } })).toEqual([
      'Status › Small or medium-sized enterprise (SME): yes → unknown',
    ]);
  });

  test('a part that came or went, by its name and with all that is known of it', () => {
    expect(changed('organisations', kestrel, { contacts: [] })).toEqual([
      'Contacts › Ada: Name: Ada\nRole: Director\nFor: Bid\nE-mail: ada@example.org\nPhone: 01632 960001 → –',
    ]);
    expect(changed('organisations', hollowell, { identifiers: [{ scheme: 'GB-COH', id: '01234567' }] })).toEqual([
      'Numbers › Company number: – → Register: Company number\nNumber: 01234567',
    ]);
  });

  test('members, shares and what refers to them by name', () => {
    const [first, second] = parksBid.members;
    if (first === undefined || second === undefined) throw new Error('no members');
    const shares = first.shares.map((one) => ({ ...one, basisPoints: 5000 }));
    expect(changed('bids', parksBid, { members: [{ ...first, shares }, second] })).toEqual([
      'Members › Kestrel Row CIC › Shares › Lot 1 (Parks) › Share: 62.5 % → 50 %',
    ]);
    expect(changed('bids', parksBid, { members: [second, first] })).toEqual([
      'Members › order: Kestrel Row CIC, Hollowell Trust → Hollowell Trust, Kestrel Row CIC',
    ]);
    const conditions = parksBid.conditions.map((one) => ({ ...one, metBy: { kind: 'unknown' as const } }));
    expect(changed('bids', parksBid, { conditions })).toEqual([
      'Conditions of participation › Turnover of at least twice the annual value. › Met by: Kestrel Row CIC, Hollowell Trust, together → unknown',
    ]);
  });

  test('an answer as its text, and decisions as their questions', () => {
    const questions = parksBid.questions.map((one) => ({
      ...one,
      answer: richTextFromPlain('Every tree is known.\nAll of them.'),
    }));
    expect(changed('bids', parksBid, { questions })).toEqual([
      'Questions › 1.1 How will you look after the trees? › Answer: Trees\nEvery tree \nis known.\n\n → Every tree is known.\nAll of them.',
    ]);
    const agreement = {
      ...parksBid.agreement,
      law: 'scotland' as const,
      feeBasisPoints: 250,
      annualPrices: { [idOf('lot-1')]: 120_000_00 },
    };
    expect(
      changed(
        'bids',
        { ...parksBid, agreement: { ...agreement, law: null, feeBasisPoints: null, annualPrices: {} } },
        { agreement },
      ),
    ).toEqual([
      'Agreement › Which law governs the agreement?: unknown → Scotland',
      'Agreement › What management fee does the lead take, as a percentage of the price (0 for none)?: unknown → 2.5 %',
      'Agreement › Price for one year › Lot 1 (Parks): unknown → £120,000',
    ]);
  });

  test('a date with its zone and source, every version of it', () => {
    const [tendersDue, ...others] = parks.deadlines;
    if (tendersDue === undefined) throw new Error('no deadline');
    const moved = {
      ...tendersDue.versions[0],
      due: { kind: 'day' as const, on: '2027-02-19' },
      source: 'Portal message',
    };
    const deadlines = [{ ...tendersDue, versions: [...tendersDue.versions, moved] as const }, ...others];
    expect(changed('tenders', parks, { deadlines })).toEqual([
      'Dates › Tenders due › Date: Fri 12 Feb 2027, 12:00 (London), Notice 000001-2027 → Fri 12 Feb 2027, 12:00 (London), Notice 000001-2027\nFri 19 Feb 2027, Portal message',
    ]);
  });

  test('cells by capability; one that was taken out is unknown', () => {
    expect(
      changed('capabilityProfiles', kestrelCan, {
        cells: { [arboriculture.id]: { level: 4, confidence: 'verified', note: '' } },
      }),
    ).toEqual([
      'Capabilities › Arboriculture: 3 delivers, self-evidenced: NPTC units, two climbers → 4 leads, verified',
      'Capabilities › a capability that is not here: 1 aware, claimed → unknown',
    ]);
  });

  test('no ids, not even of what a part hangs on', () => {
    const lines = inWords(describeChange(changeOf('bids', parksBid.id, parksBid, null), names)).join('\n');
    expect(lines).toContain('Shares, Lot 1 (Parks): Share: 62.5 %');
    expect(lines).not.toMatch(/0190a000|lot-1/);
  });

  test('of a record that was removed, all that was known and nothing that was not', () => {
    const lines = inWords(describeChange(changeOf('organisations', kestrel.id, kestrel, null), names));
    expect(lines).toContain('Legal name: Kestrel Row CIC → –');
    expect(
      lines.some((line) => line.startsWith('Turnover › year to Tue 31 Mar 2026: ') && line.includes('£520,000')),
    ).toBe(true);
    expect(lines.join('\n')).not.toMatch(/unknown|empty|Website/);
  });

  test('a field of a later Muster in the words of its name, and never as raw data', () => {
    const before = { ...hollowell, socialValue: { pledges: [1] }, visionText: 'old' };
    const lines = changed('organisations', before, { socialValue: { pledges: [2] }, visionText: 'new' } as Partial<
      typeof before
    >);
    expect(lines).toEqual(['social value: recorded → recorded', 'vision text: old → new']);
  });
});

test.each(recordTables)('every field of %s has a name in plain words', (table) => {
  const stored = Object.keys(recordSchemas[table].schema.shape).filter((name) => name !== 'id');
  expect(Object.keys(recordFields[table] ?? {})).toEqual(expect.arrayContaining(stored));
});

test('the names that a change needs are those of the records it speaks of', () => {
  const wanted = wantedBy([changeOf('bids', parksBid.id, parksBid, null)]);
  expect(wanted.records.organisations).toEqual(expect.arrayContaining([kestrel.id, hollowell.id]));
  expect(wanted.records.capabilities).toEqual([arboriculture.id]);
  expect(wanted.records.tenders).toEqual([parks.id]);
  expect(wanted.lotsOf).toEqual({ tenders: [parks.id], bids: [parksBid.id] });
});
