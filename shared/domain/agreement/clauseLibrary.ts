import { isLocalDate, type LocalDate } from '../time/localDate.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { dutyProblem, type Force, readForce } from './clauseForce.ts';

/** Where text stands: for each fact named, one of these values. */
export type When = Readonly<Record<string, readonly string[]>>;

/** A paragraph of the library, with its slots `{…}` unfilled. Depth 1 is a paragraph, 2 a point, 3 a sub-point. */
export interface Passage {
  readonly depth: 1 | 2 | 3;
  readonly key: string | null;
  readonly when: When;
  readonly text: string;
}

interface DefinitionText {
  readonly term: string;
  readonly meaning: string;
  readonly when: When;
}

export interface ClauseText {
  readonly key: string;
  readonly title: string;
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly force: Force;
  /** What the clause does for the members; each is checked against `force`. */
  readonly duties: readonly string[];
  readonly passages: readonly Passage[];
}

/** The texts an agreement is drafted from. */
export interface ClauseLibrary {
  /** The day as of which the texts state the law. */
  readonly statedOn: LocalDate;
  readonly recitals: readonly Passage[];
  readonly definitions: readonly DefinitionText[];
  readonly clauses: readonly ClauseText[];
}

/** Why a library cannot be used; `line` counts from 1. */
export interface ClauseLibraryProblem {
  readonly line: number;
  readonly sentence: string;
}

type ClauseReading = Omit<ClauseText, 'force' | 'passages'> & {
  readonly force: Force | null;
  readonly passages: Passage[];
};

/** The library as it is being read: parts are filled in the order of the file. */
interface Reading {
  statedOn: LocalDate | null;
  readonly recitals: Passage[];
  readonly definitions: DefinitionText[];
  readonly clauses: ClauseReading[];
  part: 'recitals' | 'definitions' | 'clause' | null;
  when: When;
}

/**
 * Reads a clause library; the file explains its own form. Text that does not fit the form is refused with its line, since
 * a clause that silently went missing from an agreement would be found too late.
 */
export function readClauseLibrary(text: string): Result<ClauseLibrary, ClauseLibraryProblem> {
  const reading: Reading = { statedOn: null, recitals: [], definitions: [], clauses: [], part: null, when: {} };
  for (const { line, words } of joinedLines(text)) {
    const sentence = take(reading, words);
    if (sentence !== null) return err({ line, sentence });
  }
  const { statedOn, recitals, definitions } = reading;
  const clauses = reading.clauses.flatMap(({ force, ...clause }) => (force === null ? [] : [{ ...clause, force }]));
  if (statedOn === null) return err({ line: 1, sentence: 'The library does not say "stated on" which day.' });
  if (clauses.length === 0) return err({ line: 1, sentence: 'The library holds no clause.' });
  return ok({ statedOn, recitals, definitions, clauses });
}

/** Lines without comments and blank ones; a line that begins with spaces continues the one above. */
function joinedLines(text: string): readonly { readonly line: number; readonly words: string }[] {
  const joined: { line: number; words: string }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const last = joined.at(-1);
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith(' ') && last !== undefined) last.words += ` ${line.trim()}`;
    else joined.push({ line: index + 1, words: line.trimEnd() });
  }
  return joined;
}

/** Takes one line into the reading; gives what is wrong with it, or `null`. */
function take(reading: Reading, words: string): string | null {
  const clause = reading.clauses.at(-1);
  const heading = /^clause (\w+): (.+)$/.exec(words);
  if (heading?.[1] !== undefined && heading[2] !== undefined) {
    const [, key, title] = heading;
    reading.clauses.push({ key, title, validFrom: '', source: '', force: null, duties: [], passages: [] });
    reading.part = 'clause';
    return null;
  }
  if (words === 'recitals' || words === 'definitions') {
    reading.part = words;
    return null;
  }
  const about = /^(stated on|valid from|source:|in force from|carries) (.+)$/.exec(words);
  if (about?.[1] !== undefined && about[2] !== undefined) return takeNote(reading, about[1], about[2]);
  if (words.startsWith('when ')) return takeCondition(reading, words.slice(5));
  const passage = /^(\.{1,3}) (?:#(\w+) )?(.+)$/.exec(words);
  if (passage?.[1] !== undefined && passage[3] !== undefined) {
    const into = reading.part === 'recitals' ? reading.recitals : clause?.passages;
    if (reading.part === 'definitions' || into === undefined) return 'This paragraph stands outside any clause.';
    if (reading.part === 'clause' && clause?.force === null) return 'This clause does not say "in force from" when.';
    const depth = passage[1].length === 1 ? 1 : passage[1].length === 2 ? 2 : 3;
    into.push({ depth, key: passage[2] ?? null, when: takeWhen(reading), text: passage[3] });
    return null;
  }
  const definition = /^\* ([^|]+) \| (.+)$/.exec(words);
  if (definition?.[1] !== undefined && definition[2] !== undefined && reading.part === 'definitions') {
    reading.definitions.push({ term: definition[1], meaning: definition[2], when: takeWhen(reading) });
    return null;
  }
  return `This line is none of the forms that the library knows: ${words.slice(0, 60)}`;
}

function takeNote(reading: Reading, kind: string, value: string): string | null {
  const isDay = kind === 'stated on' || kind === 'valid from';
  if (isDay && !isLocalDate(value)) return 'The day is not written like 2026-11-23.';
  if (kind === 'stated on') reading.statedOn = value;
  const clause = reading.clauses.at(-1);
  if (reading.part !== 'clause' || clause === undefined) return null;
  const put = (note: Partial<ClauseReading>): null => {
    reading.clauses[reading.clauses.length - 1] = { ...clause, ...note };
    return null;
  };
  if (kind === 'source:') return put({ source: value });
  if (kind === 'valid from') return put({ validFrom: value });
  if (kind === 'in force from') {
    const force = readForce(value);
    return force === null ? 'It is written: in force from signature until survives.' : put({ force });
  }
  const { force } = clause;
  if (force === null) return 'What a clause carries stands after "in force from".';
  const duties = value.split(', ');
  const problem = duties.map((duty) => dutyProblem(duty, force)).find((each) => each !== null);
  return problem ?? put({ duties });
}

/** Conditions on lines that follow each other must all hold. */
function takeCondition(reading: Reading, words: string): string | null {
  const parts = /^(\w+) = (\w+(?: \w+)*)$/.exec(words);
  if (parts?.[1] === undefined || parts[2] === undefined) return 'A condition is written: when fact = value value.';
  reading.when = { ...reading.when, [parts[1]]: parts[2].split(' ') };
  return null;
}

function takeWhen(reading: Reading): When {
  const { when } = reading;
  reading.when = {};
  return when;
}
