/**
 * Makes resources/bank-holidays.json, cpv.json and regions.json from published lists:
 *   npx tsx test/scripts/referenceData.ts FOLDER AS-OF
 * FOLDER holds uk-bank-holidays.json, cpv-2008.csv and uk-regions-nuts.csv; AS-OF is the day they were fetched. Thresholds are
 * few and amended by statutory instrument: resources/thresholds.json is kept by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { format } from 'prettier';
import type { BankHoliday, HolidayCalendar } from '../../shared/domain/time/workingDays.ts';

const ogl = 'Contains public sector information licensed under the Open Government Licence v3.0.';
const resources = new URL('../../resources/', import.meta.url);

const divisions = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const satisfies Record<string, BankHoliday['parts'][number]>;

const titles: Readonly<Record<string, string>> = {
  'new year': "New Year's Day",
  '2nd january': '2 January',
  'good friday': 'Good Friday',
  'easter monday': 'Easter Monday',
  'early may': 'Early May bank holiday',
  'early may ve': 'Early May bank holiday (VE Day)',
  spring: 'Spring bank holiday',
  summer: 'Summer bank holiday',
  'late august': 'Summer bank holiday',
  christmas: 'Christmas Day',
  'boxing day': 'Boxing Day',
  'st patrick': "St Patrick's Day",
  'st andrew': "St Andrew's Day",
  'battle boyne': 'Battle of the Boyne',
  'queen platinum': 'Platinum Jubilee bank holiday',
  'queens bank holiday': 'State Funeral of Queen Elizabeth II',
  'kings coronation': 'Coronation bank holiday',
  'world cup': 'World Cup bank holiday',
};

interface HolidayList {
  readonly lastUpdated: string;
  readonly divisions: Readonly<Record<keyof typeof divisions, readonly ListedHoliday[]>>;
}
interface ListedHoliday {
  readonly date: string;
  readonly title: string;
  readonly substitute: boolean;
}

function bankHolidays(list: HolidayList): HolidayCalendar & Record<'source' | 'asOf', string> {
  const byDay = new Map<string, { on: string; title: string; parts: BankHoliday['parts'][number][] }>();
  for (const [key, part] of Object.entries(divisions)) {
    for (const { date, title, substitute } of list.divisions[key as keyof typeof divisions]) {
      const known = titles[title];
      if (known === undefined) throw new Error(`Name the bank holiday “${title}” of ${date}.`);
      const holiday = byDay.get(date) ?? {
        on: date,
        title: substitute ? `${known} (substitute day)` : known,
        parts: [],
      };
      holiday.parts.push(part);
      byDay.set(date, holiday);
    }
  }
  const holidays = [...byDay.values()].sort((one, other) => one.on.localeCompare(other.on));
  const years = holidays.map(({ on }) => on.slice(0, 4));
  return {
    source: `https://www.gov.uk/bank-holidays.json. ${ogl}`,
    asOf: list.lastUpdated.split('/').toReversed().join('-'),
    from: `${years.at(0)}-01-01`,
    to: `${years.at(-1)}-12-31`,
    holidays,
  };
}

function csv(file: string): Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').trimEnd(), { header: true }).data;
}

async function write(name: string, value: unknown): Promise<void> {
  const text = await format(JSON.stringify(value, null, 1), { parser: 'json', printWidth: 120 });
  writeFileSync(new URL(name, resources), text);
}

const [folder, asOf] = process.argv.slice(2);
if (folder === undefined || asOf === undefined) throw new Error('Say the folder of the lists and the day they are of.');

await write(
  'bank-holidays.json',
  bankHolidays(JSON.parse(readFileSync(path.join(folder, 'uk-bank-holidays.json'), 'utf8')) as HolidayList),
);
await write('cpv.json', {
  source: 'Common Procurement Vocabulary 2008, Commission Regulation (EC) No 213/2008, main vocabulary, English.',
  asOf,
  labels: Object.fromEntries(csv(path.join(folder, 'cpv-2008.csv')).map(({ code, label }) => [code, label])),
});
await write('regions.json', {
  source: `Places of performance as Find a Tender offers them: NUTS-style codes, English and Welsh. ${ogl}`,
  asOf,
  regions: csv(path.join(folder, 'uk-regions-nuts.csv')).map(({ code, en, cy, parent, level }) => ({
    code,
    en,
    cy,
    parent: parent === '' ? null : parent,
    level: Number(level),
  })),
});
