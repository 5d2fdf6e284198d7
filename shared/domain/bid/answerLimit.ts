import type { AnswerLimit } from './bid.ts';

/** What a limit counts. Words and characters are counted as they are typed; pages show only in the finished document. */
export type LimitUnit = Exclude<AnswerLimit['kind'], 'none'>;

export const noLimit: AnswerLimit = { kind: 'none', value: 0 };

/** For reading: `500 words`, `1 page`; `''` where there is none. */
export function formatLimit({ kind, value }: AnswerLimit): string {
  if (kind === 'none' || value <= 0) return '';
  return `${value.toLocaleString('en-GB')} ${value === 1 ? kind.slice(0, -1) : kind}`;
}

/** What the buyer gives for an answer, for reading: `15%`, `10 marks`, `15%, 10 marks`; `''` where it says neither. */
export function worthOf(weight: number | null, marks: number | null): string {
  const parts = [
    weight === null ? '' : `${weight}%`,
    marks === null ? '' : `${marks} ${marks === 1 ? 'mark' : 'marks'}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const units: readonly (readonly [RegExp, LimitUnit])[] = [
  [/\bw(?:ords?|ds?)?\b/, 'words'],
  [/\bc(?:har(?:s|acters?)?)?\b/, 'characters'],
  [/\b(?:pages?|pp?|sides?)\b|\ba4\b/, 'pages'],
];

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * A limit as buyers write it: `500 words`, `max 1,500 words`, `2,000 characters`, `two sides of A4`; of a range the upper end.
 * `unit` is what a bare number counts, where a heading says so. `null` where it cannot be understood: a number alone could be any.
 */
export function readLimit(typed: string, unit: LimitUnit | null = null): AnswerLimit | null {
  const text = typed.normalize('NFKC').toLowerCase().trim();
  if (/^(?:|[-–—]|n\/?a|none|no (?:word |character |page )?limit|unlimited|not applicable)$/.test(text)) return noLimit;
  const inDigits = text.replaceAll(/\b[a-z]+\b/g, (word) =>
    numbers.includes(word) ? String(numbers.indexOf(word)) : word,
  );
  // The 4 of A4 is no count.
  const counts = (inDigits.replaceAll(/\ba4\b/g, '').match(/\d[\d,\s]*/g) ?? []).map((found) =>
    Number(found.replaceAll(/[,\s]/g, '')),
  );
  const isRange = counts.length === 2 && /\d\s*(?:[-–—]|to)\s*\d/.test(inDigits);
  const value = isRange ? Math.max(...counts) : (counts[0] ?? Number.NaN);
  const named = units.filter(([pattern]) => pattern.test(inDigits.replaceAll(/(?<=\d)(?=[a-z])/g, ' ')));
  const kind = named.length === 1 ? named[0]?.[1] : named.length === 0 ? unit : null;
  if ((counts.length !== 1 && !isRange) || !Number.isSafeInteger(value) || value <= 0) return null;
  // Beside the count and its unit nothing may stand that could change its meaning.
  const rest = inDigits.replaceAll(/\d[\d,\s]*|[^a-z]+/g, ' ').split(/\s+/);
  return (kind ?? null) === null || !rest.every((word) => mayStand.has(word)) ? null : { kind: kind ?? 'words', value };
}

const mayStand = new Set(
  (
    ' w words word wd wds c char chars character characters page pages p pp side sides a a4 of max maximum up to limit ' +
    'no more than not exceed exceeding about approx approximately excluding including spaces incl excl total per ' +
    'question response answer and the diagrams tables only each single sided'
  ).split(' '),
);
