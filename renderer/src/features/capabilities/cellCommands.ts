import type { CapabilityCell, Confidence, Level } from '../../../../shared/domain/capability/capability.ts';
import {
  cellToText,
  confidenceWords,
  levelWords,
  readCell,
  withLevel,
  withWritten,
} from '../../../../shared/domain/capability/capabilityCells.ts';
import { askingFirst } from '../../parts/massChange.ts';
import { setCells } from '../../store/commands/capabilities.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import type { Store } from '../../store/store.ts';
import { type Commit, withField } from '../../ui/draft.ts';
import { type Block, blockOf, placesIn, type Selection, type Size } from '../../ui/matrix/selection.ts';
import { readSheet, writeSheet } from '../../../../shared/interchange/pasted/sheetText.ts';
import type { CellKey, Sheet } from './sheet.ts';

type Change = (now: CapabilityCell | null) => CapabilityCell | null;

/** What can be done with cells, each as one step of the history. The answer is `null`, or why nothing was stored. */
export interface CellCommands {
  readonly setLevel: (level: Level) => Promise<string | null>;
  readonly setConfidence: (confidence: Confidence) => Promise<string | null>;
  readonly setNote: Commit<string>;
  readonly clear: () => Promise<string | null>;
}

export function cellCommands(store: Store, keys: readonly CellKey[]): CellCommands {
  const change = async (what: string, cell: Change): Promise<string | null> => {
    const edits = keys.map(({ organisation, capability }) => ({
      organisationId: organisation.id,
      capabilityId: capability.id,
      cell,
    }));
    const label = `${nameOf(keys)}: ${what}`;
    const outcome = await askingFirst((confirmed) => setCells(store, edits, label, confirmed));
    return outcome === null || outcome.ok ? null : problemSentence(outcome.error);
  };
  return {
    setLevel: (level) => change(`${level} ${levelWords[level]}`, (now) => withLevel(now, level)),
    setConfidence: (confidence) =>
      change(confidenceWords[confidence], (now) => (now === null ? null : { ...now, confidence })),
    setNote: (note, mayReplace) =>
      change('evidence note', (now) => (now === null ? null : withField(now, 'note', note, mayReplace))),
    clear: () => change('unknown', () => null),
  };
}

/** The selected cells as a spreadsheet takes them. */
export function copyCells(sheet: Sheet, selection: Selection): string {
  const { top, bottom, left, right } = blockOf(selection);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return writeSheet(
    rows.map((row) => placesIn({ top: row, bottom: row, left, right }).map((place) => cellToText(sheet.cellAt(place)))),
  );
}

/** Puts what was copied, here or in a spreadsheet, over the selected cells: all of it or nothing; no `target` where the person would rather not. */
export async function pasteCells(
  store: Store,
  sheet: Sheet,
  selection: Selection,
  text: string,
): Promise<{ readonly problem: string } | { readonly target: Block | null }> {
  const size = { rows: sheet.rows.length, columns: sheet.columns.length };
  const block = readSheet(text);
  const target = targetOf(block, blockOf(selection), size);
  if (target === null) return { problem: tooLarge(block) };
  const width = target.right - target.left + 1;
  const places = placesIn(target);
  const written = places.map((_, at) => readCell(sourceOf(block, Math.floor(at / width), at % width)));
  const wrong = written.find((one) => !one.ok);
  if (wrong?.ok === false) return { problem: notUnderstood(wrong.error) };

  const edits = places.flatMap((place, at) => {
    const key = sheet.keyAt(place);
    const one = written[at];
    if (key === null || one?.ok !== true) return [];
    const { value } = one;
    const cell: Change = (now) => (value === null ? null : withWritten(now, value));
    return [{ organisationId: key.organisation.id, capabilityId: key.capability.id, cell }];
  });
  const label = `pasted ${counted(edits.length)}`;
  const outcome = await askingFirst((confirmed) => setCells(store, edits, label, confirmed));
  if (outcome === null) return { target: null };
  return outcome.ok ? { target } : { problem: problemSentence(outcome.error) };
}

/** Where the pasted cells go: one of them fills the selection, several start at its first cell; `null` where they do not fit. */
function targetOf(block: readonly (readonly string[])[], selected: Block, { rows, columns }: Size): Block | null {
  const height = block.length;
  const width = Math.max(...block.map((cells) => cells.length));
  if (height === 1 && width === 1) return selected;
  const { top, left } = selected;
  if (top + height > rows || left + width > columns) return null;
  return { top, left, bottom: top + height - 1, right: left + width - 1 };
}

function sourceOf(block: readonly (readonly string[])[], row: number, column: number): string {
  const isOne = block.length === 1 && block[0]?.length === 1;
  return (isOne ? block[0]?.[0] : block[row]?.[column]) ?? '';
}

function tooLarge(block: readonly (readonly string[])[]): string {
  const width = Math.max(...block.map((cells) => cells.length));
  return `${block.length} rows by ${width} columns do not fit from here to the edge of the matrix. Start further up or to the left, or copy less.`;
}

function notUnderstood(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `“${shown}” is not a level. A cell is a digit from 0 to 4, then claimed, self-evidenced or verified, then a note after a colon; nothing at all makes it unknown.`;
}

function nameOf(keys: readonly CellKey[]): string {
  const [first] = keys;
  return keys.length === 1 && first !== undefined
    ? `${first.organisation.name}, ${first.capability.name}`
    : counted(keys.length);
}

export function counted(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells.toLocaleString('en-GB')} cells`;
}
