import { type ColumnUse, numberPattern, useByContents, useByHeading } from './columnUses.ts';
import { plainCell } from './cellValues.ts';
import { readSheetText } from './sheetText.ts';

/** A list as it was pasted, cell by cell, with what its columns seem to hold. */
export interface PastedList {
  /** Rows with something in them, each as long as the longest. */
  readonly rows: readonly (readonly string[])[];
  /** The row of headings; `null` where there is none. */
  readonly headAt: number | null;
  readonly uses: readonly ColumnUse[];
}

/** What is to become of a row. */
export type RowRole = 'add' | 'section' | 'leave';

export interface PastedRow {
  /** The place of the row in `PastedList.rows`. */
  readonly at: number;
  readonly role: RowRole;
  /** Why a row is not added; `''` where there is nothing to say. */
  readonly remark: string;
  /** Whether the person should look at what was guessed of it. */
  readonly isDoubtful: boolean;
  readonly cells: readonly string[];
  /** The section heading above the row. */
  readonly section: string;
}

/** What a row comes to. */
export interface ReadRow<T> {
  readonly value: T;
  /** What was not understood, and stays in the text; `''` where all was. */
  readonly remark: string;
}

/** How one kind of list is read. */
export interface ListKind {
  /** What its columns may hold; of any other use that a heading suggests, the column is left out. */
  readonly uses: readonly ColumnUse[];
  /** Which column of words is the text where no heading says it. */
  readonly text: 'longest' | 'first';
  /** What the heading of a section looks like: one filled cell between fuller rows, or one that ends with a colon. */
  readonly sections: 'alone' | 'colon';
}

const headingSearch = 6;

/** Reads a pasted list and guesses its columns: by their headings, or else by what stands in them. */
export function readList(text: string, kind: ListKind): PastedList {
  const read = readSheetText(text)
    .rows.map((cells) => cells.map(plainCell))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const width = Math.max(0, ...read.map(({ length }) => length));
  const rows = read.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? ''));
  const head = rows.slice(0, headingSearch).findIndex((cells) => isHead(cells));
  const headAt = head === -1 ? null : head;
  const body = rows.slice(headAt === null ? 0 : headAt + 1);
  const heads = headAt === null ? [] : (rows[headAt] ?? []);
  // Headings of sections and totals say nothing about what a column holds.
  const entries = body.filter((cells) => width === 1 || !(isAlone(cells) || isTotal(cells)));
  const guessed = Array.from({ length: width }, (_, at) =>
    guess(
      heads[at] ?? '',
      (entries.length > 0 ? entries : body).map((cells) => cells[at] ?? ''),
      at,
    ),
  );
  return { rows, headAt, uses: width === 1 ? ['text'] : settled(guessed, body, kind) };
}

function isAlone(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell !== '').length === 1;
}

function isTotal(cells: readonly string[]): boolean {
  return /^(?:(?:grand|sub|overall)[ -]?)?totals?\b[^?]{0,40}$/i.test(cells.find((cell) => cell !== '') ?? '');
}

/** A row whose cells name at least two columns, or the only one. */
function isHead(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [only] = filled;
  if (cells.length === 1)
    return only !== undefined && /^(?:questions?|requirements?|capabilit(?:y|ies)|names?):?$/i.test(only);
  const uses = filled.map(useByHeading).filter((use) => use !== null);
  const isSentence = filled.some((cell) => numberPattern.test(cell) || /\?\s*$/.test(cell));
  return !isSentence && new Set(uses).size >= 2 && uses.length >= filled.length / 2;
}

function guess(heading: string, cells: readonly string[], at: number): ColumnUse | null {
  const use = useByHeading(heading);
  const looks = useByContents(cells, at === 0);
  if (use === 'weight') return looks === 'fraction' || areFractions(cells) ? 'fraction' : 'weight';
  return use ?? looks;
}

/** Weights of a column of whose heading is known, all below 1 and none with a sign. */
function areFractions(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const numbers = filled.map(Number);
  return (
    filled.length > 0 && numbers.every((number) => number <= 1) && numbers.some((number) => number > 0 && number < 1)
  );
}

/** The guesses made to fit: one column for each use but texts; what has no heading is told by the length of its words. */
function settled(
  guessed: readonly (ColumnUse | null)[],
  body: readonly (readonly string[])[],
  { uses, text }: ListKind,
): readonly ColumnUse[] {
  const lengthOf = (at: number): number => body.reduce((sum, cells) => sum + (cells[at] ?? '').length, 0);
  const inWords = guessed.flatMap((use, at) => (use === null ? [at] : []));
  const found = text === 'first' ? inWords[0] : inWords.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const main = guessed.includes('text') ? guessed.indexOf('text') : (found ?? -1);
  const taken = new Set<ColumnUse>();
  return guessed.map((use, at): ColumnUse => {
    const isShort = lengthOf(at) < 60 * body.length;
    // Short words before the text name the section, further words belong to it.
    const wanted =
      use ?? (at === main ? 'text' : at < main && isShort && uses.includes('section') ? 'section' : 'description');
    const settled = uses.includes(wanted) ? wanted : wanted === 'description' ? 'text' : 'ignore';
    if (settled === 'text' || settled === 'unknown') return settled;
    const key = settled === 'fraction' ? 'weight' : settled;
    if (taken.has(key)) return 'ignore';
    taken.add(key);
    return settled;
  });
}

/** The rows with what becomes of each, by the person's choice or else by what stands in them; none is dropped. */
export function rowsOf(
  { rows, headAt }: PastedList,
  uses: readonly ColumnUse[],
  chosen: ReadonlyMap<number, RowRole>,
  kind: ListKind,
): readonly PastedRow[] {
  let section = '';
  return rows.map((cells, at): PastedRow => {
    const guessed =
      headAt !== null && at <= headAt
        ? { role: 'leave' as const, remark: at === headAt ? 'Headings of the columns' : 'Above the headings' }
        : roleOf(cells, uses, kind);
    const role = chosen.get(at) ?? guessed.role;
    const own = cells[uses.indexOf('section')] ?? '';
    if (role === 'section') section = cells.find((cell) => cell !== '') ?? '';
    // Of cells merged downwards only the first holds the words.
    else if (role === 'add' && own !== '') section = own;
    const remark = role === guessed.role ? guessed.remark : '';
    return { at, role, remark, isDoubtful: remark !== '' && at !== headAt, cells, section };
  });
}

function roleOf(
  cells: readonly string[],
  uses: readonly ColumnUse[],
  { sections }: ListKind,
): { readonly role: RowRole; readonly remark: string } {
  const first = cells.find((cell) => cell !== '') ?? '';
  const isTable = uses.filter((use) => use !== 'ignore').length > 1;
  if (isTable && isTotal(cells)) {
    return { role: 'leave', remark: 'Looks like a total' };
  }
  const isHeading = (cell: string, use: ColumnUse): boolean => {
    if (cell.length > 100 || cell.endsWith('?')) return false;
    if (sections === 'colon') return cell.endsWith(':');
    if (use === 'number') return !numberPattern.test(cell);
    // Where entries are numbered, one without a number and anything else is none.
    return isTable && (use === 'section' || use === 'ignore' || (use === 'text' && uses.includes('number')));
  };
  if (isAlone(cells) && isHeading(first, uses[cells.indexOf(first)] ?? 'ignore'))
    return { role: 'section', remark: '' };
  const hasText = cells.some((cell, at) => uses[at] === 'text' && cell !== '');
  return hasText ? { role: 'add', remark: '' } : { role: 'leave', remark: 'Nothing in the column of the text' };
}
