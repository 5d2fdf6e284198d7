import { documentToDocx } from '../../../shared/word/documentToDocx.ts';
import { sha256 } from '../../../shared/workspace/sha256.ts';
import type { WordJob, WordReport } from './wordJobs.ts';

self.addEventListener('message', ({ data }: MessageEvent<WordJob>) => {
  write(data).catch((thrown: unknown) => post({ kind: 'crashed', detail: String(thrown) }));
});

async function write({ document, pageNumbers }: WordJob): Promise<void> {
  const written = await documentToDocx(document, { pageNumbers, onStep: (step) => post({ kind: 'step', step }) });
  const bytes = new Uint8Array(written);
  post({ kind: 'answer', answer: { kind: 'written', bytes, sha256: await sha256(bytes) } });
}

function post(report: WordReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(report);
}
