import type { Requirement } from '../../domain/bid/bid.ts';
import { readMandatory, readWeight, statedIn } from './cellValues.ts';
import type { ColumnUse } from './columnUses.ts';
import type { ListKind, PastedRow, ReadRow } from './pastedList.ts';
import { takenCells } from './takenCells.ts';

export type PastedRequirement = Pick<Requirement, 'text' | 'weight' | 'mandatory'>;

export const requirementList: ListKind = {
  uses: ['number', 'text', 'weight', 'fraction', 'mandatory', 'unknown'],
  text: 'longest',
  sections: 'alone',
};

/** The requirement in each row; a number stays before its text, a bullet goes, and what a column cannot take stays in the text. */
export function readRequirements(
  rows: readonly PastedRow[],
  uses: readonly ColumnUse[],
): readonly ReadRow<PastedRequirement>[] {
  return rows.map(({ cells }) => {
    const { texts, take, remark } = takenCells();
    let number: string | null = null;
    let weight: number | null = null;
    let mandatory: boolean | null = null;
    for (const [at, cell] of cells.entries()) {
      const use = uses[at] ?? 'ignore';
      if (cell === '' || use === 'ignore') continue;
      if (use === 'number') number = take(number, cell, cell, 'number');
      else if (use === 'weight' || use === 'fraction') {
        weight = take(weight, cell, readWeight(cell, use === 'fraction'), 'weight');
      } else if (use === 'mandatory') mandatory = take(mandatory, cell, readMandatory(cell), 'yes or no');
      else texts.push(cell);
    }
    const text = texts.join('\n').replace(bullet, '').trim();
    return {
      value: {
        text: number === null || text === '' ? text : `${number} ${text}`,
        weight: weight ?? statedIn(text).weight ?? 0,
        mandatory: mandatory ?? false,
      },
      remark: remark(),
    };
  });
}

/** What lists put before an entry. */
export const bullet = /^\s*[•●▪◦‣·*–—-]\s+/u;
