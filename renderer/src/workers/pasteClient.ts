import type { Clipboard, ClipboardReading, PasteReport } from './pasteJobs.ts';

interface Watch {
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Reads a clipboard in a worker of its own. `null` where that was cancelled or failed. Never rejects. */
export function readPasted(clipboard: Clipboard, { onProgress, signal }: Watch): Promise<ClipboardReading | null> {
  const worker = new Worker(new URL('./paste.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ClipboardReading | null>((resolve) => {
    const end = (reading: ClipboardReading | null) => {
      worker.terminate();
      resolve(reading);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<PasteReport>) => {
      if (data.kind === 'progress') onProgress(data.done);
      else end(data.reading);
    });
    worker.addEventListener('error', () => end(null));
    signal.addEventListener('abort', () => end(null));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(clipboard);
  });
}
