import type { Requirement } from '../../domain/bid/bid.ts';
import { readMandatory, readWeight, statedIn } from './cellValues.ts';
import type { ColumnUse } from './columnUses.ts';
import type { ListKind, PastedRow, ReadRow } from './pastedList.ts';

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
    const remarks: string[] = [];
    const texts: string[] = [];
    let number = '';
    let weight: number | null = null;
    let mandatory: boolean | null = null;
    const refuse = (cell: string, what: string): void => {
      texts.push(cell);
      remarks.push(`“${cell}” is no ${what} and stays in the text`);
    };
    for (const [at, cell] of cells.entries()) {
      const use = uses[at] ?? 'ignore';
      if (cell === '' || use === 'ignore') continue;
      if (use === 'number') number = cell;
      else if (use === 'weight' || use === 'fraction') {
        weight = readWeight(cell, use === 'fraction');
        if (weight === null) refuse(cell, 'weight');
      } else if (use === 'mandatory') {
        mandatory = readMandatory(cell);
        if (mandatory === null) refuse(cell, 'yes or no');
      } else texts.push(cell);
    }
    const text = texts.join('\n').replace(bullet, '').trim();
    return {
      value: {
        text: number === '' || text === '' ? text : `${number} ${text}`,
        weight: weight ?? statedIn(text).weight ?? 0,
        mandatory: mandatory ?? false,
      },
      remark: remarks.join('. '),
    };
  });
}

/** What lists put before an entry. */
export const bullet = /^\s*[•●▪◦‣·*–—-]\s+/u;
