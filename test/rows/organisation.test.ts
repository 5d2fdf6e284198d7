import { describe, expect, expectTypeOf, test } from 'vitest';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation.ts';
import type { AttachmentRow, attachmentSchema } from '../../shared/rows/attachment.ts';
import type { HistoryEntry, historyEntrySchema } from '../../shared/rows/history.ts';
import { organisationSchema } from '../../shared/rows/organisation.ts';
import { rowProblem } from '../../shared/rows/rowProblem.ts';
import type { z } from '../../shared/rows/zod.ts';

/** A stored type as the domain writes it: read-only, without the room that schemas leave for unknown fields. */
type Known<T> = T extends Uint8Array
  ? Uint8Array
  : T extends readonly (infer Item)[]
    ? readonly Known<Item>[]
    : T extends object
      ? { readonly [Key in keyof T as string extends Key ? never : Key]: Known<T[Key]> }
      : T;

test('the stored shapes and the types that the code works with are the same, both ways', () => {
  expectTypeOf<Known<z.infer<typeof organisationSchema>>>().toEqualTypeOf<Known<Organisation>>();
  expectTypeOf<Known<z.infer<typeof historyEntrySchema>>>().toEqualTypeOf<Known<HistoryEntry>>();
  expectTypeOf<Known<z.infer<typeof attachmentSchema>>>().toEqualTypeOf<Known<AttachmentRow>>();
});

describe('the stored shape of an organisation', () => {
  const known = newOrganisation('1', 'Hollowell Trust');

  test('holds an organisation of which only the name is known', () => {
    expect(organisationSchema.parse(known)).toEqual(known);
  });

  test('keeps fields of a later version', () => {
    const later = { ...known, vision: 'Reuse', flags: { ...known.flags, later: 1 } };
    expect(organisationSchema.parse(later)).toEqual(later);
  });

  test.each<readonly [change: Record<string, unknown>, field: string, problem: string]>([
    [{ id: '' }, 'id', 'It is empty'],
    [{ name: undefined }, 'name', 'It is missing'],
    [{ name: null }, 'name', 'It is not text'],
    [{ legalForm: 'guild' }, 'legalForm', 'It is none of the values that Muster knows'],
    [{ sites: {} }, 'sites', 'It is not a list'],
    [{ flags: null }, 'flags', 'It is not an object'],
    [{ flags: { ...known.flags, sme: true } }, 'flags.sme', 'It is none of the values that Muster knows'],
    [
      { identifiers: [{ scheme: 'GB-XXX', id: '1' }] },
      'identifiers.0.scheme',
      'It is none of the values that Muster knows',
    ],
    [{ turnover: [year('2027-02-29', 1)] }, 'turnover.0.yearEnd', 'It is not a day of the calendar'],
    [{ turnover: [year('31/03/2026', 1)] }, 'turnover.0.yearEnd', 'It is not a day of the calendar'],
    [{ turnover: [year('2026-03-31', 12.5)] }, 'turnover.0.turnover', 'It is not a whole number'],
    [{ turnover: [year('2026-03-31', 2 ** 53)] }, 'turnover.0.turnover', 'It is too large'],
  ])('refuses %j and says where and why', (change, field, problem) => {
    const { error } = organisationSchema.safeParse({ ...known, ...change });
    expect(error && rowProblem(error)).toEqual({ field, problem });
  });
});

function year(yearEnd: string, turnover: number) {
  return { id: 'y', yearEnd, turnover, audited: 'unknown' };
}
