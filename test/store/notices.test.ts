import './support.ts';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../renderer/src/store/newId.ts';
import { NoticesDatabase, noticesName } from '../../renderer/src/store/notices/noticesDatabase.ts';
import { noticeKey } from '../../renderer/src/store/notices/noticeSummary.ts';
import { knownNotices, storeNotices } from '../../renderer/src/store/notices/storeNotices.ts';
import { readNotice } from '../../renderer/src/store/notices/useNotices.ts';
import { firstDatabase } from '../../renderer/src/store/databases.ts';
import { mapRelease } from '../../shared/interchange/ocds/mapRelease.ts';
import type { IdentifiedRelease } from '../../shared/interchange/ocds/identifyRelease.ts';
import { identifyNotices } from '../../shared/interchange/ocds/readNotices.ts';

const now = new Date('2026-08-11T09:00:00.000Z');
const page = read('find-a-tender-page.json');

function read(name: string): readonly IdentifiedRelease[] {
  const read = identifyNotices(new Uint8Array(readFileSync(new URL(`../fixtures/notices/${name}`, import.meta.url))));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.releases;
}

/** Many procurements like the one of the page's first notice. */
function many(count: number): readonly IdentifiedRelease[] {
  return page
    .slice(0, 1)
    .flatMap((release) =>
      Array.from({ length: count }, (_, at) => ({ ...release, ocid: `ocds-x-${at}`, releaseId: `${at}-2026` })),
    );
}

let db: NoticesDatabase;
beforeEach(() => {
  db = new NoticesDatabase(`notices-${newId()}`);
});

test('notices lie in a database that is not taken for a workspace', () => {
  expect(noticesName.startsWith(firstDatabase)).toBe(false);
});

describe('importing the page of Find a Tender', () => {
  test('stores its 100 releases once, however often it is done', async () => {
    expect(await storeNotices(db, page, 'page.json', { now })).toEqual({ added: 100, known: 0, cancelled: false });
    const first = [await db.summaries.toArray(), await db.releases.toArray()];
    expect(await storeNotices(db, page, 'page.json', { now })).toEqual({ added: 0, known: 100, cancelled: false });
    expect([await db.summaries.toArray(), await db.releases.toArray()]).toEqual(first);
    expect(await db.imports.toArray()).toMatchObject([
      { number: 1, added: 100, known: 0 },
      { number: 2, added: 0, known: 100 },
    ]);
  });

  test('keeps each release word for word, and the line that a list shows', async () => {
    await storeNotices(db, page, 'page.json', { now });
    const release = page.find(({ releaseId }) => releaseId === '075884-2026');
    if (release === undefined) throw new Error('The notice is gone from the page.');
    expect(await db.releases.get(noticeKey(release))).toEqual({
      key: noticeKey(release),
      json: JSON.stringify(release.raw),
    });
    expect(await db.summaries.get(noticeKey(release))).toMatchObject({
      title: 'Community Centres Maintenance and Improvement Projects',
      buyer: 'East Staffordshire Borough Council',
      noticeType: 'UK4',
      value: { net: 16_500_000, gross: 19_800_000, currency: 'GBP' },
      publishedAt: '2026-08-10T15:14:56.000Z',
      due: { kind: 'instant', at: '2026-08-25T11:00:00.000Z', zone: 'Europe/London' },
      endsAt: '2026-08-25T11:00:00.000Z',
      lots: 1,
    });
  });

  test('tells beforehand which are known, and records how many were', async () => {
    await storeNotices(db, page.slice(0, 40), 'page.json', { now });
    expect(await knownNotices(db, page)).toEqual(new Set(page.slice(0, 40).map(noticeKey)));
    await storeNotices(db, page, 'page.json', { now });
    expect(await db.imports.toCollection().last()).toMatchObject({ number: 2, added: 60, known: 40 });
  });
});

test('a correction under the same number takes the place of the earlier release, and never the other way round', async () => {
  const [release] = page;
  if (release === undefined) throw new Error('empty page');
  const corrected = { ...release, publishedAt: '2026-08-12T00:00:00.000Z', raw: { corrected: true } };
  await storeNotices(db, [release], 'a.json', { now });
  await storeNotices(db, [corrected], 'b.json', { now });
  await storeNotices(db, [release], 'a.json', { now });
  expect(await db.releases.get(noticeKey(release))).toMatchObject({ json: '{"corrected":true}' });
  expect(await db.summaries.get(noticeKey(release))).toMatchObject({ publishedAt: corrected.publishedAt });
});

test('a cancelled import keeps what it has stored and says so; going on adds the rest', async () => {
  const releases = many(600);
  const cancel = new AbortController();
  const progress: number[] = [];
  const onProgress = (done: number): void => {
    progress.push(done);
    cancel.abort();
  };
  const cancelled = await storeNotices(db, releases, 'many.json', { now, onProgress, signal: cancel.signal });
  expect(cancelled).toEqual({ added: 250, known: 0, cancelled: true });
  expect(progress).toEqual([250 / 600]);
  expect(await storeNotices(db, releases, 'many.json', { now })).toEqual({ added: 350, known: 250, cancelled: false });
  expect(await db.releases.count()).toBe(600);
});

test('a stored notice is understood again from what was published', async () => {
  const stored = new NoticesDatabase();
  await storeNotices(stored, page, 'page.json', { now });
  for (const release of page.slice(0, 10)) {
    expect(await readNotice(noticeKey(release))).toEqual(mapRelease(release.raw));
  }
  expect(await readNotice('nothing')).toBeNull();
});
