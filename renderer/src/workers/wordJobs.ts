import type { DocumentData } from '../../../shared/domain/document/document.ts';
import type { WordStep } from '../../../shared/word/documentToDocx.ts';

/** What the Word worker is asked for; each worker writes one file and ends. */
export interface WordJob {
  readonly document: DocumentData;
  readonly pageNumbers: boolean;
}

/** A document as a Word file. */
export interface WordFile {
  readonly kind: 'written';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** What the worker posts besides its answer: what it is doing. */
export interface WordReport {
  readonly kind: 'step';
  readonly step: WordStep;
}
