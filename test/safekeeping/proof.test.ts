import 'fake-indexeddb/auto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { drill } from '../../renderer/src/safekeeping/drill.ts';
import { scrub } from '../../renderer/src/safekeeping/scrub.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { freshDatabase, openReady } from '../store/support.ts';
import { add, attach, filesIn, flush, snapshot } from './support.ts';

let store: Store;
let files: StoredFiles;
let folder: string;

beforeEach(async () => {
  store = await openReady(await freshDatabase());
  ({ files, folder } = await filesIn());
  await flush(store, files);
});

describe('the restore drill', () => {
  test('restores and finds everything the same', async () => {
    const [id = ''] = await add(store, 'One', 'Two');
    await attach(store, id, 'insured');
    await flush(store, files);
    await snapshot(store, files);
    await add(store, 'Three');
    await flush(store, files);
    expect(await drill(store.db, files, 'scratch')).toMatchObject({
      kind: 'same',
      rows: 3,
      entries: 5,
      attachments: 1,
    });
    expect((await indexedDB.databases()).some(({ name }) => name?.startsWith('scratch') === true)).toBe(false);
  });

  test('says where what was restored differs', async () => {
    const [id = ''] = await add(store, 'One');
    await flush(store, files);
    await store.db.organisations.update(id, { name: 'Changed behind the back of the history' });
    expect(await drill(store.db, files, 'scratch')).toMatchObject({
      kind: 'differs',
      places: [`organisations: ${id}`],
    });
  });

  test('says when nothing is kept', async () => {
    await rm(path.join(folder, 'journal'), { recursive: true });
    expect(await drill(store.db, files, 'scratch')).toEqual({ kind: 'nothingKept' });
  });
});

test('reading everything finds a row that is not what a row can be', async () => {
  const [id = ''] = await add(store, 'One', 'Two');
  expect(await scrub(store.db)).toMatchObject({ faults: [] });
  await store.db.table('organisations').update(id, { sites: 'rubbish' });
  expect((await scrub(store.db)).faults).toEqual(['A row of organisations is broken at sites. It is not a list.']);
});
