import { plainFileName } from '../basics/plainFileName.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';

/** Which version of a document is made: a numbered draft for the team, or the final one, which is signed or submitted. */
export interface DocumentVersion {
  readonly kind: 'draft' | 'final';
  /** Counts from 1 for each document of each bid, drafts and final versions alike. */
  readonly number: number;
}

/** The documents that a bid is made for. */
export const documentTitles = {
  agreement: 'Consortium agreement',
  bidDocument: 'Joint bid document',
} as const;
export type DocumentKind = keyof typeof documentTitles;

/** `Draft 3 of 10 February 2027`, `Version 4 of 12 February 2027`. */
export function versionLine({ kind, number }: DocumentVersion, on: LocalDate): string {
  return `${kind === 'draft' ? 'Draft' : 'Version'} ${number} of ${formatLongDate(on)}`;
}

/** `Joint bid document Parks and cemeteries draft 3 2027-02-10.docx`: a name that every file system takes. */
export function documentFileName(kind: DocumentKind, tender: string, version: DocumentVersion, on: LocalDate): string {
  const words = version.kind === 'draft' ? 'draft' : 'final version';
  const parts = [documentTitles[kind], plainFileName(tender), `${words} ${version.number}`, on];
  return `${parts.filter((part) => part !== '').join(' ')}.docx`;
}
