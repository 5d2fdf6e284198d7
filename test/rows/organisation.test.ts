import { describe, expect, test } from 'vitest';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { organisationSchema } from '../../shared/rows/organisation.ts';
import { rowProblem } from '../../shared/rows/rowProblem.ts';
import { idOf } from '../support/ids.ts';

describe('the stored shape of an organisation', () => {
  const known = newOrganisation('0190a000-0000-7000-8000-000000000001', 'Hollowell Trust');

  test('holds an organisation of which only the name is known', () => {
    expect(organisationSchema.parse(known)).toEqual(known);
  });

  test('keeps fields of a later version', () => {
    const later = { ...known, vision: 'Reuse', flags: { ...known.flags, later: 1 } };
    expect(organisationSchema.parse(later)).toEqual(later);
  });

  test.each<readonly [change: Record<string, unknown>, field: string, problem: string]>([
    [{ id: '' }, 'id', 'It is empty'],
    [{ id: '../../settings' }, 'id', 'It is not an id as Muster gives them'],
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
  return { id: idOf('y'), yearEnd, turnover, audited: 'unknown' };
}
