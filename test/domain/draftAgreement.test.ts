import { describe, expect, it } from 'vitest';
import { agreementChoices, type AgreementOptions } from '../../shared/domain/agreement/agreementOptions.ts';
import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import type { BidMember } from '../../shared/domain/bid/bid.ts';
import type { DocumentData } from '../../shared/domain/document/document.ts';
import { keysOf } from '../../shared/domain/basics/keysOf.ts';
import type { LegalForm } from '../../shared/domain/organisation/legalForm.ts';
import { nothingDecided } from '../../shared/domain/bid/newBid.ts';
import { fitting } from './agreementInputs.ts';
import { drafted, library, linesOf, refused } from './agreementText.ts';
import { decided, hollowell, input, kestrel, tender } from './kestrelRow.ts';
import { termFaults } from './termFaults.ts';
import { idOf } from '../support/ids.ts';

function having(options: Partial<AgreementOptions>, bid: Partial<AgreementInput['bid']> = {}): AgreementInput {
  return { ...input, bid: { ...input.bid, ...bid, agreement: { ...decided, ...options } } };
}

/** A member with this share of the parks lot and no other. */
function sharing(member: BidMember, basisPoints: number): BidMember {
  return { ...member, shares: [{ lotId: idOf('lot-1'), basisPoints }] };
}

function withForm(legalForm: LegalForm | 'unknown', signatories: readonly string[] = []): AgreementInput {
  const [lead, member, ...rest] = input.bid.members;
  if (lead === undefined || member === undefined) throw new Error('the test bid has members');
  return {
    ...input,
    organisations: [kestrel, { ...hollowell, legalForm }, ...input.organisations.slice(2)],
    bid: { ...input.bid, members: [lead, { ...member, signatories }, ...rest] },
  };
}

interface Variant {
  readonly name: string;
  readonly structure: string;
  readonly document: DocumentData;
  readonly lines: readonly string[];
}

/** Every draft in which one answer differs from the invented bid's, for every structure. */
function everyVariant(): readonly Variant[] {
  return keysOf(fitting).flatMap((structure) => {
    const answers: readonly Partial<AgreementOptions>[] = [
      {},
      { feeBasisPoints: 0 },
      { nonSolicitationMonths: 0 },
      ...keysOf(agreementChoices).flatMap((key) =>
        Object.keys(agreementChoices[key].answers).map((answer) => ({ [key]: answer })),
      ),
    ];
    const inputs = answers.map((answer) => ({
      name: `${structure} ${JSON.stringify(answer)}`,
      input: having({ ...fitting[structure], veto: 'none', execution: 'simple', ...answer }, { structure }),
    }));
    const legacy = { name: `${structure} legacy`, input: having({ ...fitting[structure] }, { structure }) };
    return [...inputs, { ...legacy, input: { ...legacy.input, tender: { ...tender, regime: 'legacy' as const } } }]
      .filter(({ input }) => refused(input).length === 0)
      .map(({ name, input }) => {
        const { document } = drafted(input);
        return { name, structure, document, lines: linesOf(document) };
      });
  });
}

describe('the agreement of the parks bid', () => {
  const { document, openPoints, remarks } = drafted(input);
  const lines = linesOf(document);

  it('is complete: nothing is open and nothing is doubtful', () => {
    expect(openPoints).toEqual([]);
    expect(remarks).toEqual([]);
    expect(lines.filter((line) => line.includes('['))).toEqual([]);
  });

  it('opens as a solicitor expects: DATED, the parties, the buyer and reference, draft and subject to contract', () => {
    expect(lines.slice(0, 11)).toEqual([
      'DATED ______________________________',
      'Consortium agreement',
      '(1) Kestrel Row CIC',
      '(2) Hollowell Trust',
      '(3) Brindle Works Ltd',
      'relating to Parks and cemeteries grounds maintenance',
      'Buyer: Tamebrook Metropolitan Borough Council',
      'Reference: TMBC-2027-014',
      'Bidder: Kestrel Row Consortium',
      'Draft 1 of 28 January 2027. Subject to contract.',
      'This is a draft and not legal advice. Each member should take advice of its own before it signs.',
    ]);
    expect(document.watermark).toBe('Draft 1 of 28 January 2027');
    expect(document.footer).toBe('Draft 1 of 28 January 2027 · Draft, not legal advice');
  });

  it('names the parties as registered, with number, office and form', () => {
    expect(lines).toContain(
      '(1) KESTREL ROW CIC, a community interest company limited by guarantee, registered in England and Wales with company number 09876543, whose registered office is at 3 Kestrel Row, Tamebrook, TB1 4QX (the Lead).',
    );
    expect(lines).toContain(
      '(2) HOLLOWELL TRUST, a charitable incorporated organisation registered in England and Wales with charity number 1187654, whose principal office is at Hollowell House, Mill Lane, Tamebrook, TB2 7LP.',
    );
    expect(lines).toContain(
      '(3) BRINDLE WORKS LTD, a society registered under the Co-operative and Community Benefit Societies Act 2014 with number 31415R, whose registered office is at Unit 6, Brindle Yard, Tamebrook, TB5 0AA.',
    );
  });

  it('begins the schedules and the signatures on pages of their own', () => {
    const first = drafted(input).document.sections.map(({ blocks }) => blocks[0]);
    expect(first.slice(-3)).toMatchObject([
      { kind: 'heading', series: 'schedule' },
      { kind: 'heading', text: 'Signatures' },
      { kind: 'heading', text: 'Notes to the draft' },
    ]);
  });

  it('shows both percentages, each with its base, and totals that add up', () => {
    expect(lines).toContain(
      'Member | Share of the Net Price | Net Price | Management Fee | Total each year | Share of the Price',
    );
    expect(lines).toContain('Kestrel Row CIC | 50% | £179,550.00 | £18,900.00 | £198,450.00 | 52.5%');
    expect(lines).toContain('Hollowell Trust | 30% | £107,730.00 | Nil | £107,730.00 | 28.5%');
    expect(lines).toContain('Brindle Works Ltd | 20% | £71,820.00 | Nil | £71,820.00 | 19%');
    expect(lines).toContain('Total | 100% | £359,100.00 | £18,900.00 | £378,000.00 | 100%');
  });

  it('works a loss out in the notes to the draft, and says there who can stop a decision', () => {
    const notes = lines.slice(lines.indexOf('Notes to the draft'));
    expect(notes).toContain('Kestrel Row CIC | £30,000.00 | £37,500.00 | Nil | Nil');
    expect(notes).toContain('Brindle Works Ltd | £12,000.00 | Nil | £60,000.00 | Nil');
    expect(notes).toContain('Uncovered: nobody is left to pay | Nil | Nil | Nil | £60,000.00');
    expect(notes).toContain(
      'Lot 1 (Parks): With these Shares a decision can be stopped by Kestrel Row CIC alone, or by Hollowell Trust and Brindle Works Ltd together.',
    );
  });

  it('pays within 30 days beginning with receipt, and never only when paid', () => {
    const text = linesOf(drafted(having(fitting.primeSub, { structure: 'primeSub' })).document).join('\n');
    expect(text).toContain('within 30 days beginning with the day on which it receives the invoice');
    expect(text).toContain('which it must pay whether or not the Authority has paid');
  });
});

describe('every variant of the agreement', () => {
  const variants = everyVariant();

  it('is drafted in more than 200 ways', () => {
    expect(variants.length).toBeGreaterThan(200);
  });

  it('has no reference that leads nowhere', () => {
    const broken = variants.flatMap(({ name, lines }) =>
      lines.filter((line) => line.includes('BROKEN')).map((line) => `${name}: ${line}`),
    );
    expect(broken).toEqual([]);
  });

  it('uses every term that it defines, and defines every term that it uses', () => {
    const faults = new Set(variants.flatMap(({ document }) => termFaults(document)));
    expect([...faults]).toEqual([]);
  }, 60_000);

  it('never asks sub-contractors for joint and several liability', () => {
    const offers = variants.filter(
      ({ structure, lines }) =>
        structure !== 'unincorporated' && lines.some((line) => /joint(?:ly)? and several/i.test(line)),
    );
    expect(offers.map(({ name }) => name)).toEqual([]);
  });

  it('has no deed and no English mediator under Scots law', () => {
    const lines = linesOf(drafted(having({ law: 'scotland', execution: 'simple' })).document);
    expect(lines.filter((line) => /\bdeed\b|CEDR|England|1999/i.test(line) && !line.startsWith('('))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('Subscribed for and on behalf of'))).toHaveLength(3);
    expect(lines.join('\n')).toContain('governed by the law of Scotland');
  });
});

describe('an agreement nobody has decided anything about', () => {
  const open = { ...input, bid: { ...input.bid, agreement: nothingDecided } };
  const { document, openPoints, remarks } = drafted(open);

  it('asks each question once, says where it matters, and chooses nothing silently', () => {
    const asked = openPoints.map(({ question }) => question);
    expect(new Set(asked).size).toBe(asked.length);
    const choices = Object.entries(agreementChoices).filter(
      ([key]) => !['contribution', 'execution', 'receipts'].includes(key),
    );
    expect(choices.filter(([, { question }]) => !asked.includes(question))).toEqual([]);
    expect(openPoints.find(({ question }) => question === 'Which law governs the agreement?')?.where).toBe(
      'Clause 54, Clause 56, Clause 57, Signatures',
    );
  });

  it('shows a placeholder in brackets for every open point, and lists them', () => {
    const text = linesOf(document).join('\n');
    for (const { placeholder } of openPoints) expect(text).toContain(`[${placeholder}]`);
    expect(text).toContain('Points to settle before signature');
    expect(remarks).toEqual([]);
  });

  it('has no version for signature until they are settled', () => {
    expect(refused(open, { kind: 'final', number: 1 }).length).toBe(openPoints.length);
    const { document } = drafted(input, { kind: 'final', number: 2 });
    const text = [document.footer, ...linesOf(document)].join('\n');
    expect(text).not.toMatch(/draft|\[|open points/i);
    expect(document.footer).toBe('Version 2 of 28 January 2027');
    expect(document.watermark).toBeUndefined();
  });
});

describe('what prevents an agreement', () => {
  it.each([
    { problem: having({}, { structure: 'unknown' }), sentence: 'The structure is not chosen' },
    { problem: having({}, { members: [] }), sentence: 'No member is the lead' },
    {
      problem: having({}, { lotIds: [idOf('lot-1'), idOf('lot-2')] }),
      sentence: 'No member has a share of Lot 2 (Cemeteries).',
    },
    {
      problem: having({}, { members: input.bid.members.slice(0, 2) }),
      sentence: 'The shares of Lot 1 (Parks) total 80%, not 100%: 20% is missing.',
    },
    { problem: withForm('unknown'), sentence: 'The legal form of Hollowell Trust is not known' },
    {
      problem: having({ contribution: 'none' }),
      sentence: 'the agreement must say how the others make good their part',
    },
    {
      problem: having({ liabilityToBuyer: 'jointAndSeveral' }, { structure: 'primeSub' }),
      sentence: 'Joint and several liability to the buyer does not fit this structure',
    },
    { problem: having({ paymentDays: 31 }), sentence: '31, lies outside 1 to 30.' },
    { problem: having({ law: 'scotland', execution: 'deed' }), sentence: 'Scots law has no deed' },
    { problem: having({ voting: 'unanimity', veto: 'ownInterests' }), sentence: 'nobody can be out-voted' },
    {
      problem: having({}, { shareBase: 'price' }),
      sentence: 'With a management fee the shares must be of what is left',
    },
  ])('$sentence', ({ problem, sentence }) => {
    expect(refused(problem).join('\n')).toContain(sentence);
  });

  it('refuses two-thirds of two heads, and a veto between two', () => {
    const two = input.bid.members.slice(0, 2).map((member) => sharing(member, 5000));
    const problems = refused(having({ voting: 'twoThirds', votesBy: 'heads' }, { members: two }));
    expect(problems.join('\n')).toContain('Two-thirds of two members is both of them');
    expect(problems.join('\n')).toContain('With two members a veto gives each of them control of everything');
  });
});

describe('signatures by legal form', () => {
  it.each<[LegalForm, string]>([
    [
      'cicGuarantee',
      'Executed as a deed by Hollowell Trust, acting by two directors, by a director and its secretary, or by one director in the presence of a witness',
    ],
    ['cio', 'Executed as a deed by Hollowell Trust, acting by two of its charity trustees'],
    ['registeredSociety', 'acting by a member of its committee and its secretary, or by two members of its committee'],
    ['llp', 'acting by two members, or by one member in the presence of a witness'],
    ['publicBody', 'Executed as a deed by affixing the common seal of Hollowell Trust in the presence of'],
  ])('of a %s', (form, words) => {
    expect(linesOf(drafted(withForm(form)).document).join('\n')).toContain(words);
  });

  it('of an unincorporated association are those of its trustees, who are the parties and personally liable', () => {
    const { document, remarks } = drafted(withForm('unincorporatedAssociation', ['Ann Bell', 'Tom Reid', 'Una Shaw']));
    const lines = linesOf(document);
    expect(lines.find((line) => line.startsWith('(2) ANN BELL') || line.startsWith('(2) Ann Bell'))).toContain(
      'Ann Bell, Tom Reid and Una Shaw, for themselves and as the trustees or committee members of Hollowell Trust, an unincorporated association',
    );
    expect(
      lines.filter((line) => /^Executed as a deed by (Ann Bell|Tom Reid|Una Shaw), of Hollowell Trust/.test(line)),
    ).toHaveLength(3);
    expect(remarks.map(({ sentence }) => sentence).join()).toContain(
      'personally liable. Incorporate first, or take the work through another member.',
    );
  });

  it('leave the names open where no trustee is named', () => {
    const { openPoints } = drafted(withForm('unincorporatedAssociation'));
    expect(openPoints.map(({ where }) => where)).toEqual(['Parties']);
  });
});

it('warns of a lead that carries every vote, and of the word partner', () => {
  const [lead, ...others] = input.bid.members;
  if (lead === undefined) throw new Error('the test bid has a lead');
  const members = [
    sharing({ ...lead, responsibilities: 'Lead Partner' }, 7000),
    ...others.map((member) => sharing(member, 1500)),
  ];
  const sentences = drafted(having({}, { members })).remarks.map(({ sentence }) => sentence);
  expect(sentences.join('\n')).toContain('Kestrel Row CIC speaks of partners');
  expect(sentences.join('\n')).toContain('Kestrel Row CIC, the lead, alone carries every decision on Lot 1 (Parks)');
});

it('keeps its clauses in step with the library', () => {
  const headings = drafted(input).document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'heading' && block.series === 'clause' ? [block.text] : [])),
  );
  expect(headings).toEqual(library.clauses.map(({ title }) => title));
});
