/**
 * The id of something invented, made of a word: always the same one, and in the order of the words. The word stands in the
 * digits of a UUID version 8 (RFC 9562), as its characters in ASCII, so that a failure can be read.
 */
export function idOf(word: string): string {
  if (!/^[ -~]{1,15}$/.test(word)) throw new Error(`${word} is not a word of at most 15 characters.`);
  const digits = Buffer.from(word, 'latin1').toString('hex').padEnd(30, '0');
  return digits.replace(/^(.{8})(.{4})(.{3})(.{3})/, '$1-$2-8$3-a$4-');
}

const known = idOf('known');

/** What is no id, though it may look like one: each would be read as something else in an address, a calendar or a path. */
export const strangeIds: readonly string[] = [
  '',
  'kestrel',
  '..',
  '../../settings',
  'a/b',
  `${known}\r\nATTENDEE:mailto:x@y.example`,
  `${known}\n`,
  ` ${known}`,
  `{${known}}`,
  `urn:uuid:${known}`,
  `${known}/../../settings`,
  `${known}?at=x`,
  known.replaceAll('-', ''),
  known.slice(0, -1),
  known.replace('6b', '６ｂ'),
  `\u202e${known}`,
  'x'.repeat(10_000),
];

/** UUIDs of any version and in either case, as other programs make them. */
export const soundIds: readonly string[] = [
  known,
  known.toUpperCase(),
  'c232ab00-9414-11ec-b3c8-9f6bdeced846',
  '919108f7-52d1-4320-9bac-f847db4148a8',
  '01a19b7c-a680-7000-8000-000000000000',
];
