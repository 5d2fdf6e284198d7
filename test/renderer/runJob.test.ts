import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onJob } from '../../renderer/src/workers/onJob.ts';
import { crashSentence } from '../../renderer/src/workers/crashSentence.ts';
import type { Crashed } from '../../renderer/src/workers/watchWorker.ts';
import { type NoAnswer, type Order, runJob } from '../../renderer/src/workers/runJob.ts';

/** A worker as its page sees it: the test says what it posts and when it dies. */
class WorkerStub extends EventTarget {
  readonly received: Order<unknown>[] = [];
  isEnded = false;
  #letGo: () => void = () => undefined;
  readonly #died = new Promise<void>((resolve) => (this.#letGo = resolve));

  postMessage(order: Order<unknown>): void {
    this.received.push(order);
  }

  terminate(): void {
    this.isEnded = true;
  }

  says(data: { readonly kind: string; readonly [more: string]: unknown }): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** Chromium lets go of the locks of what died. */
  die(): void {
    this.#letGo();
  }

  readonly locks = {
    request: (_name: string, granted: () => unknown): Promise<unknown> => this.#died.then(granted),
  };
}

interface Read {
  readonly kind: 'read';
}

let worker: WorkerStub;

beforeEach(() => {
  vi.useFakeTimers();
  worker = new WorkerStub();
  vi.stubGlobal('navigator', { locks: worker.locks });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function run(options: Parameters<typeof runJob>[2] = {}): Promise<Read | NoAnswer> {
  return runJob<Read>(worker as unknown as Worker, 'a job', options);
}

test('an answer ends the worker, and nothing that comes after is heard', async () => {
  const answer = run();
  worker.says({ kind: 'begun' });
  worker.says({ kind: 'answer', answer: { kind: 'read' } });
  worker.die();
  expect(await answer).toEqual({ kind: 'read' });
  expect(worker.isEnded).toBe(true);
});

test('a worker that died is told at once, by the lock that it held', async () => {
  const answer = run();
  worker.says({ kind: 'begun' });
  worker.die();
  expect(await answer).toMatchObject({ kind: 'crashed', reason: 'ended' });
});

test('a worker that never begins is given up after half a minute', async () => {
  const answer = run();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await answer).toMatchObject({ kind: 'crashed', reason: 'silent' });
  expect(worker.isEnded).toBe(true);
});

test('a worker that begins and then hangs is given up after five minutes', async () => {
  const answer = run();
  worker.says({ kind: 'begun' });
  await vi.advanceTimersByTimeAsync(299_000);
  expect(worker.isEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await answer).toMatchObject({ kind: 'crashed', reason: 'silent' });
});

test.each([
  { job: 'any job may take as long as its thread is free', reportsEveryStep: false, isGivenUp: false },
  { job: 'one that reports every step has to come to the next', reportsEveryStep: true, isGivenUp: true },
])('$job', async ({ reportsEveryStep, isGivenUp }) => {
  void run({ reportsEveryStep });
  worker.says({ kind: 'begun' });
  for (let minutes = 0; minutes < 10; minutes += 1) {
    await vi.advanceTimersByTimeAsync(60_000);
    worker.says({ kind: 'alive' });
  }
  expect(worker.isEnded).toBe(isGivenUp);
});

test('a worker that waits for the page is not given up', async () => {
  void run({ isWaiting: () => true });
  worker.says({ kind: 'begun' });
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(worker.isEnded).toBe(false);
});

test('cancelling ends it, or asks it to stop where it can', async () => {
  const cancelling = new AbortController();
  const ended = run({ signal: cancelling.signal });
  cancelling.abort();
  expect(await ended).toEqual({ kind: 'cancelled' });

  worker = new WorkerStub();
  const asking = new AbortController();
  const answered = run({ signal: asking.signal, cancelling: 'asks' });
  asking.abort();
  expect(worker.received.at(-1)).toEqual({ kind: 'cancel' });
  worker.says({ kind: 'answer', answer: { kind: 'read' } });
  expect(await answered).toEqual({ kind: 'read' });
});

test.each([
  ['a full disk', new DOMException('The quota has been exceeded.', 'QuotaExceededError'), 'diskFull'],
  ['a full disk as Dexie tells it', new Error('AbortError: QuotaExceededError: Encountered full disk'), 'diskFull'],
  ['memory that was not to be had', new RangeError('Array buffer allocation failed'), 'ended'],
  ['a mistake of ours', new TypeError('undefined is not a function'), 'fault'],
])('%s is told by what the worker threw', async (_what, thrown, reason) => {
  vi.useRealTimers();
  const thread = new WorkerStub();
  const told = vi.fn();
  vi.stubGlobal('self', Object.assign(thread, { postMessage: told }));
  vi.stubGlobal('navigator', { locks: { request: (_name: string, granted: () => unknown) => granted() } });
  onJob(() => {
    throw thrown;
  });
  thread.dispatchEvent(new MessageEvent('message', { data: { kind: 'job', job: null, lock: 'a lock' } }));
  await vi.waitFor(() =>
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ kind: 'crashed', reason }), expect.anything()),
  );
});

test('each reason is a sentence that says what to do about it, and a full disk is never blamed on other programs', () => {
  expect(sentence('diskFull')).toBe('The disk is full. Make room on it, then try again.');
  expect(sentence('ended')).toMatch(/memory is full.*Close other programs, then try again/);
  expect(sentence('silent')).toMatch(/standstill.*then try again/);
  expect(sentence('fault')).toMatch(/Reload Muster.*\(words\)$/);
});

function sentence(reason: Crashed['reason']): string {
  return crashSentence({ reason, detail: 'words' });
}
