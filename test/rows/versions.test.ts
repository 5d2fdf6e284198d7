import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { attachmentSchema } from '../../shared/rows/attachment.ts';
import { historyEntrySchema } from '../../shared/rows/historySchema.ts';
import { recordTables } from '../../shared/rows/records.ts';
import { recordSchemas } from '../../shared/rows/recordSchemas.ts';
import { schemaVersion } from '../../shared/rows/schemaVersion.ts';
import { upgradeRow, upgradeSteps } from '../../shared/rows/upgrade.ts';
import { z } from '../../shared/rows/zod.ts';

type Shapes = Readonly<Record<string, unknown>>;

/**
 * `rows-vN.json` is what a released Muster of schema version N stores. If a test here fails, a shape was changed that is on
 * people's disks: raise `schemaVersion`, add an upgrade step and a database version, and add `rows-vN.json` and `vN.muster`
 * for the new version. Never edit the old ones.
 */
const fixtures = Array.from({ length: schemaVersion }, (_, at) => {
  const file = readFileSync(new URL(`../fixtures/rows-v${at + 1}.json`, import.meta.url));
  return { version: at + 1, bytes: file, shapes: JSON.parse(file.toString('utf8')) as Shapes };
});

/** What was released, version by version: the shapes, and a file that this version wrote. Add to it; never edit it. */
const released: readonly (readonly [shapes: string, file: string])[] = [
  [
    '026a87d0ef57848de4f7a311ed67f912c35a9fe320e5bdaba6464c140329836c',
    '40ff961ecd25c84ac3470e91bf5a6d37e05ff7f59e7b04f217962f13f16d1241',
  ],
  [
    '315c6df78ca3747f2072bcc52b90fb499e6e3b0babf1bb1d0e3b8fd703f8c477',
    'dae41fcd0b95532b54b66a6d2a3b7f48b718c3ca5818ef37bb3540b3ae7ba6df',
  ],
  [
    'c90729055efb8aa34085295cb3c941177a506fb01af288097e5e374136a96191',
    'dc53fde2918286e3ddb44e29316ce253f348973fdfeaecebdf197254758516e9',
  ],
  [
    '16b3627cb8b4556bbd9eb25c88677a4f117ac0c7ecaf13d46d87fe70ae7068ec',
    '268efbfdfba45671cb65c6c46f02daf6873e2e830dccce5309c33fd8f19a36ec',
  ],
];

function shapesNow(): Shapes {
  const records = recordTables.map((table) => [table, recordSchemas[table].schema] as const);
  const schemas = [...records, ['history', historyEntrySchema] as const, ['attachments', attachmentSchema] as const];
  return Object.fromEntries(
    schemas.map(([table, schema]) => [table, z.toJSONSchema(schema, { unrepresentable: 'any' })]),
  );
}

/**
 * The places where what was released could not be read any more, or could be misread. A field may be added where it is
 * optional, a choice to those of a field, and a kind of value at the end of a union: then old rows stay as they are, and are whole.
 */
function broken(now: unknown, released: unknown, place = ''): readonly string[] {
  if (Array.isArray(now) && Array.isArray(released)) {
    const added = place.endsWith('/enum') ? now.filter((choice) => !released.includes(choice)) : [];
    const kept = place.endsWith('/oneOf')
      ? now.slice(0, released.length)
      : now.filter((choice) => !added.includes(choice));
    return kept.length === released.length ? kept.flatMap((one, at) => broken(one, released[at], place)) : [place];
  }
  if (!isShape(now) || !isShape(released)) return now === released ? [] : [place];
  const known = new Set(Object.keys(released));
  const added = Object.keys(now).filter((key) => !known.has(key));
  // A field that is required shows in the list of those, which must stay as it was.
  const wrong = place.endsWith('/properties') ? [] : added;
  return [
    ...wrong.map((key) => `${place}/${key}`),
    ...[...known].flatMap((key) => broken(now[key], released[key], `${place}/${key}`)),
  ];
}

function isShape(value: unknown): value is Shapes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

test('the shapes are those that this schema version was released with, and optional fields since', () => {
  expect(broken(shapesNow(), fixtures.at(-1)?.shapes)).toEqual([]);
});

test('a required field, another kind of value and a choice less are a new version', () => {
  const shape = { properties: { a: { type: 'string' }, b: { enum: ['x', 'y'] } }, required: ['a', 'b'] };
  const { a, b } = shape.properties;
  const required = { properties: { a, b, c: a }, required: ['a', 'b', 'c'] };
  const optional = { ...shape, properties: { a, b: { enum: ['x', 'y', 'z'] }, c: a } };
  expect(broken(optional, shape)).toEqual([]);
  expect(broken(required, shape)).toEqual(['/required']);
  expect(broken({ ...shape, properties: { a: { type: 'number' }, b } }, shape)).toEqual(['/properties/a/type']);
  expect(broken({ ...shape, properties: { a, b: { enum: ['x'] } } }, shape)).toEqual(['/properties/b/enum']);
});

test('what each version was released with stays as it was', () => {
  const hashes = fixtures.map(({ version, bytes }) => {
    const file = readFileSync(new URL(`../fixtures/workspaces/v${version}.muster`, import.meta.url));
    return [hashOf(bytes), hashOf(file)];
  });
  expect(hashes).toEqual(released);
});

test('schemas compile no code at run time, which the content security policy would forbid', () => {
  expect(z.config().jitless).toBe(true);
});

test('every table is known to have come with the version that first stored it', () => {
  for (const table of recordTables) {
    expect(fixtures.find(({ shapes }) => table in shapes)?.version, table).toBe(recordSchemas[table].since);
  }
});

describe('a stored row', () => {
  test('has steps from every released version to the next', () => {
    expect(upgradeSteps).toHaveLength(schemaVersion - 1);
  });

  test.each(recordTables)('of %s has a step wherever its shape changed', (table) => {
    for (const [at, step] of upgradeSteps.entries()) {
      const [before, after] = [fixtures[at]?.shapes[table], fixtures[at + 1]?.shapes[table]];
      if (before === undefined || after === undefined) continue;
      expect(table in step, `version ${at + 1} to ${at + 2}`).toBe(JSON.stringify(before) !== JSON.stringify(after));
    }
  });

  test.each(recordTables)('of %s in the present version stays as it is', (table) => {
    const row = newOrganisation('1', 'Hollowell Trust');
    expect(upgradeRow(table, row, schemaVersion)).toBe(row);
  });
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
