/** What the page sends to a worker: its one job, and the lock by which it is known to be alive. */
interface Order<Job> {
  readonly job: Job;
  readonly lock: string;
}

/** A worker whose thread is free says so as often. */
const beat = 5000;

/** Does the one job that a worker is started for (`runJob`). What `transferred` names goes over without being copied. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the worker knows what its page sends
export function onJob<Job, Answer>(
  work: (job: Job, port: MessagePort | undefined) => Promise<Answer>,
  transferred: (answer: Answer) => readonly Transferable[] = () => [],
): void {
  const begin = ({ job, lock }: Order<Job>, port: MessagePort | undefined): void => {
    void navigator.locks.request(lock, async () => {
      report({ kind: 'begun' });
      setInterval(() => report({ kind: 'alive' }), beat);
      try {
        const answer = await work(job, port);
        report({ kind: 'answer', answer }, transferred(answer));
      } catch (thrown) {
        report({ kind: 'crashed', detail: wordsFor(thrown) });
      }
      // Held until the page ends the worker: a lock that is free sooner says that the worker died.
      await new Promise(() => undefined);
    });
  };
  self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<Order<Job>>) => begin(data, port));
}

/** Dexie wraps what the browser threw, and keeps its name in the text. */
function wordsFor(thrown: unknown): string {
  const words = String(thrown);
  return words.includes('QuotaExceededError') ? 'the disk is full: make room on it first' : words;
}

export function report(
  message: { readonly kind: string; readonly done?: number; readonly answer?: unknown; readonly detail?: string },
  transfer: readonly Transferable[] = [],
): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(message, { transfer: [...transfer] });
}
