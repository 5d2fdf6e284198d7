import { describe, expect, it, test } from 'vitest';
import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import { documentFileName } from '../../shared/domain/document/documentVersion.ts';
import { linesOf } from './agreementText.ts';
import { finished, having, made } from './bidDocuments.ts';
import { hollowell, input } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

/** The parks bid with more members, whose names may be long. */
function withMembers(count: number, name = (id: string) => id): AgreementInput {
  const more = Array.from({ length: count - 3 }, (_, index) => `more-${index}`);
  return {
    ...having(
      {
        members: [
          ...input.bid.members,
          ...more.map((organisationId) => ({
            organisationId,
            role: 'subcontractor' as const,
            responsibilities: 'Hedges',
            shares: [],
            signatories: [],
          })),
        ],
        requirements: input.bid.requirements.map((one) => ({ ...one, supportMemberIds: [idOf('brindle'), ...more] })),
      },
      finished,
    ),
    organisations: [...input.organisations, ...more.map((id) => Object.assign({}, hollowell, { id, name: name(id) }))],
  };
}

function long(id: string): string {
  return `${id} ${'Community Regeneration and Neighbourhood Improvement Partnership '.repeat(3)}`;
}

describe('much of everything', () => {
  it('gives 20 members a letter each above a column of its own, and a key', () => {
    const lines = linesOf(made('final', withMembers(20)).document);
    expect(lines).toContain(
      'Requirement | Lot | A | B | C | D | E | F | G | H | I | J | K | L | M | N | O | P | Q | R | S | T | Evidence',
    );
    expect(lines).toContain('A | Kestrel Row CIC | Lead');
    expect(lines).toContain('T | more-16 | Sub-contractor');
    expect(lines.find((line) => line.startsWith('Tree inspection'))).toMatch(/\| – \| – \| L( \| S){17} \|/);
  });

  it('lists the letters in each row where members are more than a page has columns', () => {
    const lines = linesOf(made('final', withMembers(30)).document);
    expect(lines).toContain('Requirement | Lot | Led by | Supported by | Evidence');
    expect(lines.find((line) => line.startsWith('Grass cutting'))).toContain('| A | C, D, E,');
    expect(lines).toContain('AD | more-26 | Sub-contractor');
  });

  it('names no more than six beside the lead on the first page', () => {
    const lines = linesOf(made('final', withMembers(30)).document);
    expect(lines).toContain('Structure: A consortium of 30 members, tendering together, led by Kestrel Row CIC');
  });

  it('keeps long names out of the columns of the matrix, the head and the foot of the page', () => {
    const from = withMembers(4, long);
    const { document } = made('final', {
      ...from,
      bid: { ...from.bid, name: long('B') },
      tender: { ...from.tender, title: long('T'), reference: 'R'.repeat(190) },
    });
    expect(linesOf(document)).toContain('Requirement | Lot | A | B | C | D | Evidence');
    expect(document.header.length).toBeLessThan(120);
    expect(document.footer.length).toBeLessThan(120);
  });

  it('names the twelve largest of 500 members in the row of a lot, and the others as a sum', () => {
    const [lot] = input.tender.lots;
    if (lot === undefined) throw new Error('the test tender has lots');
    const lots = Array.from({ length: 5 }, (_, at) => ({ ...lot, id: idOf(`lot-${at + 1}`), number: String(at + 1) }));
    const from = withMembers(500);
    const { document } = made('final', {
      ...from,
      bid: {
        ...from.bid,
        shareBase: 'price',
        agreement: { ...from.bid.agreement, feeBasisPoints: 0 },
        lotIds: lots.map(({ id }) => id),
        members: from.bid.members.map((member, at) => ({
          ...member,
          shares: lots.map(({ id }) => ({ lotId: id, basisPoints: at === 2 ? 5010 : 10 })),
        })),
      },
      tender: { ...from.tender, lots },
    });
    const row = linesOf(document).find((line) => line.startsWith('Lot 5 (Parks) |')) ?? '';
    expect(row).toMatch(
      /\| Brindle Works Ltd 50\.1%, Kestrel Row CIC 0\.1%, .*, 488 more members 48\.8% together \| 100%$/,
    );
    expect(row.split('%')).toHaveLength(15);
  });

  it('lists 300 lots in one table with their shares, and none of them on the first page', () => {
    const [lot] = input.tender.lots;
    if (lot === undefined) throw new Error('the test tender has lots');
    const lots = Array.from({ length: 300 }, (_, at) => ({
      ...lot,
      id: idOf(`lot-${at + 1}`),
      number: String(at + 1),
      title: `Ward ${at + 1}`,
    }));
    const lotIds = lots.map(({ id }) => id);
    const shares = (basisPoints: number) => lotIds.map((lotId) => ({ lotId, basisPoints }));
    const { document } = made('final', {
      ...having(
        {
          lotIds,
          members: input.bid.members.map((member, at) => ({ ...member, shares: shares([5000, 3000, 2000][at] ?? 0) })),
        },
        finished,
      ),
      tender: { ...input.tender, lots },
    });
    const lines = linesOf(document);
    expect(lines).toContain('Lots: 300 lots, listed with the shares');
    expect(lines.filter((line) => line.startsWith('Lots and shares of the contract price'))).toHaveLength(1);
    expect(lines).toContain(
      'Lot 300 (Ward 300) | Kestrel Row CIC 52.5%, Hollowell Trust 28.5%, Brindle Works Ltd 19% | 100%',
    );
  });
});

describe('the topic of a question in the contents', () => {
  it.each([
    ['Mobilisation. Describe how you will mobilise.', '1', 'Question 1: Mobilisation'],
    [
      '4.1 Please describe your approach to safeguarding',
      '4.1',
      'Question 4.1: Please describe your approach to safeguarding',
    ],
    [
      'Describe in detail how your organisation and every one of its sub-contractors will recruit, train and keep staff.',
      '2',
      'Question 2: Describe in detail how your organisation and every one of its…',
    ],
    ['', '3', 'Question 3'],
    ['Social value', '', 'Question: Social value'],
    ['W'.repeat(300), '5', `Question 5: ${'W'.repeat(69)}…`],
  ])('of "%s" numbered "%s" is "%s"', (text, number, title) => {
    const [question] = finished.bid.questions;
    if (question === undefined) throw new Error('the test bid has questions');
    expect(linesOf(made('final', having({ questions: [{ ...question, text, number }] })).document)).toContain(title);
  });
});

test.each([
  ['bidDocument', 'draft', 'Joint bid document Parks draft 3 2027-02-10.docx'],
  ['bidDocument', 'final', 'Joint bid document Parks final version 3 2027-02-10.docx'],
  ['agreement', 'draft', 'Consortium agreement Parks draft 3 2027-02-10.docx'],
] as const)('the file of a %s says that it is a %s and which', (document, kind, name) => {
  expect(documentFileName(document, 'Parks', { kind, number: 3 }, '2027-02-10')).toBe(name);
});
