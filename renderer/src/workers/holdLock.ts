import type { SignOfLife } from './watchWorker.ts';

/** A worker whose thread is free says so as often. */
const beat = 5000;

/** In a worker: holds the lock by which the page knows it to be alive (`watchWorker`) for as long as it lives, and then begins. */
export function holdLock(lock: string, begin: () => void): void {
  void navigator.locks.request(lock, () => {
    say({ kind: 'begun' });
    setInterval(() => say({ kind: 'alive' }), beat);
    begin();
    // Held until the page ends the worker: a lock that is free sooner says that the worker died.
    return new Promise(() => undefined);
  });
}

function say(sign: SignOfLife): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(sign);
}
