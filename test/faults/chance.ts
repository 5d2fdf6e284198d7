/** A whole number from 0 to `below` - 1. */
export type Next = (below: number) => number;

/** The same numbers at every run: mulberry32. */
export function numbersFrom(seed: number): Next {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function pick<T>(from: readonly T[], next: Next): T {
  const picked = from[next(from.length)];
  if (picked === undefined) throw new Error('There is nothing to pick from.');
  return picked;
}
