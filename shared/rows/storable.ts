import { entryLimits } from '../domain/basics/entryLimits.ts';
import type { RowProblem } from './rowProblem.ts';

/** An entry of the history holds its rows in `changes`, each on one side of a change. */
const levelsAboveARow = 4;

/** Whether objects and lists lie within each other more deeply than in any row or entry that was ever accepted. */
export function isNestedTooDeeply(value: unknown): boolean {
  return isDeeperThan(value, entryLimits.rowDepth + levelsAboveARow);
}

/** It looks no deeper than it was asked for, so that it never uses up a stack, as whatever follows every level would. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const part of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof part === 'object' && isDeeperThan(part, levels - 1)) return true;
  }
  return false;
}

/** Why a row would not come back from a file as it is, or is more than any reader has to manage; `null` where it may be stored. */
export function rowStorageProblem(row: unknown): RowProblem | null {
  return problemIn(row, entryLimits.rowDepth, entryLimits.rowCharacters);
}

/** The same of the changes of one history entry. */
export function changesStorageProblem(changes: readonly unknown[]): RowProblem | null {
  return problemIn(changes, entryLimits.rowDepth + levelsAboveARow, entryLimits.entryCharacters);
}

const tooDeep = 'It is nested too deeply';
const tooLarge = 'It is too large';

function problemIn(value: unknown, deepest: number, mostCharacters: number): RowProblem | null {
  let left = mostCharacters;
  return look(value, deepest);

  function look(part: unknown, levels: number): RowProblem | null {
    switch (typeof part) {
      case 'string':
        left -= part.length;
        break;
      case 'number':
        // JSON has no word for these, and writes `null`.
        if (!Number.isFinite(part)) return { field: '', problem: 'It is not a number that a file can hold' };
        break;
      case 'object':
        if (part !== null) return lookInside(part, levels);
        break;
      case 'boolean':
        break;
      case 'undefined':
      case 'bigint':
      case 'symbol':
      case 'function':
        // A field without a value would be missing in a file, and no longer the same.
        return { field: '', problem: 'It is nothing that a file can hold' };
    }
    // Quotes, commas and the like.
    left -= 4;
    return left < 0 ? { field: '', problem: tooLarge } : null;
  }

  function lookInside(part: object, levels: number): RowProblem | null {
    if (levels === 0) return { field: '', problem: tooDeep };
    if (!Array.isArray(part) && !isPlain(part)) return { field: '', problem: 'It is nothing that a file can hold' };
    for (const [key, inner] of Object.entries(part)) {
      if (reservedNames.has(key)) return { field: '', problem: `It has a part with the name “${key}”` };
      left -= key.length;
      const found = look(inner, levels - 1);
      if (found !== null) return { ...found, field: below(key, found.field) };
    }
    return null;
  }
}

/**
 * Names of parts by which an object is no longer what it was: the first becomes its prototype at the first copy, and by the
 * second two copies of the same are taken for different things, so that nothing that changed them can be carried out again.
 */
const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor']);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The way to a value, as far as it helps a person to find it. */
function below(key: string, field: string): string {
  const [first, second] = field.split('.');
  return [key, first, second].filter(Boolean).join('.');
}
