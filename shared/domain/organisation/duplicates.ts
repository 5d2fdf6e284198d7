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
  return a.identifiers.filter((mine) => b.identifiers.some((theirs) => numberKey(theirs) === numberKey(mine)));
}

/** A VAT number of Northern Ireland is the same with `XI` and with `GB`. */
function numberKey({ scheme, id }: Identifier): string {
  return `${scheme} ${scheme === 'VAT' ? id.replace(/^XI/, 'GB') : id}`;
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
    ? 'Same name, apart from capitals, punctuation, a leading “The” or endings such as Ltd and Limited.'
    : `Same ${identifierSchemes[reason.identifier.scheme].label}: ${reason.identifier.id}.`;
}

/** Endings in their long and short forms, in English and Welsh; a company may use the words of either language. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/ (?:scottish )?charitable incorporated organisation$| scio$/, ' cio'],
  [/ sefydliad elusennol corfforedig$| sec$/, ' cio'],
  [/ community interest company$| cwmni buddiant cymunedol$| c i c$| c b c$| cbc$/, ' cic'],
  [/ public limited company$| cwmni cyfyngedig cyhoeddus$| p l c$| ccc$/, ' plc'],
  [/ limited liability partnership$| partneriaeth atebolrwydd cyfyngedig$| l l p$| pac$/, ' llp'],
  [/ limited$| cyfyngedig$| cyf$/, ' ltd'],
  [/ company ltd$/, ' co ltd'],
];

/**
 * Equal for names that differ only in case, accents, punctuation, spacing, `&` for `and`, the length or language of their
 * ending, a leading article (`The`, Welsh `Y` and `Yr`; also after a comma at the end), or a trading name after `t/a`.
 */
function nameKey(name: string): string {
  const folded = foldText(name)
    .replace(/^(.*\S)\s*,\s*the\.?$/, '$1')
    .replace(/(?<=\S)\s+\(?(?:t\/a|trading as)\b.*$/, '');
  const words = folded
    .replaceAll(/[&+]/g, ' and ')
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|yr?) (?=\S)/, '');
  return endings.reduce((key, [long, short]) => key.replace(long, short), words).replaceAll(' ', '');
}
