import { readFileSync } from 'node:fs';
import type { AgreementInput } from '../../shared/domain/agreement/agreementFacts.ts';
import { readClauseLibrary, type ClauseLibrary } from '../../shared/domain/agreement/clauseLibrary.ts';
import { draftAgreement, type AgreementDraft } from '../../shared/domain/agreement/draftAgreement.ts';
import type { Block, DocumentData, Inline } from '../../shared/domain/document/document.ts';
import type { DocumentVersion } from '../../shared/domain/document/documentVersion.ts';
import { numberBlocks } from '../../shared/domain/document/documentNumbers.ts';
import { bankHolidays } from './publishedFacts.ts';
import { unreachable } from '../../shared/domain/basics/result.ts';
import { plainText } from '../../shared/domain/bid/richText.ts';

/** The clause library that Muster ships. */
export const library: ClauseLibrary = read();

function read(): ClauseLibrary {
  const file = new URL('../../resources/clauses/consortium-agreement.txt', import.meta.url);
  const result = readClauseLibrary(readFileSync(file, 'utf8'));
  if (!result.ok) throw new Error(`line ${result.error.line}: ${result.error.sentence}`);
  return result.value;
}

/** A draft that must succeed. */
export function drafted(
  input: AgreementInput,
  version: DocumentVersion = { kind: 'draft', number: 1 },
): AgreementDraft {
  const result = draftAgreement(input, { clauses: library, holidays: bankHolidays }, version, '2027-01-28');
  if (!result.ok) throw new Error(result.error.map(({ sentence }) => sentence).join('\n'));
  return result.value;
}

/** The sentences that prevent a draft. */
export function refused(
  input: AgreementInput,
  version: DocumentVersion = { kind: 'draft', number: 1 },
): readonly string[] {
  const result = draftAgreement(input, { clauses: library, holidays: bankHolidays }, version, '2027-01-28');
  return result.ok ? [] : result.error.map(({ sentence }) => sentence);
}

/** A document as lines of text, numbered as its readers see it. */
export function linesOf(document: DocumentData): readonly string[] {
  const { labels, references } = numberBlocks(document);
  const words = (content: readonly Inline[]) =>
    content
      .map((inline) => {
        if (inline.kind === 'reference') return references.get(inline.key) ?? `BROKEN ${inline.key}`;
        return inline.kind === 'placeholder' ? `[${inline.text}]` : inline.text;
      })
      .join('');
  const lines = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'title':
      case 'subtitle':
      case 'heading':
        return [block.text];
      case 'clause':
      case 'paragraph':
        return [words(block.content)];
      case 'rich':
        return plainText({ type: 'doc', content: block.content }).split('\n');
      case 'list':
        return block.items.map(words);
      case 'table':
        return [
          block.caption,
          block.columns.map(({ header }) => header).join(' | '),
          ...block.rows.map(({ cells }) => cells.map(words).join(' | ')),
        ];
      case 'signature':
        return [words(block.words), ...block.lines];
      case 'contents':
        return [block.title];
      default:
        return unreachable(block);
    }
  };
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      const label = labels.get(block);
      return lines(block).map((line, index) => (index === 0 && label !== undefined ? `${label} ${line}` : line));
    }),
  );
}

/** All of a draft as one text. */
export function text(input: AgreementInput): string {
  return linesOf(drafted(input).document).join('\n');
}

export function remarksOf(input: AgreementInput): string {
  return drafted(input)
    .remarks.map(({ sentence }) => sentence)
    .join('\n');
}
