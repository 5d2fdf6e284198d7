import type { CapabilityCell, Confidence, Level } from './capability.ts';
import { type CoverageState, stateOf } from '../bid/coverage.ts';
import { foldText } from '../basics/foldText.ts';
import { keysOf } from '../basics/keysOf.ts';
import { err, ok, type Result } from '../basics/result.ts';

/** The levels as one says them, beside the digit. */
export const levelWords: Readonly<Record<Level, string>> = {
  0: 'none',
  1: 'aware',
  2: 'with support',
  3: 'delivers',
  4: 'leads',
};

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  claimed: 'claimed',
  selfEvidenced: 'self-evidenced',
  verified: 'verified',
};

/** From this level on an organisation does the work today and without help, so that a bid can stand on it. */
export const deliveryLevel: Level = 3;

/**
 * The cell at another level. What was shown or checked was the old level, so that the new one is claimed until somebody
 * says otherwise; the note stays.
 */
export function withLevel(cell: CapabilityCell | null, level: Level): CapabilityCell {
  if (cell?.level === level) return cell;
  return { level, confidence: 'claimed', note: cell?.note ?? '' };
}

/** A cell in words: `3 delivers, verified`; `unknown` where nothing has been said. */
export function cellInWords(cell: CapabilityCell | undefined): string {
  if (cell === undefined) return 'unknown';
  return `${cell.level} ${levelWords[cell.level]}, ${confidenceWords[cell.confidence]}`;
}

/** A cell for a spreadsheet, as `readCell` reads it: `3 verified: ISO 14001 held`; nothing for an unknown one. */
export function cellToText(cell: CapabilityCell | undefined): string {
  if (cell === undefined) return '';
  const said = `${cell.level} ${confidenceWords[cell.confidence]}`;
  return cell.note === '' ? said : `${said}: ${cell.note}`;
}

/** A cell as somebody wrote it; what is `null` was not said. */
export interface WrittenCell {
  readonly level: Level;
  readonly confidence: Confidence | null;
  readonly note: string | null;
}

/**
 * Reads a cell from a spreadsheet: a level as a digit or its word, then a confidence as its word or first letter, then a
 * note after a colon. Nothing, `?`, a dash and `unknown` are `null`: not known. What means none of that is the error.
 */
export function readCell(text: string): Result<WrittenCell | null, string> {
  const [said = '', ...rest] = text.split(':');
  const note = rest.length === 0 ? null : rest.join(':').trim();
  const words = foldText(said)
    .replaceAll(/[\s,;()-]+/g, ' ')
    .trim();
  if (['', '?', 'unknown', '–', '—'].includes(words)) return note === null ? ok(null) : err(text);
  for (const level of [0, 1, 2, 3, 4] as const) {
    for (const word of [String(level), `${level}.0`, levelWords[level]]) {
      if (!words.startsWith(word)) continue;
      const after = words.slice(word.length).trim().replace(levelWords[level], '').trim();
      if (after === '') return ok({ level, confidence: null, note });
      const confidence = keysOf(confidenceWords).find((key) => isWordFor(after, confidenceWords[key]));
      if (confidence !== undefined) return ok({ level, confidence, note });
    }
  }
  return err(text);
}

/** The cell as it becomes where somebody wrote this over it; what was not said stays, as far as the level allows. */
export function withWritten(cell: CapabilityCell | null, { level, confidence, note }: WrittenCell): CapabilityCell {
  const levelled = withLevel(cell, level);
  return { ...levelled, confidence: confidence ?? levelled.confidence, note: note ?? levelled.note };
}

function isWordFor(text: string, word: string): boolean {
  return text === word[0] || text === word.replace('-', ' ');
}

/** How deep a capability is: how many of the organisations deliver or lead in it, and of how many that is not known. */
export interface Depth {
  readonly delivers: number;
  readonly leads: number;
  readonly notKnown: number;
  /** As for a requirement whose minimum level is to deliver: `single` is a single point of dependency. */
  readonly state: CoverageState;
}

/** The depth of one capability over the cells of all organisations; `undefined` is an unknown one. */
export function depthOf(cells: readonly (CapabilityCell | undefined)[]): Depth {
  const notKnown = cells.filter((cell) => cell === undefined).length;
  const delivers = cells.filter((cell) => cell !== undefined && cell.level >= deliveryLevel).length;
  const leads = cells.filter((cell) => cell?.level === 4).length;
  return { delivers, leads, notKnown, state: stateOf(delivers, notKnown) };
}

/** Thinnest first: by how many deliver, then by how many lead; among equals, what is less known is thinner. */
export function compareDepth(a: Depth, b: Depth): number {
  return a.delivers - b.delivers || a.leads - b.leads || b.notKnown - a.notKnown;
}
