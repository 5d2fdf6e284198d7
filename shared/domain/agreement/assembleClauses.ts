import { joinedWords } from '../basics/joinedWords.ts';
import type { Block, Inline } from '../document/document.ts';
import type { AgreementFacts } from './agreementFacts.ts';
import type { ClauseLibrary, ClauseText, Passage, When } from './clauseLibrary.ts';
import { fillText, type Slot } from './fillText.ts';

/** Something a part leaves open: a choice nobody has made, or a fact nobody has given. */
export interface OpenPlace extends Slot {
  /** The clause or schedule it stands in. */
  readonly within: string | null;
}

export interface Assembled {
  readonly blocks: readonly Block[];
  readonly open: readonly OpenPlace[];
}

/** The recitals, lettered. */
export function assembleRecitals(library: ClauseLibrary, facts: AgreementFacts): Assembled {
  return joined(
    library.recitals
      .filter(({ when }) => stands(when, facts) === 'yes')
      .map(({ text }) => {
        const { content, open } = fillText(text, facts.slots);
        return { blocks: [{ kind: 'paragraph', role: 'recital', content }], open: placesOf(open, null) };
      }),
  );
}

/** The clauses that stand for these facts, each under its heading, with the definitions where the library places them. */
export function assembleClauses(library: ClauseLibrary, facts: AgreementFacts): Assembled {
  return joined(
    library.clauses.map((clause) => {
      const passages = assemblePassages(withLists(clause, library), facts);
      if (passages.blocks.length === 0) return passages;
      const heading: Block = { kind: 'heading', series: 'clause', level: 1, text: clause.title, key: clause.key };
      const [first, ...rest] = passages.blocks;
      const definitions = clause.key === 'interpretation' ? assembleDefinitions(library, facts) : nothing;
      const blocks = first === undefined ? [] : [heading, first, ...definitions.blocks, ...rest];
      return { blocks, open: [...definitions.open, ...passages.open] };
    }),
  );
}

/** Where a clause lists those that wait for the contract, or survive, the list is written from what each says of itself. */
function withLists(clause: ClauseText, { clauses }: ClauseLibrary): ClauseText {
  const listed = (which: (each: ClauseText) => boolean) =>
    joinedWords(clauses.filter(which).map(({ key, title }) => `{#${key}} (${title})`));
  const passages = clause.passages.map((passage) => ({
    ...passage,
    text: passage.text
      .replace('{clausesFromContract}', () => listed(({ force }) => force.from === 'contract'))
      .replace('{clausesThatSurvive}', () => listed(({ force }) => force.until === 'survives')),
  }));
  return { ...clause, passages };
}

const nothing: Assembled = { blocks: [], open: [] };

function joined(parts: readonly Assembled[]): Assembled {
  return { blocks: parts.flatMap(({ blocks }) => blocks), open: parts.flatMap(({ open }) => open) };
}

/** The terms in alphabetical order, each defined once: a condition that holds wins over none. */
function assembleDefinitions(library: ClauseLibrary, facts: AgreementFacts): Assembled {
  const chosen = new Map(
    library.definitions
      .filter(({ when }) => stands(when, facts) === 'yes')
      .map((definition) => [definition.term, definition] as const),
  );
  const ordered = [...chosen.values()].toSorted((a, b) => a.term.localeCompare(b.term, 'en-GB'));
  return joined(
    ordered.map(({ term, meaning }) => {
      const { content, open } = fillText(meaning, facts.slots);
      const start: Inline = { kind: 'text', text: term, strong: true };
      const words: readonly Inline[] = [start, { kind: 'text', text: ': ' }, ...content];
      return {
        blocks: [{ kind: 'paragraph', role: 'definition', content: words }],
        open: placesOf(open, 'interpretation'),
      };
    }),
  );
}

/**
 * The paragraphs of one clause. Points hang from the paragraph above and fall with it. A paragraph that turns on a choice
 * nobody has made gives way to one bracketed placeholder for that choice, under the key of the paragraph it stands for.
 */
function assemblePassages(clause: ClauseText, facts: AgreementFacts): Assembled {
  const blocks: Block[] = [];
  const open: OpenPlace[] = [];
  const placed = new Set<string>();
  let fallen: number | null = null;
  const standing: Passage[] = [];
  for (const passage of clause.passages) {
    if (fallen !== null && passage.depth > fallen) continue;
    fallen = null;
    const verdict = stands(passage.when, facts);
    if (verdict === 'yes') {
      standing.push(passage);
      continue;
    }
    fallen = passage.depth;
    if (verdict === 'no' || placed.has(verdict.undecided)) continue;
    placed.add(verdict.undecided);
    standing.push({ ...passage, when: {}, text: `{${verdict.undecided}}` });
  }
  for (const [index, passage] of standing.entries()) {
    const { content, open: slots } = fillText(punctuated(standing, index), facts.slots);
    blocks.push({ kind: 'clause', depth: passage.depth, key: passage.key, content });
    open.push(...placesOf(slots, clause.key));
  }
  return { blocks, open };
}

/** Points are joined as the paragraph above them says: "and" after `:`, "or" after `::`. */
function punctuated(passages: readonly Passage[], index: number): string {
  const passage = passages[index];
  if (passage === undefined) return '';
  if (passage.text.endsWith(':')) return passage.text.replace(/:+$/, ':');
  if (passage.depth === 1) return passage.text;
  const later = passages.slice(index + 1);
  const end = later.findIndex(({ depth }) => depth < passage.depth);
  const left = (end === -1 ? later : later.slice(0, end)).filter(({ depth }) => depth === passage.depth).length;
  if (left === 0) return `${passage.text}.`;
  const parent = passages.slice(0, index).findLast(({ depth }) => depth < passage.depth);
  const join = parent?.text.endsWith('::') === true ? 'or' : 'and';
  return left === 1 ? `${passage.text}; ${join}` : `${passage.text};`;
}

/** Whether text stands: a condition that fails decides; otherwise the first fact that is still open does. */
function stands(when: When, { facts }: AgreementFacts): 'yes' | 'no' | { readonly undecided: string } {
  const conditions = Object.entries(when).map(([fact, values]) => ({ fact, value: facts[fact] ?? null, values }));
  if (conditions.some(({ value, values }) => value !== null && !values.includes(value))) return 'no';
  const undecided = conditions.find(({ value }) => value === null)?.fact;
  return undecided === undefined ? 'yes' : { undecided };
}

function placesOf(slots: readonly Slot[], within: string | null): readonly OpenPlace[] {
  return slots.map((slot) => ({ ...slot, within }));
}
