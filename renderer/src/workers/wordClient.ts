import type { WordStep } from '../../../shared/word/documentToDocx.ts';
import { type NoAnswer, runJob } from './runJob.ts';
import type { WordFile, WordJob, WordReport } from './wordJobs.ts';

interface Watch {
  readonly onStep?: (step: WordStep) => void;
  readonly signal?: AbortSignal;
}

/** Writes one document as a Word file, in a worker of its own. Never rejects. */
export function writeWordFile(job: WordJob, { onStep, signal }: Watch = {}): Promise<WordFile | NoAnswer> {
  const worker = new Worker(new URL('./word.worker.ts', import.meta.url), { type: 'module' });
  return runJob<WordFile, WordReport>(worker, job, { onReport: ({ step }) => onStep?.(step), signal });
}
