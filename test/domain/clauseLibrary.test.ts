import { describe, expect, it } from 'vitest';
import { agreementFacts } from '../../shared/domain/agreement/agreementFacts.ts';
import { agreementChoices } from '../../shared/domain/agreement/agreementOptions.ts';
import { readClauseLibrary } from '../../shared/domain/agreement/clauseLibrary.ts';
import { structures } from '../../shared/domain/bid/bid.ts';
import { library } from './agreementText.ts';
import { input } from './kestrelRow.ts';

const passages = [...library.recitals, ...library.clauses.flatMap(({ passages }) => passages)];

describe('the clause library that Muster ships', () => {
  it('holds more than 34 clauses, each dated and with its source', () => {
    expect(library.clauses.length).toBeGreaterThan(34);
    expect(library.clauses.filter(({ validFrom, source }) => validFrom === '' || source === '')).toEqual([]);
  });

  it('asks only for facts and answers that exist', () => {
    const answers: Record<string, readonly string[]> = {
      ...Object.fromEntries(
        Object.entries(agreementChoices).map(([key, choice]) => [key, Object.keys(choice.answers)]),
      ),
      structure: Object.keys(structures),
      regime: ['pa2023', 'other'],
      members: ['two', 'more'],
      lots: ['whole', 'one', 'several'],
      sharesOfAll: ['yes', 'no'],
      thirtyDays: ['implied', 'notImplied', 'unknown'],
      fee: ['yes', 'no'],
      nonSolicitation: ['yes', 'no'],
    };
    const unknown = [...passages, ...library.definitions].flatMap(({ when }) =>
      Object.entries(when).flatMap(([fact, values]) =>
        values.filter((value) => answers[fact]?.includes(value) !== true).map((value) => `${fact} = ${value}`),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('turns on every choice that the lead is asked to make', () => {
    const turnedOn = new Set([...passages, ...library.definitions].flatMap(({ when }) => Object.keys(when)));
    // How it is signed shows in the signature blocks, not in the clauses.
    expect(Object.keys(agreementChoices).filter((key) => !turnedOn.has(key))).toEqual(['execution']);
  });

  it('names only slots that are filled', () => {
    const { slots } = agreementFacts(input);
    const named = [...passages.map(({ text }) => text), ...library.definitions.map(({ meaning }) => meaning)].flatMap(
      (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    );
    const lists = new Set(['clausesFromContract', 'clausesThatSurvive']);
    expect(named.filter((name) => slots[name] === undefined && !lists.has(name))).toEqual([]);
  });

  it('speaks of a partnership only to deny it', () => {
    const partners = passages.map(({ text }) => text).filter((text) => /partner/i.test(text));
    expect(partners).toEqual([expect.stringContaining('Nothing in this agreement makes a partnership between')]);
  });
});

describe('reading a library', () => {
  const start = 'stated on 2026-11-23\nclause one: One\nin force from signature until end\n';
  it.each([
    { text: '', line: 1, sentence: 'The library does not say "stated on" which day.' },
    { text: 'stated on 2026-11-23', line: 1, sentence: 'The library holds no clause.' },
    { text: 'stated on yesterday', line: 1, sentence: 'The day is not written like 2026-11-23.' },
    { text: '. text', line: 1, sentence: 'This paragraph stands outside any clause.' },
    { text: `${start}when\n`, line: 4, sentence: 'This line is none of the forms that the library knows: when' },
    { text: `${start}when a is b`, line: 4, sentence: 'A condition is written: when fact = value value.' },
    {
      text: `${start}\n# note\n* Term | meaning`,
      line: 6,
      sentence: 'This line is none of the forms that the library knows: * Term | meaning',
    },
    {
      text: 'stated on 2026-11-23\nclause one: One\n. text',
      line: 3,
      sentence: 'This clause does not say "in force from" when.',
    },
    {
      text: `${start}carries contribution`,
      line: 4,
      sentence: 'A clause that carries "contribution" must bind until "survives", not only until "end".',
    },
    { text: `${start}carries kindness`, line: 4, sentence: 'There is no duty called "kindness".' },
    {
      text: 'stated on 2026-11-23\nclause one: One\nin force from contract until survives\ncarries payment, indemnity',
      line: 4,
      sentence: 'A clause that carries "payment" must bind from signature, not only from contract.',
    },
    {
      text: 'stated on 2026-11-23\nclause one: One\nin force from award until end',
      line: 3,
      sentence: 'It is written: in force from signature until survives.',
    },
  ])('refuses $text with its line', ({ text, line, sentence }) => {
    expect(readClauseLibrary(text)).toEqual({ ok: false, error: { line, sentence } });
  });

  it('joins lines that go on, and conditions that follow each other', () => {
    const result = readClauseLibrary(`${start}when a = b c\nwhen d = e\n. #key first\n  and second\r\n.. point`);
    expect(result.ok && result.value.clauses[0]?.passages).toEqual([
      { depth: 1, key: 'key', when: { a: ['b', 'c'], d: ['e'] }, text: 'first and second' },
      { depth: 2, key: null, when: {}, text: 'point' },
    ]);
  });
});
