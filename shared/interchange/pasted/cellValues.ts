import { readLimit } from '../../domain/bid/answerLimit.ts';
import type { AnswerLimit } from '../../domain/bid/bid.ts';

/** A cell's text as it is shown: one kind of line break and space, nothing invisible around it. */
export function plainCell(cell: string): string {
  return cell
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u200B\u200C\u2060\uFEFF]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim();
}

/** The only number in a cell; `null` where there is none or more than one. */
function onlyNumber(cell: string): number | null {
  const found = cell.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const [first] = found;
  if (first === undefined || found.length > 1 || /[-−]\s*\d/.test(cell)) return null;
  const number = Number(/,\d{3}\b/.test(first) ? first.replaceAll(',', '') : first.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

/** A weight in per cent, to a hundredth: `15%`, `12.5 %`, `15`; of a column of fractions `0.15`. `null` where it is none. */
export function readWeight(cell: string, isFraction: boolean): number | null {
  const number = onlyNumber(cell);
  const words = cell.replaceAll(/[\d.,%()*\s]/g, '').toLowerCase();
  if (number === null || !/^(?:|percent|percentage|weight(?:ing)?:?)$/.test(words)) return null;
  const weight = Math.round(number * (isFraction && !cell.includes('%') ? 10_000 : 100)) / 100;
  return weight > 100 ? null : weight;
}

/** The most marks that an answer can get: `10`, `10 marks`, `/10`, `0-5`. `null` where it is none. */
export function readMarks(cell: string): number | null {
  const found =
    /^(?:max(?:imum)?\.?|out of|\/|0\s*(?:[-–—]|to))?\s*(\d+(?:\.\d+)?)\s*(?:marks?|points?|max(?:imum)?\.?)?$/i.exec(
      cell.trim(),
    );
  return found === null ? null : Number(found[1]);
}

/** Whether a requirement must be met; `null` where the cell does not say. */
export function readMandatory(cell: string): boolean | null {
  if (/^(?:m|mandatory|must(?: have)?|essential|e|required|yes|y|x|✓|true|pass ?\/ ?fail)$/i.test(cell)) return true;
  return /^(?:d|desirable|should(?: have)?|could(?: have)?|optional|no|n|false|)$/i.test(cell) ? false : null;
}

/** What a sentence says of itself beside what it asks. */
export interface Stated {
  readonly weight: number | null;
  readonly marks: number | null;
  readonly limit: AnswerLimit | null;
  /** A percentage at the end of the sentence, which may be its weight or part of what it asks. */
  readonly lastPercentage: number | null;
}

const percentage = String.raw`(\d{1,3}(?:\.\d+)?)\s*(?:%|per cent|percent)`;
const weightBefore = new RegExp(String.raw`\bweight(?:ed|ing|age)?\s*(?:of|at|is|[:=–—-])*\s*${percentage}`, 'i');
const weightAfter = new RegExp(
  String.raw`${percentage}\s*(?:weight(?:ing|age)?\b|of (?:the )?(?:total |overall |available |quality )*(?:marks?|scores?|weighting|points?)\b)`,
  'i',
);
const counted = String.raw`(\d[\d,]*|one|two|three|four|five|six)\s*(words?|characters?|chars?|pages?|sides?)\b`;
const limitBefore = new RegExp(
  String.raw`\b(?:max(?:imum)?\.?(?: of)?|up to|limit(?:ed)?(?: is| to| of|:)?|no more than|not exceed(?:ing)?|within|in|under|word count:?)\s*${counted}`,
  'i',
);
const limitAfter = new RegExp(String.raw`${counted}\s*(?:\(?(?:max(?:imum)?|limit|or (?:less|fewer)))\b`, 'i');

/**
 * The weight, marks and limit that a question states in its own text: named as such, or alone between commas in a last
 * bracket (`(500 words, 20%)`). A percentage or a number of words in what is asked is neither.
 */
export function statedIn(sentence: string): Stated {
  const bracket = /[([]([^()[\]]*)[)\]][\s.?!*]*$/.exec(sentence);
  const parts = (bracket?.[1] ?? '').split(/[,;|/·]| and | [-–—] /).map((part) => part.trim());
  const alone = (pattern: string): string | undefined =>
    parts.map((part) => new RegExp(`^${pattern}$`, 'i').exec(part)?.[0]).find((part) => part !== undefined);
  const aloneWeight = alone(percentage);
  const atEnd = new RegExp(String.raw`(?:[?.]|\s[–—-])\s+${percentage}[\s.]*$`, 'i').exec(sentence)?.[1];
  const before = sentence.slice(0, bracket?.index ?? sentence.length).trim();
  const isBeside = aloneWeight !== undefined && (parts.length > 1 || /[?.:]$/.test(before));
  const weight = weightBefore.exec(sentence)?.[1] ?? weightAfter.exec(sentence)?.[1] ?? atEnd;
  const marks = /\b(?:marks?|score|points?)(?: available)?\s*[:=]?\s*(\d+)\b|\b(\d+)\s*(?:marks?|points?)\b/i.exec(
    bracket?.[1] ?? '',
  );
  const limit = (limitBefore.exec(sentence) ?? limitAfter.exec(sentence))?.slice(1, 3).join(' ') ?? alone(counted);
  return {
    weight: asWeight(weight ?? (isBeside ? aloneWeight : undefined)),
    marks: marks === null ? null : Number(marks[1] ?? marks[2]),
    limit: limit === undefined ? null : readLimit(limit),
    lastPercentage: asWeight(isBeside ? undefined : aloneWeight),
  };
}

function asWeight(found: string | undefined): number | null {
  return found === undefined ? null : readWeight(found, false);
}
