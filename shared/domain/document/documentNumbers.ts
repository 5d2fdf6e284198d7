import type { Block, DocumentData } from './document.ts';

/** The numbers of a document as Word will show them, for a preview, and for cross-references that are right as written. */
export interface DocumentNumbers {
  /** What stands before a block: `4`, `4.1`, `(a)`, `(i)`, `Schedule 2`, `(1)`, `(A)`; absent where it has no number. */
  readonly labels: ReadonlyMap<Block, string>;
  /** What a reference to a key says: `4`, `4.1(a)`, `Schedule 2`, or the short name of a heading without a number. */
  readonly references: ReadonlyMap<string, string>;
}

/** Numbers the blocks of a document: clauses, schedules, parties and recitals each on their own count. */
export function numberBlocks(document: DocumentData): DocumentNumbers {
  const labels = new Map<Block, string>();
  const references = new Map<string, string>();
  const count = { clause: 0, schedule: 0, party: 0, recital: 0 };
  let within = [0, 0, 0];
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'heading' && block.series !== 'outline') {
      count[block.series] += 1;
      if (block.series === 'clause') within = [0, 0, 0];
      const label = block.series === 'clause' ? String(count.clause) : `Schedule ${count.schedule}`;
      labels.set(block, label);
      if (block.key !== null) references.set(block.key, label);
    } else if (block.kind === 'heading') {
      if (block.key !== null) references.set(block.key, block.shortName ?? block.text);
    } else if (block.kind === 'clause') {
      within = within.map((value, index) =>
        index + 1 < block.depth ? value : index + 1 === block.depth ? value + 1 : 0,
      );
      const [one = 0, two = 0, three = 0] = within;
      const parts = [`${count.clause}.${one}`, `(${letters(two)})`, `(${roman(three)})`];
      labels.set(block, parts[block.depth - 1] ?? '');
      if (block.key !== null) references.set(block.key, parts.slice(0, block.depth).join(''));
    } else if (block.kind === 'paragraph' && (block.role === 'party' || block.role === 'recital')) {
      count[block.role] += 1;
      labels.set(block, block.role === 'party' ? `(${count.party})` : `(${letters(count.recital).toUpperCase()})`);
    }
  }
  return { labels, references };
}

/** a to z, then aa, bb, as Word goes on. */
function letters(place: number): string {
  if (place < 1) return '';
  return String.fromCodePoint(97 + ((place - 1) % 26)).repeat(Math.ceil(place / 26));
}

const romanDigits = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(place: number): string {
  const digit = romanDigits.find(([value]) => value <= place);
  return digit === undefined ? '' : digit[1] + roman(place - digit[0]);
}
