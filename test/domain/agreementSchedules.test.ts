import { describe, expect, it } from 'vitest';
import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import type { Condition } from '../../shared/domain/bid/bid.ts';
import { drafted, linesOf, refused } from './agreementText.ts';
import { inputOfKind } from './agreementInputs.ts';
import { decided, input } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

/** The invented bid with these conditions and no other. */
function withConditions(...conditions: readonly Condition[]): AgreementInput {
  return { ...input, bid: { ...input.bid, conditions } };
}

const everybody = [idOf('kestrel'), idOf('hollowell'), idOf('brindle')];

function condition(text: string, rest: Partial<Condition> = {}): Condition {
  return {
    id: 'asked',
    lotId: null,
    kind: 'insurance',
    text,
    metBy: { kind: 'combined', organisationIds: everybody },
    state: 'committed',
    proof: 'Letters of the insurers',
    turnover: null,
    combining: 'unknown',
    ...rest,
  };
}

const tenMillion = 'Public liability insurance of £10 million, any one claim';

function schedule(of: AgreementInput, number: number): readonly string[] {
  const lines = linesOf(drafted(of).document);
  const start = lines.findIndex((line) => line.startsWith(`Schedule ${number} `));
  const end = lines.findIndex((line, index) => index > start && /^(?:Schedule \d|Signatures)/.test(line));
  return lines.slice(start, end);
}

describe('the schedule of insurance and commitments', () => {
  it('gives what the contract requires, what is held, and what is committed by whom and when', () => {
    expect(schedule(withConditions(condition(tenMillion)), 3).slice(2)).toEqual([
      'Member | Insurance | The Contract requires | Held | Committed, and by when',
      'Kestrel Row CIC | Public liability | £10,000,000, any one claim | £10,000,000, any one claim, to 30 November 2027 | Nothing more',
      'Hollowell Trust | Public liability | £10,000,000, any one claim | £5,000,000, any one claim, to 30 November 2027 | £10,000,000, any one claim, by 1 June 2027',
      'Brindle Works Ltd | Public liability | £10,000,000, any one claim | None | £10,000,000, any one claim, by 1 June 2027',
    ]);
  });

  it('shows what the bid says is held, and is not, as open: nothing is promised in silence', () => {
    const held = withConditions(condition(tenMillion, { state: 'held' }));
    expect(schedule(held, 3)[4]).toContain('£5,000,000, any one claim, to 30 November 2027 | [sum and day]');
    expect(refused(held, { kind: 'final', number: 1 })).toContainEqual(
      'Schedule 3 is still open: Hollowell Trust: Public liability insurance, £5,000,000 for any one claim to 30 November 2027; £10,000,000 for any one claim is asked for: it is not enough. By when does Hollowell Trust hold what is asked for?',
    );
  });

  it('asks for the sum where it was not understood, for the member where nobody is named, and for the day where none is known', () => {
    const { openPoints } = drafted(
      withConditions(
        condition('Public liability insurance at the level in the contract'),
        condition('Cyber insurance of £1 million', { id: 'nobody', metBy: { kind: 'unknown' } }),
      ),
    );
    expect(openPoints.map(({ question, mend }) => [question, mend])).toEqual([
      [
        'What sum does the buyer ask for: Public liability? (Public liability insurance at the level in the contract)',
        { record: 'condition', id: 'asked' },
      ],
      ['Which members hold this insurance: Cyber insurance of £1 million?', { record: 'condition', id: 'nobody' }],
    ]);
    const [first, ...rest] = input.tender.lots;
    const undated = withConditions(condition(tenMillion));
    const lots = first === undefined ? [] : [{ ...first, contractStart: null }, ...rest];
    const asked = drafted({ ...undated, tender: { ...input.tender, lots } }).openPoints;
    expect(asked.map(({ mend }) => mend)).toEqual([{ record: 'tender', field: 'lots' }]);
  });

  it('gives the policy that runs and the one that follows it', () => {
    const renewed = input.organisations.map((organisation) => {
      const insurances = organisation.insurances.flatMap((each) => [
        { ...each, id: idOf('next'), validFrom: '2027-12-01', validTo: '2028-11-30' },
        each,
      ]);
      return Object.assign({}, organisation, { insurances });
    });
    const lines = schedule({ ...withConditions(condition(tenMillion)), organisations: renewed }, 3);
    expect(lines[3]).toContain(
      '| £10,000,000, any one claim, to 30 November 2027; £10,000,000, any one claim, from 1 December 2027 to 30 November 2028 | Nothing more',
    );
  });

  it('counts no cover that has ended as held', () => {
    const ended = input.organisations.map((organisation) => {
      const insurances = organisation.insurances.map((each) => Object.assign({}, each, { validTo: '2026-12-31' }));
      return Object.assign({}, organisation, { insurances });
    });
    const lines = schedule({ ...withConditions(condition(tenMillion)), organisations: ended }, 3);
    expect(lines[3]).toBe(
      'Kestrel Row CIC | Public liability | £10,000,000, any one claim | None | £10,000,000, any one claim, by 1 June 2027',
    );
  });

  it.each([
    ['in the aggregate, where any one claim is asked for', { basis: 'aggregate' }, 'it is insured in the aggregate'],
    ['until before the contract starts', { validTo: '2027-05-31' }, 'not enough of it lasts until the contract starts'],
    ['from a later day on', { validFrom: '2027-02-01' }, 'it is not in force yet'],
  ] as const)('never takes a sum for enough that is insured %s', (_, change, why) => {
    const changed = input.organisations.map((organisation) => {
      const insurances = organisation.insurances.map((each) => Object.assign({}, each, change));
      return Object.assign({}, organisation, { insurances });
    });
    const metBy = { kind: 'member', organisationId: idOf('kestrel') } as const;
    const held = condition(tenMillion, { state: 'held', metBy });
    const { openPoints } = drafted({ ...withConditions(held), organisations: changed });
    expect(openPoints.map(({ question }) => question).join()).toContain(why);
    const committed = schedule({ ...withConditions({ ...held, state: 'committed' }), organisations: changed }, 3);
    expect(committed[3]).toMatch(/\| £10,000,000, any one claim, by 1 June 2027$/);
  });

  it('looks at every condition: a smaller sum for any one claim beside a larger in the aggregate', () => {
    const metBy = { kind: 'member', organisationId: idOf('kestrel') } as const;
    const inAggregate = input.organisations.map((organisation) => {
      const insurances = organisation.insurances.map((each) => Object.assign({}, each, { basis: 'aggregate' }));
      return Object.assign({}, organisation, { insurances });
    });
    const lines = schedule(
      {
        ...withConditions(
          condition('Public liability of £10 million in the aggregate', { metBy }),
          condition('Public liability of £5 million, any one claim', { id: 'other', metBy }),
        ),
        organisations: inAggregate,
      },
      3,
    );
    expect(lines[3]).toMatch(/\| £5,000,000, any one claim, by 1 June 2027$/);
  });

  it('does not say that cover is too little where the sum asked for is not known', () => {
    const metBy = { kind: 'member', organisationId: idOf('hollowell') } as const;
    const text = 'Public liability insurance at the level in the contract';
    const questions = drafted(withConditions(condition(text, { state: 'held', metBy }))).openPoints.map(
      ({ question }) => question,
    );
    expect(questions).toContain(
      'Is what Hollowell Trust holds enough: Public liability? That is known once the sum that the buyer asks for is.',
    );
  });

  it('lists other commitments with their member and day', () => {
    const text = 'Hold ISO 9001 or an equivalent';
    const metBy = { kind: 'member', organisationId: idOf('brindle') } as const;
    const lines = schedule(withConditions(condition(text, { kind: 'certificate', metBy })), 3);
    expect(lines.slice(-3)).toEqual([
      'Other commitments',
      'What | By whom | By when',
      'Hold ISO 9001 or an equivalent | Brindle Works Ltd | 1 June 2027',
    ]);
  });

  it('makes them conditions of the contract and duties of the member', () => {
    const lines = linesOf(drafted(input).document);
    expect(lines).toContain(
      '(a) every commitment that Schedule 3 shows for that day or an earlier one has been kept; and',
    );
    expect(lines.join('\n')).toContain(
      'Each Member must keep every commitment that Schedule 3 shows for it, by the day given there',
    );
  });
});

describe('the schedule of dates', () => {
  it('gives a day by which the parts of the bid reach the lead, counted without bank holidays anywhere in the UK', () => {
    const easter = '2027-04-02T11:00:00.000Z';
    const deadlines = input.tender.deadlines.map((deadline) =>
      Object.assign({}, deadline, {
        versions: deadline.versions.map((version) => ({
          ...version,
          due: { kind: 'instant', at: easter, zone: 'Europe/London' },
        })),
      }),
    );
    const late = { ...input, tender: { ...input.tender, deadlines } };
    // Counted back from 2 April 2027: without the weekends, 29 and 26 March (Easter), and 17 March (St Patrick's Day).
    expect(schedule(late, 4).at(-1)).toMatch(
      /^Brindle Works Ltd \| .* \| 16 March 2027 \(10 Working Days before tenders are due\)$/,
    );
  });

  it('leaves it open where nobody has decided it, or nobody writes an answer', () => {
    const [question, ...questions] = input.bid.questions;
    if (question === undefined) throw new Error('the test bid has questions');
    const unowned = { ...question, ownerOrganisationId: null };
    const agreement = { ...decided, contributionDays: null };
    const { openPoints } = drafted({ ...input, bid: { ...input.bid, agreement, questions: [unowned, ...questions] } });
    expect(openPoints.map(({ mend }) => mend)).toEqual([
      { record: 'agreement', field: 'contributionDays' },
      { record: 'question', id: idOf('q1.1') },
    ]);
  });
});

describe('a framework of many lots', () => {
  it('has one table for lots with the same price and shares, and a price line for each', () => {
    const from = inputOfKind({ structure: 'primeSub', law: 'englandWales', members: 3, lots: 6, answers: 1 });
    const lines = linesOf(drafted(withPrice(from, 'lot-6', 1_000_000_00)).document);
    const tables = lines.filter((line) => line.startsWith('Shares of the Price, '));
    expect(tables).toEqual([
      'Shares of the Price, Lot 1 (Parks 1), Lot 2 (Parks 2), Lot 3 (Parks 3), Lot 4 (Parks 4) and Lot 5 (Parks 5)',
      'Shares of the Price, Lot 6 (Parks 6)',
    ]);
    expect(lines.filter((line) => line.startsWith('Annual price of Lot '))).toHaveLength(6);
  });

  it('is drafted with 300 lots and 500 members, with a table and a sentence of votes for all alike', () => {
    const from = inputOfKind({ structure: 'primeSub', law: 'englandWales', members: 500, lots: 300, answers: 1 });
    const { document } = drafted({
      ...from,
      bid: { ...from.bid, agreement: { ...from.bid.agreement, votesBy: 'share' } },
    });
    const rows = document.sections.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'table' ? block.rows.length : 0)),
    );
    expect(rows.reduce((sum, count) => sum + count, 0)).toBeLessThan(3_000);
  });
});

function withPrice(from: AgreementInput, lotId: string, price: number): AgreementInput {
  const { agreement } = from.bid;
  return {
    ...from,
    bid: { ...from.bid, agreement: { ...agreement, annualPrices: { ...agreement.annualPrices, [lotId]: price } } },
  };
}
