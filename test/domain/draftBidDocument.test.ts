import { describe, expect, it } from 'vitest';
import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import { draftBidDocument, type BidDocumentDraft } from '../../shared/domain/bidDocument/draftBidDocument.ts';
import { richTextFromPlain } from '../../shared/domain/bid/richText.ts';
import { linesOf } from './agreementText.ts';
import { input } from './kestrelRow.ts';

function drafted(from: AgreementInput = input): BidDocumentDraft {
  const result = draftBidDocument(from, '2027-02-10');
  if (!result.ok) throw new Error(result.error.map(({ sentence }) => sentence).join('\n'));
  return result.value;
}

function having(bid: Partial<AgreementInput['bid']>): AgreementInput {
  return { ...input, bid: { ...input.bid, ...bid } };
}

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
    const { document } = drafted(having({ conditions: [{ ...turnover, kind: 'insurance' }] }));
    expect(linesOf(document).find((line) => line.startsWith('1 | '))).toContain(
      '| Kestrel Row CIC, Hollowell Trust and Brindle Works Ltd, each | Met |',
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

  it("keeps the buyer's sections and numbers, counts words against limits, and says N/A where nothing is", () => {
    expect(lines).toContain('Responses: Quality');
    expect(lines).toContain('Question 1.1');
    expect(lines).toContain('Length: 32 of 250 words.');
    expect(lines).toContain(
      '1.1 | Describe how you will mobilise the service by 1 June 2027. | 20% | Question 1.1 | 32 words | 250 words',
    );
    expect(lines[lines.indexOf('Describe how you will maintain quality across all parks.') + 1]).toBe('N/A');
    expect(lines.filter((line) => line.split(' | ').some((part) => part.trim() === ''))).toEqual([]);
  });

  it('marks what is confidential where the answer stands', () => {
    const mark = lines.findIndex((line) => line.startsWith('Confidential:'));
    expect(lines.slice(mark - 2, mark)).toEqual([
      'Question 1.1',
      'Describe how you will mobilise the service by 1 June 2027.',
    ]);
  });

  it('holds nothing that makes a commissioner laugh', () => {
    const text = [document.title, document.header, document.footer, ...lines].join('\n');
    expect(text).not.toMatch(
      /ocds-|\bTBC\b|legal advice|\bdraft\b|single point|\bgap\b|self-|\bred\b|\bamber\b|undefined|\[/i,
    );
  });

  it('tells the team, not the buyer, what is still weak', () => {
    expect(remarks.map(({ sentence }) => sentence)).toEqual([
      'Brindle Works Ltd has no PPON; the document says N/A.',
      'Question 1.2 has no answer; the document says N/A.',
    ]);
  });
});

describe('what is not known', () => {
  it('never reads as met', () => {
    const [condition] = input.bid.conditions;
    if (condition === undefined) throw new Error('the test bid has conditions');
    const { document, remarks } = drafted(
      having({
        conditions: [
          { ...condition, metBy: { kind: 'unknown' } },
          { ...condition, metBy: { kind: 'notMet' } },
        ],
      }),
    );
    const rows = linesOf(document).filter((line) => line.includes('Annual turnover'));
    expect(rows.map((row) => row.split(' | ').slice(3, 5))).toEqual([
      ['N/A', 'Not stated'],
      ['N/A', 'Not met'],
    ]);
    expect(remarks.map(({ sentence }) => sentence).join('\n')).toContain('is not met. Nobody meets it.');
  });

  it('never reads as if the tender asked for nothing', () => {
    const { document, remarks } = drafted(having({ conditions: [], requirements: [], questions: [] }));
    const lines = linesOf(document);
    expect(lines[lines.lastIndexOf('Conditions of participation') + 1]).toBe('N/A');
    expect(remarks.slice(0, 3).map(({ mend }) => mend)).toEqual([
      { record: 'list', of: 'conditions' },
      { record: 'list', of: 'requirements' },
      { record: 'list', of: 'responses' },
    ]);
  });

  it.each([
    { what: 'the base', bid: { shareBase: 'unknown' }, mend: { record: 'bid', field: 'shareBase' } },
    {
      what: 'the fee',
      bid: { agreement: { ...input.bid.agreement, feeBasisPoints: null } },
      mend: { record: 'agreement', field: 'feeBasisPoints' },
    },
  ] as const)('never makes shares of the contract price out of shares without $what', ({ bid, mend }) => {
    const { document, remarks } = drafted(having(bid));
    expect(linesOf(document).join('\n')).not.toContain('of the contract price');
    expect(remarks[0]?.mend).toEqual(mend);
  });

  it('is said of an answer over its limit', () => {
    const [question] = input.bid.questions;
    if (question === undefined) throw new Error('the test bid has questions');
    const answer = richTextFromPlain('word '.repeat(251));
    const sentences = drafted(having({ questions: [{ ...question, answer }] })).remarks.map(({ sentence }) => sentence);
    expect(sentences).toContain('The answer to question 1.1 has 251 words and the limit is 250.');
  });
});

it.each([
  { bid: { name: ' ' }, sentence: 'The bid has no bidder name' },
  { bid: { structure: 'unknown' }, sentence: 'The structure is not chosen' },
  { bid: { lotIds: [] }, sentence: 'No lot is chosen' },
  { bid: { members: [] }, sentence: 'Exactly one member must be the lead.' },
  { bid: { members: input.bid.members.slice(0, 1) }, sentence: 'total 50%, not 100%: 50% is missing.' },
] as const)('is not made where the first page would be wrong: $sentence', ({ bid, sentence }) => {
  const result = draftBidDocument(having(bid), '2027-02-10');
  expect(result.ok ? '' : result.error.map((problem) => problem.sentence).join('\n')).toContain(sentence);
});

it('names who leads in columns of names where members are too many for columns of their own', () => {
  const more = Array.from({ length: 6 }, (_, index) => `more-${index}`);
  const organisations = [...input.organisations, ...more.map((id) => ({ ...input.organisations[0], id, name: id }))];
  const members = more.map(
    (organisationId) =>
      ({ organisationId, role: 'member', responsibilities: '', shares: [], signatories: [] }) as const,
  );
  const many = { ...having({ members: [...input.bid.members, ...members] }), organisations } as AgreementInput;
  expect(linesOf(drafted(many).document)).toContain('Requirement | Lot | Led by | Supported by | Evidence');
});
