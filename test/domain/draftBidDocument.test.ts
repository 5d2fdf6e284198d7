import { describe, expect, it } from 'vitest';
import { draftBidDocument } from '../../shared/domain/bidDocument/draftBidDocument.ts';
import { linesOf } from './agreementText.ts';
import { drafted, having, refused } from './bidDocuments.ts';
import { input } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

describe('the bid document of the parks bid', () => {
  const { document, remarks } = drafted();
  const lines = linesOf(document);

  it('opens with what a commissioner looks for first', () => {
    expect(lines.slice(0, 12)).toEqual([
      'Parks and cemeteries grounds maintenance',
      'Joint bid of Kestrel Row Consortium',
      'Buyer: Tamebrook Metropolitan Borough Council',
      "Buyer's reference: TMBC-2027-014",
      'Lots: Lot 1 (Parks)',
      'Bidder: Kestrel Row Consortium',
      'Lead organisation: Kestrel Row CIC',
      'PPON: PKRC-1234-ABCD',
      'Structure: A consortium of Kestrel Row CIC, Hollowell Trust and Brindle Works Ltd, tendering together, led by Kestrel Row CIC',
      'Signs for the bidder: Amina Farrow, Chief executive, Kestrel Row CIC',
      'Offer valid: until 13 May 2027 (90 days from the deadline for tenders)',
      'Date: 10 February 2027',
    ]);
    expect(lines[12]).toBe('Draft 3 of 10 February 2027. Not for submission. 1 point is open.');
  });

  it('gives shares of the contract price, the fee included, that total 100%', () => {
    expect(lines).toContain('Kestrel Row CIC | 52.5%');
    expect(lines).toContain('Hollowell Trust | 28.5%');
    expect(lines).toContain('Brindle Works Ltd | 19%');
    expect(lines).toContain('Total | 100%');
  });

  it('says which member meets each condition, held or committed', () => {
    expect(lines.find((line) => line.startsWith('1 | Annual turnover'))).toContain(
      '| Lot 1 (Parks) | Kestrel Row CIC, Hollowell Trust and Brindle Works Ltd, combined | Met |',
    );
    expect(lines.find((line) => line.startsWith('2 | Public liability'))).toContain(
      '| All lots | Brindle Works Ltd | Committed by contract start |',
    );
  });

  it('adds up turnover, and cover never: of several who are insured each is', () => {
    const [turnover] = input.bid.conditions;
    if (turnover === undefined) throw new Error('the test bid has conditions');
    const { document } = drafted(having({ conditions: [{ ...turnover, text: 'Public liability of £5,000,000' }] }));
    expect(linesOf(document).find((line) => line.startsWith('1 | '))).toContain(
      '| Kestrel Row CIC, Hollowell Trust and Brindle Works Ltd, each |',
    );
  });

  it('shows who leads and who supports on landscape pages of their own', () => {
    const landscape = document.sections.filter(({ orientation }) => orientation === 'landscape');
    expect(landscape.map(({ blocks }) => blocks[0])).toMatchObject([{ kind: 'heading', text: 'Capability matrix' }]);
    expect(lines).toContain('Requirement | Lot | Kestrel Row CIC | Hollowell Trust | Brindle Works Ltd | Evidence');
    expect(lines).toContain(
      'Weekly play area inspection | Lot 1 (Parks) | – | Supports | Leads | RPII inspectors, certificates attached',
    );
  });

  it("keeps the buyer's sections and numbers, names topics, counts words, and shows what is not answered", () => {
    expect(lines).toContain('Responses: Quality');
    expect(lines).toContain('Question 1.1: Describe how you will mobilise the service by 1 June 2027');
    expect(lines).toContain('Length: 32 of 250 words.');
    expect(lines).toContain(
      '1.1 | Describe how you will mobilise the service by 1 June 2027. | 20% | Question 1.1 | 32 words | 250 words',
    );
    expect(lines[lines.indexOf('Describe how you will maintain quality across all parks.') + 1]).toBe(
      '[Not answered yet]',
    );
    expect(lines.filter((line) => line.split(' | ').some((part) => part.trim() === ''))).toEqual([]);
  });

  it('marks what is confidential where the answer stands', () => {
    const mark = lines.findIndex((line) => line.startsWith('Confidential:'));
    expect(lines.slice(mark - 2, mark)).toEqual([
      'Question 1.1: Describe how you will mobilise the service by 1 June 2027',
      'Describe how you will mobilise the service by 1 June 2027.',
    ]);
  });

  it('says on every page that it is a draft, and which', () => {
    expect(document.watermark).toBe('Draft 3 of 10 February 2027');
    expect(document.footer).toBe('Kestrel Row Consortium · Draft 3 of 10 February 2027');
  });

  it('tells the team, not the buyer, what is still weak', () => {
    expect(remarks.map(({ sentence }) => sentence)).toEqual([
      'Brindle Works Ltd has no PPON; the document has a dash there.',
    ]);
    expect(refused(input)).toEqual(['There is no answer to question 1.2.']);
  });
});

it('does not tell the buyer who is in reserve, wherever a reserve is named', () => {
  const [first] = input.bid.requirements;
  const [turnover] = input.bid.conditions;
  if (first === undefined || turnover === undefined) throw new Error('the test bid has both');
  const from = having({
    members: input.bid.members.map((member) =>
      member.organisationId === idOf('brindle')
        ? { ...member, role: 'reserve' as const, shares: [] }
        : { ...member, shares: [{ lotId: idOf('lot-1'), basisPoints: member.role === 'lead' ? 6000 : 4000 }] },
    ),
    requirements: [
      { ...first, supportMemberIds: [idOf('brindle'), idOf('hollowell')] },
      { ...first, id: 'second', leadMemberId: idOf('brindle'), supportMemberIds: [] },
    ],
    conditions: [turnover, { ...turnover, id: 'alone', metBy: { kind: 'member', organisationId: idOf('brindle') } }],
  });
  const lines = linesOf(drafted(from).document);
  expect(lines.filter((line) => /Brindle|reserve/i.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('[Nobody leads yet]'))).toHaveLength(1);
});

describe('what is not known', () => {
  it('never reads as met, and stands in brackets in a draft alone', () => {
    const [condition] = input.bid.conditions;
    if (condition === undefined) throw new Error('the test bid has conditions');
    const { document } = drafted(
      having({
        conditions: [
          { ...condition, metBy: { kind: 'unknown' } },
          { ...condition, metBy: { kind: 'notMet' } },
        ],
      }),
    );
    const rows = linesOf(document).filter((line) => line.includes('Annual turnover'));
    expect(rows.map((row) => row.split(' | ').slice(3, 5))).toEqual([
      ['[Not decided]', '[Not known]'],
      ['[Not decided]', '[Not met]'],
    ]);
  });

  it('never reads as if the tender asked for nothing', () => {
    const { document, remarks } = drafted(having({ conditions: [], requirements: [], questions: [] }));
    const lines = linesOf(document);
    expect(lines).not.toContain('Conditions of participation');
    expect(lines).toContain('[No requirement is listed yet]');
    expect(lines).toContain('[No question is listed yet]');
    expect(remarks[0]?.mend).toEqual({ record: 'list', of: 'conditions' });
  });

  it.each([{ shareBase: 'unknown' }, { agreement: { ...input.bid.agreement, feeBasisPoints: null } }] as const)(
    'never makes shares of the contract price out of shares of something else',
    (bid) => {
      expect(linesOf(drafted(having(bid)).document).join('\n')).not.toContain('of the contract price');
    },
  );
});

it.each([
  { bid: { name: ' ' }, sentence: 'The bid has no bidder name' },
  { bid: { structure: 'unknown' }, sentence: 'The structure is not chosen' },
  { bid: { lotIds: [] }, sentence: 'No lot is chosen' },
  { bid: { members: [] }, sentence: 'Exactly one member must be the lead.' },
  { bid: { members: input.bid.members.slice(0, 1) }, sentence: 'total 50%, not 100%: 50% is missing.' },
] as const)('is not made where the first page would be wrong: $sentence', ({ bid, sentence }) => {
  const result = draftBidDocument(having(bid), { kind: 'draft', number: 1 }, '2027-02-10');
  expect(result.ok ? '' : result.error.map((problem) => problem.sentence).join('\n')).toContain(sentence);
});
