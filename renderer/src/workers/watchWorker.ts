/** A worker that gave no answer, and why. */
export interface Crashed {
  readonly kind: 'crashed';
  /** `ended`: it died, mostly for want of memory. `silent`: nothing was heard of it. `fault`: a mistake of ours. */
  readonly reason: 'diskFull' | 'ended' | 'silent' | 'fault';
  /** The browser's own words; never the only message. */
  readonly detail: string;
}

/** What every worker posts besides messages of its own: that it holds its lock, and that its thread is free. */
export interface SignOfLife {
  readonly kind: 'begun' | 'alive';
}

interface WatchOptions {
  /** Whether nothing is to be expected of the worker now: it has no work, or waits for something that the page does for it. */
  readonly isQuiet?: () => boolean;
  /** Whether it is enough that its thread is free; otherwise it has to send messages of its own. */
  readonly isAliveEnough?: boolean;
}

interface WatchedWorker {
  /** The lock that the worker holds for as long as it lives (`holdLock`), to be named in the first message to it. */
  readonly lock: string;
  /** To be told of every message. `true` where it was a sign of life and no more. */
  readonly heard: (message: { readonly kind: string }) => boolean;
  readonly end: () => void;
}

/** So many seconds without a word, and a worker is given up: packing the largest workspace takes a slow computer some minutes. */
const patience = 300;
/** It begins as soon as its script is read, which lies on this computer. */
const patienceAtFirst = 30;
const tick = 5;

let watched = 0;

/**
 * Watches over a worker until `end`, so that nobody waits for ever: one that died is told by the lock that it held, and one that
 * hangs by its silence. Either ends it and is told once to `onCrash`.
 */
export function watchWorker(
  worker: Worker,
  onCrash: (crashed: Crashed) => void,
  { isQuiet = () => false, isAliveEnough = true }: WatchOptions = {},
): WatchedWorker {
  watched += 1;
  const lock = `muster:worker:${crypto.randomUUID()}:${watched}`;
  let silence = 0;
  let most = patienceAtFirst;
  let isOver = false;
  const end = (): void => {
    isOver = true;
    clearInterval(listening);
    worker.terminate();
  };
  const crash = (reason: Crashed['reason'], detail: string): void => {
    if (isOver) return;
    end();
    onCrash({ kind: 'crashed', reason, detail });
  };
  // Counted in ticks, of which a computer that was asleep makes one.
  const listening = setInterval(() => {
    silence = isQuiet() ? 0 : silence + tick;
    if (silence >= most) crash('silent', `no answer for ${most} seconds`);
  }, tick * 1000);
  worker.addEventListener('error', (event) => crash('fault', event.message));
  return {
    lock,
    heard: ({ kind }) => {
      if (kind !== 'alive' || isAliveEnough) silence = 0;
      if (kind === 'begun') {
        most = patience;
        void navigator.locks.request(lock, () => crash('ended', 'it ended without an answer'));
      }
      return kind === 'begun' || kind === 'alive';
    },
    end,
  };
}
