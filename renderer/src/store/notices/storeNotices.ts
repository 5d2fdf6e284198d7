import { Dexie } from 'dexie';
import type { IdentifiedRelease } from '../../../../shared/interchange/ocds/identifyRelease.ts';
import type { MappedRelease } from '../../../../shared/interchange/ocds/mappedRelease.ts';
import { outlineRelease } from '../../../../shared/interchange/ocds/outlineRelease.ts';
import { noticeKey, summariseNotice } from './noticeSummary.ts';
import type { NoticesDatabase } from './noticesDatabase.ts';

/** How an import went. What was stored before it was cancelled stays: importing the file again stores the rest. */
export interface StoredNotices {
  readonly added: number;
  /** Those that were there already; a later publication under the same number takes the place of the earlier one. */
  readonly known: number;
  readonly cancelled: boolean;
}

export interface StoreOptions {
  readonly now: Date;
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

const chunk = 250;

/** Stores the releases of a file. To store them again changes nothing. It is meant for a worker. */
export async function storeNotices(
  db: NoticesDatabase,
  releases: readonly IdentifiedRelease[],
  fileName: string,
  { now, onProgress = () => undefined, signal }: StoreOptions,
): Promise<StoredNotices> {
  let known = 0;
  let done = 0;
  const record = (known: number) => ({ at: now.toISOString(), fileName, added: done - known, known });
  while (done < releases.length) {
    if (signal?.aborted === true) break;
    const some = releases.slice(done, done + chunk);
    await db.transaction('rw', [db.summaries, db.releases, db.imports], async () => {
      done += some.length;
      const storing = storeSome(db, some);
      // With the last of them, and as if all of those were new, so that a page costs one commit and no further answer.
      const recording = done === releases.length ? db.imports.add(record(known)) : null;
      const [added, number] = await Promise.all([storing, recording]);
      if (added === some.length) return;
      known += some.length - added;
      if (number !== null) await db.imports.update(number, record(known));
    });
    onProgress(done / releases.length);
  }
  const cancelled = done < releases.length;
  if (cancelled || releases.length === 0) await db.imports.add(record(known));
  return { added: done - known, known, cancelled };
}

/** Stores some releases at once and answers how many were new; what is there already is looked at only where it is met. */
async function storeSome(db: NoticesDatabase, releases: readonly IdentifiedRelease[]): Promise<number> {
  const published = releases.map((release) => ({ key: noticeKey(release), json: JSON.stringify(release.raw) }));
  const adding = addedBut(db.releases.bulkAdd(published));
  // While the database is at that, what its line in the list says is read of each.
  const summaries = releases.map((release) => summariseNotice(outlineRelease(release)));
  const [known] = await Promise.all([addedBut(db.summaries.bulkAdd(summaries)), adding]);
  if (known.length === 0) return releases.length;
  const stored = await db.summaries.bulkGet(known.map((at) => summaries[at]?.key ?? ''));
  const later = known.filter((at, place) => (summaries[at]?.publishedAt ?? '') >= (stored[place]?.publishedAt ?? ''));
  await db.summaries.bulkPut(later.flatMap((at) => summaries[at] ?? []));
  await db.releases.bulkPut(later.flatMap((at) => published[at] ?? []));
  return releases.length - known.length;
}

/** The places of the rows that were not added, because their key is there already; those stay as they were. */
async function addedBut(adding: PromiseLike<unknown>): Promise<readonly number[]> {
  try {
    await adding;
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Dexie.BulkError) || thrown.failures.some(({ name }) => name !== 'ConstraintError')) {
      throw thrown;
    }
    return Object.keys(thrown.failuresByPos).map(Number);
  }
}

/** Which of these releases are stored already, by `noticeKey`. */
export async function knownNotices(
  db: NoticesDatabase,
  releases: readonly Pick<MappedRelease, 'ocid' | 'releaseId'>[],
): Promise<ReadonlySet<string>> {
  return new Set(await db.summaries.where('key').anyOf(releases.map(noticeKey)).primaryKeys());
}
