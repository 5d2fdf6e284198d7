import type { Next } from './chance.ts';

/** What storage, transfer and other programs do to the bytes of a file. */
export const damages: Readonly<Record<string, (good: Uint8Array, next: Next) => Uint8Array>> = {
  'one bit turned over': (good, next) => {
    const bytes = good.slice();
    const at = next(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
    return bytes;
  },
  'some bytes overwritten': (good, next) => {
    const bytes = good.slice();
    for (let count = 1 + next(8); count > 0; count -= 1) bytes[next(bytes.length)] = next(256);
    return bytes;
  },
  'cut short': (good, next) => good.subarray(0, next(good.length)),
  'a piece missing': (good, next) => {
    const from = next(good.length);
    return Buffer.concat([good.subarray(0, from), good.subarray(from + 1 + next(200))]);
  },
  'a piece of it copied over another place': (good, next) => {
    const bytes = good.slice();
    const from = next(bytes.length);
    bytes.copyWithin(next(bytes.length), from, from + 1 + next(200));
    return bytes;
  },
  'a piece put in': (good, next) => {
    const at = next(good.length);
    const piece = Uint8Array.from({ length: 1 + next(50) }, () => next(256));
    return Buffer.concat([good.subarray(0, at), piece, good.subarray(at)]);
  },
};
