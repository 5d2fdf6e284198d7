import { done, freshDatabase, openReady } from './support.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { createBid } from '../../renderer/src/store/commands/bids.ts';
import { addCapabilities, setCells } from '../../renderer/src/store/commands/capabilities.ts';
import {
  changeOrganisation,
  createOrganisation,
  removeOrganisations,
} from '../../renderer/src/store/commands/organisations.ts';
import { createTender } from '../../renderer/src/store/commands/tenders.ts';
import { recordDocument, recordExport } from '../../renderer/src/store/commands/workspace.ts';
import { type ActivityFilter, activityKeys, undoneEntries } from '../../renderer/src/store/queries/activity.ts';
import { readNames } from '../../renderer/src/store/queries/names.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import { idOf } from '../support/ids.ts';

let store: Store;
beforeEach(async () => {
  store = await openReady(await freshDatabase());
});

const everything: ActivityFilter = { recordId: null, kind: null, change: null, from: null, until: null };

async function labels(filter: Partial<ActivityFilter>): Promise<readonly string[]> {
  const keys = await activityKeys(store.db, { ...everything, ...filter });
  return (await store.db.history.bulkGet([...keys])).map((entry) => entry?.label ?? 'no such entry');
}

describe('the activity', () => {
  beforeEach(async () => {
    await done(createOrganisation(store, idOf('o-1'), 'Hollowell Trust'));
    await done(createTender(store, idOf('t-1'), 'Parks'));
    await done(createBid(store, idOf('b-1'), idOf('t-1'), { name: 'Partnership', leadId: idOf('o-1') }));
    await done(addCapabilities(store, [{ id: idOf('c-1'), name: 'Mowing', group: '', description: '' }]));
    const cell = { level: 3, confidence: 'claimed', note: '' } as const;
    await done(setCells(store, [{ organisationId: idOf('o-1'), capabilityId: idOf('c-1'), cell }], 'a level'));
    await done(createOrganisation(store, idOf('o-2'), 'Brindle'));
    await done(removeOrganisations(store, [idOf('o-2')]));
    await done(undo(store));
    const exported = { document: 'agreement', bidId: idOf('b-1'), version: 1, name: 'A.docx', sha256: '0' } as const;
    await done(recordDocument(store, 'the agreement', exported));
    await done(recordExport(store, '2 organisations', 'all.csv'));
  });

  test('is everything, newest first, or what was done to records of one kind', async () => {
    expect((await labels({})).slice(0, 2)).toEqual([
      'Exported 2 organisations to all.csv',
      'Saved the agreement as A.docx',
    ]);
    expect(await labels({})).toHaveLength(11);
    expect(await labels({ kind: 'tenders' })).toEqual(['Added Parks']);
    expect(await labels({ kind: 'bids' })).toEqual(['Saved the agreement as A.docx', 'Started the bid Partnership']);
    expect(await labels({ kind: 'capabilities' })).toEqual(['Capabilities: a level', 'Added Mowing']);
  });

  test('is told apart by what was done, and both at once', async () => {
    expect(await labels({ change: 'removed' })).toEqual(['Removed Brindle']);
    expect(await labels({ change: 'undone' })).toEqual(['Undid: Removed Brindle']);
    expect(await labels({ kind: 'organisations', change: 'added' })).toEqual([
      'Undid: Removed Brindle',
      'Added Brindle',
      'Added Hollowell Trust',
    ]);
    expect(await labels({ kind: 'workspace', change: 'fact' })).toEqual([
      'Exported 2 organisations to all.csv',
      'Started the workspace “Test”',
    ]);
  });

  test('of one record has what was done to it and what left Muster of it', async () => {
    expect(await labels({ recordId: idOf('b-1') })).toEqual([
      'Saved the agreement as A.docx',
      'Started the bid Partnership',
    ]);
    expect(await labels({ recordId: idOf('o-1'), kind: 'capabilities' })).toEqual(['Capabilities: a level']);
  });

  test('of a period goes by the time of each entry, also where the clock was put back', async () => {
    const entry = await store.db.history.get(3);
    if (entry === undefined) throw new Error('no entry');
    await store.db.history.put({ ...entry, at: '2025-11-26T10:00:00.000Z' });
    expect(await labels({ from: '2025-11-26T00:00:00.000Z', until: '2025-11-27T00:00:00.000Z' })).toEqual([
      'Added Parks',
    ]);
    expect(await labels({ until: '2025-11-27T00:00:00.000Z', kind: 'bids' })).toEqual([]);
  });
});

test('an entry is undone, stands again after redo, and is undone once more', async () => {
  await done(createOrganisation(store, idOf('o-1'), 'A'));
  const change = await done(changeOrganisation(store, idOf('o-1'), 'notes', (one) => ({ ...one, notes: 'x' })));
  const seqs = [change?.seq ?? 0];
  const states: boolean[] = [];
  for (const turn of [undo, redo, undo, redo, undo]) {
    await done(turn(store));
    states.push((await undoneEntries(store.db, seqs)).has(seqs[0] ?? 0));
  }
  expect(states).toEqual([true, false, true, false, true]);
});

test('records are called by their names, those that were removed by their last one', async () => {
  await done(createOrganisation(store, idOf('o-1'), 'Here'));
  await done(createOrganisation(store, idOf('o-2'), 'Gone'));
  await done(removeOrganisations(store, [idOf('o-2')]));
  const ids = [idOf('o-1'), idOf('o-2'), idOf('never')];
  const { records } = await readNames(store.db, {
    records: { organisations: ids, tenders: ids, bids: ids, capabilities: ids },
    lotsOf: { tenders: [], bids: [] },
  });
  expect([...records]).toEqual([
    [idOf('o-1'), { table: 'organisations', name: 'Here', isThere: true }],
    [idOf('o-2'), { table: 'organisations', name: 'Gone', isThere: false }],
  ]);
});
