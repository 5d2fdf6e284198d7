import type { MappedRelease } from '../../../shared/interchange/ocds/mappedRelease.ts';
import { identifyNotices, readNotices } from '../../../shared/interchange/ocds/readNotices.ts';
import { unreachable } from '../../../shared/domain/basics/result.ts';
import { NoticesDatabase } from '../store/notices/noticesDatabase.ts';
import { noticeKey, summariseNotice } from '../store/notices/noticeSummary.ts';
import { knownNotices, storeNotices } from '../store/notices/storeNotices.ts';
import { onJob, report } from './onJob.ts';
import type { NoticesAnswers, NoticesJob, NoticesReport, PreviewNotice } from './noticesJobs.ts';

/** Few enough that taking over a part of a preview does not hold up the window. */
const partSize = 200;

onJob<NoticesJob, NoticesAnswers[keyof NoticesAnswers]>((job, { signal }) => answer(job, signal));

async function answer(job: NoticesJob, signal: AbortSignal): Promise<NoticesAnswers[keyof NoticesAnswers]> {
  const db = new NoticesDatabase();
  switch (job.kind) {
    case 'read': {
      const read = readNotices(job.bytes);
      if (!read.ok) return { kind: 'refused', problem: read.error };
      await preview(db, read.value.releases);
      return { kind: 'sound', remarks: read.value.remarks };
    }
    case 'store': {
      const read = identifyNotices(job.bytes);
      if (!read.ok) return { kind: 'refused', problem: read.error };
      const chosen = read.value.releases.filter((release) => job.keys.has(noticeKey(release)));
      const stored = await storeNotices(db, chosen, job.fileName, {
        now: job.now,
        signal,
        onProgress: (done) => post({ kind: 'progress', done }),
      });
      return { kind: 'stored', stored };
    }
    default:
      return unreachable(job);
  }
}

async function preview(db: NoticesDatabase, releases: readonly MappedRelease[]): Promise<void> {
  const known = await knownNotices(db, releases);
  for (let from = 0; from < releases.length; from += partSize) {
    const part = releases.slice(from, from + partSize);
    const notices = part.map((release): PreviewNotice => {
      const { dates, remarks, unused, said, ending, notUnderstood } = release;
      const isKnown = known.has(noticeKey(release));
      return { summary: summariseNotice(release), dates, remarks, unused, said, ending, notUnderstood, isKnown };
    });
    post({ kind: 'preview', notices });
    post({ kind: 'progress', done: (from + part.length) / releases.length });
  }
}

function post(news: NoticesReport): void {
  report(news);
}
