import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { done, freshDatabase, openReady } from '../store/support.ts';
import { add, filesIn, flush, journalOf, snapshot, workspaceOf } from './support.ts';
import { bringBack } from '../../renderer/src/safekeeping/bringBack.ts';
import { compareHeads } from '../../renderer/src/safekeeping/compareHeads.ts';
import { findJournal } from '../../renderer/src/safekeeping/journal.ts';
import { keptStates, newerWriters } from '../../renderer/src/safekeeping/keptStates.ts';
import { flushOutbox } from '../../renderer/src/safekeeping/outbox.ts';
import { createTender, recordDeadlineChange } from '../../renderer/src/store/commands/tenders.ts';
import { datesIn, type TenderDates } from '../../renderer/src/store/dateRevisions.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import { lineageOf, type Store } from '../../renderer/src/store/store.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { encodeLine } from '../../shared/journal/segment.ts';

let files: StoredFiles;
let folder: string;

beforeEach(async () => {
  ({ files, folder } = await filesIn());
});

afterEach(() => {
  vi.useRealTimers();
});

async function broughtBackAt(change: number, dates?: readonly TenderDates[]): Promise<Store> {
  const state = (await keptStates(files, 'own')).find(({ seq }) => seq === change);
  if (state === undefined) throw new Error('nothing is kept');
  const database = `muster-${newId()}`;
  const back = await bringBack(files, state, database, [], dates);
  if (!back.ok) throw new Error(back.error.what);
  const opening = await openStore({ workspaceId: back.value.workspaceId, database });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  return opening.store;
}

test('what was brought back and worked on is the newest, though the clock has gone back by a year since', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-11-30T09:00:00Z') });
  const first = await openReady(await freshDatabase());
  await add(first, 'One');
  await flush(first, files);
  await snapshot(first, files, new Date());
  await add(first, 'Two', 'Three', 'Four');
  await flush(first, files);
  await snapshot(first, files, new Date());

  vi.setSystemTime(new Date('2026-11-30T09:00:00Z'));
  const second = await broughtBackAt(2);
  await flush(second, files);
  await snapshot(second, files, new Date());
  await add(second, 'Done since');
  await flush(second, files);
  const [newest, ...others] = await keptStates(files, 'own');
  expect(newest).toMatchObject({ lineage: second.lineage, seq: 4 });
  expect(second.lineage > first.lineage).toBe(true);
  expect(others.map(({ lineage }) => lineage).lastIndexOf(second.lineage)).toBeLessThan(
    others.map(({ lineage }) => lineage).indexOf(first.lineage),
  );
});

function dueOn(on: string) {
  const at = `${on}T09:00:00.000Z`;
  return { due: { kind: 'day', on } as const, original: '', source: on, statedAt: at, recordedAt: at };
}

test('the dates of what is brought back go on counting their revisions from what was open', async () => {
  const first = await openReady(await freshDatabase());
  const tenderId = newId();
  const deadline = { id: newId(), kind: 'submission', label: 'Tenders due', lotId: null, state: 'open' } as const;
  await done(createTender(first, tenderId, 'Parks', { deadlines: [{ ...deadline, versions: [dueOn('2027-02-12')] }] }));
  await flush(first, files);
  await snapshot(first, files, new Date());
  await done(recordDeadlineChange(first, tenderId, { ...deadline, version: dueOn('2027-02-19') }));
  const second = await broughtBackAt(2, await datesIn(first.db));
  expect((await second.db.tenders.get(tenderId))?.dateRevisions).toEqual({ [deadline.id]: 2 });
});

/** Gives the only piece the first line that a newer Muster would. */
async function rewriteHeader(writtenBy: string | null): Promise<string> {
  const [name = ''] = await readdir(path.join(folder, 'journal'));
  const file = path.join(folder, 'journal', name);
  const bytes = await readFile(file);
  const end = bytes.indexOf(0x0a) + 1;
  const { writtenBy: _written, ...header } = JSON.parse(bytes.subarray(9, end).toString()) as { writtenBy?: string };
  const newer = { ...header, formatVersion: 2, ...(writtenBy === null ? {} : { writtenBy }) };
  await writeFile(file, Buffer.concat([encodeLine(newer as never), bytes.subarray(end)]));
  return file;
}

describe('a journal that a newer Muster has gone on with', () => {
  let store: Store;

  beforeEach(async () => {
    store = await openReady(await freshDatabase());
    await flush(store, files);
  });

  test.each([
    ['a short piece', 3],
    ['a piece of which the start reads the end alone', 400],
  ])(
    'is not added to, not begun anew, and says which Muster wrote it: %s',
    async (_what, count) => {
      const before = await journalOf(store, files);
      await add(store, ...Array.from({ length: count }, (_, at) => `One of many, with a name that takes room: ${at}`));
      await flush(store, files);
      const file = await rewriteHeader('Muster 9.9.9');
      const { size } = await stat(file);
      await add(store, 'Not journalled');
      expect(await findJournal(files, store.lineage)).toMatchObject({ kind: 'newerFormat', writtenBy: 'Muster 9.9.9' });
      expect(await compareHeads(store, files, await workspaceOf(store))).toEqual({
        kind: 'newerJournal',
        writtenBy: 'Muster 9.9.9',
      });
      // A window that was open before has the journal as it found it.
      expect(await flushOutbox(store.db, files, before)).toMatchObject({ kind: 'newerFormat' });
      expect((await stat(file)).size).toBe(size);
      expect(await readdir(path.join(folder, 'journal'))).toHaveLength(1);
      expect(await newerWriters(files, 'own')).toEqual(['Muster 9.9.9']);
    },
    60_000,
  );

  test('that does not say which one it was, is not gone on with either', async () => {
    await rewriteHeader(null);
    expect(await compareHeads(store, files, await workspaceOf(store))).toEqual({
      kind: 'newerJournal',
      writtenBy: null,
    });
    expect(await newerWriters(files, 'own')).toEqual([null]);
  });

  test('of another workspace does not keep this one from being opened', async () => {
    await rewriteHeader('Muster 9.9.9');
    const other = await openReady(await freshDatabase());
    await flush(other, files);
    expect(lineageOf(await workspaceOf(other))).not.toBe(store.lineage);
    expect(await compareHeads(other, files, await workspaceOf(other))).toMatchObject({ kind: 'agree' });
  });
});
