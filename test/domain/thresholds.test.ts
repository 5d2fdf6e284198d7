import { expect, test } from 'vitest';
import { againstThreshold, type ContractFacts } from '../../shared/domain/tender/thresholds.ts';
import { thresholds } from './publishedFacts.ts';

const council: ContractFacts = { regime: 'pa2023', category: 'services', authority: 'subCentral', specialRegimes: [] };

test.each<[Partial<ContractFacts>, number]>([
  [{}, 207_720],
  [{ authority: 'central' }, 135_018],
  [{ authority: 'utility' }, 415_440],
  [{ specialRegimes: ['utilities'] }, 415_440],
  [{ category: 'works' }, 5_193_000],
  [{ specialRegimes: ['lightTouch'] }, 663_540],
  [{ specialRegimes: ['lightTouch', 'utilities'] }, 884_720],
  [{ specialRegimes: ['concession'] }, 5_193_000],
  [{ specialRegimes: ['concession', 'utilities'] }, 415_440],
  [{ specialRegimes: ['concession'], authority: 'utility' }, 415_440],
  [{ specialRegimes: ['concession'], category: 'works' }, 5_193_000],
  [{ specialRegimes: ['lightTouch', 'concession'] }, 5_372_609],
])('with %j the threshold of 2026 is £%d, reached at the amount itself', (facts, pounds) => {
  const on = '2026-06-01';
  const judge = (gross: number) => againstThreshold(thresholds, { ...council, ...facts }, gross, on).above;
  expect(judge(pounds * 100)).toBe('yes');
  expect(judge(pounds * 100 - 1)).toBe('no');
});

test('two lots of £1,920,000 and £576,000 are above the threshold of a council', () => {
  expect(againstThreshold(thresholds, council, 249_600_000, '2027-01-11').above).toBe('yes');
});

test.each<[string, Partial<ContractFacts>, number | null]>([
  ['2028-01-01', {}, 100_000_000],
  ['2025-12-31', {}, 100_000_000],
  ['2026-06-01', { authority: 'unknown' }, 100_000_000],
  ['2026-06-01', { category: 'unknown' }, 100_000_000],
  ['2026-06-01', { specialRegimes: ['defence'] }, 100_000_000],
  ['2026-06-01', { specialRegimes: ['concession', 'utilities', 'lightTouch'] }, 100_000_000],
  ['2026-06-01', { regime: 'unknown' }, 100_000_000],
  ['2026-06-01', { regime: 'legacy' }, 100_000_000],
  ['2026-06-01', {}, null],
])('on %s with %j and a value of %s it is unknown', (on, facts, gross) => {
  expect(againstThreshold(thresholds, { ...council, ...facts }, gross, on).above).toBe('unknown');
});

test('no amount of the Act is cited where the rules are not known', () => {
  expect(againstThreshold(thresholds, { ...council, regime: 'unknown' }, 100_000_000, '2026-06-01')).toEqual({
    above: 'unknown',
    threshold: null,
  });
});
