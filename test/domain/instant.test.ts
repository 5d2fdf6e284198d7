import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clockAt, instantAt, placeOf } from '../../shared/domain/time/instant.ts';
import { today } from '../../shared/domain/time/localDate.ts';

interface Case {
  readonly zone: string;
  readonly at: string;
  readonly clock: string;
}

// Made by Python's zoneinfo (make.py beside it).
const { instants, clocks } = JSON.parse(
  readFileSync(new URL('../fixtures/instants/instants.json', import.meta.url), 'utf8'),
) as { readonly instants: readonly Case[]; readonly clocks: readonly (Case & { readonly shown: string })[] };

test('300 random instants show the clock time that zoneinfo gives, and its day', () => {
  expect(instants).toHaveLength(300);
  for (const { zone, at, clock } of instants) {
    expect({ zone, at, clock: clockAt(at, zone) }).toEqual({ zone, at, clock });
    expect(today(new Date(at), zone)).toBe(clock.slice(0, 10));
  }
});

test('clock times around every change of the clocks become the instants that zoneinfo gives', () => {
  for (const { zone, at, clock, shown } of clocks) {
    expect({ zone, clock, ...instantAt(clock, zone) }).toEqual({ zone, clock, at, shown });
  }
});

test.each([
  ['2026-10-23T17:00', '2026-10-23T16:00:00.000Z', 'before the clocks change on 25 October'],
  ['2026-11-16T12:00', '2026-11-16T12:00:00.000Z', 'after'],
])('%s in London is %s: %s', (clock, at) => {
  expect(instantAt(clock, 'Europe/London')).toEqual({ at, shown: 'once' });
});

test('a zone is named after its place', () => {
  expect(['Europe/London', 'Europe/Isle_of_Man', 'UTC'].map(placeOf)).toEqual(['London', 'Isle of Man', 'UTC']);
});
