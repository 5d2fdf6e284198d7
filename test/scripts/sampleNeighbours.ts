import { certificate, held, office, person, site, year, type SampleOrganisation } from './sampleParts.ts';

/** Organisations that the sample's bidders know: other legal forms, other nations, and records with much still missing. */
export const sampleNeighbours: readonly SampleOrganisation[] = [
  {
    name: 'Tidewater Wholefoods Co-operative Limited',
    tradingName: 'Tidewater Kitchen',
    legalForm: 'cooperativeSociety',
    numbers: { 'GB-MPR': '9906', 'GB-PPON': 'TDWF-8802-CPRT', VAT: 'GB999906081' },
    sites: [office('2 Chandlers Row, Overmere', 'ZZ7 2TL'), site('Kitchen', '14 Fish Street, Overmere', 'ZZ7 2WA')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Nell Osgood',
        'Worker-member and secretary',
        ['signatory', 'bid'],
        'nell@tidewater.example.org',
        '01632 960191',
      ),
      person('Kofi Amankwah', 'Kitchen lead', ['delivery'], 'kitchen@tidewater.example.org'),
    ],
    turnover: [year('2026-01-31', 388_000), year('2025-01-31', 361_420)],
    insurances: [
      held('employersLiability', 10, ['Tollgate Insurance', 'TG-EL-6120'], ['2026-02-01', '2027-01-31']),
      held('productLiability', 5, ['Tollgate Insurance', 'TG-PR-6120'], ['2026-02-01', '2027-01-31']),
    ],
    certificates: [
      certificate('Food hygiene rating 5', 'Overmere District Council', 'FHRS-99061', ['2026-04-22', null]),
    ],
    website: 'https://tidewater.example.org',
  },
  {
    name: 'Nether Cotley Village Hall',
    legalForm: 'charitableTrust',
    numbers: { 'GB-CHC': '990417' },
    sites: [office('The Green, Nether Cotley', 'ZZ15 2BU')],
    flags: { vcse: 'yes' },
    contacts: [person('Pauline Thwaite', 'Booking secretary', [], '', '01632 960201')],
    notes: 'Offers rooms for community sessions. No staff. Custodian trustee not yet known.',
  },
  {
    name: 'Strathdarroch Repair Hub SCIO',
    legalForm: 'scio',
    numbers: { 'GB-SC': 'SC990128', 'GB-PPON': 'STDR-4419-FXTE' },
    sites: [office('The Auld Byre, Kirk Wynd, Strathdarroch', 'ZZ21 6JP')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person('Mairi MacAskill', 'Convener', ['signatory'], 'convener@strathdarroch.example.org', '01632 960211'),
      person('Euan Geddes', 'Hub manager', ['bid', 'delivery'], 'euan@strathdarroch.example.org', '01632 960212'),
    ],
    turnover: [year('2026-03-31', 96_400), year('2025-03-31', 88_150)],
    insurances: [
      held('employersLiability', 10, ['Weir & Fen Underwriting', 'WF-71140'], ['2026-04-06', '2027-04-05']),
      held('publicLiability', 5, ['Weir & Fen Underwriting', 'WF-71141'], ['2026-04-06', '2027-04-05']),
    ],
    website: 'https://strathdarroch.example.org',
  },
  {
    name: 'Cymdeithas Gymunedol Bryn Awel Cyfyngedig',
    tradingName: 'Bryn Awel',
    legalForm: 'communityBenefitSociety',
    numbers: { 'GB-COH': 'RS990633', 'GB-PPON': 'CGBA-2217-LLYN' },
    sites: [office('Tŷ’r Capel, Heol y Bryn, Llanfryn', 'ZZ33 1YC')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Gwenllian ap Iorwerth',
        'Ysgrifennydd (secretary)',
        ['signatory', 'bid'],
        'post@brynawel.example.org',
        '01632 960221',
      ),
    ],
    turnover: [year('2024-09-30', 214_000), year('2023-09-30', 198_300)],
    insurances: [
      held('employersLiability', 10, ['Tollgate Insurance', 'TG-EL-8815'], ['2026-08-01', '2027-07-31']),
      held('publicLiability', 10, ['Tollgate Insurance', 'TG-PL-8815'], ['2026-08-01', '2027-07-31']),
    ],
    website: 'https://brynawel.example.org',
    notes: 'Works in Welsh and English. Accounts to September 2025 promised for December.',
  },
  {
    name: 'Elmstead Community Nursing CIC',
    legalForm: 'cicShares',
    numbers: { 'GB-COH': '99064418', 'GB-PPON': 'ELMN-9073-HCRX', 'GB-NHS': 'ZZ9E1', ICO: 'ZZ990644' },
    sites: [office('Elmstead Health Centre, Park Road, Marlwater', 'ZZ9 2NQ')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'yes' },
    contacts: [
      person('Dr Folasade Bright', 'Chief executive', ['signatory'], 'ceo@elmstead.example.org', '01632 960231'),
      person(
        'Callum Reyes',
        'Head of contracts',
        ['bid', 'legal', 'dataProtection'],
        'contracts@elmstead.example.org',
        '01632 960232',
      ),
    ],
    turnover: [year('2026-03-31', 6_240_000, 'yes'), year('2025-03-31', 5_981_700, 'yes')],
    insurances: [
      held('employersLiability', 10, ['Harbourlight Mutual', 'HM/EL/40012'], ['2026-04-01', '2027-03-31']),
      held('publicLiability', 10, ['Harbourlight Mutual', 'HM/PL/40012'], ['2026-04-01', '2027-03-31']),
      held('medicalMalpractice', 10, ['Harbourlight Mutual', 'HM/MM/40012'], ['2026-04-01', '2027-03-31']),
    ],
    certificates: [
      certificate('Cyber Essentials Plus', 'Palisade Assurance', 'PA-CEP-31907', ['2026-06-30', '2027-06-29']),
    ],
    website: 'https://elmstead.example.org',
    notes: 'Spun out of the health service in 2013; owned by its staff.',
  },
  {
    name: 'Lantern & Loom Limited',
    legalForm: 'clg',
    numbers: { 'GB-COH': '99021596', 'GB-CHC': '9904255', 'GB-PPON': 'LNTL-3345-SWNG' },
    sites: [office('The Weaving Shed, 31 Fulling Street, Tamebrook', 'ZZ4 6EM')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'yes', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Harriet Ings',
        'General manager',
        ['signatory', 'bid', 'delivery'],
        'harriet@lanternloom.example.org',
        '01632 960241',
      ),
    ],
    turnover: [year('2026-03-31', 203_700), year('2025-03-31', 196_050)],
    insurances: [
      held('employersLiability', 2, ['Tollgate Insurance', 'TG-EL-2204'], ['2026-09-01', '2027-08-31']),
      held('publicLiability', 5, ['Tollgate Insurance', 'TG-PL-2204'], ['2026-09-01', '2027-08-31']),
    ],
    notes: "Sewing and upholstery workshop; 14 of 22 staff are disabled. Employers' liability limit looks low: ask.",
  },
  {
    name: 'Lough Arden Youth Works',
    legalForm: 'clg',
    numbers: { 'GB-COH': 'NI990310', 'GB-NIC': 'NIC990310', 'GB-PPON': 'LAYW-5128-JBRT' },
    sites: [office('Old Courthouse, Quay Street, Arden', 'ZZ41 7GD')],
    flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'no', publicServiceMutual: 'no' },
    contacts: [
      person(
        'Aoife Ní Dhomhnaill',
        'Director',
        ['signatory', 'safeguarding'],
        'aoife@lougharden.example.org',
        '01632 960251',
      ),
    ],
    turnover: [year('2026-03-31', 131_800), year('2025-03-31', 127_000)],
    insurances: [held('employersLiability', 10, ['Weir & Fen Underwriting', 'WF-60338'], ['2026-04-01', '2027-03-31'])],
  },
  {
    name: 'Quillmere Digital LLP',
    contacts: [person('Sunita Rao', '', [], 'hello@quillmere.example.org')],
    notes: 'Met at the supplier day in October; builds booking systems. Nothing on file yet.',
  },
];
