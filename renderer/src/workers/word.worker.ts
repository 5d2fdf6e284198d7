import { documentToDocx } from '../../../shared/word/documentToDocx.ts';
import { sha256 } from '../../../shared/workspace/sha256.ts';
import { onJob, report } from './onJob.ts';
import type { WordFile, WordJob, WordReport } from './wordJobs.ts';

onJob<WordJob, WordFile>(
  async ({ document, pageNumbers }) => {
    const bytes = new Uint8Array(await documentToDocx(document, { pageNumbers, onStep }));
    return { kind: 'written', bytes, sha256: await sha256(bytes) };
  },
  ({ bytes }) => [bytes.buffer],
);

function onStep(step: WordReport['step']): void {
  report({ kind: 'step', step } satisfies WordReport);
}
