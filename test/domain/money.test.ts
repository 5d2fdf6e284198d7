import { describe, expect, it, test } from 'vitest';
import {
  formatPounds,
  moneyProblemSentence,
  parsePounds,
  type MoneyProblem,
} from '../../shared/domain/basics/money.ts';

describe('parsePounds', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['520000', 52_000_000],
    ['£520,000', 52_000_000],
    ['£1,234.56', 123_456],
    ['1234.5', 123_450],
    ['  £ 1,234,567.89 ', 123_456_789],
    ['520k', 52_000_000],
    ['1.2m', 120_000_000],
    ['£3 million', 300_000_000],
    ['1.23456m', 123_456_000],
    ['0.1', 10],
    ['1.10', 110],
    // 1.1 × 100 and 4.35 × 100 are not whole in floating point.
    ['4.35', 435],
    ['8.2k', 820_000],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['１２３', 12_300],
  ])('reads %j as %d pence', (typed, value) => {
    expect(parsePounds(typed)).toEqual({ ok: true, value });
  });

  test.each<[string, MoneyProblem]>([
    ['', 'empty'],
    ['  ', 'empty'],
    ['about 5k', 'notAnAmount'],
    ['5 k extra', 'notAnAmount'],
    ['$500', 'notAnAmount'],
    ['1e5', 'notAnAmount'],
    ['.5', 'notAnAmount'],
    ['12.', 'notAnAmount'],
    ['5constructor', 'notAnAmount'],
    ['1,23', 'commas'],
    ['1,2345', 'commas'],
    ['1234,567', 'commas'],
    [',500', 'commas'],
    ['1.234', 'tooPrecise'],
    ['1.234567k', 'tooPrecise'],
    ['-5', 'negative'],
    ['-£5', 'negative'],
    ['90071992547409.92', 'tooLarge'],
    ['99999bn', 'tooLarge'],
  ])('refuses %j: %s', (typed, error) => {
    expect(parsePounds(typed)).toEqual({ ok: false, error });
    expect(moneyProblemSentence(error)).toMatch(/\.$/);
  });

  it('takes a negative amount, also with a typographic minus, where the caller allows it', () => {
    expect(parsePounds('-£1,234.56', { allowNegative: true })).toEqual({ ok: true, value: -123_456 });
    expect(parsePounds('−5', { allowNegative: true })).toEqual({ ok: true, value: -500 });
    expect(parsePounds('-0', { allowNegative: true })).toEqual({ ok: true, value: 0 });
  });
});

test.each<[number, string]>([
  [52_000_000, '£520,000'],
  [123_456, '£1,234.56'],
  [123_450, '£1,234.50'],
  [0, '£0'],
  [5, '£0.05'],
  [-123_456, '-£1,234.56'],
])('formatPounds writes %d pence as %s, and what it writes reads back', (pence, text) => {
  expect(formatPounds(pence)).toBe(text);
  expect(parsePounds(text, { allowNegative: true })).toEqual({ ok: true, value: pence });
});
