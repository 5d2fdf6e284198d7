import type { Question } from '../../../../../shared/domain/bid/bid.ts';
import { readSheet } from '../../../ui/matrix/sheetText.ts';
import { optionalWeightForm, readLimit } from './questionForms.ts';

export type QuestionLine = Pick<Question, 'number' | 'section' | 'text' | 'weight' | 'limit'>;

type Column = keyof QuestionLine;

/**
 * The buyer's questions from a table or a list that was copied: the columns are known by their heads, or else by what
 * stands in them. Words are never left out: what has no column of its own stays in the text of the question.
 */
export function readQuestionLines(pasted: string): readonly QuestionLine[] {
  const rows = readSheet(pasted)
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [head, ...rest] = rows;
  const columns = head === undefined ? null : columnsOf(head);
  if (columns !== null) return rest.map((cells) => fromColumns(cells, columns));
  return rows.map((cells) => {
    const filled = cells.filter((cell) => cell !== '');
    const [only] = filled;
    return filled.length === 1 && only !== undefined ? fromSentence(only) : fromCells(filled);
  });
}

const headWords: readonly (readonly [Column, RegExp])[] = [
  ['limit', /limit|max|words?\b|characters?\b/i],
  ['weight', /weight|%|marks|score/i],
  ['section', /section|theme|part|lot/i],
  ['number', /^(?:no\.?|nr|#|ref(?:erence)?|number|item|q(?:uestion)? ?(?:no\.?|number|ref|#))$/i],
  ['text', /question|requirement|text|description|criteri/i],
];

/** The columns by their heads; `null` where the first row is no row of heads. */
function columnsOf(head: readonly string[]): readonly (Column | null)[] | null {
  const columns = head.map(
    (cell) => headWords.find(([, pattern]) => cell.length < 40 && pattern.test(cell))?.[0] ?? null,
  );
  const known = new Set(columns.filter((column) => column !== null));
  return known.size >= 2 && known.has('text') && !head.some((cell) => /^\d/.test(cell)) ? columns : null;
}

const nothing: QuestionLine = { number: '', section: '', text: '', weight: null, limit: { kind: 'none', value: 0 } };

function fromColumns(cells: readonly string[], columns: readonly (Column | null)[]): QuestionLine {
  return cells.reduce((line, cell, index) => (cell === '' ? line : put(line, columns[index] ?? null, cell)), nothing);
}

/** The line with one cell more; what the column cannot take goes into the text. */
function put(line: QuestionLine, column: Column | null, cell: string): QuestionLine {
  if (column === 'number' || column === 'section') {
    return line[column] === '' ? { ...line, [column]: cell } : { ...line, text: joined(line.text, cell) };
  }
  if (column === 'weight') {
    const weight = optionalWeightForm.read(cell);
    if (weight.ok) return { ...line, weight: weight.value };
  }
  if (column === 'limit') {
    const limit = readLimit(cell);
    if (limit !== null) return { ...line, limit };
  }
  return { ...line, text: joined(line.text, cell) };
}

function joined(text: string, more: string): string {
  return text === '' ? more : `${text}\n${more}`;
}

const numberPattern = /^(?:q(?:uestion)?\s*)?\d+(?:\.\d+)*(?:\.?[a-z])?[.):]?$/i;

/** By what stands in the cells: a number first, percentages and lengths, and of the rest the longest is the question. */
function fromCells(cells: readonly string[]): QuestionLine {
  const kinds = cells.map((cell, index): Column | null => {
    if (index === 0 && numberPattern.test(cell)) return 'number';
    if (/^\d+(?:\.\d+)?\s*%$/.test(cell)) return 'weight';
    return /^\D{0,10}\d[\d,]*\s*(?:words?|char(?:acter)?s?)\b/i.test(cell) && readLimit(cell) !== null ? 'limit' : null;
  });
  const words = cells.filter((_, index) => kinds[index] === null);
  const longest = words.toSorted((a, b) => b.length - a.length)[0];
  const sectionAt = words[0] !== longest && (words[0] ?? '').length < 60 ? cells.indexOf(words[0] ?? '') : -1;
  return fromColumns(
    cells.map((cell, index) => (kinds[index] === 'number' ? cell.replace(/[.):]$/, '') : cell)),
    kinds.map((kind, index) => (index === sectionAt ? 'section' : kind)),
  );
}

/** A question in one piece, such as `1.2 How will you … (500 words, 20%)`; its text stays whole but for the number. */
function fromSentence(sentence: string): QuestionLine {
  // A bare number may be part of the sentence: it counts only after Q or before a full stop.
  const found =
    /^(?:q(?:uestion)?\s*(\d[\d.]*[a-z]?)[.):]?|(\d+(?:\.\d+)+[a-z]?)[.):]?|(\d{1,3}[a-z]?)[.):])\s+(?=\S)/i.exec(
      sentence,
    );
  const number = found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
  const limit = /(\d[\d,]*)\s*(?:words?|characters?)\b/i.exec(sentence)?.[0];
  const weight = /(\d+(?:\.\d+)?)\s*%/.exec(sentence)?.[1];
  return {
    ...nothing,
    number: number.replace(/\.$/, ''),
    text: sentence.slice(found?.[0].length ?? 0),
    weight: weight === undefined || Number(weight) > 100 ? null : Number(weight),
    limit: (limit === undefined ? null : readLimit(limit)) ?? nothing.limit,
  };
}
