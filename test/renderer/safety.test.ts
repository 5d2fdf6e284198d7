import { expect, test } from 'vitest';
import { safetyOf } from '../../renderer/src/app/safety.ts';
import { fillSentence } from '../../renderer/src/parts/backupSentences.ts';
import { type Fill, fillOf, share, worthAWord } from '../../renderer/src/safekeeping/fill.ts';
import type { KeepingState } from '../../renderer/src/safekeeping/keeping.ts';
import type { WorkspaceRow } from '../../renderer/src/store/db.ts';

const mb = 2 ** 20;
const now = new Date('2026-11-30T23:00:00Z');
const workspace: WorkspaceRow = {
  key: 'workspace',
  id: 'w',
  name: 'Parks bid',
  createdAt: '2026-11-02T09:00:00.000Z',
  head: { seq: 9, undoTop: null, redoTop: null, changes: 9 },
  replaced: null,
  lastSaved: null,
};

function light(fill: readonly Fill[], part: Partial<KeepingState> = {}) {
  const keeping: KeepingState = {
    journalled: 9,
    journalFailure: null,
    snapshot: { name: 's', seq: 9, at: '2026-11-30T22:58:00.000Z' },
    snapshotFailure: null,
    fill,
    second: { kind: 'none' },
    copiedAt: null,
    copyFailure: null,
    scrubbedAt: null,
    scrubFailure: null,
    backingUp: null,
    room: null,
    ...part,
  };
  return safetyOf({ state: { workspace, unsavedChanges: 0 }, keeping, writeFailure: null, markerFailure: null }, now);
}

/** What Settings says of a workspace whose tables come to so many bytes. */
function words(bytes: number): readonly string[] {
  return fillOf(bytes, 0, [])
    .filter((fill) => share(fill) >= worthAWord)
    .map(fillSentence);
}

test('a word is said from half of what a backup holds, and the light speaks from four fifths', () => {
  expect(words(500 * mb)).toEqual([]);
  expect(words(600 * mb)[0]).toMatch(
    /^The records and their history come to about .+ of the .+ that a backup can hold\.$/,
  );
  expect(light(fillOf(600 * mb, 0, [])).light).toBe('green');
  expect(light(fillOf(850 * mb, 0, []))).toMatchObject({
    light: 'amber',
    headline: 'This workspace is nearly full.',
  });
});

test('attached files fill a workspace file, not a backup; what is packed counts where that limit is nearer', () => {
  const attached = [{ size: 450 * mb }];
  const shares = new Map(fillOf(10 * mb, 5 * mb, attached).map((fill) => [fill.limit, share(fill)]));
  expect(shares.get('backup')).toBeLessThan(0.1);
  expect(shares.get('file')).toBeCloseTo(455 / 512);
});

test('what is past a limit is never called nearly full, though no backup was tried yet', () => {
  const past = light(fillOf(1100 * mb, 0, []));
  expect(past).toMatchObject({ light: 'red', headline: 'Too large to be backed up.' });
  expect(past.sentences[0]).toContain('Move what is no longer needed to a workspace file of its own.');
  // Not even while the last change is being saved.
  expect(light(fillOf(1100 * mb, 0, []), { journalled: 8 }).light).toBe('red');
  expect(light(fillOf(10 * mb, 5 * mb, [{ size: 1100 * mb }])).headline).toBe('Too large for a workspace file.');
});

test('a disk that takes no further backup turns the light amber, with figures; one that says nothing does not', () => {
  const room = { free: 120_000_000, needed: 300_000_000 };
  expect(light([], { room })).toMatchObject({
    light: 'amber',
    headline: 'The next backup may find no room.',
    sentences: [
      'All changes are saved. 120 MB are free for Muster on this computer. A backup takes about 300 MB. Make room on the disk.',
      expect.anything(),
      expect.anything(),
    ],
  });
  expect(light([], { room: { ...room, free: 34_000_000_000 } }).light).toBe('green');
  expect(light([], { room: { ...room, needed: null } }).light).toBe('green');
  expect(light([], { room: null }).light).toBe('green');
});

test('what goes on is said with how far it is', () => {
  expect(light([], { journalled: 2 })).toMatchObject({ light: 'busy', headline: 'Saving the last 7 changes.' });
  expect(light([], { backingUp: 0.342 }).sentences[0]).toMatch(/ A backup is being made: 34 %\.$/);
});

test('a full disk of Muster itself is never answered with another place', () => {
  const full = { kind: 'failed', reason: 'diskFull', detail: '' } as const;
  for (const part of [{ journalFailure: full }, { snapshotFailure: full }]) {
    const said = light([], part).sentences.join(' ');
    expect(said).toContain('The disk is full. Make room on it, then try again.');
    expect(said).not.toMatch(/another place|other programs/);
  }
});
