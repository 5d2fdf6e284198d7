import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';

const first = [
  'Kestrel',
  'Hollow',
  'Brindle',
  'Morrow',
  'Loop',
  'Round',
  'Penny',
  'Lark',
  'Copper',
  'Tame',
  'Ash',
  'Wren',
];
const second = [
  'Row',
  'well',
  'Works',
  'Skills',
  'House',
  'Reuse',
  'Field',
  'Hill',
  'Beech',
  'Brook',
  'Bridge',
  'Gate',
];
const kind = [
  'CIC',
  'Trust',
  'Ltd',
  'Community Association',
  'Co-operative',
  'Housing Society',
  'Training CIC',
  'Care CIC',
];

/** Organisations as full as real ones, the same at every run. */
export function manyOrganisations(count: number): readonly Organisation[] {
  return Array.from({ length: count }, (_, at) => organisation(at));
}

function organisation(at: number): Organisation {
  const pick = (from: readonly string[], step: number): string => from[Math.floor(at / step) % from.length] ?? '';
  const id = (part: number): string =>
    `${String(at).padStart(8, '0')}-0000-7000-8000-${String(part).padStart(12, '0')}`;
  const year = 2026 - (at % 3);
  return {
    ...newOrganisation(id(0), `${pick(first, 1)} ${pick(second, 12)} ${pick(kind, 144)} ${at}`),
    legalForm: at % 2 === 0 ? 'cicGuarantee' : 'cio',
    identifiers: [{ scheme: 'GB-COH', id: String(10_000_000 + at) }],
    sites: [
      {
        id: id(1),
        label: 'Head office',
        registeredOffice: true,
        address: `${at} High Street, Tamebrook`,
        postcode: `ZZ${at % 10} ${at % 9}AB`,
      },
    ],
    contacts: [
      {
        id: id(2),
        name: `Contact ${at}`,
        role: 'Director',
        purposes: ['bid', 'signatory'],
        email: `c${at}@example.org`,
        phone: '01632 960123',
      },
    ],
    turnover: [{ id: id(3), yearEnd: `${year}-03-31`, turnover: 10_000_000 + at * 100, audited: 'unknown' }],
    insurances: [
      {
        id: id(4),
        kind: 'publicLiability',
        state: 'held',
        limit: 500_000_000,
        basis: 'anyOneClaim',
        insurer: 'Example Mutual',
        policyNumber: `P${at}`,
        validFrom: `${year}-04-01`,
        validTo: `${year + 1}-03-31`,
        evidence: null,
      },
    ],
  };
}
