import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newOrganisation } from '../../shared/domain/organisation.ts';
import { attachmentSchema } from '../../shared/rows/attachment.ts';
import { historyEntrySchema, recordTables } from '../../shared/rows/history.ts';
import { recordSchemas } from '../../shared/rows/recordSchemas.ts';
import { schemaVersion } from '../../shared/rows/schemaVersion.ts';
import { upgradeRow, upgradeSteps } from '../../shared/rows/upgrade.ts';
import { z } from '../../shared/rows/zod.ts';

/**
 * `rows-vN.json` is what a released Muster stores. If this fails, a shape was changed that is on people's disks: raise
 * `schemaVersion`, add an upgrade step, and add `rows-vN.json` for the new version. Never edit the old one.
 */
test('the shapes are those that this schema version was released with', () => {
  const shapes = { ...recordSchemas, history: historyEntrySchema, attachments: attachmentSchema };
  const now = Object.fromEntries(
    Object.entries(shapes).map(([table, schema]) => [table, z.toJSONSchema(schema, { unrepresentable: 'any' })]),
  );
  const released: unknown = JSON.parse(
    readFileSync(new URL(`../fixtures/rows-v${schemaVersion}.json`, import.meta.url), 'utf8'),
  );
  expect(now).toEqual(released);
});

test('schemas compile no code at run time, which the content security policy would forbid', () => {
  expect(z.config().jitless).toBe(true);
});

describe('a stored row', () => {
  test.each(recordTables)('of %s has a step from every released version to the next', (table) => {
    expect(upgradeSteps[table]).toHaveLength(schemaVersion - 1);
  });

  test.each(recordTables)('of %s in the present version stays as it is', (table) => {
    const row = newOrganisation('1', 'Hollowell Trust');
    expect(upgradeRow(table, row, schemaVersion)).toBe(row);
  });
});
