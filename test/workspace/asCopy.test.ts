import { expect, test } from 'vitest';
import type { Organisation } from '../../shared/domain/organisation.ts';
import { asCopy } from '../../shared/workspace/asCopy.ts';
import { contents, kestrel } from './contents.ts';

function counter(): () => string {
  let count = 0;
  return () => `new-${(count += 1)}`;
}

function copiedKestrel() {
  const [copy] = asCopy(contents, counter()).organisations;
  if (copy === undefined) throw new Error('Nothing was copied.');
  return copy;
}

function ids({ id, sites, contacts, turnover, insurances, certificates }: Organisation): readonly string[] {
  return [{ id }, ...sites, ...contacts, ...turnover, ...insurances, ...certificates].map((part) => part.id);
}

function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, field: unknown) => (key === 'id' ? undefined : field)));
}

test('a copy shares no id with the original, so that both can stand in one workspace', () => {
  const copied = asCopy(contents, counter()).organisations.flatMap(ids);
  expect(new Set(copied).size).toBe(copied.length);
  expect(copied.filter((id) => contents.organisations.flatMap(ids).includes(id))).toEqual([]);
});

test('a copy says the same as the original in everything but its ids', () => {
  expect(withoutIds(copiedKestrel())).toEqual(withoutIds(kestrel));
});

test('numbers in public registers and the hashes of evidence are not ids, and stay', () => {
  expect(copiedKestrel().identifiers).toEqual(kestrel.identifiers);
  expect(copiedKestrel().insurances[0]?.evidence).toEqual(kestrel.insurances[0]?.evidence);
  expect(asCopy(contents, counter()).attachments).toEqual(contents.attachments);
});
