import { certificate, held, office, person, site, year, type SampleOrganisation } from './sampleParts.ts';

/** The organisations that bid together in the sample: leads, members and reserves of three consortia. */
export const sampleBidders: readonly SampleOrganisation[] = [
  {
    name: 'Kestrel Row CIC',
    legalForm: 'cicGuarantee',
    numbers: { 'GB-COH': '99041207', 'GB-PPON': 'KRWC-4127-QZXV', VAT: 'GB999041224', ICO: 'ZZ990412' },
    sites: [
      office('The Old Tramshed, 4 Kestrel Row, Tamebrook', 'ZZ4 7QT'),
      site('Nursery and depot', 'Unit 3, Mill Lane, Tamebrook', 'ZZ4 9LB'),
    ],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Maureen Adeyemi-Holt',
        'Chief executive',
        ['signatory', 'bid'],
        'maureen@kestrelrow.example.org',
        '01632 960101',
      ),
      person('Dilip Sandhu', 'Finance lead', ['finance'], 'finance@kestrelrow.example.org', '01632 960102'),
      person(
        'Jo Tranter',
        'Operations lead',
        ['delivery', 'safeguarding'],
        'jo@kestrelrow.example.org',
        '01632 960103',
      ),
    ],
    turnover: [year('2026-03-31', 520_000), year('2025-03-31', 468_500), year('2024-03-31', 401_250)],
    insurances: [
      held('employersLiability', 10, ['Harbourlight Mutual', 'HM/EL/20117'], ['2026-04-01', '2027-03-31']),
      held('publicLiability', 10, ['Harbourlight Mutual', 'HM/PL/20117'], ['2026-04-01', '2027-03-31']),
      held('professionalIndemnity', 1, ['Weir & Fen Underwriting', 'WF-88013'], ['2026-04-01', '2027-03-31']),
    ],
    certificates: [
      certificate('ISO 9001:2015', 'Northmark Certification', 'NM-9001-3317', ['2025-02-10', '2028-02-09']),
      certificate('Cyber Essentials', 'Palisade Assurance', 'PA-CE-70114', ['2026-09-01', '2027-08-31']),
      certificate('Waste carrier, upper tier', 'Environment Agency', 'CBDU990412', ['2025-06-15', '2028-06-14']),
    ],
    website: 'https://kestrelrow.example.org',
    notes: 'Leads on grounds maintenance. Has led two joint bids for Tamebrook.',
  },
  {
    name: 'Hollowell Trust',
    legalForm: 'cio',
    numbers: { 'GB-CHC': '9904121', 'GB-PPON': 'HLWT-2290-BNDR', ICO: 'ZZ990413' },
    sites: [office('Hollowell House, 18 Priory Street, Tamebrook', 'ZZ4 2HD')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Revd Tobias Arkwright',
        'Chair of trustees',
        ['signatory'],
        'chair@hollowell.example.org',
        '01632 960111',
      ),
      person(
        'Siân Pritchard',
        'Director',
        ['bid', 'delivery', 'dataProtection'],
        'sian@hollowell.example.org',
        '01632 960112',
      ),
      person('Wanda Olszewska', 'Safeguarding lead', ['safeguarding'], 'safe@hollowell.example.org', '01632 960113'),
    ],
    turnover: [year('2025-12-31', 310_000), year('2024-12-31', 322_400)],
    insurances: [
      held('employersLiability', 10, ['Tollgate Insurance', 'TG-EL-5521'], ['2026-07-01', '2027-06-30']),
      held('publicLiability', 5, ['Tollgate Insurance', 'TG-PL-5521'], ['2026-07-01', '2027-06-30']),
      held('trustee', 1, ['Tollgate Insurance', 'TG-TI-5521'], ['2026-07-01', '2027-06-30']),
    ],
    certificates: [
      certificate('Trusted Charity Mark level 1', 'Quality for Good', 'TC-1182', ['2025-11-03', '2028-11-02']),
    ],
    website: 'https://hollowell.example.org',
    notes: 'Trustees meet every six weeks; papers go out five working days before.',
  },
  {
    name: 'Brindle Works Ltd',
    legalForm: 'registeredSociety',
    numbers: { 'GB-MPR': '99213R', 'GB-COH': 'IP99213R', 'GB-PPON': 'BRDW-7715-MKLP', VAT: 'GB999213079' },
    sites: [
      office('Brindle Yard, Canal Side, Overmere', 'ZZ7 3NP'),
      site('Reuse shop', '52 High Street, Overmere', 'ZZ7 1AB'),
    ],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Carys Vaughan-Lee',
        'Secretary',
        ['signatory', 'legal'],
        'secretary@brindleworks.example.org',
        '01632 960121',
      ),
      person(
        'Owen Blackmore',
        'Contracts manager',
        ['bid', 'delivery'],
        'owen@brindleworks.example.org',
        '01632 960122',
      ),
    ],
    turnover: [year('2026-06-30', 180_000), year('2025-06-30', 171_900)],
    insurances: [
      held('employersLiability', 10, ['Harbourlight Mutual', 'HM/EL/33409'], ['2026-12-01', '2027-11-30']),
      held('employersLiability', 10, ['Harbourlight Mutual', 'HM/EL/31877'], ['2025-12-01', '2026-11-30']),
      held('publicLiability', 5, ['Harbourlight Mutual', 'HM/PL/33409'], ['2026-12-01', '2027-11-30']),
      held('publicLiability', 5, ['Harbourlight Mutual', 'HM/PL/31877'], ['2025-12-01', '2026-11-30']),
    ],
    certificates: [
      certificate('ISO 14001:2015', 'Northmark Certification', 'NM-14001-0908', ['2024-05-20', '2027-05-19']),
    ],
    website: 'https://brindleworks.example.org',
  },
  {
    name: 'Morrow Skills Ltd',
    legalForm: 'clg',
    numbers: { 'GB-COH': '99077310', 'GB-UKPRN': '19990773' },
    sites: [office('Second Floor, Foundry House, Tamebrook', 'ZZ4 1CE')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'unknown', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Precious Nkemelu',
        'Managing director',
        ['signatory', 'bid'],
        'precious@morrow.example.org',
        '01632 960131',
      ),
    ],
    turnover: [year('2026-03-31', 150_000), year('2025-03-31', 138_700)],
    insurances: [
      held('employersLiability', 5, ['Tollgate Insurance', 'TG-EL-7702'], ['2026-01-01', '2026-12-31']),
      held('publicLiability', 2, ['Tollgate Insurance', 'TG-PL-7702'], ['2026-01-01', '2026-12-31']),
    ],
    certificates: [certificate('Matrix Standard', 'Guidance Quality', 'MX-4410', ['2023-10-02', '2026-10-01'])],
    notes: 'Reserve member for the parks bid. Asked on 9 November for the PPON and the renewed Matrix certificate.',
  },
  {
    name: 'Loopwell Devices CIC',
    legalForm: 'cicShares',
    numbers: { 'GB-COH': '99120044', 'GB-PPON': 'LPWD-3081-TGHS' },
    sites: [office('Unit 11, Coldharbour Park, Marlwater', 'ZZ9 5DW')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person('Ravi Mistry', 'Founder and director', ['signatory', 'bid'], 'ravi@loopwell.example.org', '01632 960141'),
      person('Hattie Lund', 'Workshop manager', ['delivery', 'dataProtection'], 'hattie@loopwell.example.org'),
    ],
    turnover: [year('2026-08-31', 412_300), year('2025-08-31', 287_650)],
    insurances: [
      held('employersLiability', 10, ['Weir & Fen Underwriting', 'WF-90221'], ['2026-03-15', '2027-03-14']),
      held('publicLiability', 5, ['Weir & Fen Underwriting', 'WF-90222'], ['2026-03-15', '2027-03-14']),
      held('cyber', 1, ['Weir & Fen Underwriting', 'WF-90223'], ['2026-03-15', '2027-03-14']),
    ],
    certificates: [
      certificate('Cyber Essentials Plus', 'Palisade Assurance', 'PA-CEP-20118', ['2025-12-12', '2026-12-11']),
      certificate('ISO 27001:2022', 'Northmark Certification', 'NM-27001-0071', ['2025-01-20', '2028-01-19']),
    ],
    website: 'https://loopwell.example.org',
  },
  {
    name: 'Roundhouse Reuse CIC',
    legalForm: 'cicGuarantee',
    numbers: { 'GB-COH': '99088652', 'GB-PPON': 'RNDH-5504-WXCE', VAT: 'GB999088634' },
    sites: [
      office('The Roundhouse, Station Approach, Eastvale', 'ZZ12 8RF'),
      site('Furniture warehouse', '7 Sidings Way, Eastvale', 'ZZ12 6UJ'),
    ],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person('Georgina Maddox', 'Chief executive', ['signatory'], 'georgina@roundhouse.example.org', '01632 960151'),
      person('Ade Falana', 'Bid writer', ['bid'], 'bids@roundhouse.example.org', '01632 960152'),
    ],
    turnover: [year('2026-03-31', 740_000, 'yes'), year('2025-03-31', 702_800, 'yes')],
    insurances: [
      held('employersLiability', 10, ['Harbourlight Mutual', 'HM/EL/18850'], ['2026-05-01', '2027-04-30']),
      held('publicLiability', 10, ['Harbourlight Mutual', 'HM/PL/18850'], ['2026-05-01', '2027-04-30']),
    ],
    certificates: [
      certificate('Waste carrier, upper tier', 'Environment Agency', 'CBDU990886', ['2024-08-01', '2027-07-31']),
    ],
    website: 'https://roundhouse.example.org',
  },
  {
    name: 'Pennyfarthing Logistics Ltd',
    legalForm: 'ltd',
    numbers: { 'GB-COH': '99003390', 'GB-PPON': 'PNFL-1960-DRVS', VAT: 'GB999003332' },
    sites: [
      office('Wharf Gate, Dock Road, Eastvale', 'ZZ12 3GY'),
      site('Vehicle base', 'Junction 9 Park, Eastvale', 'ZZ12 9XN'),
    ],
    flags: { sme: 'yes', vcse: 'no', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person('Martin Quayle', 'Director', ['signatory', 'legal'], 'm.quayle@pennyfarthing.example.org', '01632 960161'),
      person('Beata Nowak', 'Transport manager', ['delivery'], 'transport@pennyfarthing.example.org', '01632 960162'),
    ],
    turnover: [year('2025-12-31', 1_900_000, 'yes'), year('2024-12-31', 1_764_400, 'yes')],
    insurances: [
      held('employersLiability', 10, ['Tollgate Insurance', 'TG-EL-1099'], ['2026-02-01', '2027-01-31']),
      held('publicLiability', 5, ['Tollgate Insurance', 'TG-PL-1099'], ['2026-02-01', '2027-01-31']),
      held('motor', 5, ['Tollgate Insurance', 'TG-MF-1099'], ['2026-02-01', '2027-01-31']),
    ],
    certificates: [
      certificate('Waste carrier, upper tier', 'Environment Agency', 'CBDU990033', ['2025-03-03', '2028-03-02']),
      certificate("Goods vehicle operator's licence, 8 vehicles", 'Traffic Commissioner', 'OF9900339', [
        '2022-04-01',
        null,
      ]),
    ],
    website: 'https://pennyfarthing.example.org',
  },
  {
    name: 'Larkhill Community Association',
    legalForm: 'unincorporatedAssociation',
    sites: [site('Meeting place', 'Larkhill Community Centre, Beacon Rise, Eastvale', 'ZZ12 5KE')],
    flags: { sme: 'yes', vcse: 'yes' },
    contacts: [person('Doreen Fairclough', 'Chair', ['bid'], 'larkhill@eastvale.example.org', '01632 960171')],
    turnover: [year('2026-03-31', 42_000)],
    insurances: [held('publicLiability', 2, ['Tollgate Insurance', 'TG-CA-0417'], ['2026-10-01', '2027-09-30'])],
    notes: 'Trustees who would sign: Doreen Fairclough, Ken Ballard, Yusra Haddad. Thinking about becoming a CIO.',
  },
  {
    name: 'Copperbeech Transport CIC',
    legalForm: 'cicGuarantee',
    numbers: { 'GB-COH': '99131178', 'GB-PPON': 'CPBT-6438-VNLD' },
    sites: [office('Copperbeech Yard, Long Lane, Eastvale', 'ZZ12 4HS')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Imran Chaudhry',
        'Managing director',
        ['signatory', 'bid', 'delivery'],
        'imran@copperbeech.example.org',
        '01632 960181',
      ),
    ],
    turnover: [year('2026-03-31', 265_000), year('2025-03-31', 240_100)],
    insurances: [
      held('employersLiability', 10, ['Harbourlight Mutual', 'HM/EL/27761'], ['2026-06-01', '2027-05-31']),
      held('publicLiability', 5, ['Harbourlight Mutual', 'HM/PL/27761'], ['2026-06-01', '2027-05-31']),
      held('motor', 5, ['Harbourlight Mutual', 'HM/MF/27761'], ['2025-11-01', '2026-10-31']),
    ],
    certificates: [
      certificate('Waste carrier, upper tier', 'Environment Agency', 'CBDU991311', ['2026-01-12', '2029-01-11']),
      certificate("Goods vehicle operator's licence, 5 vehicles", 'Traffic Commissioner', 'OF9913117', [
        '2023-09-01',
        '2028-08-31',
      ]),
    ],
    notes: 'Standby price is good until 31 January 2027. Motor policy: renewal asked for.',
  },
];
