import { describe, expect, it } from 'vitest';
import { agreementChoices } from '../../shared/domain/agreement/agreementOptions.ts';
import type { ClauseText } from '../../shared/domain/agreement/clauseLibrary.ts';
import { agreementFaults } from './agreementFaults.ts';
import { everyKind, inputOfKind, nameOfKind } from './agreementInputs.ts';
import { drafted, library, linesOf } from './agreementText.ts';

const kinds = everyKind();

/** Every kind of agreement in its version for signature, which must be possible. */
const agreements = kinds.map((kind) => {
  const { document } = drafted(inputOfKind(kind), { kind: 'final', number: 1 });
  return { name: nameOfKind(kind), kind, document, lines: linesOf(document) };
});

describe('every agreement for signature', () => {
  it('gives every answer to every question', () => {
    const given = kinds.map((kind) => inputOfKind(kind).bid.agreement);
    const missing = Object.entries(agreementChoices).flatMap(([key, { answers }]) =>
      Object.keys(answers)
        .filter((answer) => !given.some((options) => (options as unknown as Record<string, unknown>)[key] === answer))
        .map((answer) => `${key} = ${answer}`),
    );
    // Without it nobody who paid for all could get anything back, so it is refused.
    expect(missing).toEqual(['contribution = none']);
  });

  it('has no fault that a careful eye would find', () => {
    const faults = agreements.flatMap(({ name, document }) =>
      agreementFaults(document).map((fault) => `${fault} (${name})`),
    );
    expect(faults.slice(0, 20)).toEqual([]);
  }, 120_000);

  it('holds no bracket that waits for an answer, no note, and not the word draft', () => {
    const faults = agreements.flatMap(({ name, lines }) =>
      lines.filter((line) => /\[|\]|\bdraft\b|open point|Notes to the/i.test(line)).map((line) => `${line} (${name})`),
    );
    expect(faults).toEqual([]);
  });

  it('names no member as insolvent or at fault', () => {
    const faults = agreements.flatMap(({ lines }) =>
      lines.filter((line) => /Larkhill \d+ CIC.*(?:insolvent|caused)/.test(line)),
    );
    expect(faults).toEqual([]);
  });

  it('never ends by its long-stop once the contract exists or while the bid can be accepted, nor by agreement then', () => {
    for (const { name, lines } of agreements) {
      const longStop = lines.filter((line) => /this agreement ends on that day/.test(line));
      expect(longStop, name).toEqual([
        expect.stringMatching(
          /or on the day on which the Authority can no longer accept the Bid if that is later\. It does not end in this way once the Contract has been entered into for any Lot\.$/,
        ),
      ]);
      const ways = lines.slice(lines.findIndex((line) => line.endsWith('This agreement ends when:')) + 1);
      const points = ways.slice(
        0,
        ways.findIndex((line) => !line.startsWith('(')),
      );
      expect(
        points
          .filter((line) => /agree in writing|ends the Procurement|is withdrawn/.test(line))
          .every((line) => line.includes('before the Contract is entered into')),
        name,
      ).toBe(true);
      expect(ways[points.length], name).toMatch(
        /^\d+\.2 Once the Contract has been entered into, this agreement ends only as clause \d+\.1\(e\) says\.$/,
      );
    }
  });

  it('lets only the clauses wait that speak of the running contract', () => {
    const waiting = new Set(
      agreements.map(({ lines }) =>
        lines.find((line) => /^2\.\d+ This agreement binds/.test(line))?.replaceAll(/\d+(?:\.\d+)? /g, ''),
      ),
    );
    expect([...waiting]).toEqual([
      'This agreement binds the Members from its date. Only clauses (Management fee), (Deductions and payment by results) and (Performance and improvement) wait: they bind from the day on which the Contract is entered into.',
    ]);
  });
});

/** Words by which a clause shows what it does, and the duty that it must then carry. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/\bindemnif/, 'indemnity'],
  [/borne by the others in proportion|recovers (?:it|the whole of it|from that Member)/, 'recovery'],
  [/liability of a Member to all others together is limited/, 'limit of liability'],
  [/must pay (?:over )?(?:a valid|each Member)|Sums paid late/, 'payment'],
  [/keep the Confidential Information of the others secret/, 'confidentiality'],
  [/must hold, with a reputable insurer/, 'insurance'],
  [/keep full records/, 'records'],
  [/settle a dispute/, 'disputes'],
  [/has, or expects to have, an Insolvency Event/, 'insolvency'],
  [/A Member that leaves/, 'leaving'],
  [/Before the Bid is priced each Member must tell the Lead whether its supplies/, 'VAT status'],
  [/agree in writing which Member takes whom/, 'TUPE information'],
  [/lets the others use it/, 'licence'],
  [/comply with Data Protection Law/, 'data protection'],
  [/no Member may approach a person employed/, 'recruitment'],
  [/acts in the Lead’s place/, 'step-in'],
];

describe('every clause is in force from when and until when its duties need it', () => {
  it.each(library.clauses.map((clause) => [clause.key, clause] as const))('%s', (_, clause) => {
    const text = clause.passages.map((passage) => passage.text).join('\n');
    const needed = signs.filter(([words]) => words.test(text)).map(([, duty]) => duty);
    expect(needed.filter((duty) => !clause.duties.includes(duty))).toEqual([]);
    // The library is refused where a duty is in force too late; see the tests of reading it.
    if (/[Bb]efore the Bid is (?:priced|submitted)/.test(text)) expect(clause.force.from).toBe('signature');
    if (clause.force.from === 'contract') expect(protects(clause)).toBe(false);
  });

  it('finds each sign in some clause, so that none has gone stale', () => {
    const all = library.clauses.flatMap(({ passages }) => passages.map(({ text }) => text)).join('\n');
    expect(signs.filter(([words]) => !words.test(all)).map(([, duty]) => duty)).toEqual([]);
  });

  it('lists by name what survives, and nothing else', () => {
    for (const { lines } of agreements.slice(0, 8)) {
      const survival = lines.find((line) => line.includes('These clauses survive')) ?? '';
      const listed = [...survival.matchAll(/\d+ \(([^()]+)\)/g)].map(([, title]) => title);
      expect(listed).toEqual(
        library.clauses.filter(({ force }) => force.until === 'survives').map(({ title }) => title),
      );
      expect(listed).toEqual(
        expect.arrayContaining([
          'Indemnities',
          'Records and audit',
          'Confidentiality',
          'Data protection',
          'Ending and survival',
        ]),
      );
    }
  });
});

/** What protects members against each other. */
function protects({ duties }: ClauseText): boolean {
  return duties.length > 0;
}
