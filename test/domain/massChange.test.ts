import { expect, test } from 'vitest';
import { isMassChange } from '../../shared/domain/basics/massChange.ts';

// "Mass changes (over 50 rows or 20 % of a table) ask first": the issue's own words, and 10 records as the smallest table
// of which a share is taken.
test.each([
  { what: 'fifty of many', added: 0, altered: 50, total: 10_000, mass: false },
  { what: 'fifty-one of many', added: 0, altered: 51, total: 10_000, mass: true },
  { what: 'a fifth of a table', added: 0, altered: 2, total: 10, mass: false },
  { what: 'more than a fifth of a table', added: 0, altered: 3, total: 10, mass: true },
  { what: 'half of a table that is too small for a share', added: 0, altered: 4, total: 9, mass: false },
  { what: 'all of a large table', added: 0, altered: 200, total: 200, mass: true },
  { what: 'fifty added', added: 50, altered: 0, total: 20, mass: false },
  { what: 'fifty-one added', added: 51, altered: 0, total: 10_000, mass: true },
  { what: 'more added than there are', added: 40, altered: 0, total: 12, mass: false },
  { what: 'one of a table', added: 0, altered: 1, total: 1, mass: false },
  { what: 'nothing', added: 0, altered: 0, total: 0, mass: false },
])('$what: asked first: $mass', ({ mass, ...size }) => {
  expect(isMassChange(size)).toBe(mass);
});
