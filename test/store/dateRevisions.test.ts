import { done, freshDatabase, openReady, rows, workspace } from './support.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { readContents, replaceContents } from '../../renderer/src/store/contents.ts';
import { bringBack, restoreRemoved } from '../../renderer/src/store/commands/restore.ts';
import {
  changeTender,
  createTender,
  markDatesMet,
  recordDeadlineChange,
  removeTenders,
} from '../../renderer/src/store/commands/tenders.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { replayed } from '../../renderer/src/store/replay.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import type { Deadline } from '../../shared/domain/tender/deadline.ts';
import { calendarOf } from '../../shared/interchange/icalendar.ts';

const tenderId = newId();
const [submission, questions] = [newId(), newId()];
let store: Store;
/** The SEQUENCE of each date at every export, in the order of the exports. */
let exported: Record<string, number[]>;

function date(id: string, kind: Deadline['kind'], on: string): Deadline {
  const stated = '2026-11-02T09:00:00.000Z';
  const version = { due: { kind: 'day', on }, original: '', source: 'Notice', statedAt: stated, recordedAt: stated };
  return { id, kind, label: kind, lotId: null, versions: [version as Deadline['versions'][0]], state: 'open' };
}

async function exportDates(): Promise<void> {
  const file = calendarOf(await store.db.tenders.toArray(), 'Dates', new Date('2026-11-30T09:00:00Z'));
  for (const [, uid = '', sequence] of file.matchAll(/UID:(.*)\r\n[^]*?SEQUENCE:(\d+)/g)) {
    (exported[uid] ??= []).push(Number(sequence));
  }
}

async function step(command: Parameters<typeof done>[0]): Promise<void> {
  await done(command);
  await exportDates();
}

function move(on: string) {
  const at = new Date(`${on}T00:00:00Z`).toISOString();
  const version = { due: { kind: 'day', on } as const, original: '', source: 'Portal', statedAt: at, recordedAt: at };
  return recordDeadlineChange(store, tenderId, { kind: 'submission', label: 'submission', lotId: null, version });
}

function withState(state: Deadline['state']) {
  return changeTender(store, tenderId, 'state of a date', (tender) => ({
    ...tender,
    deadlines: tender.deadlines.map((each) => (each.id === submission ? { ...each, state } : each)),
  }));
}

beforeEach(async () => {
  store = await openReady(await freshDatabase());
  exported = {};
  const deadlines = [date(submission, 'submission', '2027-02-12'), date(questions, 'questions', '2027-01-22')];
  await step(createTender(store, tenderId, 'Parks', { deadlines }));
});

describe('the SEQUENCE of a calendar entry (RFC 5545 §3.8.7.4)', () => {
  test('rises with every change of the date, whatever makes it, and with nothing else', async () => {
    await step(move('2027-02-19'));
    await step(undo(store));
    await step(redo(store));
    await step(withState('withdrawn'));
    await step(undo(store));
    await step(undo(store));
    await exportDates();
    await step(changeTender(store, tenderId, 'title', (tender) => ({ ...tender, title: 'Parks and gardens' })));
    expect(exported[submission]).toEqual([0, 1, 2, 3, 4, 5, 6, 6, 6]);
    expect(exported[questions]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('rises with a termination, which cancels the entries, and with its undoing', async () => {
    const cancelled = async () =>
      calendarOf(await store.db.tenders.toArray(), 'Dates', new Date()).includes('CANCELLED');
    await step(changeTender(store, tenderId, 'state', (tender) => ({ ...tender, state: 'terminated' })));
    expect(await cancelled()).toBe(true);
    await step(undo(store));
    expect(await cancelled()).toBe(false);
    expect([exported[submission], exported[questions]]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  test('does not fall when the tender is removed and restored, or an earlier version is brought back', async () => {
    await step(move('2027-02-19'));
    const moved = await done(withState('met'));
    await exportDates();
    const removed = await done(removeTenders(store, [tenderId]));
    await step(restoreRemoved(store, removed?.seq ?? 0));
    await step(undo(store));
    await step(undo(store));
    await step(bringBack(store, { table: 'tenders', id: tenderId, seq: moved?.seq ?? 0, side: 'before' }, 'earlier'));
    expect(exported[submission]).toEqual([0, 1, 2, 2, 2, 3]);
  });

  test('goes on from its number where adding the date, or the whole tender, is undone and done again', async () => {
    await step(move('2027-02-19'));
    await step(undo(store));
    await step(undo(store));
    await step(redo(store));
    await step(redo(store));
    expect(exported[submission]).toEqual([0, 1, 2, 2, 3]);
  });

  test('does not fall when a whole older workspace takes the place of this one, nor when it goes the other way', async () => {
    const older = await readContents(store.db);
    await step(move('2027-02-19'));
    await step(move('2027-02-26'));
    const newer = await readContents(store.db);
    for (const contents of [older, newer, newer]) {
      if (contents === null) throw new Error('nothing was read');
      const upTo = (await store.db.workspace())?.head.seq ?? null;
      expect(await replaceContents(store.db, contents, 'Opened', null, upTo)).toBe(true);
      await exportDates();
    }
    expect(exported[submission]).toEqual([0, 1, 2, 3, 4, 4]);
    expect(exported[questions]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('is the same where the entries are carried out again from the journal', async () => {
    await step(move('2027-02-19'));
    await step(undo(store));
    await step(withState('withdrawn'));
    const contents = await readContents(store.db);
    const { history = [], tenders = [] } = contents ?? {};
    const empty = { organisations: [], tenders: [], bids: [], capabilities: [], capabilityProfiles: [] };
    const again = replayed({ ...empty, retentionRules: [], workspace, history: [] }, history);
    expect(again?.tenders).toEqual(tenders);
    expect(tenders[0]?.dateRevisions).toEqual({ [submission]: 3 });
  });
});

describe('dates marked as met together', () => {
  test('are one entry of the history, over several tenders, and one undo', async () => {
    const other = newId();
    const visit = newId();
    await done(createTender(store, other, 'Reuse', { deadlines: [date(visit, 'internal', '2027-01-10')] }));
    const chosen = [
      { tenderId, deadlineId: submission },
      { tenderId, deadlineId: questions },
      { tenderId: other, deadlineId: visit },
    ];
    const before = await rows(store);
    const entry = await done(markDatesMet(store, chosen));
    expect(entry?.label).toBe('3 dates of 2 tenders met');
    const states = (await store.db.tenders.toArray()).flatMap(({ deadlines }) => deadlines.map(({ state }) => state));
    expect(states).toEqual(['met', 'met', 'met']);
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
    expect((await done(markDatesMet(store, chosen.slice(0, 1))))?.label).toBe('Parks: submission met');
    expect(await markDatesMet(store, chosen.slice(0, 1))).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });
});
