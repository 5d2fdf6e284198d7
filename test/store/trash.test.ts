import { done, freshDatabase, openReady, refusal, rows } from './support.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeBid, createBid, removeBids } from '../../renderer/src/store/commands/bids.ts';
import { removeCapability } from '../../renderer/src/store/commands/capabilities.ts';
import {
  changeOrganisation,
  createOrganisation,
  removeOrganisations,
} from '../../renderer/src/store/commands/organisations.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import { bringBack, restoreRemoved } from '../../renderer/src/store/commands/restore.ts';
import { adoptNotice, removeTenders } from '../../renderer/src/store/commands/tenders.ts';
import { readTrash, type TrashItem } from '../../renderer/src/store/queries/trash.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import { richTextFromPlain } from '../../shared/domain/bid/richText.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import { contents, hollowell, kestrel } from '../workspace/contents.ts';
import { arboriculture, fullContents, parks, parksBid as draft } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

const { organisations, tenders, bids, capabilities, capabilityProfiles } = fullContents;
const parksBid = bids.find(({ id }) => id === draft.id) ?? draft;
const records = { organisations, tenders, bids, capabilities, capabilityProfiles };

let database: string;
let store: Store;
beforeEach(async () => {
  database = await freshDatabase();
  store = await openReady(database);
  await done(addRecords(store, records, contents.attachments, 'full.muster'));
});

const version = (seq: number | undefined, side: 'before' | 'after') =>
  ({ table: 'bids', id: parksBid.id, seq: seq ?? 0, side }) as const;

const answer = (text: string) => (bid: typeof parksBid) => ({
  ...bid,
  questions: bid.questions.map((question) => ({ ...question, answer: richTextFromPlain(text) })),
});

async function trash(): Promise<readonly TrashItem[]> {
  return (await readTrash(store.db, 100)).items;
}

async function trashedIds(): Promise<readonly (readonly string[])[]> {
  return (await trash()).map((item) => item.records.map(({ row }) => row.id));
}

describe('the trash', () => {
  test('holds what was removed and is not there now, newest first, with what went with it', async () => {
    expect(await trash()).toEqual([]);
    await done(removeBids(store, [parksBid.id]));
    await done(removeOrganisations(store, [kestrel.id, hollowell.id]));
    const [both, bid] = await trash();
    expect(both).toMatchObject({ label: 'Removed 2 organisations', profiles: capabilityProfiles.length });
    expect(both?.records.map(({ row }) => row)).toEqual([kestrel, hollowell]);
    expect(bid?.records).toEqual([{ table: 'bids', row: parksBid }]);
    expect((await readTrash(store.db, 100, 'bids')).items).toHaveLength(1);
    expect(await readTrash(store.db, 1)).toMatchObject({ items: [{ label: 'Removed 2 organisations' }], more: true });
  });

  test('is the same after a restart, and knows nothing of what undo or redo brought back', async () => {
    await done(removeBids(store, [parksBid.id]));
    store.db.close();
    store = await openReady(database);
    expect(await trashedIds()).toEqual([[parksBid.id]]);
    await done(undo(store));
    expect(await trash()).toEqual([]);
    await done(redo(store));
    expect(await trashedIds()).toEqual([[parksBid.id]]);
  });

  test('lists a record that was removed twice once, as it was the last time', async () => {
    await done(createOrganisation(store, idOf('brindle'), 'Brindle'));
    const removed = await done(removeOrganisations(store, [idOf('brindle')]));
    await done(restoreRemoved(store, removed?.seq ?? 0));
    await done(changeOrganisation(store, idOf('brindle'), 'notes', (one) => ({ ...one, notes: 'later' })));
    await done(removeOrganisations(store, [idOf('brindle')]));
    const [item, ...others] = await trash();
    expect(others).toEqual([]);
    expect(item?.records).toMatchObject([{ row: { id: idOf('brindle'), notes: 'later' } }]);
  });
});

describe('restoring', () => {
  test('an organisation brings back what it can do, as one step that can be undone', async () => {
    await done(removeBids(store, [parksBid.id]));
    const before = await rows(store);
    const removed = await done(removeOrganisations(store, [kestrel.id]));
    const without = await rows(store);
    const restored = await done(restoreRemoved(store, removed?.seq ?? 0));
    expect(restored?.label).toBe('Restored Kestrel Row CIC');
    expect(await rows(store)).toEqual(before);
    await done(undo(store));
    expect(await rows(store)).toEqual(without);
    expect(await trashedIds()).toEqual([[kestrel.id], [parksBid.id]]);
  });

  test('a bid brings back the tender, members and capabilities that it hangs on, whole', async () => {
    const before = await rows(store);
    const removed = await done(removeBids(store, [parksBid.id]));
    await done(removeTenders(store, [parks.id]));
    await done(removeOrganisations(store, [kestrel.id]));
    await done(removeOrganisations(store, [hollowell.id]));
    await done(removeCapability(store, arboriculture.id));
    const restored = await done(restoreRemoved(store, removed?.seq ?? 0));
    expect(restored?.label).toBe(
      'Restored Kestrel Row Partnership, with 1 tender, 2 organisations and 1 capability that had been removed too',
    );
    expect(await rows(store)).toEqual(before);
    expect(await trash()).toEqual([]);
  });

  test('a bid whose tender is nowhere is refused, and says what it lacks', async () => {
    const removed = await done(removeBids(store, [parksBid.id]));
    await store.db.tenders.delete(parks.id);
    expect(await refusal(restoreRemoved(store, removed?.seq ?? 0))).toBe(
      'The bid “Kestrel Row Partnership” hangs on its tender, which is neither here nor in the trash.',
    );
  });

  test('several at once leaves alone those that are back already', async () => {
    await done(removeBids(store, [parksBid.id]));
    const removed = await done(removeOrganisations(store, [kestrel.id, hollowell.id]));
    const version = { table: 'organisations', id: kestrel.id, seq: removed?.seq ?? 0, side: 'before' } as const;
    await done(bringBack(store, version, 'version before now'));
    await done(changeOrganisation(store, kestrel.id, 'notes', (one) => ({ ...one, notes: 'written since' })));
    expect((await done(restoreRemoved(store, removed?.seq ?? 0)))?.label).toBe('Restored Hollowell Trust');
    expect((await store.db.organisations.get(kestrel.id))?.notes).toBe('written since');
    expect(await refusal(restoreRemoved(store, removed?.seq ?? 0))).toBe('What was removed here is back already.');
  });

  test('a tender whose procurement was adopted again is refused', async () => {
    await done(removeBids(store, [parksBid.id]));
    const removed = await done(removeTenders(store, [parks.id]));
    await done(adoptNotice(store, { ...newTender(idOf('again'), 'Parks, again'), ocid: parks.ocid }));
    expect(await refusal(restoreRemoved(store, removed?.seq ?? 0))).toBe(
      'This procurement is among the tenders again, as “Parks, again”. Remove that one first, or go on with it.',
    );
  });

  test('an organisation whose evidence is no longer kept comes back without it, and says so', async () => {
    await done(removeBids(store, [parksBid.id]));
    const removed = await done(removeOrganisations(store, [kestrel.id]));
    await store.db.attachments.clear();
    const restored = await done(restoreRemoved(store, removed?.seq ?? 0));
    expect(restored?.label).toBe('Restored Kestrel Row CIC, without a file that is no longer kept');
    expect((await store.db.organisations.get(kestrel.id))?.insurances[0]?.evidence).toBeNull();
  });
});

describe('bringing a version back', () => {
  test('puts a record back as it stood before or after any entry, from parts of it alone', async () => {
    const states = [parksBid];
    const seqs: (number | undefined)[] = [];
    const steps = [
      answer('one'),
      (bid: typeof parksBid) => ({ ...bid, members: bid.members.slice(0, 1) }),
      answer('two'),
      (bid: typeof parksBid) => ({ ...bid, questions: [] }),
      (bid: typeof parksBid) => ({ ...bid, name: 'Another name' }),
    ];
    for (const step of steps) {
      seqs.push((await done(changeBid(store, parksBid.id, 'a part', step)))?.seq);
      states.push(step(states.at(-1) ?? parksBid));
    }
    for (const [at, seq] of seqs.entries()) {
      for (const side of ['before', 'after'] as const) {
        const now = await store.db.bids.get(parksBid.id);
        const wanted = states[side === 'before' ? at : at + 1];
        const entry = await done(bringBack(store, version(seq, side), `version ${side} entry ${String(seq)}`));
        expect(await store.db.bids.get(parksBid.id)).toEqual(wanted);
        if (entry === null) continue;
        await done(undo(store));
        expect(await store.db.bids.get(parksBid.id)).toEqual(now);
      }
    }
    expect((await done(bringBack(store, version(seqs[0], 'before'), 'the first version')))?.label).toBe(
      'Kestrel Row Partnership: the first version brought back',
    );
  });

  test('that is how the record stands already records nothing', async () => {
    const entry = await done(changeBid(store, parksBid.id, 'name', (bid) => ({ ...bid, name: 'B' })));
    expect(await done(bringBack(store, version(entry?.seq, 'after'), 'x'))).toBeNull();
  });

  test('of a record that was removed meanwhile restores it with what it hangs on', async () => {
    const entry = await done(changeBid(store, parksBid.id, 'name', (bid) => ({ ...bid, name: 'B' })));
    await done(removeBids(store, [parksBid.id]));
    await done(removeTenders(store, [parks.id]));
    await done(bringBack(store, version(entry?.seq, 'before'), 'x'));
    expect(await store.db.bids.get(parksBid.id)).toEqual(parksBid);
    expect(await store.db.tenders.get(parks.id)).toEqual(parks);
  });

  test('is refused where there was no such record, and where record and history no longer fit', async () => {
    const created = await done(createBid(store, idOf('b-2'), parks.id, { name: 'Second', leadId: kestrel.id }));
    const second = { table: 'bids', id: idOf('b-2'), seq: created?.seq ?? 0 } as const;
    expect(await refusal(bringBack(store, { ...second, side: 'before' }, 'x'))).toBe(
      'There was no such record then. To be without it, remove it on its page.',
    );
    await done(changeBid(store, idOf('b-2'), 'name', (bid) => ({ ...bid, name: 'B' })));
    await store.db.bids.update(idOf('b-2'), { name: 'written by something that is not a command' });
    expect(await refusal(bringBack(store, { ...second, side: 'after' }, 'x'))).toBe(
      'This version cannot be brought back: the record and its history no longer fit together.',
    );
  });

  test('walks back through thousands of entries', async () => {
    const first = await done(changeBid(store, parksBid.id, 'name', (bid) => ({ ...bid, name: '0' })));
    const entries = Array.from({ length: 3000 }, (_, at) => ({
      ...first,
      seq: (first?.seq ?? 0) + at + 1,
      id: idOf(`h-${at}`),
      changes: [
        {
          table: 'bids',
          id: parksBid.id,
          before: { id: parksBid.id, name: String(at) },
          after: { id: parksBid.id, name: String(at + 1) },
        },
      ],
      touched: [parksBid.id],
      filed: ['bids/changed'],
    }));
    await store.db.table('history').bulkAdd(entries);
    await store.db.bids.update(parksBid.id, { name: '3000' });
    const workspace = await store.db.workspace();
    if (workspace === undefined) throw new Error('no workspace');
    await store.db.meta.put({ ...workspace, head: { ...workspace.head, seq: entries.at(-1)?.seq ?? 0 } });
    await done(bringBack(store, version(first?.seq, 'before'), 'the first version'));
    expect(await store.db.bids.get(parksBid.id)).toEqual(parksBid);
  }, 60_000);

  test('brings back the evidence that a later version detached', async () => {
    const detach = await done(changeOrganisation(store, kestrel.id, 'evidence', (one) => ({ ...one, insurances: [] })));
    await done(
      bringBack(store, { table: 'organisations', id: kestrel.id, seq: detach?.seq ?? 0, side: 'before' }, 'x'),
    );
    expect(await store.db.organisations.get(kestrel.id)).toEqual(kestrel);
  });
});
