import { foldText } from '../basics/foldText.ts';
import { identifierSchemes } from './identifier.ts';
import type { Identifier, Organisation } from './organisation.ts';

/** Why two records may be one organisation. */
export type DuplicateReason =
  { readonly kind: 'identifier'; readonly identifier: Identifier } | { readonly kind: 'name' };

export interface Duplicate {
  readonly organisation: Organisation;
  readonly reasons: readonly DuplicateReason[];
}

/**
 * The identifiers that two organisations both carry. One is enough to suspect that they are the same body: in notices a
 * supplier appears now under its company number, now under its PPON. It is not proof: a VAT group shares one number.
 */
export function sharedIdentifiers(a: Organisation, b: Organisation): readonly Identifier[] {
  return a.identifiers.filter((mine) =>
    b.identifiers.some((theirs) => theirs.scheme === mine.scheme && theirs.id === mine.id),
  );
}

/** The organisations that may be the candidate under another record, with each reason; itself (same id) is left out. */
export function findDuplicates(candidate: Organisation, others: readonly Organisation[]): readonly Duplicate[] {
  const name = nameKey(candidate.name);
  return others.flatMap((organisation) => {
    if (organisation.id === candidate.id) return [];
    const reasons: DuplicateReason[] = sharedIdentifiers(candidate, organisation).map((identifier) => ({
      kind: 'identifier',
      identifier,
    }));
    if (name !== '' && nameKey(organisation.name) === name) reasons.push({ kind: 'name' });
    return reasons.length === 0 ? [] : [{ organisation, reasons }];
  });
}

/** The reason as a person reads it. */
export function duplicateReasonSentence(reason: DuplicateReason): string {
  return reason.kind === 'name'
    ? 'Same name, apart from capitals, punctuation or endings such as Ltd and Limited.'
    : `Same ${identifierSchemes[reason.identifier.scheme].label}: ${reason.identifier.id}.`;
}

/** Endings with a short and a long form in the registers, in English and Welsh. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/community interest company$/, 'cic'],
  [/cwmni buddiant cymunedol$/, 'cbc'],
  [/public limited company$/, 'plc'],
  [/limited liability partnership$/, 'llp'],
  [/limited$/, 'ltd'],
  [/cyfyngedig$/, 'cyf'],
];

/** Equal for names that differ only in case, accents, punctuation, spacing, `&` for `and`, or the length of their ending. */
function nameKey(name: string): string {
  const words = foldText(name)
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return shortForms.reduce((key, [long, short]) => key.replace(long, short), words).replaceAll(' ', '');
}
