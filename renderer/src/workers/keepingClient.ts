import type { StoredFiles } from '../../../shared/host/storedFiles.ts';
import { serveFiles } from './filesPort.ts';
import type { KeepingAnswers, KeepingJob, KeepingReport } from './keepingJobs.ts';
import type { NoAnswer } from './workspaceClient.ts';

/** Does one job of safekeeping in a worker of its own. Never rejects; cancelling ends the worker where it is. */
export function runKeepingJob<K extends KeepingJob['kind']>(
  job: Extract<KeepingJob, { kind: K }>,
  files: StoredFiles,
  signal?: AbortSignal,
): Promise<KeepingAnswers[K] | NoAnswer> {
  const worker = new Worker(new URL('./keeping.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  serveFiles(port1, files);
  return new Promise<KeepingAnswers[K] | NoAnswer>((resolve) => {
    const end = (answer: KeepingAnswers[K] | NoAnswer) => {
      worker.terminate();
      port1.close();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<KeepingReport<K>>) => {
      end(data.kind === 'crashed' ? data : data.answer);
    });
    worker.addEventListener('error', (event) => end({ kind: 'crashed', detail: event.message }));
    signal?.addEventListener('abort', () => end({ kind: 'cancelled' }));
    worker.postMessage(job, [port2]);
  });
}
