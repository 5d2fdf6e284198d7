import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import { draftBidDocument, type BidDocumentDraft } from '../../shared/domain/bidDocument/draftBidDocument.ts';
import { type DocumentVersion } from '../../shared/domain/document/documentVersion.ts';
import { richTextFromPlain } from '../../shared/domain/bid/richText.ts';
import { input } from './kestrelRow.ts';

export function made(kind: DocumentVersion['kind'], from: AgreementInput): BidDocumentDraft {
  const result = draftBidDocument(from, { kind, number: 3 }, '2027-02-10');
  if (!result.ok) throw new Error(result.error.map(({ sentence }) => sentence).join('\n'));
  return result.value;
}

export function drafted(from: AgreementInput = input): BidDocumentDraft {
  return made('draft', from);
}

/** The sentences that a final version is refused with. */
export function refused(from: AgreementInput): readonly string[] {
  const result = draftBidDocument(from, { kind: 'final', number: 3 }, '2027-02-10');
  return result.ok ? [] : result.error.map(({ sentence }) => sentence);
}

export function having(bid: Partial<AgreementInput['bid']>, from: AgreementInput = input): AgreementInput {
  return { ...from, bid: { ...from.bid, ...bid } };
}

const weekly = richTextFromPlain('Inspected every week.');

/** The parks bid with its one open question answered. */
export const finished = having({
  questions: input.bid.questions.map((question) =>
    Object.assign({}, question, question.number === '1.2' ? { answer: weekly } : {}),
  ),
});

export function answering(text: string): AgreementInput {
  const [question] = finished.bid.questions;
  if (question === undefined) throw new Error('the test bid has questions');
  return having({ questions: [{ ...question, number: '1.1', answer: richTextFromPlain(text) }] });
}
