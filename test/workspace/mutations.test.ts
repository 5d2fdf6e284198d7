import { describe, expect, test } from 'vitest';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { refusalSentence } from '../../shared/workspace/refusal.ts';
import { fixture } from './craft.ts';
import { fullContents } from './fullContents.ts';

const good = fixture('v3.muster');

/** The same numbers at every run: mulberry32. Each call gives a whole number from 0 to `below` - 1. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const mutations: Readonly<Record<string, (next: (below: number) => number) => Uint8Array>> = {
  'one bit turned over': (next) => {
    const bytes = good.slice();
    const at = next(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
    return bytes;
  },
  'some bytes overwritten': (next) => {
    const bytes = good.slice();
    for (let count = 1 + next(8); count > 0; count -= 1) bytes[next(bytes.length)] = next(256);
    return bytes;
  },
  'cut short': (next) => good.subarray(0, next(good.length)),
  'a piece missing': (next) => {
    const from = next(good.length);
    return Buffer.concat([good.subarray(0, from), good.subarray(from + 1 + next(200))]);
  },
  'a piece of it copied over another place': (next) => {
    const bytes = good.slice();
    const from = next(bytes.length);
    bytes.copyWithin(next(bytes.length), from, from + 1 + next(200));
    return bytes;
  },
  'a piece put in': (next) => {
    const at = next(good.length);
    const piece = Uint8Array.from({ length: 1 + next(50) }, () => next(256));
    return Buffer.concat([good.subarray(0, at), piece, good.subarray(at)]);
  },
};

describe('a file damaged at random is refused with a reason or is restored exactly, and never throws', () => {
  test.each(Object.entries(mutations))(
    '%s, 100 times',
    async (_name, mutate) => {
      for (let seed = 0; seed < 100; seed += 1) {
        const read = await readWorkspace(mutate(numbersFrom(seed)));
        if (read.ok) expect(read.value, `seed ${seed}`).toMatchObject(fullContents);
        else expect(refusalSentence(read.error).what, `seed ${seed}`).toMatch(/\w/);
      }
    },
    60_000,
  );
});
