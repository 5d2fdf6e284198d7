import { draftAgreement } from '../../../../../shared/domain/agreement/draftAgreement.ts';
import { draftBidDocument } from '../../../../../shared/domain/bidDocument/draftBidDocument.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import type { DocumentData } from '../../../../../shared/domain/document/document.ts';
import type { DocumentProblem } from '../../../../../shared/domain/document/documentProblem.ts';
import type { DocumentKind, DocumentVersion } from '../../../../../shared/domain/document/documentVersion.ts';
import type { LocalDate } from '../../../../../shared/domain/time/localDate.ts';
import type { Result } from '../../../../../shared/domain/basics/result.ts';
import { agreementTexts } from '../../../reference/agreementTexts.ts';

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
  return kind === 'bidDocument'
    ? draftBidDocument(input, version, today)
    : draftAgreement(input, agreementTexts, version, today);
}
