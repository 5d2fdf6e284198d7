import { type Result, err, ok } from '../domain/basics/result.ts';
import type { WorkspaceRefusal } from './refusal.ts';

/** One JSON value a line, each line ended by a line feed (jsonlines.org), in UTF-8. */
export function encodeJsonLines(rows: readonly unknown[]): Uint8Array {
  const encoder = new TextEncoder();
  // Line by line: a whole table may exceed the longest string an engine can hold.
  const lines = rows.map((row) => encoder.encode(`${JSON.stringify(row)}\n`));
  const bytes = new Uint8Array(lines.reduce((length, line) => length + line.length, 0));
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
  }
  return bytes;
}

/** The values of a JSON Lines file, one at a time; ends with the first line that cannot be read. Item n is line n + 1. */
export function* decodeJsonLines(path: string, bytes: Uint8Array): Generator<Result<unknown, WorkspaceRefusal>> {
  for (let from = 0, line = 1; from < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline === -1 ? bytes.length : newline;
    const row = decodeJson(path, bytes.subarray(from, to), line);
    yield row;
    if (!row.ok) return;
    from = to + 1;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** One JSON value in UTF-8; `line` is where it stands in the file `path`, for the refusal. */
export function decodeJson(path: string, bytes: Uint8Array, line: number): Result<unknown, WorkspaceRefusal> {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return err({ kind: 'invalidText', path, line });
  }
  try {
    const value: unknown = JSON.parse(text);
    if (!hasPrototypeField(text)) return ok(value);
  } catch {
    // Not JSON, or nested so deeply that looking through it uses up the stack.
  }
  return err({ kind: 'invalidJson', path, line });
}

/** A field named `__proto__` would become the prototype of its object at the first copy, and be gone with the next. */
function hasPrototypeField(text: string): boolean {
  // A reviver is slow, and only what is written so or with escapes can be such a name.
  if (!/__proto__|\\u00/i.test(text)) return false;
  let isFound = false;
  JSON.parse(text, (key, value: unknown) => {
    isFound ||= key === '__proto__';
    return value;
  });
  return isFound;
}
