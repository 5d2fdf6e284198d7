import { expect, test } from 'vitest';
import type { CapabilityCell, Confidence, Level } from '../../shared/domain/capability/capability.ts';
import {
  cellInWords,
  cellToText,
  compareDepth,
  depthOf,
  readCell,
  withLevel,
  withWritten,
} from '../../shared/domain/capability/capabilityCells.ts';

function cell(level: Level, confidence: Confidence = 'claimed', note = ''): CapabilityCell {
  return { level, confidence, note };
}

test('a level that changes is claimed again, and its note stays', () => {
  expect(withLevel(cell(3, 'verified', 'Parks, 2024'), 4)).toEqual(cell(4, 'claimed', 'Parks, 2024'));
});

test('typing the level that is there changes nothing', () => {
  const verified = cell(3, 'verified');
  expect(withLevel(verified, 3)).toBe(verified);
});

test('the first level of a cell is claimed', () => {
  expect(withLevel(null, 0)).toEqual(cell(0));
});

test('unknown is said, and is not none', () => {
  expect(cellInWords(undefined)).toBe('unknown');
  expect(cellInWords(cell(0))).toBe('0 none, claimed');
});

test.each<[string, Level, Confidence | null, string | null]>([
  ['3', 3, null, null],
  [' 3.0 ', 3, null, null],
  ['3 v', 3, 'verified', null],
  ['2S', 2, 'selfEvidenced', null],
  ['4 verified', 4, 'verified', null],
  ['3 Delivers', 3, null, null],
  ['delivers, self-evidenced', 3, 'selfEvidenced', null],
  ['With support', 2, null, null],
  ['none', 0, null, null],
  ['Leads (claimed)', 4, 'claimed', null],
  ['3 delivers, verified: Parks: 2024, £80k', 3, 'verified', 'Parks: 2024, £80k'],
  ['1:', 1, null, ''],
])('“%s” in a spreadsheet is a cell', (text, level, confidence, note) => {
  expect(readCell(text)).toEqual({ ok: true, value: { level, confidence, note } });
});

test.each(['', '  ', '?', '-', '–', 'unknown', 'Unknown'])('“%s” in a spreadsheet is unknown', (text) => {
  expect(readCell(text)).toEqual({ ok: true, value: null });
});

test.each(['5', '33', '3 probably', 'yes', '2.5', 'n/a', ': a note alone'])('“%s” is not understood', (text) => {
  expect(readCell(text)).toEqual({ ok: false, error: text });
});

test('what is copied is read back as it was', () => {
  const copied = cell(3, 'selfEvidenced', 'Parks: "A" and B');
  const read = readCell(cellToText(copied));
  expect(read.ok && read.value !== null && withWritten(null, read.value)).toEqual(copied);
  expect(readCell(cellToText(undefined))).toEqual({ ok: true, value: null });
});

test('a bare digit pasted over the same level keeps its confidence and its note', () => {
  const known = cell(3, 'verified', 'Parks');
  expect(withWritten(known, { level: 3, confidence: null, note: null })).toEqual(known);
  expect(withWritten(known, { level: 2, confidence: null, note: null })).toEqual(cell(2, 'claimed', 'Parks'));
});

test.each([
  ['two who deliver', [cell(3), cell(4), undefined], 'covered', 2],
  ['one who delivers: a single point of dependency', [cell(3), cell(2), undefined], 'single', 1],
  ['nobody, but somebody was not asked', [cell(2), undefined], 'unknown', 0],
  ['nobody, and all were asked', [cell(2), cell(0)], 'gap', 0],
  ['no organisation at all', [], 'gap', 0],
] as const)('%s', (_, cells, state, delivers) => {
  expect(depthOf(cells)).toMatchObject({ state, delivers });
});

test('the thinnest capability comes first', () => {
  const named = {
    deep: depthOf([cell(3), cell(3), cell(3)]),
    led: depthOf([cell(4), cell(0), cell(0)]),
    delivered: depthOf([cell(3), cell(0), cell(0)]),
    unasked: depthOf([undefined, undefined, cell(0)]),
    none: depthOf([cell(0), cell(0), cell(0)]),
  };
  const order = Object.entries(named).sort(([, a], [, b]) => compareDepth(a, b));
  expect(order.map(([name]) => name)).toEqual(['unasked', 'none', 'delivered', 'led', 'deep']);
});
