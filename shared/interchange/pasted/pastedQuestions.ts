import { noLimit, readLimit } from '../../domain/bid/answerLimit.ts';
import type { Question } from '../../domain/bid/bid.ts';
import { readMarks, readWeight, statedIn } from './cellValues.ts';
import type { ColumnUse } from './columnUses.ts';
import type { ListKind, PastedRow, ReadRow } from './pastedList.ts';
import { takenCells } from './takenCells.ts';

/** A question of the buyer as a row of a pasted list gives it. */
export type PastedQuestion = Pick<Question, 'number' | 'section' | 'text' | 'weight' | 'limit'> & {
  readonly marks: number | null;
};

export const questionList: ListKind = {
  uses: [
    'number',
    'section',
    'text',
    'weight',
    'fraction',
    'marks',
    'limit',
    'words',
    'characters',
    'pages',
    'unknown',
  ],
  text: 'longest',
  sections: 'alone',
};

/**
 * The question in each row. What a column cannot take stays in the text of the question and is told. A weight, marks or limit
 * that no column gives is taken from the text where that states it. Percentages in last brackets are weights although
 * nothing says so where two questions or more end in one, and all of them together do not pass 100.
 */
export function readQuestions(
  rows: readonly PastedRow[],
  uses: readonly ColumnUse[],
): readonly ReadRow<PastedQuestion>[] {
  const read = rows.map((row) => ({ row, ...readQuestion(row, uses) }));
  const last = read.flatMap(({ row, value, lastPercentage }) =>
    row.role === 'add' && value.weight === null && lastPercentage !== null ? [lastPercentage] : [],
  );
  const areWeights = last.length > 1 && last.reduce((sum, one) => sum + one, 0) <= 100;
  return read.map(({ value, remark, lastPercentage }) => ({
    value: areWeights ? { ...value, weight: value.weight ?? lastPercentage } : value,
    remark,
  }));
}

function readQuestion({ cells, section }: PastedRow, uses: readonly ColumnUse[]) {
  const { texts, take, remark } = takenCells();
  let number: string | null = null;
  let weight: number | null = null;
  let marks: number | null = null;
  let limit: Question['limit'] | null = null;
  for (const [at, cell] of cells.entries()) {
    const use = uses[at] ?? 'ignore';
    if (cell === '' || use === 'ignore' || use === 'section') continue;
    if (use === 'number') number = take(number, cell, cell.replace(/[.):]$/, ''), 'number');
    else if (use === 'weight' || use === 'fraction') {
      weight = take(weight, cell, readWeight(cell, use === 'fraction'), 'weight');
    } else if (use === 'marks') marks = take(marks, cell, readMarks(cell), 'number of marks');
    else if (isLimit(use)) {
      const read = readLimit(cell, limitUnits[use]);
      // A column that gives no limit says nothing of the others.
      if (read?.kind !== 'none') limit = take(limit, cell, read, 'limit with a unit');
    } else texts.push(cell);
  }
  const own = numbered(texts[0] ?? '', number ?? '');
  const text = [own.text, ...texts.slice(1)].join('\n').trim();
  const stated = statedIn(text);
  return {
    value: {
      number: own.number,
      section,
      text,
      weight: weight ?? stated.weight,
      marks: marks ?? stated.marks,
      limit: limit ?? stated.limit ?? noLimit,
    },
    remark: remark(),
    lastPercentage: stated.lastPercentage,
  };
}

const limitUnits = { limit: null, words: 'words', characters: 'characters', pages: 'pages' } as const;

function isLimit(use: ColumnUse): use is keyof typeof limitUnits {
  return use in limitUnits;
}

/** The number that a text begins with, where no column gives one: a bare number may be part of the sentence. */
function numbered(text: string, number: string): { readonly number: string; readonly text: string } {
  if (number !== '') return { number, text };
  const found =
    /^(?:q(?:uestion)?\s*(\d[\d.]*[a-z]?)[.):]?|(\d+(?:\.\d+)+[a-z]?)[.):]?|(\d{1,3}[a-z]?)[.):])\s+(?=\S)/i.exec(text);
  const own = found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
  return { number: own.replace(/\.$/, ''), text: text.slice(found?.[0].length ?? 0) };
}
