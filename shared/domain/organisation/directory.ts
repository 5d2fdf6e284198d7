import { nextExpiry } from './coverFacts.ts';
import { foldText } from '../basics/foldText.ts';
import { keysOf } from '../basics/keysOf.ts';
import { legalForms, type LegalForm } from './legalForm.ts';
import type { LocalDate } from '../time/localDate.ts';
import { statusFlags, type Organisation, type StatusFlag } from './organisation.ts';
import { missingFacts } from './organisationFacts.ts';

/** One line of the directory: what is shown, sorted and searched of an organisation, small enough to hold for 10,000 of them. */
export interface OrganisationSummary {
  readonly id: string;
  readonly name: string;
  /** The name as it is ordered: folded, so that É stands with E. */
  readonly sortKey: string;
  readonly legalForm: LegalForm | 'unknown';
  /** Of the registered office, else of the first site; empty where none is known. */
  readonly postcode: string;
  /** The PPON, else the first number recorded; empty where none is. */
  readonly identifier: string;
  /** The status flags that are known to be yes. */
  readonly flags: readonly StatusFlag[];
  /** When the first insurance or certificate ends, or ended without renewal; `null` where no end is known. */
  readonly nextExpiry: LocalDate | null;
  /** How many facts `missingFacts` names. */
  readonly missing: number;
  /** Everything that a search looks through, folded. */
  readonly haystack: string;
}

/** The line of an organisation as of a day. */
export function summarise(organisation: Organisation, on: LocalDate): OrganisationSummary {
  const { id, name, tradingName, legalForm, identifiers, sites, contacts, flags } = organisation;
  const office = sites.find(({ registeredOffice }) => registeredOffice) ?? sites[0];
  const identifier = identifiers.find(({ scheme }) => scheme === 'GB-PPON') ?? identifiers[0];
  const searchable = [
    name,
    tradingName,
    legalFormLabel(legalForm),
    ...identifiers.flatMap((each) => [each.id, each.id.replaceAll('-', '')]),
    ...sites.flatMap(({ label, address, postcode }) => [label, address, postcode, postcode.replaceAll(' ', '')]),
    ...contacts.flatMap((contact) => [contact.name, contact.email]),
  ];
  return {
    id,
    name,
    sortKey: foldText(name).trim(),
    legalForm,
    postcode: office?.postcode ?? '',
    identifier: identifier?.id ?? '',
    flags: keysOf(statusFlags).filter((flag) => flags[flag] === 'yes'),
    nextExpiry: nextExpiry(organisation, on),
    missing: missingFacts(organisation, on).length,
    haystack: foldText(searchable.join('\n')),
  };
}

export interface DirectoryFilter {
  /** Words that must all occur somewhere, in any order; accents, case and the spaces within a number do not matter. */
  readonly text: string;
  /** Any of these forms; all forms where empty. */
  readonly legalForms: readonly (LegalForm | 'unknown')[];
  /** All of these flags must be known to be yes. */
  readonly flags: readonly StatusFlag[];
  readonly gaps: 'any' | 'some' | 'none';
  /** Only those with cover that has ended or ends by this day. */
  readonly expiresBy: LocalDate | null;
}

/** The lines that pass the filter, in the order given. */
export function filterDirectory(
  summaries: readonly OrganisationSummary[],
  filter: DirectoryFilter,
): readonly OrganisationSummary[] {
  const words = foldText(filter.text)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const forms = new Set(filter.legalForms);
  const { expiresBy } = filter;
  return summaries.filter(
    (summary) =>
      (forms.size === 0 || forms.has(summary.legalForm)) &&
      filter.flags.every((flag) => summary.flags.includes(flag)) &&
      (filter.gaps === 'any' || summary.missing > 0 === (filter.gaps === 'some')) &&
      (expiresBy === null || (summary.nextExpiry !== null && summary.nextExpiry <= expiresBy)) &&
      words.every((word) => summary.haystack.includes(word)),
  );
}

export type DirectoryColumn = 'name' | 'legalForm' | 'postcode' | 'identifier' | 'missing' | 'nextExpiry';
export type SortDirection = 'ascending' | 'descending';

/** The lines in order of a column, those without a value last either way, ties by name. */
export function sortDirectory(
  summaries: readonly OrganisationSummary[],
  column: DirectoryColumn,
  direction: SortDirection,
): readonly OrganisationSummary[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return summaries.toSorted((a, b) => {
    const [left, right] = [columnValue(a, column), columnValue(b, column)];
    if (left === right) return compare(a.sortKey, b.sortKey) || compare(a.id, b.id);
    if (left === '' || right === '') return left === '' ? 1 : -1;
    return sign * compare(left, right);
  });
}

function columnValue(summary: OrganisationSummary, column: DirectoryColumn): string | number {
  if (column === 'name') return summary.sortKey;
  if (column === 'legalForm') return summary.legalForm === 'unknown' ? '' : legalForms[summary.legalForm];
  return summary[column] ?? '';
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function legalFormLabel(form: LegalForm | 'unknown'): string {
  return form === 'unknown' ? '' : legalForms[form];
}
