/** How many records of one table something would add, and take away or alter, and how many there are before. */
export interface ChangeSize {
  readonly added: number;
  readonly altered: number;
  readonly total: number;
}

const many = 50;
/** In a table that is smaller than this a share says nothing: one record of four is a quarter. */
const smallTable = 10;
const share = 0.2;

/**
 * Whether a change is so large that a person is asked first, although it is undone in one step: over 50 records of one
 * table, or over 20 % of a table of ten or more. What is added leaves the others as they are, and counts by number alone.
 */
export function isMassChange({ added, altered, total }: ChangeSize): boolean {
  return Math.max(added, altered) > many || (total >= smallTable && altered > total * share);
}
