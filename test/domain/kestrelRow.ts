import type { AgreementOptions } from '../../shared/domain/agreement/agreementOptions.ts';
import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import type { Bid, BidMember, Condition, Question, Requirement } from '../../shared/domain/bid/bid.ts';
import { richTextFromPlain, type RichParagraph, type RichText } from '../../shared/domain/bid/richText.ts';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import type { Lot, Tender } from '../../shared/domain/tender/tender.ts';
import { idOf } from '../support/ids.ts';

/** An invented bid: Kestrel Row CIC leads Hollowell Trust and Brindle Works Ltd for the parks of Tamebrook. */

const noValue = { net: null, gross: null, currency: 'GBP' };

function lot(id: string, number: string, title: string, cpv: string): Lot {
  return {
    id,
    number,
    title,
    description: '',
    value: noValue,
    contractStart: '2027-06-01',
    contractEnd: '2030-05-31',
    maximumEnd: '2031-05-31',
    cpv: [{ code: cpv, description: '' }],
    regions: ['UKG33'],
    smeSuitable: 'yes',
    vcseSuitable: 'yes',
    awardCriteria: [],
    conditions: [],
  };
}

export const tender: Tender = {
  id: idOf('tender'),
  title: 'Parks and cemeteries grounds maintenance',
  description: '',
  reference: 'TMBC-2027-014',
  ocid: 'ocds-h6vhtk-0aaaaa',
  buyer: { name: 'Tamebrook Metropolitan Borough Council', identifiers: [], address: '', authority: 'subCentral' },
  noticeType: 'UK4',
  regime: 'pa2023',
  aboveThreshold: 'yes',
  specialRegimes: [],
  category: 'services',
  procedure: 'Open procedure',
  acceleration: '',
  electronicSubmission: 'yes',
  documentsWithNotice: 'yes',
  cpv: [],
  regions: [],
  value: noValue,
  lots: [lot(idOf('lot-1'), '1', 'Parks', '77310000'), lot(idOf('lot-2'), '2', 'Cemeteries', '77314000')],
  deadlines: [
    {
      id: idOf('questions'),
      kind: 'questions',
      label: 'Questions to the buyer',
      lotId: null,
      versions: [version('2027-01-22T12:00:00.000Z')],
      state: 'open',
    },
    {
      id: idOf('submission'),
      kind: 'submission',
      label: 'Tenders due',
      lotId: null,
      versions: [version('2027-02-12T12:00:00.000Z')],
      state: 'open',
    },
  ],
  submission: '',
  source: { kind: 'manual' },
  documents: [],
  state: 'bidding',
};

function version(at: string) {
  const told = '2027-01-11T09:00:00.000Z';
  return {
    due: { kind: 'instant', at, zone: 'Europe/London' },
    original: at,
    source: 'Entered by hand',
    statedAt: told,
    recordedAt: told,
  } as const;
}

function organisation(id: string, name: string, rest: Partial<Organisation>): Organisation {
  return { ...newOrganisation(id, name), ...rest };
}

function site(address: string, postcode: string): Organisation['sites'] {
  return [{ id: idOf('office'), label: 'Office', registeredOffice: true, address, postcode }];
}

function contact(name: string, email: string): Organisation['contacts'] {
  return [{ id: idOf('contact'), name, role: 'Chief executive', purposes: ['legal', 'signatory'], email, phone: '' }];
}

function accounts(yearEnd: string, pounds: number): Organisation['turnover'] {
  return [{ id: idOf(yearEnd), yearEnd, turnover: pounds * 100, audited: 'no' }];
}

function publicLiability(limit: number, state: 'held' | 'committed'): Organisation['insurances'][number] {
  return {
    id: idOf(`cover-${limit / 100}`),
    kind: 'publicLiability',
    state,
    limit,
    basis: 'anyOneClaim',
    insurer: 'Fairlea Mutual',
    policyNumber: 'FM-20931',
    validFrom: null,
    validTo: state === 'held' ? '2027-11-30' : null,
    evidence: null,
  };
}

export const kestrel = organisation(idOf('kestrel'), 'Kestrel Row CIC', {
  legalForm: 'cicGuarantee',
  identifiers: [
    { scheme: 'GB-COH', id: '09876543' },
    { scheme: 'GB-PPON', id: 'PKRC-1234-ABCD' },
  ],
  sites: site('3 Kestrel Row\nTamebrook', 'TB1 4QX'),
  contacts: contact('Amina Farrow', 'amina@kestrelrow.example'),
  turnover: accounts('2026-03-31', 520_000),
  insurances: [publicLiability(1_000_000_000, 'held')],
});

export const hollowell = organisation(idOf('hollowell'), 'Hollowell Trust', {
  legalForm: 'cio',
  identifiers: [
    { scheme: 'GB-CHC', id: '1187654' },
    { scheme: 'GB-PPON', id: 'PHWT-5678-EFGH' },
  ],
  sites: site('Hollowell House, Mill Lane\nTamebrook', 'TB2 7LP'),
  contacts: contact('Ruth Osei', 'ruth@hollowell.example'),
  turnover: accounts('2025-12-31', 310_000),
  insurances: [publicLiability(500_000_000, 'held')],
});

const brindle = organisation(idOf('brindle'), 'Brindle Works Ltd', {
  legalForm: 'registeredSociety',
  identifiers: [{ scheme: 'GB-MPR', id: '31415R' }],
  sites: site('Unit 6, Brindle Yard\nTamebrook', 'TB5 0AA'),
  contacts: contact('Dev Patel', 'dev@brindle.example'),
  turnover: accounts('2026-06-30', 180_000),
  insurances: [publicLiability(1_000_000_000, 'committed')],
});

const organisations = [kestrel, hollowell, brindle];

function member(
  organisationId: string,
  role: BidMember['role'],
  basisPoints: number,
  responsibilities: string,
): BidMember {
  return { organisationId, role, responsibilities, shares: [{ lotId: idOf('lot-1'), basisPoints }], signatories: [] };
}

/** Every choice made, as the members of the invented bid made it. */
export const decided: AgreementOptions = {
  law: 'englandWales',
  execution: 'deed',
  liabilityToBuyer: 'jointAndSeveral',
  contribution: 'faultThenShare',
  liabilityCap: 'oneShare',
  voting: 'twoThirds',
  votesBy: 'share',
  quorum: 'twoThirds',
  veto: 'ownInterests',
  deadlock: 'leadDecides',
  bidCosts: 'eachOwn',
  mobilisationCosts: 'eachOwn',
  exclusivity: 'procurement',
  withdrawal: 'free',
  setOff: 'agreedSums',
  receipts: 'own',
  vat: 'onTop',
  construction: 'no',
  deductions: 'byFault',
  openBook: 'toAccountant',
  results: 'makerLicensesProject',
  bidMaterial: 'ownAndJoint',
  dataRoles: 'processors',
  tupe: 'expected',
  safeguarding: 'notExpected',
  disputes: 'courts',
  paymentDays: 30,
  contributionDays: 10,
  feeBasisPoints: 500,
  meetingNoticeDays: 5,
  cureDays: 20,
  confidentialityYears: 3,
  nonSolicitationMonths: 6,
  recordYears: 12,
  longStop: '2027-09-30',
  annualPrices: { [idOf('lot-1')]: 37_800_000 },
  jointBidReason:
    'No Member meets the turnover that the Authority requires, or has the people to maintain every park of the Lot, on its own.',
};

const requirements: readonly Requirement[] = [
  requirement(
    'grass',
    'Grass cutting in 41 parks, 16 cuts a year',
    idOf('kestrel'),
    [idOf('brindle')],
    'Eastvale parks, 2023 to 2026',
  ),
  requirement(
    'beds',
    'Seasonal bedding and shrub beds',
    idOf('hollowell'),
    [idOf('kestrel')],
    'Marlwater town centre beds, 2024',
  ),
  requirement(
    'trees',
    'Tree inspection and arboriculture',
    idOf('brindle'),
    [],
    'Arboricultural Association approved contractor',
  ),
  requirement(
    'play',
    'Weekly play area inspection',
    idOf('brindle'),
    [idOf('hollowell')],
    'RPII inspectors, certificates attached',
  ),
];

function requirement(
  word: string,
  text: string,
  leadMemberId: string,
  supportMemberIds: string[],
  proof: string,
): Requirement {
  return {
    id: idOf(word),
    lotId: idOf('lot-1'),
    text,
    capabilityId: idOf(word),
    minimumLevel: 3,
    mandatory: true,
    weight: 25,
    leadMemberId,
    supportMemberIds,
    proof,
  };
}

const conditions: readonly Condition[] = [
  {
    id: idOf('turnover'),
    lotId: idOf('lot-1'),
    kind: 'economic',
    text: 'Annual turnover of at least £800,000, twice the annual value of the lot',
    metBy: { kind: 'combined', organisationIds: [idOf('kestrel'), idOf('hollowell'), idOf('brindle')] },
    state: 'held',
    proof: 'Accounts for the last two years; combined under clarification CQ-01',
    turnover: null,
    combining: 'accepted',
  },
  {
    id: idOf('liability'),
    lotId: null,
    kind: 'insurance',
    text: 'Public liability insurance of £10,000,000',
    metBy: { kind: 'member', organisationId: idOf('brindle') },
    state: 'committed',
    proof: 'Letter of the insurer',
    turnover: null,
    combining: 'unknown',
  },
];

const questions: readonly Question[] = [
  question('1.1', 'Quality', 'Describe how you will mobilise the service by 1 June 2027.', 250, mobilisation()),
  question('1.2', 'Quality', 'Describe how you will maintain quality across all parks.', 500, richTextFromPlain('')),
  question(
    '2.1',
    'Social value',
    'What jobs will the contract bring to people far from work?',
    300,
    richTextFromPlain('Six traineeships a year for people who have been out of work for more than 12 months.'),
  ),
];

function question(number: string, section: string, text: string, words: number, answer: RichText): Question {
  return {
    id: idOf(`q${number}`),
    number,
    section,
    text,
    weight: 20,
    limit: { kind: 'words', value: words },
    ownerOrganisationId: idOf('kestrel'),
    status: 'final',
    answer,
    confidential: number === '1.1',
  };
}

function paragraph(text: string): RichParagraph {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

/** An answer with everything that formatted text can hold. */
function mobilisation(): RichText {
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Our plan' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Mobilisation takes ' },
          { type: 'text', text: 'ten weeks', marks: [{ type: 'bold' }, { type: 'underline' }] },
          { type: 'text', text: ' from award, as set out in the ' },
          { type: 'text', text: 'plan', marks: [{ type: 'link', attrs: { href: 'https://kestrelrow.example/plan' } }] },
          { type: 'text', text: '.' },
        ],
      },
      {
        type: 'orderedList',
        content: [
          { type: 'listItem', content: [paragraph('Consult staff who transfer.')] },
          {
            type: 'listItem',
            content: [
              paragraph('Survey the parks:'),
              {
                type: 'bulletList',
                content: [
                  { type: 'listItem', content: [paragraph('trees first,')] },
                  { type: 'listItem', content: [paragraph('then play areas.')] },
                ],
              },
            ],
          },
        ],
      },
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Who leads' }] },
      { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('Kestrel Row leads mobilisation.')] }] },
    ],
  };
}

const bid: Bid = {
  id: idOf('bid'),
  tenderId: idOf('tender'),
  name: 'Kestrel Row Consortium',
  lotIds: [idOf('lot-1')],
  structure: 'unincorporated',
  shareBase: 'netPrice',
  validityDays: 90,
  members: [
    member(
      idOf('kestrel'),
      'lead',
      5000,
      'Contract management, grass cutting and winter works in all parks of the north.',
    ),
    member(idOf('hollowell'), 'member', 3000, 'Horticulture, bedding and volunteer programmes in all parks.'),
    member(idOf('brindle'), 'member', 2000, 'Tree works, play area inspection and repairs in all parks.'),
  ],
  requirements,
  conditions,
  questions,
  clarifications: [],
  decisions: [],
  agreement: decided,
  signatory: { name: 'Amina Farrow', role: 'Chief executive, Kestrel Row CIC' },
};

export const input: AgreementInput = { bid, tender, organisations };
