import { describe, expect, it } from 'vitest';
import { of } from './agreementInputs.ts';
import { drafted, remarksOf, text } from './agreementText.ts';

describe('construction operations', () => {
  const structures = ['primeSub', 'managingAgent', 'unincorporated', 'spv'] as const;

  it('are asked about, and nobody answers for the members', () => {
    const { openPoints } = drafted(of('primeSub', { construction: null }));
    expect(openPoints.map(({ mend }) => mend)).toEqual([{ record: 'agreement', field: 'construction' }]);
  });

  // Housing Grants, Construction and Regeneration Act 1996 ss.108 (adjudication), 109-110B (due dates and notices), 111 (paying
  // less), 112 (stopping), 113 (no payment only when paid), 114 (the scheme).
  it.each(structures)('%s: every right of the Act stands where there are some', (structure) => {
    const words = text(of(structure, { construction: 'yes' }));
    expect(words).toContain('Part II of the Housing Grants, Construction and Regeneration Act 1996');
    expect(words).toContain('may refer a dispute to adjudication at any time');
    expect(words).toContain('payment becomes due on the day on which the invoice is received');
    expect(words).toContain('within 5 days after payment becomes due, give notice of the sum');
    expect(words).toContain('may pay less only if it has given notice');
    expect(words).toContain('on 7 days’ notice, stop that Work until it has been paid');
    expect(words).toContain('no payment depends on a payment by the Authority');
    expect(words).toContain('whatever else these terms do not settle as Construction Law requires');
  });

  it('that turn out to be some after all have the terms that the law implies', () => {
    const words = text(of('primeSub', { construction: 'no' }));
    expect(words).toContain('If some is, the terms that Construction Law requires or implies apply to it.');
    expect(words).not.toContain('adjudication');
  });

  it('denied by the members of a contract for works are remarked on', () => {
    const works = { category: 'works' } as const;
    expect(remarksOf(of('unincorporated', { construction: 'no' }, works))).toContain('is for works, but the answer');
    expect(remarksOf(of('unincorporated', { construction: 'yes' }, works))).not.toContain('is for works');
    expect(remarksOf(of('spv', { construction: 'no' }))).not.toContain('is for works');
  });
});

describe('what is kept ready for a late claim', () => {
  // Limitation Act 1980 ss.5 and 8; Limitation (Northern Ireland) Order 1989 arts 4 and 15; Scots law: 5 years.
  it.each([
    ['englandWales', 'deed', '12 years'],
    ['northernIreland', 'deed', '12 years'],
    ['englandWales', 'simple', '6 years'],
    ['scotland', 'simple', '6 years'],
    ['englandWales', null, '[number] years'],
  ] as const)('under the law of %s, signed as %s: professional indemnity for %s', (law, execution, years) => {
    expect(text(of('primeSub', { law, execution }))).toContain(`for professional indemnity, for ${years} after that`);
  });
});

describe('a Reserved Matter in deadlock once the Contract exists', () => {
  it.each([
    ['leadDecides', 'within what the Contract says. It may not in this way change a Share'],
    ['expert', 'the expert decides whether a Member has a good reason to refuse a Reserved Matter'],
    ['mediation', 'whether another has a good reason to refuse a Reserved Matter'],
  ] as const)('%s: has a way out', (deadlock, way) => {
    const words = text(of('unincorporated', { deadlock }));
    expect(words).toContain(
      'if a Reserved Matter has not been approved within 5 Working Days after a Member asked for it',
    );
    expect(words).toMatch(/Until a Reserved Matter is approved, or settled under clause \d+, nothing changes/);
    const line = words.split('\n').find((each) => each.includes(way));
    expect(line).toMatch(/^\d+\.3 Once the Contract has been entered into, .*verything stays as it was\.$/);
  });
});

describe('what a clause refers to is there', () => {
  const structures = ['primeSub', 'managingAgent', 'unincorporated', 'spv'] as const;

  it.each(structures)('%s: the form of accession is a schedule with lines to sign on', (structure) => {
    const words = text(of(structure));
    expect(words).toContain('the newcomer has signed the words of Schedule 5');
    expect(words).toContain('Form of accession');
    expect(words).toContain('becomes, on the day on which it signs as a deed, a party to the consortium agreement');
    expect(words.includes('if it is the Delivery Company; otherwise it is a Member')).toBe(structure === 'spv');
  });

  it.each(['primeSub', 'managingAgent', 'spv'] as const)(
    '%s: no form of Subcontract is annexed, and it says so',
    (structure) => {
      const words = text(of(structure));
      expect(words).toContain('No form of Subcontract is part of this agreement.');
      expect(words).toMatch(/are settled under clause \d+, and it is signed without them/);
    },
  );

  it('terms of data protection, staff and indicators are agreed in writing, with what they must hold', () => {
    const words = text(of('primeSub'));
    expect(words).toContain(
      'must agree in writing the terms that article 28 of the UK GDPR requires: what is processed',
    );
    expect(words).toContain('What they agree names the posts, terms and pensions concerned');
    expect(words).toContain('a written list of those indicators that says which Member meets which');
    expect(text(of('primeSub', { dataRoles: 'joint' }))).toContain('as article 26 of the UK GDPR requires');
    expect(text(of('primeSub', { dataRoles: 'independent' }))).toContain('both have agreed in writing which data pass');
  });
});
