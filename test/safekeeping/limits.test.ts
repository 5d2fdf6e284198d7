import 'fake-indexeddb/auto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { bringBack } from '../../renderer/src/safekeeping/bringBack.ts';
import { compareHeads } from '../../renderer/src/safekeeping/compareHeads.ts';
import { drill } from '../../renderer/src/safekeeping/drill.ts';
import { type KeptState, keptStates } from '../../renderer/src/safekeeping/keptStates.ts';
import type { Fill } from '../../renderer/src/safekeeping/fill.ts';
import { measure, takeSnapshot } from '../../renderer/src/safekeeping/snapshots.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import { changeOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { nestedLists } from '../faults/strangeRows.ts';
import { done, freshDatabase, openReady } from '../store/support.ts';
import { fullContents, parksBid } from '../workspace/fullContents.ts';
import { add, filesIn, flush, snapshot, workspaceOf } from './support.ts';

let store: Store;
let files: StoredFiles;
let folder: string;

beforeEach(async () => {
  store = await openReady(await freshDatabase());
  ({ files, folder } = await filesIn());
  await flush(store, files);
});

test('a journal that grows long goes on in further pieces, each of a size to be read as a whole', async () => {
  const notes = 'n'.repeat(11 * 2 ** 20);
  for (const id of await add(store, 'One', 'Two', 'Three', 'Four'))
    await done(changeOrganisation(store, id, 'notes', (one) => ({ ...one, notes })));
  await flush(store, files);
  const sizes = (await files.listFiles('journal')) as { readonly files: readonly { readonly bytes: number }[] };
  expect(sizes.files).toHaveLength(2);
  expect(await compareHeads(store, files, await workspaceOf(store))).toMatchObject({ kind: 'agree', replayed: 0 });
  expect((await keptStates(files, 'own'))[0]).toMatchObject({ seq: 9, fromJournal: 9 });
});

test('how large a workspace is, is told without reading all of it, and close to what a backup then finds', async () => {
  for (const [at, id] of (await add(store, ...Array.from({ length: 450 }, (_, at) => `No. ${at}`))).entries())
    await done(changeOrganisation(store, id, 'notes', (one) => ({ ...one, notes: 'n'.repeat((at % 7) * 300) })));
  const [measured, taken] = [await measure(store.db), await takeSnapshot(store.db, files, new Date(), 'Muster')];
  if (measured.kind !== 'measured' || taken.kind !== 'taken') throw new Error('not done');
  expect(used(taken)).toBeGreaterThan(500_000);
  expect(used(measured) / used(taken)).toBeGreaterThan(0.9);
  expect(used(measured) / used(taken)).toBeLessThan(1.1);
}, 120_000);

test('a snapshot that could not be opened again is never written, names the record, and costs no older one', async () => {
  await done(addRecords(store, fullContents, fullContents.attachments, 'a file', true));
  const good = await snapshot(store, files, new Date('2026-11-30T09:00:00Z'));
  const content = [nestedLists(100)];
  const questions = parksBid.questions.map((question) => ({ ...question, answer: { type: 'doc', content } }));
  // As a Muster without limits let it in.
  await store.db.table('bids').update(parksBid.id, { questions });
  expect(await takeSnapshot(store.db, files, new Date(), 'Muster')).toMatchObject({
    kind: 'unsound',
    refusal: {
      kind: 'brokenRow',
      table: 'bids',
      row: { id: parksBid.id, name: parksBid.name },
      problem: 'It is nested too deeply',
    },
  });
  expect(await readdir(path.join(folder, 'snapshots'))).toEqual([good]);
});

test('a snapshot is led on from by the journal as far as that can be read, and the rest is said to be there', async () => {
  const [id = ''] = await add(store, 'One');
  await flush(store, files);
  await snapshot(store, files);
  await add(store, 'Two', 'Three');
  // As a Muster without limits let it in.
  const entry = await store.db.history.get(4);
  await store.db.history.update(4, { changes: [{ ...entry?.changes[0], after: { id } }] });
  await add(store, 'Four');
  await flush(store, files);
  const [newest, ...others] = await keptStates(files, 'own');
  expect(newest).toMatchObject({
    seq: 3,
    fromJournal: 1,
    broken: { what: expect.stringContaining('of organisations (id') },
  });
  expect(others).toHaveLength(1);
  expect((await bringBack(files, newest as KeptState, `muster-${newId()}`)).ok).toBe(true);
  expect(await drill(store.db, files, 'scratch')).toMatchObject({ kind: 'notRestored' });
});

test('a folder that cannot be looked at does not pass for an empty one', async () => {
  await add(store, 'One');
  await flush(store, files);
  const failing: StoredFiles = {
    ...files,
    listFiles: () => Promise.resolve({ kind: 'failed', reason: 'other', detail: 'the disk does not answer' }),
  };
  await expect(keptStates(failing, 'own')).rejects.toThrow('the disk does not answer');
});

test('a snapshot that uses up all memory does not hide the others', async () => {
  await add(store, 'One');
  await flush(store, files);
  const [bad, good] = [await snapshot(store, files, new Date('2026-11-30T09:00:00Z')), '2026-11-30T10:00:00Z'];
  await snapshot(store, files, new Date(good));
  const failing: StoredFiles = {
    ...files,
    readFile: (place, name, from) => {
      if (name === bad) throw new RangeError('Array buffer allocation failed');
      return files.readFile(place, name, from);
    },
  };
  expect((await keptStates(failing, 'own')).map(({ at }) => at)).toEqual(['2026-11-30T10:00:00.000Z']);
});

function used({ fill }: { readonly fill: readonly Fill[] }): number {
  return fill.find(({ limit }) => limit === 'backup')?.used ?? 0;
}
