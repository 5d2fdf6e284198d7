/** What a column of a pasted list holds. `unknown`: the column does not tell, and a person says. */
export type ColumnUse =
  | 'number'
  | 'section'
  | 'text'
  | 'description'
  | 'mandatory'
  | 'weight'
  | 'fraction'
  | 'marks'
  | 'limit'
  | 'words'
  | 'characters'
  | 'pages'
  | 'ignore'
  | 'unknown';

/** Whether a heading has any of these words. */
type Has = (...sought: readonly string[]) => boolean;

const weighing = ['weight', 'weights', 'weighting', 'weightings', 'weightage', '%', 'percent', 'percentage'];
const scoring = ['mark', 'marks', 'score', 'scores', 'point', 'points'];
const limiting = ['limit', 'limits', 'length', 'max', 'maximum'];
const wordUnits = ['word', 'words', 'wordcount'];
const characterUnits = ['character', 'characters', 'char', 'chars'];
const pageUnits = ['page', 'pages', 'side', 'sides', 'a4'];
const numbering = ['no', 'nr', 'num', 'number', '#', 'ref', 'reference', 'id', 'item', 'q', 'qno', 's'];
const numbered = [
  'question',
  'questions',
  'section',
  'requirement',
  'criterion',
  'criteria',
  'clause',
  'paragraph',
  'n',
];
const grouping = ['section', 'theme', 'part', 'lot', 'category', 'topic', 'area', 'envelope', 'group', 'heading'];
const asking = (
  'question questions requirement requirements text criterion criteria prompt specification statement capability ' +
  'capabilities name title subject'
).split(' ');

/** The headings of UK tenders by their whole words, so that “Maximum marks” is no limit. The first that holds decides. */
const headings: readonly (readonly [ColumnUse, (has: Has, words: readonly string[]) => boolean])[] = [
  // What the bidder or the evaluator fills in, and scores that are no maximum.
  [
    'ignore',
    (has) => has('used', 'actual', 'remaining', 'status', 'owner', 'evaluator', 'comment', 'comments', 'type'),
  ],
  ['ignore', (has) => has(...scoring) && has('min', 'minimum', 'pass', 'our', 'bidder', 'threshold', 'weighted')],
  [
    'ignore',
    (has) =>
      has('response', 'responses', 'answer', 'answers') &&
      !has('question', ...limiting, ...wordUnits, ...characterUnits, ...pageUnits),
  ],
  ['ignore', (has) => has(...weighing) && has('section', 'lot', 'theme') && !has('question', 'sub', 'within')],
  ['weight', (has) => has(...weighing)],
  ['marks', (has) => has(...scoring)],
  ['limit', (has) => [wordUnits, characterUnits, pageUnits].filter((units) => has(...units)).length > 1],
  ['words', (has) => has(...wordUnits)],
  ['characters', (has) => has(...characterUnits)],
  ['pages', (has) => has(...pageUnits) && has('pages', 'sides', 'count', 'a4', ...limiting)],
  ['ignore', (has) => has('page')],
  ['limit', (has) => has(...limiting)],
  [
    'mandatory',
    (has) => has('mandatory', 'moscow', 'desirable', 'essential') && !has('requirement', 'requirements', 'question'),
  ],
  ['number', (has, words) => has(...numbering) && words.every((word) => [...numbering, ...numbered].includes(word))],
  ['section', (has) => has(...grouping)],
  ['description', (has) => has('description', 'detail', 'details', 'notes', 'note', 'guidance', 'scope')],
  ['text', (has) => has(...asking)],
];

/** What a heading says of its column; `null` where it is no heading that is known. */
export function useByHeading(heading: string): ColumnUse | null {
  const words =
    heading
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]+\d?|[%#]/g) ?? [];
  if (heading.length > 60) return null;
  const has: Has = (...sought) => words.some((word) => sought.includes(word));
  return headings.find(([, holds]) => holds(has, words))?.[0] ?? null;
}

/** A number that a question or requirement is known by: `1.2`, `Q3`, `4a)`, `R-12`. */
export const numberPattern = /^(?:[a-z]{1,4}[\s.-]?)?\d+(?:[.-]\d+)*(?:\.?[a-z])?[.):]?$/i;

/** What the cells of a column look like where no heading says it; `null` for words, `unknown` for numbers that could be anything. */
export function useByContents(cells: readonly string[], isFirst: boolean): ColumnUse | null {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return 'ignore';
  const most = (pattern: RegExp): boolean => filled.filter((cell) => pattern.test(cell)).length >= filled.length * 0.7;
  if (most(/^\d+(?:[.,]\d+)?\s*%$/)) return 'weight';
  if (most(/^\D{0,16}\d[\d,]*\s*w(?:ords?)?\b.{0,24}$/i)) return 'words';
  if (most(/^\D{0,16}\d[\d,]*\s*char(?:acter)?s?\b.{0,24}$/i)) return 'characters';
  if (most(/^\D{0,16}\d+\s*(?:pages?|sides?)\b.{0,24}$/i)) return 'pages';
  const numbers = filled.map(Number);
  const sum = numbers.reduce((total, number) => total + number, 0);
  const isNumeric = most(/^\d+(?:\.\d+)?$/) && numbers.every((number) => !Number.isNaN(number));
  if (isNumeric && filled.length > 1 && Math.abs(sum - 1) < 0.005) return 'fraction';
  if (isNumeric && filled.length > 1 && Math.abs(sum - 100) < 0.05) return 'weight';
  if (isFirst && most(numberPattern)) return 'number';
  return isNumeric ? 'unknown' : null;
}
