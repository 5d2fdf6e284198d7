import { describe, expect, test } from 'vitest';
import {
  hostileFile,
  hostileFiles,
  type HostileOutcome,
  knownHostileFiles,
  summarise,
} from '../faults/hostileFiles.ts';

async function all(outcomes: AsyncIterable<HostileOutcome>): Promise<readonly HostileOutcome[]> {
  const list: HostileOutcome[] = [];
  for await (const outcome of outcomes) list.push(outcome);
  return list;
}

describe('a hostile file is refused with a reason or restored exactly, and never crashes Muster', () => {
  test('of 600 that chance has made', async () => {
    const before = process.resourceUsage().maxRSS;
    const { files, refused, restored, faults, refusals, slowest } = summarise(await all(hostileFiles(600, 1)));
    expect(faults).toEqual([]);
    expect({ files, read: refused + restored }).toEqual({ files: 600, read: 600 });
    // Chance has been everywhere: at the outside, at the zip, at the manifest and at the rows.
    expect(Object.keys(refusals)).toEqual(
      expect.arrayContaining([
        'protectionBroken',
        'truncated',
        'tooLarge',
        'manifestUnreadable',
        'wrongHash',
        'brokenRow',
      ]),
    );
    expect(restored).toBeGreaterThan(20);
    expect(slowest?.milliseconds).toBeLessThan(2000);
    // Kilobytes; the bombs would be 40 MB each, and 4 GB as they say.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(300 * 1024);
  });

  test('of those made by hand', async () => {
    const { files, refused, faults } = summarise(await all(knownHostileFiles()));
    expect(faults).toEqual([]);
    expect(refused).toBe(files);
    expect(files).toBeGreaterThan(100);
  });

  test('and is made again from its seed alone', () => {
    for (const seed of [3, 41, 386]) expect(hostileFile(seed)).toEqual(hostileFile(seed));
  });
});
