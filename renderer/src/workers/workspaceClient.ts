import { type NoAnswer, runJob } from './runJob.ts';
import type { WorkspaceAnswers, WorkspaceJob, WorkspaceProgress } from './workspaceJobs.ts';

interface Watch {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Does one job with workspaces and their files in a worker of its own. Never rejects. */
export function runWorkspaceJob<K extends WorkspaceJob['kind']>(
  job: Extract<WorkspaceJob, { kind: K }>,
  { onProgress, signal }: Watch = {},
): Promise<WorkspaceAnswers[K] | NoAnswer> {
  const worker = new Worker(new URL('./workspace.worker.ts', import.meta.url), { type: 'module' });
  return runJob<WorkspaceAnswers[K], WorkspaceProgress>(worker, job, {
    onReport: ({ done }) => onProgress?.(done),
    signal,
  });
}
