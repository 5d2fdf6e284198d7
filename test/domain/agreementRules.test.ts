import { describe, expect, it } from 'vitest';
import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import type { AgreementOptions } from '../../shared/domain/agreement/agreementOptions.ts';
import { thirtyDaysImplied } from '../../shared/domain/agreement/thirtyDays.ts';
import { nothingDecided } from '../../shared/domain/bid/newBid.ts';
import type { Structure } from '../../shared/domain/bid/bid.ts';
import { curlyQuotes } from '../../shared/domain/document/curlyQuotes.ts';
import { missingFacts } from '../../shared/domain/organisation/organisationFacts.ts';
import type { LegalForm } from '../../shared/domain/organisation/legalForm.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
import { of } from './agreementInputs.ts';
import { drafted, linesOf, refused, remarksOf, text } from './agreementText.ts';
import { decided, hollowell, input, kestrel, tender } from './kestrelRow.ts';
import { idOf } from '../support/ids.ts';

describe('the 30 days of s.73 are claimed where they are implied, and nowhere else', () => {
  const council = tender.buyer;
  it.each<[string, Structure, Partial<Tender>, string]>([
    ['a council and a lead with subcontractors', 'primeSub', {}, 'implied'],
    ['co-contractors', 'unincorporated', {}, 'notImplied'],
    ['a concession', 'primeSub', { specialRegimes: ['concession'] }, 'notImplied'],
    ['a school', 'primeSub', { buyer: { ...council, name: 'Brindle Academy Trust' } }, 'unknown'],
    ['a utility that may be private', 'spv', { buyer: { ...council, authority: 'utility' } }, 'unknown'],
    ['a buyer of a kind not known', 'primeSub', { buyer: { ...council, authority: 'unknown' } }, 'unknown'],
    ['the older rules', 'primeSub', { regime: 'legacy' }, 'unknown'],
  ])('%s', (_, structure, rest, answer) => {
    const drafting = of(structure, {}, rest);
    expect(thirtyDaysImplied(drafting.bid, drafting.tender)).toBe(answer);
    const claims = /payment within 30 days beginning with the day on which an invoice is received/;
    if (answer === 'implied') expect(text(drafting)).toMatch(claims);
    else expect(text(drafting)).not.toMatch(claims);
    const says = refused(of(structure, { paymentDays: 31 }, rest)).join();
    expect(says.includes('The law implies 30 days')).toBe(answer === 'implied');
  });
});

describe('VAT between the members', () => {
  it('is an open point until it is decided, and no default stands in its place', () => {
    const open = drafted(of('primeSub', { vat: null }));
    expect(open.openPoints.map(({ mend }) => mend)).toEqual([{ record: 'agreement', field: 'vat' }]);
    const lines = linesOf(open.document);
    const heading = lines.findIndex((line) => line === '25 Value added tax');
    expect(lines.slice(heading + 1, heading + 3)).toEqual([
      expect.stringContaining('Before the Bid is priced each Member must tell the Lead whether its supplies'),
      '25.2 [VAT between the members to be agreed]',
    ]);
  });

  it('reads the same where an older row lacks the answer', () => {
    const { vat: _vat, construction: _construction, contributionDays: _days, ...older } = decided;
    const rows = { ...input, bid: { ...input.bid, agreement: older } };
    expect(drafted(rows).openPoints.map(({ mend }) => 'field' in mend && mend.field)).toEqual([
      'construction',
      'vat',
      'contributionDays',
    ]);
  });
});

describe('money is on trust or owed, never both', () => {
  it.each<[Structure, boolean]>([
    ['primeSub', false],
    ['managingAgent', false],
    ['unincorporated', true],
    ['spv', false],
  ])('%s', (structure, trust) => {
    const words = text(of(structure));
    expect(/holds each Member’s part on trust/.test(words)).toBe(trust);
    expect(/is not held on trust/.test(words)).toBe(!trust);
    expect(/is a debt of its own/.test(words)).toBe(!trust);
    expect(/It does not owe what the Authority has not paid/.test(words)).toBe(trust);
  });

  it('a lead that alone contracts may hold the others’ money on trust, if the members choose so', () => {
    const words = text(of('primeSub', { receipts: 'trust' }));
    expect(words).toContain('It holds that sum on trust for that Member until it has paid that Member');
    expect(words).toMatch(/Money that the Lead holds on trust under clause \d+ is not the Lead’s/);
    expect(words).not.toContain('is not held on trust');
    for (const structure of ['primeSub', 'managingAgent'] as const) {
      const { openPoints } = drafted(of(structure, { receipts: null }));
      expect(openPoints.map(({ mend }) => mend)).toEqual([{ record: 'agreement', field: 'receipts' }]);
    }
    for (const structure of ['unincorporated', 'spv'] as const) {
      expect(drafted(of(structure, { receipts: null })).openPoints).toEqual([]);
    }
  });
});

describe('what a solicitor would ask about', () => {
  it('the insolvency of a lead that alone contracts', () => {
    expect(remarksOf(of('primeSub'))).toContain(
      'If Kestrel Row CIC becomes insolvent, the contract cannot pass to another member, even if the buyer consents (Procurement Act 2023 s.74(9)), and the others rank with its other creditors',
    );
    expect(remarksOf(of('managingAgent', { receipts: 'trust' }))).toContain('is not lost to its creditors');
    expect(remarksOf(of('primeSub', {}, { regime: 'scotland' }))).toContain('it is not known whether the contract');
    expect(remarksOf(of('unincorporated'))).not.toContain('insolvent');
    expect(remarksOf(of('spv'))).not.toContain('insolvent');
  });

  it('records that go before a claim may still come', () => {
    expect(remarksOf(of('primeSub', { recordYears: 6 }))).toContain(
      'Records are kept for 6 years after the contract ends, but professional indemnity insurance for 12',
    );
    expect(remarksOf(of('primeSub', { recordYears: 12 }))).not.toContain('Records are kept');
    expect(remarksOf(of('primeSub', { recordYears: 6, execution: 'simple' }))).not.toContain('Records are kept');
  });

  it('a bid whose name is that of a partnership', () => {
    const named = { ...input, bid: { ...input.bid, name: 'Tamebrook Green Partnership' } };
    expect(remarksOf(named)).toContain('suggests the partnership that the agreement denies');
  });
});

describe('clauses that could defeat each other', () => {
  const structures = ['primeSub', 'managingAgent', 'unincorporated', 'spv'] as const;

  it.each(structures)('%s: a meeting is called by e-mail, a Default is not', (structure) => {
    const words = text(of(structure));
    expect(words).toMatch(
      /A notice of Default, of leaving, of a dispute or of the end of this agreement must be signed/,
    );
    expect(words).toContain('Any other notice may be given by e-mail.');
    const [, formal] = /(\d+\.\d) A notice of Default/.exec(words) ?? [];
    expect(words).toContain(`“In writing” includes e-mail, except where clause ${formal} says otherwise.`);
  });

  it.each(structures)('%s: every period of days has a first day', (structure) => {
    expect(text(of(structure))).toContain(
      'Any other period of days begins with the day after the notice or the event from which it runs.',
    );
  });

  it.each(structures)('%s: no exclusion of loss reaches fraud or a sum due without a limit', (structure) => {
    const words = text(of(structure));
    const [, unlimited] = /(\d+\.\d) Nothing limits liability for/.exec(words) ?? [];
    expect(words).toContain(`Except as clause ${unlimited} says, no Member is liable to another for loss of profit`);
  });

  it.each(structures)(
    '%s: who may not vote keeps no meeting from deciding, and a silent Lead keeps none from meeting',
    (structure) => {
      const words = text(of(structure));
      expect(words).toContain('left out of the count and of the number that must be present for it');
      expect(words).toContain('Where only one Member has a vote, that Member decides alone.');
      expect(words).toContain('the Lead, or another Member if the Lead does not, calls the meeting again');
      expect(words).toContain('Whoever may ask for a meeting may call it.');
    },
  );

  it.each(structures)('%s: a commitment is due on one day and no earlier', (structure) => {
    const words = text(of(structure));
    expect(words).toContain(
      '5 Working Days before that day, how it will keep the commitment and, on that day, that it has',
    );
    expect(words).toContain('need not be held before the day given there');
  });

  it('the Lead does not decide a deadlock on a matter on which it has no vote', () => {
    expect(text(of('unincorporated', { deadlock: 'leadDecides' }))).toContain(
      'decide a matter on which it has no vote',
    );
  });

  it('a Lead that is the supplier is not required to leave, and a company receives its own payments', () => {
    expect(text(of('primeSub'))).toContain('the Lead, which is the supplier, cannot be required to leave');
    expect(text(of('unincorporated'))).not.toContain('cannot be required to leave');
    expect(text(of('spv'))).not.toContain('receive payment from the Authority');
    expect(text(of('primeSub'))).toContain('receive payment from the Authority');
  });

  it.each(structures)(
    '%s: somebody takes over the Share of a Member that leaves, and a new Lead is the Lead',
    (structure) => {
      const words = text(of(structure));
      expect(words).toContain('who takes over the Work and the Share of a Member that leaves');
      expect(words).toMatch(/They change only under clauses \d+, \d+, \d+, \d+ and \d+\./);
      expect(words).toContain('Lead: the Member that the head of this agreement names as such');
    },
  );
});

describe('another lead', () => {
  it('is no change of supplier where all members contract, and is one where the lead alone does', () => {
    expect(text(of('unincorporated'))).toContain('another spokesman is no change of supplier');
    for (const structure of ['primeSub', 'managingAgent'] as const) {
      expect(text(of(structure))).toContain('does not let the Authority accept another supplier');
      expect(text(of(structure))).not.toContain('spokesman');
    }
    expect(text(of('unincorporated'))).not.toContain('does not let the Authority accept another supplier');
  });
});

describe('two members', () => {
  const [lead, member] = input.bid.members;
  if (lead === undefined || member === undefined) throw new Error('the test bid has members');
  const members = [lead, member].map((each) =>
    Object.assign({}, each, { shares: [{ lotId: idOf('lot-1'), basisPoints: 5000 }] }),
  );
  const two = (options: Partial<AgreementOptions>): AgreementInput => {
    const agreement = { ...decided, veto: 'none', ...options } as AgreementOptions;
    return { ...input, bid: { ...input.bid, members, conditions: [], agreement } };
  };

  it('never decide with one of them alone', () => {
    for (const quorum of ['twoThirds', 'half'] as const) {
      const words = text(two({ quorum, voting: 'unanimity' }));
      expect(words).toContain('and never fewer than two');
      expect(words).toContain('If one is absent again, the matter goes to clause 20');
      expect(words).not.toContain('any two of the other Members');
    }
  });

  it('are not asked for two-thirds of two heads', () => {
    expect(refused(two({ voting: 'twoThirds', votesBy: 'heads' })).join()).toContain('of two members is both of them');
  });
});

/** The invented bid with its second member of this form, at this postcode, with these people to sign. */
function at(
  legalForm: LegalForm,
  postcode: string,
  signatories: readonly string[],
  options: Partial<AgreementOptions>,
): AgreementInput {
  const sites = hollowell.sites.map((site) => Object.assign({}, site, { postcode }));
  const organisations = [kestrel, { ...hollowell, legalForm, sites, identifiers: [] }, ...input.organisations.slice(2)];
  const members = input.bid.members.map((member, index) =>
    index === 1 ? Object.assign({}, member, { signatories }) : member,
  );
  return { ...input, organisations, bid: { ...input.bid, members, agreement: { ...decided, ...options } } };
}

describe('who is a party and who signs, by form and nation', () => {
  const scots = { law: 'scotland', execution: null } as const;

  it('a firm in Scotland is a person in law: the firm is the party, and one who may sign for it signs', () => {
    const drafting = at('partnership', 'EH1 1AA', ['Ann Bell', 'Tom Reid'], scots);
    const lines = linesOf(drafted(drafting).document);
    expect(lines.find((line) => line.startsWith('(2) HOLLOWELL'))).toContain(
      'HOLLOWELL TRUST, a firm established in Scotland',
    );
    expect(lines.filter((line) => line.startsWith('Subscribed') && line.includes('Hollowell'))).toEqual([
      'Subscribed for and on behalf of Hollowell Trust, in the presence of the witness named below',
    ]);
    expect(
      drafted(drafting)
        .remarks.map(({ sentence }) => sentence)
        .join(),
    ).not.toContain('not a person in law');
    const [, firm] = drafting.organisations;
    expect(firm === undefined ? [] : missingFacts(firm, '2027-01-28').map(({ kind }) => kind)).not.toContain(
      'noLegalPersonality',
    );
  });

  it('a firm in England is not: each of its people is a party and signs', () => {
    const lines = linesOf(drafted(at('partnership', 'B1 1AA', ['Ann Bell', 'Tom Reid'], {})).document);
    expect(lines.find((line) => line.startsWith('(2) Ann'))).toContain(
      'Ann Bell and Tom Reid, the partners in Hollowell Trust',
    );
    expect(
      lines.filter((line) => /^Executed as a deed by (?:Ann Bell|Tom Reid), of Hollowell/.test(line)),
    ).toHaveLength(2);
  });

  it('a sole trader is one named person with one place to sign', () => {
    const lines = linesOf(drafted(at('soleTrader', 'B1 1AA', ['Ann Bell'], {})).document);
    expect(lines).toContain('(2) Ann Bell, trading as Hollowell Trust');
    expect(lines.find((line) => line.startsWith('(2) ANN'))).toContain(
      'ANN BELL, trading as Hollowell Trust, of Hollowell House',
    );
    const places = lines.filter((line) => line.startsWith('Executed as a deed by Ann Bell'));
    expect(places).toEqual([
      'Executed as a deed by Ann Bell, trading as Hollowell Trust, in the presence of a witness',
    ]);
  });

  it.each([[[]], [['Ann Bell', 'Tom Reid']]])('a sole trader with %j named is an open point', (names) => {
    const { openPoints } = drafted(at('soleTrader', 'B1 1AA', names, {}));
    expect(openPoints.map(({ mend }) => mend)).toEqual([
      { record: 'member', organisationId: idOf('hollowell'), field: 'signatories' },
    ]);
  });

  it("a council's deed carries its seal, and its simple contract does not", () => {
    expect(text(at('publicBody', 'B1 1AA', [], {}))).toContain('affixing the common seal of Hollowell Trust');
    const simple = text(at('publicBody', 'B1 1AA', [], { execution: 'simple' }));
    expect(simple).toContain('Signed for and on behalf of Hollowell Trust\nAuthorised signatory');
    expect(simple).not.toContain('seal');
    expect(text(at('publicBody', 'G1 1AA', [], scots))).toContain('Proper officer or authorised signatory');
  });

  it('a Scottish agreement has no deed, no date at its head, and is dated by its last signature', () => {
    const words = text(at('ltd', 'G1 1AA', [], scots));
    expect(words).not.toMatch(/DATED|\bdeed\b/);
    expect(words).toContain('The date of this agreement is the day on which the last Member signs it');
  });

  it('an agreement under the law of Northern Ireland is a deed as in England, with its own courts and mediator', () => {
    const words = text(at('ltd', 'BT1 1AA', [], { law: 'northernIreland' }));
    expect(words).toContain('Executed as a deed by Hollowell Trust, acting by two directors');
    expect(words).toContain('one named by the President of the Law Society of Northern Ireland');
    expect(words).toContain('The courts of Northern Ireland');
  });
});

describe('the version for signature is refused with every reason, each with where it is mended', () => {
  it('contradictions, missing facts, open points and conditions, all at once', () => {
    const agreement = { ...decided, paymentDays: 31, cureDays: null };
    const conditions = input.bid.conditions.map((each) => Object.assign({}, each, { metBy: { kind: 'notMet' } }));
    const organisations = [{ ...kestrel, contacts: [] }, ...input.organisations.slice(1)];
    const says = refused(
      { ...input, organisations, bid: { ...input.bid, agreement, conditions } },
      { kind: 'final', number: 1 },
    );
    for (const words of [
      'lies outside 1 to 30',
      'Clause 48 is still open: How many working days has a member to put a default right?',
      'Schedule 1 is still open: Who receives notices for Kestrel Row CIC?',
      'A condition is not met: Annual turnover',
      'A condition is not met: Public liability',
    ]) {
      expect(says.filter((sentence) => sentence.includes(words))).toHaveLength(1);
    }
  });

  it('not for a condition of a lot that nobody bids for', () => {
    const [first, ...others] = input.bid.conditions;
    if (first === undefined) throw new Error('The bid has conditions.');
    const elsewhere = { ...first, lotId: 'a lot that is not bid for', metBy: { kind: 'notMet' } as const };
    const says = refused(
      { ...input, bid: { ...input.bid, conditions: [elsewhere, ...others] } },
      { kind: 'final', number: 1 },
    );
    expect(says.filter((sentence) => sentence.includes('A condition is not met'))).toEqual([]);
  });

  it('a bid of which nothing is known gets its whole list, and nothing twice', () => {
    const bid = {
      ...input.bid,
      structure: 'unknown' as const,
      members: input.bid.members.slice(0, 1),
      agreement: nothingDecided,
    };
    const says = refused({ ...input, bid }, { kind: 'final', number: 1 });
    expect(new Set(says).size).toBe(says.length);
    expect(says.filter((sentence) => /structure/i.test(sentence))).toHaveLength(1);
    expect(says.length).toBeGreaterThan(20);
  });
});

it.each([
  ['Hollowell\'s "best" park', 'Hollowell’s “best” park'],
  ["'Green' members' work", '‘Green’ members’ work'],
  ['("Lot 1")', '(“Lot 1”)'],
  ['no quotes', 'no quotes'],
])('sets %s as %s', (typed, set) => {
  expect(curlyQuotes(typed)).toBe(set);
});

it('sets what somebody typed into the agreement with curly quotes too', () => {
  const jointBidReason = 'no member\'s crew can cut "every" park alone';
  const words = text(of('primeSub', { jointBidReason }));
  expect(words).toContain('(C) No member’s crew can cut “every” park alone.');
});
