import { Worker } from 'node:worker_threads';

// Limits in tests end what hangs. They follow the machine, so that a slow one does not turn a sound product red.

/** What `measure` takes on the usual machine, which has two cores. */
const usualMs = 180;

/**
 * How many times slower this machine is than the usual one, from 1 to 10. Measured once in a run and passed on to its other
 * processes; a `MUSTER_SLOWNESS` that is already set wins.
 */
export const slowness = Number((process.env['MUSTER_SLOWNESS'] ??= inTimes([1, 2, 3].map(measure))));

/** A limit that is generous on the usual machine, made as generous on this one. */
export function patience(ms: number): number {
  return Math.round(ms * slowness);
}

function inTimes(measured: readonly number[]): string {
  return Math.min(10, Math.max(1, Math.min(...measured) / usualMs)).toFixed(1);
}

/** Milliseconds in which two threads hash the same text many times. */
function measure(): number {
  const running = new Int32Array(new SharedArrayBuffer(4));
  running[0] = 2;
  const work = `
    const { createHash } = require('node:crypto');
    const { workerData: running } = require('node:worker_threads');
    let text = 'muster';
    for (let round = 0; round < 60_000; round += 1) text = createHash('sha256').update(text).digest('hex');
    Atomics.sub(running, 0, 1);
    Atomics.notify(running, 0);`;
  const startedAt = performance.now();
  const threads = [1, 2].map(() => new Worker(work, { eval: true, workerData: running }));
  for (let left = 2; left > 0; left = Atomics.load(running, 0)) Atomics.wait(running, 0, left, 60_000);
  for (const thread of threads) thread.unref();
  return performance.now() - startedAt;
}
