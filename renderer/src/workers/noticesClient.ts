import type { NoticesAnswers, NoticesJob, NoticesOrder, NoticesReport, PreviewNotice } from './noticesJobs.ts';

/** How a job ended where it did not end in its own answer. */
type NoAnswer =
  | { readonly kind: 'cancelled' }
  /** The worker itself failed: memory ran out, or a mistake of ours. What it had stored stays. */
  | { readonly kind: 'crashed'; readonly detail: string };

interface Watch {
  readonly onProgress?: (done: number) => void;
  readonly onPreview?: (notices: readonly PreviewNotice[]) => void;
  /** Reading ends at once. Storing stops where it can, and still answers with how far it came. */
  readonly signal?: AbortSignal;
}

/** Does one job in a worker of its own. Never rejects. */
export function runNoticesJob<K extends NoticesJob['kind']>(
  job: Extract<NoticesJob, { kind: K }>,
  { onProgress, onPreview, signal }: Watch,
): Promise<NoticesAnswers[K] | NoAnswer> {
  const worker = new Worker(new URL('./notices.worker.ts', import.meta.url), { type: 'module' });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  const order = (order: NoticesOrder) => worker.postMessage(order);
  return new Promise<NoticesAnswers[K] | NoAnswer>((resolve) => {
    const end = (answer: NoticesAnswers[K] | NoAnswer) => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<NoticesReport<K>>) => {
      if (data.kind === 'progress') onProgress?.(data.done);
      else if (data.kind === 'preview') onPreview?.(data.notices);
      else if (data.kind === 'crashed') end(data);
      else end(data.answer);
    });
    worker.addEventListener('error', (event) => end({ kind: 'crashed', detail: event.message }));
    signal?.addEventListener('abort', () =>
      job.kind === 'read' ? end({ kind: 'cancelled' }) : order({ kind: 'cancel' }),
    );
    order(job);
  });
}
