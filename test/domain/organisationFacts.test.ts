import { describe, expect, it, test } from 'vitest';
import type { IdentifierScheme } from '../../shared/domain/organisation/identifier.ts';
import type { LegalForm } from '../../shared/domain/organisation/legalForm.ts';
import type { MissingFactKind } from '../../shared/domain/organisation/missingFact.ts';
import { standingInsurances } from '../../shared/domain/organisation/coverFacts.ts';
import { newOrganisation, type Insurance, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import { missingFacts } from '../../shared/domain/organisation/organisationFacts.ts';

const on = '2027-01-11';

const policy: Insurance = {
  id: 'policy',
  kind: 'employersLiability',
  state: 'held',
  limit: 1_000_000_000,
  basis: 'anyOneClaim',
  insurer: 'Harbourlight Mutual',
  policyNumber: 'HM/1',
  validFrom: '2026-04-01',
  validTo: '2027-12-31',
  evidence: null,
};

/** An organisation of which nothing is missing on 11 January 2027. */
const complete: Organisation = {
  ...newOrganisation('id', 'Kestrel Row CIC'),
  legalForm: 'cicGuarantee',
  identifiers: [
    { scheme: 'GB-COH', id: '99041207' },
    { scheme: 'GB-PPON', id: 'KRWC-4127-QZXV' },
  ],
  sites: [{ id: 's', label: '', registeredOffice: true, address: '4 Kestrel Row, Tamebrook', postcode: 'ZZ4 7QT' }],
  flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
  contacts: [{ id: 'c', name: 'Jo', role: '', purposes: ['signatory'], email: 'jo@example.org', phone: '' }],
  turnover: [
    { id: 't1', yearEnd: '2026-03-31', turnover: 52_000_000, audited: 'no' },
    { id: 't2', yearEnd: '2025-03-31', turnover: 46_000_000, audited: 'no' },
  ],
  insurances: [policy],
};

function kinds(changes: Partial<Organisation>, day = on): readonly MissingFactKind[] {
  return missingFacts({ ...complete, ...changes }, day).map(({ kind }) => kind);
}

function year(yearEnd: string) {
  return { id: yearEnd, yearEnd, turnover: 1, audited: 'no' as const };
}

it('finds nothing missing in a complete organisation', () => {
  expect(missingFacts(complete, on)).toEqual([]);
});

it('finds every kind of fact missing where only the name is known, each with a sentence and a place to mend it', () => {
  const facts = missingFacts(newOrganisation('id', 'Quillmere'), on);
  expect(facts.map(({ kind, field }) => [kind, field])).toEqual([
    ['legalFormUnknown', 'legalForm'],
    ['noIdentifier', 'identifiers'],
    ['noPpon', 'identifiers'],
    ['noRegisteredOffice', 'sites'],
    ['flagsUnknown', 'flags'],
    ['noSignatory', 'contacts'],
    ['noEmail', 'contacts'],
    ['turnoverMissing', 'turnover'],
    ['noEmployersLiability', 'insurances'],
  ]);
  for (const { sentence } of facts) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

describe('whether it can be a party', () => {
  test.each<LegalForm>(['unincorporatedAssociation', 'charitableTrust', 'partnership'])(
    'a body that is no person in law (%s) cannot contract in its own name',
    (legalForm) => {
      const [fact] = missingFacts({ ...complete, legalForm }, on);
      expect(fact).toMatchObject({ kind: 'noLegalPersonality', field: 'legalForm' });
      expect(fact?.sentence).toMatch(/cannot be a party in its own name.*personally liable.*Incorporate first/);
    },
  );

  test.each<[LegalForm, IdentifierScheme, string, MissingFactKind[]]>([
    ['clg', 'GB-CHC', '9904121', ['noRegisterNumber']],
    ['cio', 'GB-CHC', '9904121', []],
    ['cio', 'GB-SC', 'SC990128', ['noRegisterNumber']],
    ['scio', 'GB-SC', 'SC990128', []],
    ['registeredSociety', 'GB-COH', 'IP99213R', []],
    ['soleTrader', 'GB-UKPRN', '10990773', []],
  ])('a %s known by its PPON and %s %s lacks %j', (legalForm, scheme, id, expected) => {
    expect(
      kinds({
        legalForm,
        identifiers: [
          { scheme, id },
          { scheme: 'GB-PPON', id: 'KRWC-4127-QZXV' },
        ],
      }),
    ).toEqual(expected);
  });

  it('passes on the doubt about a number', () => {
    const identifiers = [...complete.identifiers, { scheme: 'VAT' as const, id: 'GB802311781' }];
    expect(kinds({ identifiers })).toEqual(['identifierDoubtful']);
  });
});

describe('the registered office', () => {
  const [office] = complete.sites;
  test.each<[string, Partial<Organisation>['sites'], MissingFactKind[]]>([
    ['two offices', office && [office, { ...office, id: 'b' }], ['severalRegisteredOffices']],
    ['no postcode', office && [{ ...office, postcode: '' }], ['registeredOfficeIncomplete']],
    ['a foreign postcode', office && [{ ...office, postcode: 'D02 AF30' }], ['postcodeDoubtful']],
    ['only another site', office && [{ ...office, registeredOffice: false }], ['noRegisteredOffice']],
  ])('%s', (_, sites, expected) => {
    expect(kinds({ sites: sites ?? [] })).toEqual(expected);
  });
});

describe('contacts', () => {
  it('need a signatory with a name, and an e-mail address', () => {
    const contact = { id: 'c', name: ' ', role: '', purposes: ['signatory' as const], email: '', phone: '' };
    expect(kinds({ contacts: [contact] })).toEqual(['noSignatory', 'noEmail']);
    expect(kinds({ contacts: [{ ...contact, name: 'Jo', purposes: ['bid'], email: 'jo@example.org' }] })).toEqual([
      'noSignatory',
    ]);
  });
});

describe('turnover of the last two years', () => {
  test.each<[string, string[], string, MissingFactKind[]]>([
    ['two years in a row', ['2025-03-31', '2026-03-31'], on, []],
    ['an 18-month period between', ['2024-09-30', '2026-03-31'], on, []],
    ['a period of a day more than 18 months between', ['2024-09-15', '2026-03-16'], on, ['turnoverMissing']],
    ['a year left out', ['2024-03-31', '2026-03-31'], on, ['turnoverMissing']],
    ['one year only', ['2026-03-31'], on, ['turnoverMissing']],
    ['a year that has not ended does not count', ['2026-03-31', '2027-03-31'], on, ['turnoverMissing']],
    [
      'accounts to March 2025, the last day on which newer ones may be unpublished',
      ['2025-03-31', '2024-03-31'],
      '2027-01-31',
      [],
    ],
    ['accounts to March 2025, a day later', ['2025-03-31', '2024-03-31'], '2027-02-01', ['turnoverOld']],
  ])('%s', (_, ends, day, expected) => {
    expect(kinds({ turnover: ends.map(year) }, day)).toEqual(expected);
  });
});

describe('insurances and certificates', () => {
  const publicLiability: Insurance = { ...policy, id: 'pl', kind: 'publicLiability', limit: 500_000_000 };
  test.each<[string, Partial<Insurance>[], MissingFactKind[]]>([
    ['in date for more than 60 days', [{ validTo: '2027-03-13' }], []],
    ['ending in 60 days', [{ validTo: '2027-03-12' }], ['insuranceExpiring']],
    ['ending today', [{ validTo: on }], ['insuranceExpiring']],
    ['ended yesterday', [{ validTo: '2027-01-10' }], ['insuranceExpired']],
    ['without an end', [{ validTo: null }], ['insuranceDatesUnknown']],
    ['not begun', [{ validFrom: '2027-02-01', validTo: '2028-01-31' }], ['insuranceNotYet']],
    ['without a limit', [{ limit: null }], ['insuranceLimitUnknown']],
    ['committed to, which need not run yet', [{ state: 'committed', validFrom: null, validTo: null }], []],
    [
      'ending, and renewed from the next day',
      [{ validTo: '2027-01-31' }, { validFrom: '2027-02-01', validTo: '2028-01-31' }],
      [],
    ],
    [
      'ending, and renewed a day too late',
      [{ validTo: '2027-01-31' }, { validFrom: '2027-02-02', validTo: '2028-01-31' }],
      ['insuranceExpiring'],
    ],
    [
      'ended, and replaced by one in force',
      [{ validTo: '2026-11-30' }, { validFrom: '2026-12-01', validTo: '2027-11-30' }],
      [],
    ],
    [
      'ended, and so did its renewal, which alone is named',
      [
        { validFrom: '2024-12-01', validTo: '2025-11-30' },
        { validFrom: '2025-12-01', validTo: '2026-11-30' },
      ],
      ['insuranceExpired'],
    ],
    [
      'ending beside a second layer that began with it',
      [{ validTo: '2027-01-31' }, { validTo: '2027-11-30' }],
      ['insuranceExpiring'],
    ],
  ])('public liability %s', (_, changes, expected) => {
    const insurances = changes.map((change) => ({ ...publicLiability, ...change }));
    expect(kinds({ insurances: [policy, ...insurances] })).toEqual(expected);
  });

  it("adds up employers' liability and holds it against the £5 million that the 1998 Regulations demand", () => {
    const layer = { ...policy, limit: 250_000_000 };
    expect(kinds({ insurances: [layer] })).toEqual(['employersLiabilityLow']);
    expect(kinds({ insurances: [layer, { ...layer, id: 'excess' }] })).toEqual([]);
    expect(kinds({ insurances: [layer, { ...layer, id: 'excess', limit: null }] })).toEqual(['insuranceLimitUnknown']);
  });

  it('leaves out of a document what a later policy renews, and keeps layers and what is committed', () => {
    const ending = { ...publicLiability, id: 'ending', validTo: '2027-01-31' };
    const renewal = { ...publicLiability, id: 'renewal', validFrom: '2027-02-01', validTo: '2028-01-31' };
    const layer = { ...renewal, id: 'layer' };
    const committed: Insurance = { ...publicLiability, id: 'committed', state: 'committed', validTo: null };
    const standing = standingInsurances([policy, ending, renewal, layer, committed], on);
    expect(standing.map(({ id }) => id)).toEqual([policy.id, 'renewal', 'layer', 'committed']);
  });

  it('says until when, in words', () => {
    const [fact] = missingFacts({ ...complete, insurances: [{ ...policy, validTo: '2027-01-12' }] }, on);
    expect(fact?.sentence).toBe("Employers' liability insurance ends on Tue 12 Jan 2027, tomorrow.");
  });

  it('takes a certificate for renewed by a newer one of the same name', () => {
    const old = {
      id: 'a',
      name: 'Cyber Essentials',
      issuer: '',
      reference: '',
      validFrom: '2025-12-01',
      validTo: '2026-11-30',
      evidence: null,
    };
    const renewal = { ...old, id: 'b', name: 'cyber essentials ', validFrom: '2026-12-03', validTo: '2027-12-02' };
    expect(kinds({ certificates: [old] })).toEqual(['certificateExpired']);
    expect(kinds({ certificates: [old, renewal] })).toEqual([]);
    expect(kinds({ certificates: [old, { ...renewal, name: 'Cyber Essentials Plus' }] })).toEqual([
      'certificateExpired',
    ]);
    expect(kinds({ certificates: [{ ...renewal, validTo: null }] })).toEqual(['certificateDatesUnknown']);
  });
});
