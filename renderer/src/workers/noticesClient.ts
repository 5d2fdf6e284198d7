import type { NoticesAnswers, NoticesJob, NoticesReport, PreviewNotice } from './noticesJobs.ts';
import { type NoAnswer, runJob } from './runJob.ts';

interface Watch {
  readonly onProgress?: (done: number) => void;
  readonly onPreview?: (notices: readonly PreviewNotice[]) => void;
  /** Reading ends at once. Storing stops where it can, and still answers with how far it came. */
  readonly signal?: AbortSignal;
}

/** Does one job in a worker of its own. Never rejects. What it had stored before it crashed stays. */
export function runNoticesJob<K extends NoticesJob['kind']>(
  job: Extract<NoticesJob, { kind: K }>,
  { onProgress, onPreview, signal }: Watch,
): Promise<NoticesAnswers[K] | NoAnswer> {
  const worker = new Worker(new URL('./notices.worker.ts', import.meta.url), { type: 'module' });
  return runJob<NoticesAnswers[K], NoticesReport>(worker, job, {
    onReport: (news) => (news.kind === 'progress' ? onProgress?.(news.done) : onPreview?.(news.notices)),
    signal,
    cancelling: job.kind === 'store' ? 'asks' : 'ends',
  });
}
