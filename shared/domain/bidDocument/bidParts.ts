import { lotName, type AgreementInput } from '../agreement/agreementFacts.ts';
import { plain, type Block, type Inline } from '../document/document.ts';

/** What the parts of a bid document share. */

/** What stands where a buyer would otherwise find a blank. */
export const notApplicable = 'N/A';

export function cell(text: string): readonly Inline[] {
  return plain(text.trim() === '' ? notApplicable : text.trim());
}

export function heading(level: 1 | 2, text: string, key: string | null = null): Block {
  return { kind: 'heading', series: 'outline', level, text, key };
}

export function bodyText(text: string): Block {
  return { kind: 'paragraph', role: 'body', content: plain(text) };
}

export function introText(text: string): Block {
  return { kind: 'paragraph', role: 'intro', content: plain(text) };
}

/** An organisation's registered name; empty where nobody is meant. */
export function nameOf({ organisations }: AgreementInput, id: string | null): string {
  return organisations.find((organisation) => organisation.id === id)?.name ?? '';
}

/** `Lot 1 (Parks)`, or all lots. */
export function lotOf({ tender }: AgreementInput, lotId: string | null): string {
  const lot = tender.lots.find(({ id }) => id === lotId);
  return lot === undefined ? 'All lots' : lotName(lot);
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
