import type { Bid, BidMember, Condition, Question, Requirement } from '../../shared/domain/bid/bid.ts';
import type { Level } from '../../shared/domain/capability/capability.ts';
import { newBid, nothingDecided } from '../../shared/domain/bid/newBid.ts';
import type { Organisation } from '../../shared/domain/organisation/organisation.ts';
import { emptyRichText, richTextFromPlain } from '../../shared/domain/bid/richText.ts';
import { capabilityId } from './sampleCapabilities.ts';
import { sampleId } from './sampleParts.ts';
import { parksLot, parksTender } from './sampleTenders.ts';

/** A bid half done, for the parks lot: some is ready, some is open, some is wrong, as on an evening three weeks before. */
export function sampleBid(organisations: readonly Organisation[]): Bid {
  const idOf = (name: string) => {
    const found = organisations.find((organisation) => organisation.name === name);
    if (found === undefined) throw new Error(`There is no sample organisation ${name}.`);
    return found.id;
  };
  const kestrel = idOf('Kestrel Row CIC');
  const hollowell = idOf('Hollowell Trust');
  const brindle = idOf('Brindle Works Ltd');
  const morrow = idOf('Morrow Skills Ltd');
  return {
    ...newBid(sampleId(300, 0), parksTender.id, {
      name: 'Tamebrook Green Consortium',
      leadId: kestrel,
      lotIds: [parksLot],
    }),
    structure: 'unincorporated',
    shareBase: 'netPrice',
    validityDays: 90,
    members: [
      member(kestrel, 'lead', 5000, 'Contract management and reporting; grass cutting in all parks', [
        'Maureen Adeyemi-Holt',
      ]),
      member(hollowell, 'member', 3000, 'Planting and bedding; placements for people far from work; volunteers', [
        'Revd Tobias Arkwright',
      ]),
      member(brindle, 'member', 2000, 'Trees, litter, green waste and composting; cover out of hours', []),
      member(morrow, 'reserve', 0, 'Apprenticeships, should a member drop out', []),
    ],
    requirements: [
      needs(
        1,
        'Grass cutting in 41 parks, 16 cuts a year',
        'grass',
        3,
        [true, 20],
        kestrel,
        [brindle],
        'Overmere verges since 2022',
      ),
      needs(
        2,
        'Seasonal bedding and shrub beds',
        'planting',
        3,
        [true, 15],
        hollowell,
        [kestrel],
        'Town centre beds since 2024',
      ),
      needs(
        3,
        'Tree inspection and works',
        'trees',
        3,
        [true, 10],
        brindle,
        [],
        'Two arborists, certificates on request',
      ),
      needs(4, 'Weekly inspection of 23 play areas', 'play', 3, [true, 10], null, []),
      needs(5, 'Litter and fly-tipping within a working day', 'litter', 3, [true, 10], brindle, [kestrel]),
      needs(
        6,
        'Green waste composted within the borough',
        'compost',
        3,
        [false, 10],
        brindle,
        [],
        'Yard at Canal Side, permit on request',
      ),
      needs(7, 'Transfer of eleven staff from the present contractor', 'tupe', 3, [true, 10], kestrel, []),
      needs(8, 'Work records that the Council can see', 'data', 2, [false, 5], kestrel, []),
      needs(
        9,
        'Jobs for residents far from work',
        'barriers',
        3,
        [false, 10],
        hollowell,
        [],
        'Nineteen of 41 placements in 2025 led to a job',
      ),
    ],
    conditions: [
      condition(21, 'economic', parksTender.lots[0]?.conditions[0]?.text ?? '', {
        metBy: { kind: 'combined', organisationIds: [kestrel, hollowell] },
        state: 'held',
        proof: 'Last accounts: £520,000 and £310,000, together £830,000 against £800,000 for Lot 1',
        turnover: { kind: 'times', times: 2 },
      }),
      condition(22, 'insurance', "Employers' liability of £10 million for any one claim", {
        metBy: { kind: 'combined', organisationIds: [kestrel, hollowell, brindle] },
        state: 'held',
        proof: 'Certificates',
      }),
      condition(23, 'insurance', 'Public liability of £10 million from the start of the contract', {
        metBy: { kind: 'combined', organisationIds: [kestrel, hollowell, brindle] },
        state: 'committed',
        proof: 'Hollowell Trust and Brindle Works hold £5 million and will raise it by 1 June 2027',
      }),
      condition(24, 'certificate', 'Upper tier waste carrier registration', {
        metBy: { kind: 'member', organisationId: kestrel },
        state: 'held',
        proof: 'CBDU990412',
      }),
      condition(25, 'technical', 'Play areas inspected by people on the register of play inspectors'),
    ],
    clarifications: [
      {
        id: sampleId(300, 41),
        reference: 'CQ-01',
        text: 'The documents ask for a turnover of twice the annual value of each lot bid for. They do not say how this applies to organisations that tender together. May a consortium meet the condition with the figures of its members added together, and if so on what terms?',
        why: 'No member meets it alone.',
        raisedById: kestrel,
        conditionId: sampleId(300, 21),
        sentOn: '2026-10-19',
        answer: 'Combined turnover is accepted where every member accepts joint and several liability.',
        answeredOn: '2026-10-27',
        combining: 'jointly',
        effect: 'All members sign the contract; the agreement says how they share what one has to pay.',
      },
      {
        id: sampleId(300, 42),
        reference: 'CQ-02',
        text: 'Will the results of the last tree survey be shared before tenders are due?',
        why: 'Brindle cannot price the tree works without it.',
        raisedById: brindle,
        conditionId: null,
        sentOn: null,
        answer: '',
        answeredOn: null,
        combining: 'unknown',
        effect: '',
      },
    ],
    decisions: [
      {
        id: sampleId(300, 51),
        gate: 'bidNoBid',
        decidedOn: '2026-10-21',
        decidedBy: 'Board of Kestrel Row CIC',
        lots: [
          { lotId: parksLot, outcome: 'bid', reason: 'Fits what the members do today' },
          {
            lotId: parksTender.lots[1]?.id ?? '',
            outcome: 'decline',
            reason: 'Turnover for both lots is £30,000 short without a fourth member',
          },
        ],
        provisos: 'The buyer accepts combined turnover',
      },
    ],
    questions: [
      question(31, '1.1', 'Quality', 'How will you maintain grass and planting to the specification?', [20, 750], {
        ownerOrganisationId: kestrel,
        status: 'inReview',
        answer: richTextFromPlain(maintenance),
      }),
      question(32, '1.2', 'Quality', 'How will you manage the contract and report on it?', [15, 500], {
        ownerOrganisationId: kestrel,
        status: 'drafting',
        answer: management,
      }),
      question(33, '1.3', 'Quality', 'How will you look after trees and inspect play areas?', [15, 500], {
        ownerOrganisationId: brindle,
      }),
      question(34, '2.1', 'Social value', 'Which jobs and skills will the contract bring to Tamebrook?', [10, 500], {
        ownerOrganisationId: hollowell,
        status: 'final',
        answer: richTextFromPlain(jobs),
      }),
      question(35, '3.1', 'Mobilisation', 'Set out your plan from award to the first day of service.', [null, 1000]),
    ],
    agreement: {
      ...nothingDecided,
      law: 'englandWales',
      execution: 'deed',
      liabilityToBuyer: 'jointAndSeveral',
      contribution: 'faultThenShare',
      voting: 'twoThirds',
      votesBy: 'share',
      quorum: 'twoThirds',
      veto: 'none',
      bidCosts: 'eachOwn',
      exclusivity: 'lots',
      setOff: 'agreedSums',
      deductions: 'byFault',
      tupe: 'expected',
      disputes: 'courts',
      paymentDays: 30,
      feeBasisPoints: 500,
      meetingNoticeDays: 5,
      longStop: '2027-09-30',
      annualPrices: { [parksLot]: 37_800_000 },
      jointBidReason:
        'No Member meets the turnover condition alone, and none has both the grass cutting and the tree and composting capacity that Lot 1 needs.',
    },
    signatory: { name: 'Maureen Adeyemi-Holt', role: 'Chief executive' },
  };
}

const maintenance = `Grass in all 41 parks is cut sixteen times a year by two ride-on crews, with edges and slopes done by hand on the same visit. The rounds are fixed and published by park, so that residents and ward councillors know the week in which we come. A cut missed through weather is made within five working days and shown as such.
Planting is led by Hollowell Trust, whose gardeners have kept the town centre beds since 2024. Beds are renewed in May and October from peat-free stock, most of it grown at the nursery in Mill Lane. Weeds are controlled by mulch and by hand; we use no glyphosate in play areas.
Every visit is recorded on the spot with time, place and a photograph, and the Council can look at the record the same day. What does not meet the specification is put right before the crew leaves, or within two working days where that cannot be done.`;

const jobs = `Over three years the contract brings twelve paid placements of six months for residents who have been out of work for more than a year, at the real Living Wage. Hollowell Trust finds and supports them, each with a named mentor; in 2025 nineteen of its forty-one placements led to a job.
Four of the twelve become permanent posts within the partnership, written into this offer as a commitment and reported each quarter. All work experience offered to schools goes first to the two wards with the highest unemployment.`;

const management: Question['answer'] = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Kestrel Row is the single point of contact. ', marks: [{ type: 'bold' }] },
        {
          type: 'text',
          text: 'The contract manager answers to the Council for all members and chairs their weekly call.',
        },
      ],
    },
    {
      type: 'bulletList',
      content: [
        'Monthly report against every indicator, with the raw records behind it',
        'Quarterly review with the Council, minutes within five working days',
        'Complaints answered within two working days',
      ].map((text) => ({
        type: 'listItem' as const,
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
      })),
    },
  ],
};

function member(
  organisationId: string,
  role: BidMember['role'],
  basisPoints: number,
  responsibilities: string,
  signatories: readonly string[],
): BidMember {
  const shares = basisPoints === 0 ? [] : [{ lotId: parksLot, basisPoints }];
  return { organisationId, role, responsibilities, shares, signatories };
}

function needs(
  row: number,
  text: string,
  capability: string,
  minimumLevel: Level,
  [mandatory, weight]: readonly [boolean, number],
  leadMemberId: string | null,
  supportMemberIds: readonly string[],
  proof = '',
): Requirement {
  return {
    id: sampleId(300, row),
    lotId: parksLot,
    text,
    capabilityId: capabilityId(capability),
    minimumLevel,
    mandatory,
    weight,
    leadMemberId,
    supportMemberIds,
    proof,
  };
}

function condition(row: number, kind: Condition['kind'], text: string, known: Partial<Condition> = {}): Condition {
  const open = {
    metBy: { kind: 'unknown' },
    state: 'unknown',
    proof: '',
    turnover: null,
    combining: 'unknown',
  } as const;
  return { id: sampleId(300, row), lotId: parksLot, kind, text, ...open, ...known };
}

function question(
  row: number,
  number: string,
  section: string,
  text: string,
  [weight, words]: readonly [number | null, number],
  known: Partial<Question> = {},
): Question {
  return {
    id: sampleId(300, row),
    number,
    section,
    text,
    weight,
    limit: { kind: 'words', value: words },
    ownerOrganisationId: null,
    status: 'notStarted',
    answer: emptyRichText,
    confidential: false,
    ...known,
  };
}
