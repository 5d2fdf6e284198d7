import { type Clipboard, type PasteReport, readClipboard } from './pasteJobs.ts';

self.addEventListener('message', ({ data }: MessageEvent<Clipboard>) => {
  post({ kind: 'read', reading: readClipboard(data, (done) => post({ kind: 'progress', done })) });
});

function post(report: PasteReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(report);
}
