import { holdLock } from './holdLock.ts';
import type { Order } from './runJob.ts';
import type { Crashed } from './watchWorker.ts';

/** What a job is given besides itself. `signal`: the person does not want it any more. */
interface JobContext {
  readonly port: MessagePort | undefined;
  readonly signal: AbortSignal;
}

/** Does the one job that a worker is started for (`runJob`). What `transferred` names goes over without being copied. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the worker knows what its page sends
export function onJob<Job, Answer>(
  work: (job: Job, context: JobContext) => Answer | Promise<Answer>,
  transferred: (answer: Answer) => readonly Transferable[] = () => [],
): void {
  const cancelling = new AbortController();
  const begin = async (job: Job, port: MessagePort | undefined): Promise<void> => {
    try {
      const answer = await work(job, { port, signal: cancelling.signal });
      report({ kind: 'answer', answer }, transferred(answer));
    } catch (thrown) {
      report(crash(thrown));
    }
  };
  self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<Order<Job>>) => {
    if (data.kind === 'cancel') cancelling.abort();
    else holdLock(data.lock, () => void begin(data.job, port));
  });
}

/** Dexie wraps what the browser threw, and keeps its name in the text. */
function crash(thrown: unknown): Crashed {
  const detail = String(thrown);
  if (detail.includes('QuotaExceededError')) return { kind: 'crashed', reason: 'diskFull', detail };
  // Memory that was not to be had, in the words of V8.
  const isMemory = /allocation failed|out of memory|invalid (array|string|typed array) length/i.test(detail);
  return { kind: 'crashed', reason: isMemory ? 'ended' : 'fault', detail };
}

/** Tells the page something while the job goes on, or its end. */
export function report(message: object, transfer: readonly Transferable[] = []): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(message, { transfer: [...transfer] });
}
