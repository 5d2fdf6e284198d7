import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { serveFiles } from './filesPort.ts';
import type { KeepingAnswers, KeepingJob, KeepingReport } from './keepingJobs.ts';
import { type NoAnswer, runJob } from './runJob.ts';

interface Watch {
  /** Told by a backup, and by nothing else. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Does one job of safekeeping in a worker of its own. Never rejects; cancelling ends the worker where it is. */
export async function runKeepingJob<K extends KeepingJob['kind']>(
  job: Extract<KeepingJob, { kind: K }>,
  files: StoredFiles,
  { onProgress, signal }: Watch = {},
): Promise<KeepingAnswers[K] | NoAnswer> {
  const worker = new Worker(new URL('./keeping.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const { isAtWork } = serveFiles(port1, files);
  const answer = await runJob<KeepingAnswers[K], KeepingReport>(worker, job, {
    onReport: ({ done }) => onProgress?.(done),
    signal,
    port: port2,
    isWaiting: isAtWork,
    reportsEveryStep: job.kind === 'snapshot',
  });
  port1.close();
  return answer;
}
