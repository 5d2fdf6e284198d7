import { draftAgreement, type OpenPoint } from '../../../../../shared/domain/agreement/draftAgreement.ts';
import { draftBidDocument } from '../../../../../shared/domain/bidDocument/draftBidDocument.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import type { DocumentData } from '../../../../../shared/domain/document/document.ts';
import type { DocumentProblem } from '../../../../../shared/domain/document/documentProblem.ts';
import type { LocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { ok, type Result } from '../../../../../shared/domain/basics/result.ts';
import type { ExportedDocument } from '../../../../../shared/rows/history.ts';
import { clauseLibrary } from '../../../reference/clauseLibrary.ts';

export type DocumentKind = ExportedDocument['document'];

export const documentTitles: Readonly<Record<DocumentKind, string>> = {
  agreement: 'Consortium agreement',
  bidDocument: 'Joint bid document',
};

export interface Draft {
  readonly document: DocumentData;
  readonly openPoints: readonly OpenPoint[];
  readonly remarks: readonly DocumentProblem[];
}

/** Either document of a bid as it stands, or what prevents it. */
export function draftOf(
  kind: DocumentKind,
  input: BidInput,
  version: number,
  today: LocalDate,
): Result<Draft, readonly DocumentProblem[]> {
  if (kind === 'agreement') return draftAgreement(input, clauseLibrary, { kind: 'draft', number: version }, today);
  const drafted = draftBidDocument(input, today);
  return drafted.ok ? ok({ ...drafted.value, openPoints: [] }) : drafted;
}
