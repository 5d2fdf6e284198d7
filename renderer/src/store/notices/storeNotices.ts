import type { MappedRelease } from '../../../../shared/interchange/ocds/mappedRelease.ts';
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
  releases: readonly MappedRelease[],
  fileName: string,
  { now, onProgress = () => undefined, signal }: StoreOptions,
): Promise<StoredNotices> {
  let added = 0;
  let done = 0;
  while (done < releases.length) {
    if (signal?.aborted === true) break;
    const some = releases.slice(done, done + chunk);
    added += await storeChunk(db, some);
    done += some.length;
    onProgress(done / releases.length);
  }
  const known = done - added;
  await db.imports.add({ at: now.toISOString(), fileName, added, known });
  return { added, known, cancelled: done < releases.length };
}

/** Stores some releases at once and answers how many were new. */
function storeChunk(db: NoticesDatabase, releases: readonly MappedRelease[]): Promise<number> {
  const summaries = releases.map(summariseNotice);
  return db.transaction('rw', [db.summaries, db.releases], async () => {
    const known = await db.summaries.bulkGet(summaries.map(({ key }) => key));
    const newer = summaries.flatMap((summary, at) => {
      const before = known[at];
      return before === undefined || summary.publishedAt >= before.publishedAt ? [at] : [];
    });
    await db.summaries.bulkPut(newer.flatMap((at) => summaries[at] ?? []));
    await db.releases.bulkPut(
      newer.flatMap((at) => {
        const release = releases[at];
        return release === undefined ? [] : [{ key: noticeKey(release), json: release.json }];
      }),
    );
    return known.filter((before) => before === undefined).length;
  });
}

/** Which of these releases are stored already, by `noticeKey`. */
export async function knownNotices(
  db: NoticesDatabase,
  releases: readonly MappedRelease[],
): Promise<ReadonlySet<string>> {
  return new Set(await db.summaries.where('key').anyOf(releases.map(noticeKey)).primaryKeys());
}
