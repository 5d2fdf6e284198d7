import { type Next, pick } from './chance.ts';

/** Lists within lists, deeper than any stack. */
const deep = '['.repeat(20_000) + ']'.repeat(20_000);

/** What a program that means harm, or none at all, writes where a value belongs. Each as JSON. */
const strangers = [
  'null',
  'true',
  '-1',
  '0.5',
  '1e308',
  '9007199254740993',
  '""',
  '"x"',
  '"2026-02-30"',
  '"\\u0000\\ud800"',
  '[]',
  '{}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  JSON.stringify('long '.repeat(20_000)),
  deep,
];

/** JSON with one value in it gone, twice there, under another name, or replaced by a stranger. */
export function changeJson(json: string, next: Next): string {
  const places = [...json.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|\[\]|\{\}/g)];
  const { 0: found, index } = pick(places, next);
  const after = index + found.length;
  const isName = json[after] === ':';
  const put = (text: string) => json.slice(0, index) + text + json.slice(after);
  if (isName) return put(pick(['"id"', '"__proto__"', '"other"', '""', found.toUpperCase()], next));
  return put(next(6) === 0 ? `${found},${found}` : pick(strangers, next));
}
