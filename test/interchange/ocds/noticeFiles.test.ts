import { describe, expect, test } from 'vitest';
import { noticeFileProblemSentence } from '../../../shared/interchange/ocds/noticeFileProblem.ts';
import { readNotices } from '../../../shared/interchange/ocds/readNotices.ts';
import { bytesOf, fixture, releasesOf } from './notices.ts';

const release = {
  ocid: 'ocds-h6vhtk-0000aa',
  id: '000001-2027',
  tag: ['tender'],
  tender: { title: 'Café – £5 “repair”' },
};
const json = JSON.stringify(release);

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  text.split('').forEach((character, index) => view.setUint16(index * 2, character.charCodeAt(0), littleEndian));
  return bytes;
}

function windows1252(text: string): Uint8Array {
  const special: Readonly<Record<string, number>> = { '–': 0x96, '“': 0x93, '”': 0x94 };
  return Uint8Array.from(text, (character) => special[character] ?? character.charCodeAt(0));
}

/** Milliseconds of processor time: other work on the machine does not count. */
function computing(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

describe('an encoding', () => {
  test.each([
    ['UTF-8', 'UTF-8', utf8(json)],
    ['UTF-8 with a byte order mark', 'UTF-8', utf8(`\uFEFF${json}`)],
    ['UTF-16 LE with a byte order mark', 'UTF-16 LE', utf16(`\uFEFF${json}`, true)],
    ['UTF-16 BE with a byte order mark', 'UTF-16 BE', utf16(`\uFEFF${json}`, false)],
    ['UTF-16 LE', 'UTF-16 LE', utf16(json, true)],
    ['UTF-16 BE', 'UTF-16 BE', utf16(json, false)],
    ['Windows-1252', 'Windows-1252', windows1252(json)],
  ])('of %s gives the same text', (_, encoding, bytes) => {
    const read = readNotices(bytes);
    expect(read).toMatchObject({ ok: true, value: { encoding } });
    expect(read.ok && read.value.releases[0]?.facts.title).toBe('Café – £5 “repair”');
    expect(read.ok && read.value.remarks.length).toBe(encoding === 'Windows-1252' ? 1 : 0);
  });
});

describe('a file is refused with its reason', () => {
  test.each<[string, Uint8Array, object]>([
    ['nothing', new Uint8Array(), { kind: 'empty' }],
    ['blanks', utf8(' \r\n\t '), { kind: 'blank' }],
    ['a web page', utf8('\n<!doctype html><html></html>'), { kind: 'otherFormat', format: 'web page' }],
    ['a PDF', utf8('%PDF-1.7 …'), { kind: 'otherFormat', format: 'PDF' }],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), { kind: 'otherFormat', format: 'zip archive' }],
    ['UTF-16 cut in half a character', utf16(json, true).subarray(0, 51), { kind: 'encoding', encoding: 'UTF-16 LE' }],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0), { kind: 'encoding' }],
    ['words', utf8('Too many requests'), { kind: 'json', line: 1, column: 1, expected: 'a value' }],
    ['a missing comma', utf8('{\n "a": 1\n "b": 2\n}'), { kind: 'json', line: 3, column: 2, found: '“"b": 2\uFFFD}”' }],
    ['a comma too many', utf8('[1,\n2,\n]'), { kind: 'json', line: 3, column: 1, expected: 'a value' }],
    ['curly quotes', utf8('{“ocid”: 1}'), { kind: 'json', line: 1, column: 2 }],
    ['a line break inside text', utf8('{"a": "b\nc"}'), { kind: 'json', line: 1, column: 7 }],
    ['a bad escape', utf8(String.raw`{"a": "\x"}`), { kind: 'json', line: 1, column: 7 }],
    ['something after the end', utf8('{} {}'), { kind: 'json', line: 1, column: 4, expected: 'the end of the file' }],
    ['lines of another kind', utf8('{"a": 1}\n{"b": 2}'), { kind: 'notOcds', keys: ['a'] }],
    ['a leading zero', utf8('[01]'), { kind: 'json', line: 1, column: 3 }],
    ['JSON of another kind', utf8('{"name": "muster", "version": 1}'), { kind: 'notOcds', keys: ['name', 'version'] }],
    ['a list of another kind', utf8('[{"a": 1}]'), { kind: 'notOcds' }],
    ['a number', utf8('5'), { kind: 'notOcds', keys: [] }],
    ['an empty package', utf8('{"releases": []}'), { kind: 'noReleases' }],
  ])('%s', (_, bytes, problem) => {
    const read = readNotices(bytes);
    expect(read).toMatchObject({ ok: false, error: problem });
    if (!read.ok) expect(noticeFileProblemSentence(read.error)).toMatch(/^[A-Z].*\.$/s);
  });

  const page = fixture('find-a-tender-uk3-planned.json');

  test('a file cut anywhere is said to be cut, or not to be whole JSON, and never half read', () => {
    for (let length = 1; length < page.length; length += 37) {
      const read = readNotices(page.subarray(0, length));
      expect({ length, ok: read.ok, kind: read.ok ? null : read.error.kind }).toEqual({
        length,
        ok: false,
        kind: 'truncated',
      });
    }
  });

  test('50 MB of blanks, within half a second of computing', () => {
    const blanks = new Uint8Array(50_000_000).fill(0x20);
    const start = computing();
    expect(readNotices(blanks)).toEqual({ ok: false, error: { kind: 'blank' } });
    expect(computing() - start).toBeLessThan(500);
  }, 60_000);

  test('50 MB of blanks before a broken release, within two seconds of computing', () => {
    const bytes = new Uint8Array(50_000_000).fill(0x20);
    bytes.set(utf8('{"ocid"]'), 49_999_992);
    const start = computing();
    expect(readNotices(bytes)).toMatchObject({ ok: false, error: { kind: 'json', line: 1, column: 50_000_000 } });
    expect(computing() - start).toBeLessThan(2_000);
  }, 60_000);

  test('too large', () => {
    expect(readNotices(new Uint8Array(256_000_001))).toMatchObject({ error: { kind: 'tooLarge', limit: 256_000_000 } });
  });

  test('brackets without end do not overflow anything', () => {
    expect(readNotices(utf8('['.repeat(500_000)))).toMatchObject({ ok: false, error: { kind: 'truncated' } });
    const deep = `{"ocid":"ocds-1","tag":["tender"],"tender":${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}}`;
    expect(readNotices(utf8(deep))).toMatchObject({ ok: true });
  }, 60_000);
});

describe('a container', () => {
  const other = { ...release, id: '000002-2027' };
  test.each([
    ['a release', release, 1],
    ['a list of releases', [release, other], 2],
    ['a release package', { releases: [release, other] }, 2],
    ['a list of packages', [{ releases: [release] }, { releases: [other] }], 2],
    ['files of releases', { files: [release, other] }, 2],
    [
      'older search results of Contracts Finder',
      { maxPage: 1, results: [{ releases: [release] }, { releases: [other] }] },
      2,
    ],
    ['a record package with releases', { records: [{ ocid: release.ocid, releases: [release, other] }] }, 2],
    [
      'a record package with links to releases',
      {
        records: [
          {
            ocid: release.ocid,
            releases: [{ url: 'https://example.org/1', date: '2027-01-01' }],
            compiledRelease: other,
          },
        ],
      },
      1,
    ],
    ['a record', { ocid: release.ocid, compiledRelease: release }, 1],
  ])('of the form of %s is read', (_, value, count) => {
    expect(releasesOf(bytesOf(value))).toHaveLength(count);
  });

  test('of JSON Lines is read line by line, whatever ends and separates the lines', () => {
    const lines = new TextDecoder().decode(fixture('cases/lines.jsonl')).trim();
    for (const text of [lines, `\uFEFF${lines}\n`, lines.replaceAll('\n', '\r\n'), lines.replaceAll('\n', '\n\n \n')]) {
      const read = readNotices(utf8(text));
      expect(read).toMatchObject({ ok: true, value: { remarks: [] } });
      expect(read.ok && read.value.releases.map(({ facts }) => facts.title)).toEqual(['Line 0', 'Line 1', 'Line 2']);
    }
  });

  test('of JSON Lines with a broken line names it and reads the others', () => {
    const [first = '', second = '', third = ''] = new TextDecoder().decode(fixture('cases/lines.jsonl')).split('\n');
    for (const [broken, sentence] of [
      [second.slice(0, 40), 'Line 2 breaks off at column 41 and was not read; the other lines were.'],
      ['Too many requests', 'Line 2 is not JSON at column 1 and was not read; the other lines were.'],
    ]) {
      const read = readNotices(utf8([first, broken, third].join('\n')));
      expect(read).toMatchObject({ ok: true, value: { releases: [{}, {}], remarks: [sentence] } });
    }
  });

  test('of JSON Lines may hold packages', () => {
    const line = JSON.stringify({ releases: [release] });
    expect(releasesOf(utf8(`${line}\n${JSON.stringify({ releases: [other] })}`))).toHaveLength(2);
  });

  test('with entries that are no releases reads the others and says so', () => {
    const read = readNotices(bytesOf([release, { a: 1 }, null]));
    expect(read).toMatchObject({
      ok: true,
      value: { releases: [{}], remarks: ['2 entries of the list were not a release.'] },
    });
  });

  test('with a release twice reads it once and says so', () => {
    const read = readNotices(bytesOf({ releases: [release, release, other] }));
    expect(read.ok && read.value.releases.map(({ releaseId }) => releaseId)).toEqual(['000001-2027', '000002-2027']);
    expect(read.ok && read.value.remarks).toEqual(['1 release stood in the file more than once and was taken once.']);
  });
});
