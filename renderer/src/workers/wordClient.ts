import type { WordStep } from '../../../shared/word/documentToDocx.ts';
import type { WordFile, WordJob, WordReport } from './wordJobs.ts';
import type { NoAnswer } from './runJob.ts';

interface Watch {
  readonly onStep?: (step: WordStep) => void;
  readonly signal?: AbortSignal;
}

/** Writes one document as a Word file, in a worker of its own. Never rejects. */
export function writeWordFile(job: WordJob, { onStep, signal }: Watch = {}): Promise<WordFile | NoAnswer> {
  const worker = new Worker(new URL('./word.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<WordFile | NoAnswer>((resolve) => {
    const end = (answer: WordFile | NoAnswer) => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<WordReport>) => {
      if (data.kind === 'step') onStep?.(data.step);
      else if (data.kind === 'crashed') end(data);
      else end(data.answer);
    });
    worker.addEventListener('error', (event) => end({ kind: 'crashed', detail: event.message }));
    signal?.addEventListener('abort', () => end({ kind: 'cancelled' }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(job);
  });
}
