import type { Clipboard, ClipboardReading, PasteReport } from './pasteJobs.ts';
import { type NoAnswer, runJob } from './runJob.ts';

interface Watch {
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Reads a clipboard in a worker of its own. Never rejects. */
export function readPasted(clipboard: Clipboard, { onProgress, signal }: Watch): Promise<ClipboardReading | NoAnswer> {
  const worker = new Worker(new URL('./paste.worker.ts', import.meta.url), { type: 'module' });
  return runJob<ClipboardReading, PasteReport>(worker, clipboard, {
    onReport: ({ done }) => onProgress(done),
    signal,
  });
}
