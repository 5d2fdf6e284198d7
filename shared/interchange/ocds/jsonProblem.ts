import { unreachable } from '../../domain/basics/result.ts';
import type { NoticeFileProblem } from './noticeFileProblem.ts';

/** What a parser of JSON waits for. */
type Awaited = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const whiteSpace = /[ \t\n\r]*/y;
/** Unescaped characters are those from the space on, without the quote and the backslash (RFC 8259 §7). */
const string = /"[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uFFFF]*)*"/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** A string of which only the beginning is there. */
const openString = /^"(?:[ !#-[\]-\uFFFF]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*(?:\\(?:u[\da-fA-F]{0,3})?)?$/;

/**
 * Where text stops being JSON (RFC 8259), and what should stand there. For text that `JSON.parse` has refused: engines
 * word and place their messages differently, and some give no place at all.
 */
export function locateJsonProblem(text: string): NoticeFileProblem {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  let offset = skip(whiteSpace, text, 0) ?? 0;
  while (offset < text.length) {
    const next = step(text, offset, awaited, open);
    if (next === null) return problemAt(text, offset, awaited);
    awaited = next.awaited;
    offset = skip(whiteSpace, text, next.offset) ?? next.offset;
  }
  return { kind: 'truncated', ...place(text, text.length) };
}

interface Step {
  readonly offset: number;
  readonly awaited: Awaited;
}

function step(text: string, offset: number, awaited: Awaited, open: ('{' | '[')[]): Step | null {
  const character = text[offset];
  const past = offset + 1;
  const closing = open.at(-1) === '{' ? '}' : ']';
  const mayClose = awaited === 'valueOrEnd' || awaited === 'keyOrEnd' || awaited === 'commaOrEnd';
  if (mayClose && character === closing) {
    open.pop();
    return { offset: past, awaited: afterValue(open) };
  }
  switch (awaited) {
    case 'value':
    case 'valueOrEnd': {
      if (character === '{' || character === '[') {
        open.push(character);
        return { offset: past, awaited: character === '{' ? 'keyOrEnd' : 'valueOrEnd' };
      }
      const end = skip(string, text, offset) ?? skip(word, text, offset);
      return end === null ? null : { offset: end, awaited: afterValue(open) };
    }
    case 'key':
    case 'keyOrEnd': {
      const end = skip(string, text, offset);
      return end === null ? null : { offset: end, awaited: 'colon' };
    }
    case 'colon':
      return character === ':' ? { offset: past, awaited: 'value' } : null;
    case 'commaOrEnd':
      return character === ',' ? { offset: past, awaited: closing === '}' ? 'key' : 'value' } : null;
    case 'nothing':
      return null;
    default:
      return unreachable(awaited);
  }
}

function afterValue(open: readonly string[]): Awaited {
  return open.length === 0 ? 'nothing' : 'commaOrEnd';
}

const expectations: Readonly<Record<Awaited, string>> = {
  value: 'a value',
  valueOrEnd: 'a value or ]',
  key: 'a name in straight double quotes',
  keyOrEnd: 'a name in straight double quotes, or }',
  colon: 'a colon',
  commaOrEnd: 'a comma or a closing bracket',
  nothing: 'the end of the file',
};

function problemAt(text: string, offset: number, awaited: Awaited): NoticeFileProblem {
  const rest = text.slice(offset);
  const cutString = openString.test(rest);
  const cutWord = ['true', 'false', 'null', '-'].some((whole) => whole.startsWith(rest));
  if (awaited !== 'nothing' && (cutString || cutWord)) {
    return { kind: 'truncated', ...place(text, text.length) };
  }
  const broken = rest.startsWith('"');
  return {
    kind: 'json',
    ...place(text, offset),
    expected: broken ? 'text without line breaks and with valid escapes' : expectations[awaited],
    found: `“${rest.slice(0, 12).replaceAll(/[^\P{Cc}]/gu, '\uFFFD')}”`,
  };
}

function place(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** Where a match that begins at the offset ends. */
function skip(pattern: RegExp, text: string, offset: number): number | null {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : null;
}
