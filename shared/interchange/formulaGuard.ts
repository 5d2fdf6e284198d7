/**
 * What a spreadsheet would run as a formula: a cell that begins with = + - @, in any of their forms and after anything that does
 * not show, or with a tab or line break. Programs drop what does not show (a zero-width space, a mark that turns the direction,
 * NUL, a byte order mark) before they look at the first character; and a formula counts as one whatever follows it in the cell.
 */
export const formula = /^[\s\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u;

/** The cell with an apostrophe before it where it would be run, as OWASP advises; a reader takes that one apostrophe off. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}
