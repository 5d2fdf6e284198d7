import type { Bid } from '../../shared/domain/bid/bid.ts';
import type { Capability, CapabilityProfile } from '../../shared/domain/capability/capability.ts';
import { newBid, nothingDecided } from '../../shared/domain/bid/newBid.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import type { RetentionRule } from '../../shared/domain/personalData/retention.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
import type { WorkspaceContents } from '../../shared/rows/contents.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { attachment, contents, history, hollowell, kestrel } from './contents.ts';
import { idOf } from '../support/ids.ts';

const noValue = { net: null, gross: null, currency: 'GBP' };

const specification = attachment('Specification of the services. Fictional.');

/** Parks as version 2 had it. */
const parksOf2: Tender = {
  ...newTender('0190a000-0000-7000-8000-0000000000a1', 'Parks and cemeteries grounds maintenance'),
  reference: 'TMBC-2027-014',
  ocid: 'ocds-h6vhtk-000001',
  buyer: {
    name: 'Tamebrook Metropolitan Borough Council',
    identifiers: [{ scheme: 'GB-PPON', id: 'PXXX-0001-ABCD' }],
    address: 'Town Hall, ZZ1 1ZZ',
    authority: 'subCentral',
  },
  noticeType: 'UK4',
  regime: 'pa2023',
  category: 'services',
  aboveThreshold: 'yes',
  specialRegimes: ['lightTouch'],
  cpv: [{ code: '77310000', description: 'Planting and maintenance services of green areas' }],
  value: { net: 208_000_000, gross: 249_600_000, currency: 'GBP' },
  lots: [
    {
      id: idOf('lot-1'),
      number: '1',
      title: 'Parks',
      description: '',
      value: { ...noValue, gross: 192_000_000 },
      contractStart: '2027-06-01',
      contractEnd: '2030-05-31',
      maximumEnd: '2031-05-31',
      cpv: [],
      regions: ['UKG3'],
      smeSuitable: 'yes',
      vcseSuitable: 'unknown',
      awardCriteria: [{ kind: 'quality', name: 'Quality', detail: '', weight: '60%' }],
      conditions: [{ kind: 'economic', text: 'Turnover of at least twice the annual value.' }],
    },
  ],
  deadlines: [
    {
      id: idOf('d-1'),
      kind: 'submission',
      label: 'Tenders due',
      lotId: null,
      versions: [
        {
          due: { kind: 'instant', at: '2027-02-12T12:00:00.000Z', zone: 'Europe/London' },
          original: '2027-02-12T12:00:00Z',
          source: 'Notice 000001-2027',
          statedAt: '2027-01-11T09:00:00.000Z',
          recordedAt: '2027-01-11T10:00:00.000Z',
        },
      ],
      state: 'open',
    },
    {
      id: idOf('d-2'),
      kind: 'contractStart',
      label: 'Contract starts',
      lotId: idOf('lot-1'),
      versions: [
        {
          due: { kind: 'day', on: '2027-06-01' },
          original: '2027-06-01',
          source: 'Notice 000001-2027',
          statedAt: '2027-01-11T09:00:00.000Z',
          recordedAt: '2027-01-11T10:00:00.000Z',
        },
      ],
      state: 'open',
    },
  ],
  source: {
    kind: 'ocds',
    releaseId: '000001-2027',
    releases: [
      {
        id: '000001-2027',
        noticeType: 'UK4',
        publishedAt: '2027-01-11T09:00:00.000Z',
        json: '{"ocid":"ocds-h6vhtk-000001","tag":["tender"]}',
        importedAt: '2027-01-11T10:00:00.000Z',
      },
    ],
  },
  state: 'bidding',
};

export const parks: Tender = {
  ...parksOf2,
  documents: [
    {
      id: idOf('doc-1'),
      file: { sha256: specification.sha256, name: 'Specification v1.txt' },
      kind: 'specification',
      attachedAt: '2027-01-12T10:00:00.000Z',
      supersededBy: 'version 2 of 4 February',
    },
  ],
};

export const arboriculture: Capability = {
  id: idOf('capability-1'),
  name: 'Arboriculture',
  group: 'Green spaces',
  description: 'Tree inspection, pruning, felling',
};

export const kestrelCan: CapabilityProfile = {
  id: kestrel.id,
  cells: {
    [arboriculture.id]: { level: 3, confidence: 'selfEvidenced', note: 'NPTC units, two climbers' },
    [idOf('gone-capability')]: { level: 1, confidence: 'claimed', note: '' },
  },
};

/** Two questions of the agreement are asked since: a bid of before does not hold them. */
const {
  vat: _vat,
  construction: _construction,
  contributionDays: _days,
  receipts: _receipts,
  ...asked
} = nothingDecided;

export const parksBid: Bid = {
  ...newBid('0190a000-0000-7000-8000-0000000000b1', parks.id, {
    name: 'Kestrel Row Partnership',
    leadId: kestrel.id,
    lotIds: [idOf('lot-1')],
  }),
  structure: 'unincorporated',
  shareBase: 'netPrice',
  validityDays: 90,
  members: [
    {
      organisationId: kestrel.id,
      role: 'lead',
      responsibilities: 'Contract management, trees',
      shares: [{ lotId: idOf('lot-1'), basisPoints: 6250 }],
      signatories: ['Ada'],
    },
    {
      organisationId: hollowell.id,
      role: 'member',
      responsibilities: 'Grounds maintenance',
      shares: [{ lotId: idOf('lot-1'), basisPoints: 3750 }],
      signatories: [],
    },
  ],
  requirements: [
    {
      id: idOf('r-1'),
      lotId: idOf('lot-1'),
      text: 'Tree works',
      capabilityId: arboriculture.id,
      minimumLevel: 3,
      mandatory: true,
      weight: 12.5,
      leadMemberId: kestrel.id,
      supportMemberIds: [hollowell.id],
      proof: '',
    },
  ],
  conditions: [
    {
      id: idOf('c-1'),
      lotId: null,
      kind: 'economic',
      text: 'Turnover of at least twice the annual value.',
      metBy: { kind: 'combined', organisationIds: [kestrel.id, hollowell.id] },
      state: 'held',
      proof: 'Accounts',
      turnover: null,
      combining: 'accepted',
    },
  ],
  questions: [
    {
      id: idOf('q-1'),
      number: '1.1',
      section: 'Quality',
      text: 'How will you look after the trees?',
      weight: 20,
      limit: { kind: 'words', value: 750 },
      ownerOrganisationId: kestrel.id,
      status: 'drafting',
      answer: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Trees' }] },
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Every tree ', marks: [{ type: 'bold' }] },
              { type: 'hardBreak' },
              { type: 'text', text: 'is known.', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] },
            ],
          },
          {
            type: 'bulletList',
            content: [
              {
                type: 'listItem',
                content: [
                  { type: 'paragraph' },
                  { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
                ],
              },
            ],
          },
        ],
      },
      confidential: false,
    },
  ],
  agreement: {
    ...asked,
    law: 'englandWales',
    paymentDays: 30,
    feeBasisPoints: 500,
    annualPrices: { [idOf('lot-1')]: 37_800_000 },
  },
  signatory: { name: 'Ada', role: 'Director' },
};

/** The answer is set to final, which is what the history keeps: the question alone, not the whole bid. */
const questions = parksBid.questions.map((question) => ({ ...question, status: 'final' as const }));
const finished: HistoryEntry = {
  schemaVersion: 2,
  seq: 5,
  id: idOf('h-5'),
  at: '2026-11-23T22:04:00Z',
  label: 'Kestrel Row Partnership: answer 1.1',
  kind: 'do',
  reverses: null,
  changes: [
    {
      table: 'bids',
      id: parksBid.id,
      before: { id: parksBid.id, questions: parksBid.questions },
      after: { id: parksBid.id, questions },
    },
  ],
  undoTop: 5,
  redoTop: null,
  below: 4,
};

/** A workspace with something of everything that schema version 2 had. */
export const contentsOf2: WorkspaceContents = {
  ...contents,
  tenders: [parksOf2],
  bids: [{ ...parksBid, questions }],
  capabilities: [arboriculture],
  capabilityProfiles: [kestrelCan],
  history: [...history, finished],
};

const keptTwoYears: RetentionRule = { id: 'contacts', days: 730, reason: 'Two years, as the privacy notice says' };

/** Somebody who was a contact of Hollowell Trust has been erased. */
const erasure: HistoryEntry = {
  schemaVersion: 3,
  seq: 6,
  id: idOf('h-6'),
  at: '2026-11-23T22:05:00Z',
  label: 'Erased a contact of Hollowell Trust for good',
  kind: 'fact',
  reverses: null,
  changes: [],
  erased: {
    subject: { kind: 'contact', organisationId: hollowell.id, contactId: idOf('c-9') },
    reason: 'request',
    places: 3,
    records: [{ table: 'organisations', id: hollowell.id }],
  },
  undoTop: 5,
  redoTop: null,
  below: null,
};

/** A workspace with something of everything that schema version 3 had. */
export const contentsOf3: WorkspaceContents = {
  ...contentsOf2,
  tenders: [parks],
  retentionRules: [keptTwoYears],
  history: [...contentsOf2.history, erasure],
  attachments: [...contents.attachments, specification].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
};

/** The turnover is asked for in figures, the buyer has answered a question about it, and it was decided to bid. */
const bidOf4: Bid = {
  ...parksBid,
  questions,
  conditions: [
    {
      id: idOf('c-1'),
      lotId: null,
      kind: 'economic',
      text: 'Turnover of at least twice the annual value.',
      metBy: { kind: 'combined', organisationIds: [kestrel.id, hollowell.id] },
      state: 'held',
      proof: 'Accounts',
      turnover: { kind: 'times', times: 2 },
      combining: 'unknown',
    },
  ],
  clarifications: [
    {
      id: idOf('cq-1'),
      reference: 'CQ-01',
      text: 'May the turnovers of members be added up?',
      why: 'No member has enough alone',
      raisedById: hollowell.id,
      conditionId: idOf('c-1'),
      sentOn: '2027-01-20',
      answer: 'Combined turnover is accepted where every member accepts joint and several liability.',
      answeredOn: '2027-01-26',
      combining: 'jointly',
      effect: 'The agreement needs a contribution clause',
    },
  ],
  decisions: [
    {
      id: idOf('decision-1'),
      gate: 'bidNoBid',
      decidedOn: '2027-01-27',
      decidedBy: 'Board of Kestrel Row',
      lots: [{ lotId: idOf('lot-1'), outcome: 'bid', reason: '' }],
      provisos: 'The trustees of Hollowell agree on 4 February',
    },
  ],
};

/** A workspace with something of everything that schema version 4 has. */
export const fullContents: WorkspaceContents = { ...contentsOf3, bids: [bidOf4] };
