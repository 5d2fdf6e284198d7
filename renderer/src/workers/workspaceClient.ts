import type { WorkspaceAnswers, WorkspaceJob, WorkspaceReport } from './workspaceJobs.ts';

/** How a job ended where it did not end in its own answer. */
export type NoAnswer =
  | { readonly kind: 'cancelled' }
  /** The worker itself failed: memory ran out, or a mistake of ours. Nothing half done is left behind. */
  | { readonly kind: 'crashed'; readonly detail: string };

interface Watch {
  readonly onProgress?: (done: number) => void;
  /** Cancelling ends the worker, and with it any transaction that it had not finished. */
  readonly signal?: AbortSignal;
}

/** Does one job in a worker of its own. Never rejects. */
export function runWorkspaceJob<K extends WorkspaceJob['kind']>(
  job: Extract<WorkspaceJob, { kind: K }>,
  { onProgress, signal }: Watch = {},
): Promise<WorkspaceAnswers[K] | NoAnswer> {
  const worker = new Worker(new URL('./workspace.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<WorkspaceAnswers[K] | NoAnswer>((resolve) => {
    const end = (answer: WorkspaceAnswers[K] | NoAnswer) => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<WorkspaceReport<K>>) => {
      if (data.kind === 'progress') onProgress?.(data.done);
      else if (data.kind === 'crashed') end(data);
      else end(data.answer);
    });
    worker.addEventListener('error', (event) => end({ kind: 'crashed', detail: event.message }));
    signal?.addEventListener('abort', () => end({ kind: 'cancelled' }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(job);
  });
}
