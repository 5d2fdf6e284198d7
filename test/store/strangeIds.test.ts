import { done, freshDatabase, openReady, refusal, rows } from './support.ts';
import { beforeEach, expect, test } from 'vitest';
import { changeBid, createBid } from '../../renderer/src/store/commands/bids.ts';
import { changeOrganisation, createOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { restoreRemoved } from '../../renderer/src/store/commands/restore.ts';
import { createTender } from '../../renderer/src/store/commands/tenders.ts';
import { storedEntry } from '../../renderer/src/store/db.ts';
import { replayEntries } from '../../renderer/src/store/replay.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { idOf, soundIds, strangeIds } from '../support/ids.ts';

const notAnId = /It is not an id as Muster gives them|It is empty/;

let store: Store;
beforeEach(async () => {
  store = await openReady(await freshDatabase());
});

/** The entry of a command that adds or removes an organisation, as a file or a damaged database could hold it. */
async function entryOf(kind: 'adds' | 'removes', id: string): Promise<HistoryEntry> {
  const seq = ((await store.db.workspace())?.head.seq ?? 0) + 1;
  const row = newOrganisation(id, 'From elsewhere');
  const sides = kind === 'adds' ? { before: null, after: row } : { before: row, after: null };
  return {
    seq,
    id: idOf(`entry-${seq}`),
    at: '2026-11-23T22:00:00Z',
    label: 'From elsewhere',
    kind: 'do',
    reverses: null,
    schemaVersion: 4,
    changes: [{ table: 'organisations', id, ...sides }],
    undoTop: seq,
    redoTop: null,
    below: seq - 1,
  };
}

test.each(strangeIds.map((id) => [JSON.stringify(id).slice(0, 80), id]))('%s is taken nowhere', async (_text, id) => {
  const known = idOf('known');
  await done(createOrganisation(store, known, 'Hollowell Trust'));
  await done(createTender(store, idOf('tender'), 'Parks'));
  await done(createBid(store, idOf('bid'), idOf('tender'), { name: 'B', leadId: known }));
  const before = await rows(store);

  // By a command: of a row, of a part of one, of what a row refers to.
  expect(await refusal(createOrganisation(store, id, 'A'))).toMatch(notAnId);
  const site = { id, label: '', registeredOffice: true, address: '', postcode: '' };
  const sited = changeOrganisation(store, known, 'site', (now) => ({ ...now, sites: [site] }));
  expect(await refusal(sited)).toMatch(notAnId);
  const lots = changeBid(store, idOf('bid'), 'lots', (now) => ({ ...now, lotIds: [id] }));
  expect(await refusal(lots)).toMatch(notAnId);

  // By what the journal holds and the database lost.
  expect(await replayEntries(store.db, [await entryOf('adds', id)], [])).toBe(false);

  // Out of the trash.
  if (id !== '') {
    const removed = await entryOf('removes', id);
    await store.db.history.add(storedEntry(removed));
    expect(await refusal(restoreRemoved(store, removed.seq))).toMatch(notAnId);
  }
  expect(await rows(store)).toEqual(before);
});

test.each(soundIds)('%s is an id', async (id) => {
  await done(createOrganisation(store, id, 'A'));
  expect(await store.db.organisations.get(id)).toMatchObject({ name: 'A' });
  const other = await openReady(await freshDatabase());
  const head = (await other.db.workspace())?.head.seq ?? 0;
  const entry = await entryOf('adds', id);
  expect(await replayEntries(other.db, [{ ...entry, seq: head + 1, undoTop: head + 1, below: head }], [])).toBe(true);
  expect(await other.db.organisations.get(id)).toMatchObject({ name: 'From elsewhere' });
});
