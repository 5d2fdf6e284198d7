import { type Crashed, type SignOfLife, watchWorker } from './watchWorker.ts';

/** How a job ended where it did not end in its own answer. */
export type NoAnswer =
  | { readonly kind: 'cancelled' }
  /** The worker itself failed. What was not committed before is not there; a transaction is never half done. */
  | Crashed;

/** What the page sends to a worker: its one job and the lock by which it is known to be alive; later, that it may stop. */
export type Order<Job> =
  { readonly kind: 'job'; readonly job: Job; readonly lock: string } | { readonly kind: 'cancel' };

/** What every worker posts besides reports of its own. */
type FromWorker<Answer> = SignOfLife | { readonly kind: 'answer'; readonly answer: Answer } | Crashed;

interface Watch<Report> {
  readonly onReport?: (report: Report) => void;
  readonly signal?: AbortSignal | undefined;
  /** Cancelling ends the worker, and with it any transaction that it had not finished; or asks it to stop where it can and to answer. */
  readonly cancelling?: 'ends' | 'asks';
  readonly port?: MessagePort;
  /** Whether the worker waits for something that the page does for it, however long that takes. */
  readonly isWaiting?: () => boolean;
  /** A job that reports every step has to come to the next one; of any other it is enough that its worker is alive. */
  readonly reportsEveryStep?: boolean;
}

/** Does one job in a worker of its own, which ends with it. Never rejects, and never waits for ever (`watchWorker`). */
export function runJob<Answer, Report extends { readonly kind: string } = never>(
  worker: Worker,
  job: unknown,
  { onReport, signal, cancelling = 'ends', port, isWaiting, reportsEveryStep = false }: Watch<Report> = {},
): Promise<Answer | NoAnswer> {
  return new Promise<Answer | NoAnswer>((resolve) => {
    const { lock, heard, end } = watchWorker(worker, resolve, {
      ...(isWaiting && { isQuiet: isWaiting }),
      isAliveEnough: !reportsEveryStep,
    });
    const give = (order: Order<unknown>): void => worker.postMessage(order, port === undefined ? [] : [port]);
    const answer = (answer: Answer | NoAnswer): void => {
      end();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker<Answer> | Report>) => {
      if (heard(data)) return;
      if (!isFromEveryWorker<Answer>(data)) onReport?.(data);
      else if (data.kind === 'answer') answer(data.answer);
      else if (data.kind === 'crashed') answer(data);
    });
    signal?.addEventListener('abort', () => {
      if (cancelling === 'ends') answer({ kind: 'cancelled' });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      else worker.postMessage({ kind: 'cancel' } satisfies Order<unknown>);
    });
    give({ kind: 'job', job, lock });
  });
}

function isFromEveryWorker<Answer>(data: { readonly kind: string }): data is FromWorker<Answer> {
  return data.kind === 'answer' || data.kind === 'crashed';
}
