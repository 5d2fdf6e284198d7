import { constants, deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { refusalSentence, type WorkspaceRefusal } from '../../shared/workspace/refusal.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { unpack } from '../../shared/workspace/zip.ts';
import { containers } from './cases/containers.ts';
import { manifests } from './cases/manifests.ts';
import { protections } from './cases/protections.ts';
import { references, tolerated } from './cases/references.ts';
import { rows } from './cases/rows.ts';
import { contents, saved } from './contents.ts';
import { fixture } from './craft.ts';
import { contentsOf2, contentsOf3, fullContents } from './fullContents.ts';

const all = [...containers, ...manifests, ...rows, ...references];

describe('a file is refused that', () => {
  test.each(all)('%s', async (_why, file, refusal) => {
    const read = await readWorkspace(file);
    expect(read).toEqual({ ok: false, error: expect.objectContaining(refusal) });
    if (read.ok) return;
    const { what, safe, next } = refusalSentence(read.error);
    expect(safe).toBe('Nothing was changed.');
    for (const sentence of [what, next]) expect(sentence).toMatch(/^[A-Z“][^]*\.$/);
    expect(what + next).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('holds more files than a workspace may', async () => {
    const limits = { unpackedBytes: 2 ** 30, entries: 4 };
    const refusal = { kind: 'tooLarge', reason: 'entries' };
    expect(await readWorkspace(fixture('v1.muster'), { limits })).toEqual({ ok: false, error: refusal });
  });

  test('would unpack to a single byte more than it may', async () => {
    const file = fixture('v1.muster');
    const exactly = Object.values(unzipSync(file)).reduce((sum, { length }) => sum + length, 0);
    const within = (unpackedBytes: number) => readWorkspace(file, { limits: { unpackedBytes, entries: 10 } });
    expect(await within(exactly)).toMatchObject({ ok: true });
    expect(await within(exactly - 1)).toMatchObject({ ok: false, error: { reason: 'unpackedBytes' } });
  });
});

test('unpacking stops soon after an entry that gives 4 GiB has passed the kilobyte that it declared', () => {
  const mebibyte = deflateRawSync(new Uint8Array(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = new Uint8Array(Buffer.concat(Array.from({ length: 4096 }, () => mebibyte)));
  const before = process.resourceUsage().maxRSS;
  expect(unpack({ path: 'bomb', size: 1024, deflated: true, crc: 0, packed })).toMatchObject({ ok: false });
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(100 * 1024);
});

test('every kind of refusal has a file that it is the answer to', () => {
  // A snapshot with its attachments beside it is no file to be mended; test/safekeeping reads such.
  const kinds: Readonly<Record<Exclude<WorkspaceRefusal['kind'], 'attachmentsApart'>, true>> = {
    empty: true,
    notZip: true,
    truncated: true,
    encrypted: true,
    passphraseNeeded: true,
    wrongPassphrase: true,
    unsupportedProtection: true,
    protectionBroken: true,
    unsupportedZip: true,
    damaged: true,
    tooLarge: true,
    unsafeName: true,
    duplicateEntry: true,
    notWorkspace: true,
    manifestUnreadable: true,
    newerFormat: true,
    newerSchema: true,
    missingEntry: true,
    unlistedEntry: true,
    wrongHash: true,
    wrongCount: true,
    invalidText: true,
    invalidJson: true,
    brokenRow: true,
    duplicateId: true,
    brokenHistory: true,
    brokenReference: true,
    missingAttachment: true,
  };
  expect(new Set([...all, ...protections].map(([, , { kind }]) => kind))).toEqual(new Set(Object.keys(kinds)));
});

describe('a workspace opens that another program has packed again', () => {
  test.each(['stored', 'comment', 'reversed', 'folders', 'descriptors', 'zip64-local'])('%s.muster', async (name) => {
    expect(await readWorkspace(fixture(`${name}.muster`))).toMatchObject({ ok: true, value: contents });
  });
});

describe('a workspace opens that commands can leave behind', () => {
  test.each(tolerated)('with %s', async (_why, left) => {
    expect(await readWorkspace(await serialiseWorkspace(left, saved))).toMatchObject({ ok: true, value: left });
  });
});

test.each([
  ['v1.muster', contents],
  ['v2.muster', contentsOf2],
  ['v3.muster', contentsOf3],
  ['v4.muster', fullContents],
])('%s, as that version wrote it, opens with everything in it', async (name, held) => {
  expect(await readWorkspace(fixture(name))).toMatchObject({ ok: true, value: held });
});
