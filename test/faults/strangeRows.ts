import type { Write } from '../../renderer/src/store/runCommand.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { type RecordTable, recordTables } from '../../shared/rows/records.ts';
import { fullContents } from '../workspace/fullContents.ts';
import { type Next, pick } from './chance.ts';

/** What programs, pastes and files put where a text belongs. */
const texts = [
  '',
  '\ud800',
  'a\udc00b\ud83d',
  '\u0000',
  'left\u202eright\u2028\u2029\u0085',
  '__proto__',
  '{"__proto__":{"polluted":true}}',
  '\\u0000\\ud800',
  '=1+1',
  '٣٤٥',
  '𝔘'.repeat(40),
  'long '.repeat(2000),
];

const numbers = [-0, 0, 1, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 53 + 2, NaN, Infinity, -Infinity];

/** A list within lists, so many deep, as a formatted text holds them. */
export function nestedLists(depth: number): unknown {
  let list: unknown = { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] };
  for (let level = 1; level < depth; level += 1) {
    list = { type: 'bulletList', content: [{ type: 'listItem', content: [list] }] };
  }
  return list;
}

function within(levels: number): unknown {
  let value: unknown = 'inside';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { part: value };
  return value;
}

/** Anything that a program can come to hold, in a part that Muster does not know. */
function anything(next: Next): unknown {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  return pick(
    [
      () => within(1 + next(95)),
      () => within(100 + next(20)),
      () => within(50_000),
      () => Array.from({ length: 5000 }, (_, at) => at),
      () => Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`part ${at}`, at])),
      () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
      () => JSON.parse('{"constructor":{"prototype":{}},"toString":1,"":2,"\\ud800":3}') as unknown,
      () => pick(numbers, next),
      () => pick(texts, next),
      () => cycle,
      () => [undefined, null, true],
      () => new Date(0),
      () => new Map([[1, 2]]),
      () => new Uint8Array(3),
      () => 10n,
      () => Symbol('none'),
      () => () => 'none',
    ],
    next,
  )();
}

type Fields = Record<string, unknown>;

/** A copy of a row with something strange in one to three places, most of them places where such a value could stand. */
function withStrangers(row: object, next: Next): Fields {
  const copy = structuredClone(row) as Fields;
  for (let more = 1 + next(3); more > 0; more -= 1) {
    const places = placesIn(copy);
    if (places.length === 0) break;
    const [holder, key] = pick(places, next);
    const there = holder[key];
    if (isText(there) && next(2) === 0)
      holder[key] = { type: 'doc', content: [nestedLists(pick([1, 8, 20, 25, 700, 5000], next))] };
    else if (typeof there === 'string') holder[key] = pick(texts, next);
    else if (typeof there === 'number') holder[key] = pick(numbers, next);
    else if (next(9) < 3) holder[key] = anything(next);
    else if (next(9) < 4) delete holder[key];
    else holder[pick(['unknown', 'x', '', '\ud800', 'toString'], next)] = anything(next);
  }
  return copy;
}

function isText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';
}

/** Every field of every part that holds any; ids stay, so that a row hangs from what it hung from. */
function placesIn(row: Fields): readonly (readonly [holder: Fields, key: string])[] {
  const places: (readonly [Fields, string])[] = [];
  const look = (value: unknown, levels: number): void => {
    if (typeof value !== 'object' || value === null || levels === 0) return;
    for (const key of Object.keys(value)) {
      if (!/(^id|Ids?|sha256)$/.test(key)) places.push([value as Fields, key]);
      look((value as Fields)[key], levels - 1);
    }
  };
  look(row, 8);
  return places;
}

/** What a command may be asked to store: rows of every table, most of them strange; now and then none, or very many. */
export function strangeWrites(next: Next): readonly Write[] {
  const chance = next(40);
  if (chance === 0) return [];
  const many = chance === 1 ? 60 : 1;
  return Array.from({ length: many }, (): Write => {
    const table = pick(recordTables, next);
    const { id, row } = strangeRow(table, next, many > 1 || next(2) === 0);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the command that has to find out
    return { table, id, row: row as unknown as Write['row'] };
  });
}

function strangeRow(table: RecordTable, next: Next, isNew: boolean) {
  const base = pick<{ readonly id: string }>(fullContents[table], next);
  // A profile and a period bear the id of what they are about.
  const hasOwnId = table !== 'capabilityProfiles' && table !== 'retentionRules';
  const id = isNew && hasOwnId ? newId() : base.id;
  return { id, row: { ...withStrangers(base, next), id } };
}
