import { draftAgreement } from '../../../../../shared/domain/agreement/draftAgreement.ts';
import { draftBidDocument } from '../../../../../shared/domain/bidDocument/draftBidDocument.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import type { DocumentData } from '../../../../../shared/domain/document/document.ts';
import type { DocumentProblem } from '../../../../../shared/domain/document/documentProblem.ts';
import type { DocumentKind, DocumentVersion } from '../../../../../shared/domain/document/documentVersion.ts';
import type { LocalDate } from '../../../../../shared/domain/time/localDate.ts';
import type { Result } from '../../../../../shared/domain/basics/result.ts';
import { clauseLibrary } from '../../../reference/clauseLibrary.ts';

export interface Draft {
  readonly document: DocumentData;
  readonly remarks: readonly DocumentProblem[];
}

/** Either document of a bid in the version asked for, or what prevents it. */
export function draftOf(
  kind: DocumentKind,
  input: BidInput,
  version: DocumentVersion,
  today: LocalDate,
): Result<Draft, readonly DocumentProblem[]> {
  if (kind === 'bidDocument') return draftBidDocument(input, version, today);
  const asked = version.kind === 'draft' ? version.kind : 'execution';
  return draftAgreement(input, clauseLibrary, { kind: asked, number: version.number }, today);
}
