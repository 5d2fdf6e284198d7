/** How a job ended where it did not end in its own answer. */
export type NoAnswer =
  | { readonly kind: 'cancelled' }
  /** The worker itself failed: memory ran out, or a mistake of ours. Nothing half done is left behind. */
  | { readonly kind: 'crashed'; readonly detail: string };

/** What every worker posts besides reports of its own. */
type FromWorker<Answer> =
  | { readonly kind: 'begun' | 'alive' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'crashed'; readonly detail: string };

interface Watch<Report> {
  readonly onReport?: (report: Report) => void;
  /** Cancelling ends the worker, and with it any transaction that it had not finished. */
  readonly signal?: AbortSignal | undefined;
  readonly port?: MessagePort;
  /** Whether the worker waits for something that the page does for it, however long that takes. */
  readonly isWaiting?: () => boolean;
  /** A job that reports every step has to come to the next one; of any other it is enough that its worker is alive. */
  readonly reportsEveryStep?: boolean;
}

/** So many seconds without a word, and a worker is given up: packing the largest workspace takes a slow computer a minute. */
const patience = 120;
/** It begins as soon as its script is read, which lies on this computer. */
const patienceAtFirst = 30;
const tick = 5;

let jobs = 0;

/**
 * Does one job in a worker of its own, which ends with it. Never rejects, and never waits for ever: a worker that died is told
 * by the lock that it held, and one that hangs by its silence.
 */
export function runJob<Answer, Report extends { readonly kind: string } = never>(
  worker: Worker,
  job: unknown,
  { onReport, signal, port, isWaiting = () => false, reportsEveryStep = false }: Watch<Report> = {},
): Promise<Answer | NoAnswer> {
  jobs += 1;
  const lock = `muster:job:${crypto.randomUUID()}:${jobs}`;
  return new Promise<Answer | NoAnswer>((resolve) => {
    let silence = 0;
    let most = patienceAtFirst;
    const end = (answer: Answer | NoAnswer): void => {
      clearInterval(listening);
      worker.terminate();
      resolve(answer);
    };
    // Counted in ticks, of which a computer that was asleep makes one.
    const listening = setInterval(() => {
      silence = isWaiting() ? 0 : silence + tick;
      if (silence >= most) end({ kind: 'crashed', detail: `no answer for ${most} seconds` });
    }, tick * 1000);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker<Answer> | Report>) => {
      if (!(reportsEveryStep && data.kind === 'alive')) silence = 0;
      if (isFromEveryWorker(data)) {
        if (data.kind === 'answer') end(data.answer);
        else if (data.kind === 'crashed') end(data);
        if (data.kind !== 'begun') return;
        most = patience;
        void navigator.locks.request(lock, () => end({ kind: 'crashed', detail: 'it ended without an answer' }));
      } else {
        onReport?.(data);
      }
    });
    worker.addEventListener('error', (event) => end({ kind: 'crashed', detail: event.message }));
    signal?.addEventListener('abort', () => end({ kind: 'cancelled' }));
    worker.postMessage({ job, lock }, port === undefined ? [] : [port]);
  });
}

function isFromEveryWorker<Answer>(data: FromWorker<Answer> | { readonly kind: string }): data is FromWorker<Answer> {
  return data.kind === 'begun' || data.kind === 'alive' || data.kind === 'answer' || data.kind === 'crashed';
}
