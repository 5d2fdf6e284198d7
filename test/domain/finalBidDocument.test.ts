import { describe, expect, it } from 'vitest';
import { draftBidDocument } from '../../shared/domain/bidDocument/draftBidDocument.ts';
import { linesOf } from './agreementText.ts';
import { answering, finished, having, made, refused } from './bidDocuments.ts';
import { input } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

describe('the final version', () => {
  it('holds nothing that makes a commissioner laugh, and nothing of a draft', () => {
    const { document } = made('final', finished);
    expect(document.watermark).toBeUndefined();
    expect(document.footer).toBe('Kestrel Row Consortium · Version 3 of 10 February 2027');
    const text = [document.title, document.header, document.footer, ...linesOf(document)].join('\n');
    expect(text).not.toMatch(
      /ocds-|\bTBC\b|legal advice|\bdraft\b|single point|\bgap\b|self-|\bred\b|\bamber\b|undefined|\[|N\/A|Not met|[Uu]nknown|Not known|reserve/i,
    );
  });

  it.each([
    { what: 'no answer', text: '', says: 'There is no answer to question 1.1.' },
    { what: 'spaces alone', text: ' \u00a0\u200b\u2800\n\u3164 \ufeff', says: 'There is no answer to question 1.1.' },
    { what: 'a word to come', text: 'TBC.', says: 'only says that it is still to come' },
    { what: 'a dash', text: '–', says: 'only says that it is still to come' },
    { what: 'N/A', text: 'N/A', says: '"N/A" without a reason' },
    { what: 'n.a.', text: ' n.a. ', says: '"N/A" without a reason' },
    { what: 'Not applicable', text: 'Not applicable.', says: '"N/A" without a reason' },
    { what: 'too many words', text: 'word '.repeat(251), says: 'has 251 words and the limit is 250.' },
  ])('is refused where an answer is $what', ({ text, says }) => {
    expect(refused(answering(text)).join('\n')).toContain(says);
  });

  it.each(['No.', '✓', 'N/A: the contract has no staff who transfer.', 'Nine', '👍 yes', '可以', 'نعم'])(
    'takes "%s" as an answer',
    (text) => {
      expect(refused(answering(text))).toEqual([]);
    },
  );

  it.each([
    { what: 'the validity', bid: { validityDays: null }, mend: { record: 'bid', field: 'validityDays' } },
    {
      what: 'who signs',
      bid: { signatory: { name: ' ', role: 'Chief executive' } },
      mend: { record: 'bid', field: 'signatory' },
    },
    { what: 'the base of shares', bid: { shareBase: 'unknown' }, mend: { record: 'bid', field: 'shareBase' } },
    {
      what: 'the fee',
      bid: { agreement: { ...input.bid.agreement, feeBasisPoints: null } },
      mend: { record: 'agreement', field: 'feeBasisPoints' },
    },
    { what: 'any requirement', bid: { requirements: [] }, mend: { record: 'list', of: 'requirements' } },
    { what: 'any question', bid: { questions: [] }, mend: { record: 'list', of: 'responses' } },
    {
      what: 'what a member does',
      bid: {
        members: input.bid.members.map((member) => ({
          ...member,
          responsibilities: member.role === 'lead' ? '' : 'x',
        })),
      },
      mend: { record: 'member', organisationId: idOf('kestrel'), field: 'responsibilities' },
    },
    {
      what: 'a condition that is not met',
      bid: {
        conditions: input.bid.conditions.map((one) => ({ ...one, metBy: { kind: 'notMet' } as const })).slice(0, 1),
      },
      mend: { record: 'condition', id: idOf('turnover') },
    },
    {
      what: 'a condition that is not known to be met',
      bid: {
        conditions: input.bid.conditions.map((one) => ({ ...one, metBy: { kind: 'unknown' } as const })).slice(0, 1),
      },
      mend: { record: 'condition', id: idOf('turnover') },
    },
    {
      what: 'work that nobody does',
      bid: { requirements: input.bid.requirements.map((one) => ({ ...one, leadMemberId: null })).slice(0, 1) },
      mend: { record: 'requirement', id: idOf('grass') },
    },
    {
      what: 'work of a member that is gone from the bid',
      bid: { requirements: input.bid.requirements.map((one) => ({ ...one, leadMemberId: 'withdrawn' })).slice(0, 1) },
      mend: { record: 'requirement', id: idOf('grass') },
    },
  ] as const)('is refused with the place to mend for want of, or because of, $what', ({ bid, mend }) => {
    const result = draftBidDocument(having(bid, finished), { kind: 'final', number: 1 }, '2027-02-10');
    expect(result.ok ? [] : result.error.map((problem) => problem.mend)).toEqual([mend]);
  });

  it('is refused where the tender has no reference, the lead no PPON or a member no known legal form', () => {
    const [lead, ...others] = finished.organisations;
    if (lead === undefined) throw new Error('the test bid has a lead');
    const from = {
      ...finished,
      tender: { ...finished.tender, reference: '' },
      organisations: [{ ...lead, identifiers: [], legalForm: 'unknown' as const }, ...others],
    };
    expect(refused(from).map((sentence) => sentence.slice(0, 40))).toEqual([
      "The buyer's reference is missing from th",
      'Kestrel Row CIC leads and has no PPON: t',
      'The legal form of Kestrel Row CIC is not',
    ]);
    expect(refused({ ...from, tender: { ...from.tender, reference: 'R1', regime: 'legacy' } })).toHaveLength(1);
  });

  it('takes no account of conditions and requirements of lots that are not bid for', () => {
    const [condition] = input.bid.conditions;
    const [requirement] = input.bid.requirements;
    if (condition === undefined || requirement === undefined) throw new Error('the test bid has both');
    const from = having(
      {
        conditions: [{ ...condition, lotId: idOf('lot-2'), text: 'Cemetery licence', metBy: { kind: 'notMet' } }],
        requirements: [
          requirement,
          { ...requirement, id: 'other', lotId: idOf('lot-2'), text: 'Burials', leadMemberId: null },
        ],
      },
      finished,
    );
    expect(linesOf(made('final', from).document).join('\n')).not.toMatch(/Cemetery licence|Burials/);
  });
});
