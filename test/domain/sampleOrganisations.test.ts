import { expect, it, test } from 'vitest';
import { findDuplicates } from '../../shared/domain/organisation/duplicates.ts';
import { checkIdentifier } from '../../shared/domain/organisation/identifier.ts';
import { isLocalDate } from '../../shared/domain/time/localDate.ts';
import type { Organisation } from '../../shared/domain/organisation/organisation.ts';
import { missingFacts } from '../../shared/domain/organisation/organisationFacts.ts';
import { checkName } from '../../shared/domain/organisation/organisationName.ts';
import { checkPostcode } from '../../shared/domain/organisation/postcode.ts';
import { sampleOrganisations } from '../scripts/sampleOrganisations.ts';

const byName = new Map(sampleOrganisations.map((organisation) => [organisation.name, organisation]));

function parts({ id, sites, contacts, turnover, insurances, certificates }: Organisation): readonly string[] {
  return [id, ...[sites, contacts, turnover, insurances, certificates].flat().map((part) => part.id)];
}

it('gives every record an id of its own, a UUID version 7', () => {
  const ids = sampleOrganisations.flatMap(parts);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test.each(sampleOrganisations.map((organisation) => [organisation.name, organisation] as const))(
  '%s holds numbers, postcodes and dates in their stored forms, and nothing that could reach a real body',
  (name, { identifiers, sites, contacts, turnover, insurances, certificates, website }) => {
    expect(checkName(name)).toEqual({ ok: true, value: name });
    for (const { scheme, id } of identifiers)
      expect(checkIdentifier(scheme, id)).toEqual({ verdict: 'valid', value: id });
    for (const { postcode } of sites) {
      expect(checkPostcode(postcode)).toEqual({ verdict: 'valid', value: postcode });
      expect(postcode).toMatch(/^ZZ/);
    }
    for (const { email, phone } of contacts) {
      expect(email).toMatch(/^$|@[a-z]+\.example\.org$/);
      expect(phone).toMatch(/^$|^01632 960\d{3}$/);
    }
    expect(website).toMatch(/^$|^https:\/\/[a-z]+\.example\.org$/);
    const dates = [...insurances, ...certificates].flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
    for (const date of [...dates, ...turnover.map(({ yearEnd }) => yearEnd)]) {
      expect(date === null || isLocalDate(date), String(date)).toBe(true);
    }
  },
);

it('suspects no two of them to be the same body', () => {
  for (const organisation of sampleOrganisations) expect(findDuplicates(organisation, sampleOrganisations)).toEqual([]);
});

test.each([
  ['Kestrel Row CIC', []],
  ['Brindle Works Ltd', []],
  ['Morrow Skills Ltd', ['noPpon', 'flagsUnknown', 'insuranceExpiring', 'insuranceExpiring', 'certificateExpired']],
  ['Loopwell Devices CIC', ['certificateExpiring']],
  ['Copperbeech Transport CIC', ['insuranceExpired']],
  ['Cymdeithas Gymunedol Bryn Awel Cyfyngedig', ['turnoverOld']],
  ['Lantern & Loom Limited', ['employersLiabilityLow']],
])('%s shows %j on 23 November 2026', (name, kinds) => {
  const organisation = byName.get(name);
  expect(organisation && missingFacts(organisation, '2026-11-23').map(({ kind }) => kind)).toEqual(kinds);
});
