import { done, freshDatabase, openReady, refusal, rows } from './support.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBid, removeBids } from '../../renderer/src/store/commands/bids.ts';
import {
  adoptNotice,
  applyRelease,
  changeTender,
  createTender,
  recordDeadlineChange,
  removeTenders,
} from '../../renderer/src/store/commands/tenders.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import { summariseTender } from '../../shared/domain/tender/tenderSummary.ts';
import { adopt } from '../../shared/interchange/ocds/adopt.ts';
import type { MappedRelease } from '../../shared/interchange/ocds/mappedRelease.ts';
import { readNotices } from '../../shared/interchange/ocds/readNotices.ts';

const now = new Date('2026-08-11T09:00:00.000Z');

/** Community centres in East Staffordshire, UK4 of 10 August 2026: tenders due 25 August 2026, 12:00 in London. */
const original = published();
const amended = published((text) => text.replace('2026-08-25T12:00:00+01:00', '2026-09-01T12:00:00+01:00'));

function published(change?: (text: string) => string): MappedRelease {
  const page = readFileSync(new URL('../fixtures/notices/find-a-tender-page.json', import.meta.url), 'utf8');
  const { releases } = JSON.parse(page) as { readonly releases: readonly { readonly id: string }[] };
  const found = JSON.stringify(releases.find(({ id }) => id === '075884-2026'));
  const text =
    change === undefined
      ? found
      : change(found)
          .replaceAll('075884-2026', '080000-2026')
          .replace('"date":"2026-08-10T16:14:56+01:00"', '"date":"2026-08-18T10:00:00+01:00"');
  const read = readNotices(new TextEncoder().encode(text));
  const [release] = read.ok ? read.value.releases : [];
  if (release === undefined) throw new Error('The notice is gone from the page.');
  return release;
}

async function withTender(): Promise<{ readonly store: Store; readonly id: string }> {
  const store = await openReady(await freshDatabase());
  const tender = adopt(original, newId, now);
  await done(adoptNotice(store, tender));
  return { store, id: tender.id };
}

async function due(store: Store, id: string): Promise<string | undefined> {
  const summary = await store.db.tenderSummaries.get(id);
  return summary?.deadlines.find(({ kind }) => kind === 'submission')?.endsAt;
}

describe('adopting a notice', () => {
  test('keeps the release word for word and makes a summary for the list', async () => {
    const { store, id } = await withTender();
    const tender = await store.db.tenders.get(id);
    expect(tender?.source).toMatchObject({ releases: [{ id: '075884-2026', json: original.json }] });
    expect(tender && (await store.db.tenderSummaries.get(id))).toEqual(tender && summariseTender(tender));
    expect(await due(store, id)).toBe('2026-08-25T11:00:00.000Z');
  });

  test('a second time is refused, naming the tender that is there', async () => {
    const { store } = await withTender();
    expect(await refusal(adoptNotice(store, adopt(amended, newId, now)))).toBe(
      'This procurement is already among the tenders, as “Community Centres Maintenance and Improvement Projects”. Apply the notice to it instead.',
    );
  });
});

describe('a further notice', () => {
  test('moves the deadline, keeps the old date, and is one step to undo', async () => {
    const { store, id } = await withTender();
    const before = await rows(store);
    const entry = await done(applyRelease(store, id, amended, now));
    expect(entry?.label).toBe('Community Centres Maintenance and Improvement Projects: notice 080000-2026');
    expect(await due(store, id)).toBe('2026-09-01T11:00:00.000Z');
    const deadline = (await store.db.tenders.get(id))?.deadlines.find(({ kind }) => kind === 'submission');
    expect(deadline?.versions.map(({ source }) => source)).toEqual(['Notice 075884-2026', 'Notice 080000-2026']);
    const after = await rows(store);
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
    await done(redo(store));
    expect(await rows(store)).toEqual(after);
  });

  test('that the tender holds already records nothing', async () => {
    const { store, id } = await withTender();
    expect(await done(applyRelease(store, id, original, now))).toBeNull();
    expect(await store.db.history.count()).toBe(2);
  });

  test('of another procurement is refused', async () => {
    const { store, id } = await withTender();
    const other = { ...amended, ocid: 'ocds-h6vhtk-other' };
    expect(await refusal(applyRelease(store, id, other, now))).toMatch(/^This notice is of another procurement/);
  });
});

describe('a tender', () => {
  test('entered by hand starts with what is known and changes field by field', async () => {
    const store = await openReady(await freshDatabase());
    const id = newId();
    expect((await done(createTender(store, id, 'Parks', { reference: 'TMBC-2027-014' })))?.label).toBe('Added Parks');
    const entry = await done(changeTender(store, id, 'state', (tender) => ({ ...tender, state: 'bidding' })));
    expect(entry?.label).toBe('Parks: state');
    expect(entry?.changes).toEqual([
      { table: 'tenders', id, before: { id, state: 'watching' }, after: { id, state: 'bidding' } },
    ]);
    expect(await done(changeTender(store, id, 'state', (tender) => ({ ...tender, state: 'bidding' })))).toBeNull();
  });

  test('gets a date by hand, and the history keeps neither the notice nor the other dates again', async () => {
    const { store, id } = await withTender();
    const statedAt = '2026-08-12T08:00:00.000Z';
    const version = {
      due: { kind: 'instant', at: '2026-08-28T11:00:00.000Z', zone: 'Europe/London' } as const,
      original: 'extended to noon on Friday',
      source: 'Portal message',
      statedAt,
      recordedAt: statedAt,
    };
    const label = 'Tenders due';
    const entry = await done(recordDeadlineChange(store, id, { kind: 'submission', label, lotId: null, version }));
    expect(entry?.label).toBe(
      'Community Centres Maintenance and Improvement Projects: Tenders due Fri 28 Aug 2026, 12:00 (London) (Portal message)',
    );
    expect(await due(store, id)).toBe('2026-08-28T11:00:00.000Z');
    expect(entry?.changes[0]?.after).toMatchObject({ id, deadlines: [{ kind: 'submission' }] });
    expect(JSON.stringify(entry)).not.toContain('ocds');
  });

  test('takes what a row need not have from a later notice, such as that the procurement ends, and undo takes it away', async () => {
    const { store, id } = await withTender();
    const before = await rows(store);
    const ending = { lots: null, on: null, reason: 'Too few tenders' };
    const release = { ...amended, ending, facts: { ...amended.facts, reservations: ['For supported employers.'] } };
    await done(applyRelease(store, id, release, now));
    expect(await store.db.tenders.get(id)).toMatchObject({ ended: { reason: 'Too few tenders' }, state: 'terminated' });
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
    await done(redo(store));
    expect((await store.db.tenders.get(id))?.ended).not.toBeUndefined();
  });

  test('is removed with its summary and comes back whole', async () => {
    const { store, id } = await withTender();
    const before = await rows(store);
    expect((await done(removeTenders(store, [id])))?.label).toBe(
      'Removed Community Centres Maintenance and Improvement Projects',
    );
    expect(await store.db.tenderSummaries.count()).toBe(0);
    expect(await refusal(removeTenders(store, [id]))).toBe('These tenders have already been removed.');
    expect(await refusal(changeTender(store, id, 'state', (tender) => tender))).toBe(
      'This tender has been removed. Undo brings it back.',
    );
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
  });

  test('is not removed while there is a bid for it', async () => {
    const { store, id } = await withTender();
    const bid = newId();
    await done(createBid(store, bid, id, { name: 'Burton Together', leadId: null }));
    expect(await refusal(removeTenders(store, [id]))).toBe(
      'There is a bid for Community Centres Maintenance and Improvement Projects: “Burton Together”. Remove the bid first.',
    );
    await done(removeBids(store, [bid]));
    await done(removeTenders(store, [id]));
    expect(await store.db.tenders.count()).toBe(0);
  });
});
