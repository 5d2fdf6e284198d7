import Papa from 'papaparse';
import { formula } from './formulaGuard.ts';
import { identifierSchemes } from '../domain/organisation/identifier.ts';
import type { LocalDate } from '../domain/time/localDate.ts';
import { keysOf } from '../domain/basics/keysOf.ts';
import { endedYears } from '../domain/organisation/lastAccounts.ts';
import { legalForms } from '../domain/organisation/legalForm.ts';
import { formatPounds, type Pence } from '../domain/basics/money.ts';
import {
  contactPurposes,
  insuranceKinds,
  statusFlags,
  type Certificate,
  type Contact,
  type Identifier,
  type Insurance,
  type InsuranceKind,
  type Organisation,
  type Site,
  type StatusFlag,
  type Ternary,
  type TurnoverYear,
} from '../domain/organisation/organisation.ts';

/**
 * The organisations as a spreadsheet: RFC 4180 CSV, one row each under a header row, in UTF-8 with a byte order mark so that
 * Excel reads accents. A group of which an organisation has several (sites, contacts, policies of one kind) shares a cell, one
 * entry a line. Dates are ISO, turnover is in pounds; unknown is "Not known" or an empty cell.
 *
 * A cell that a spreadsheet would run as a formula is written with an apostrophe before it (`formulaGuard`; Papa's own guard
 * lets one pass where a line break follows it in the cell).
 * Numbers of registers, PPON apart, are written `GB-COH-01234567`, because a spreadsheet drops the zeros that a bare number begins with.
 */
export function organisationsToCsv(organisations: readonly Organisation[], today: LocalDate): string {
  const rows = organisations.map((organisation) => columns.map(({ cell }) => cell(organisation, today)));
  const fields = columns.map(({ heading }) => heading);
  return `\uFEFF${Papa.unparse({ fields, data: rows }, { newline: '\r\n', escapeFormulae: formula })}\r\n`;
}

interface Column {
  readonly heading: string;
  readonly cell: (organisation: Organisation, today: LocalDate) => string;
}

const columns: readonly Column[] = [
  { heading: 'Legal name', cell: ({ name }) => name },
  { heading: 'Trading name', cell: ({ tradingName }) => tradingName },
  {
    heading: 'Legal form',
    cell: ({ legalForm }) => (legalForm === 'unknown' ? notKnown : legalForms[legalForm]),
  },
  { heading: 'PPON', cell: ({ identifiers }) => entries(identifiers.filter(isPpon), ({ id }) => id) },
  {
    heading: 'Other numbers',
    cell: ({ identifiers }) =>
      entries(
        identifiers.filter((identifier) => !isPpon(identifier)),
        identifierEntry,
      ),
  },
  { heading: 'Registered office', cell: ({ sites }) => entries(sites.filter(isOffice), ({ address }) => address) },
  { heading: 'Registered postcode', cell: ({ sites }) => entries(sites.filter(isOffice), ({ postcode }) => postcode) },
  {
    heading: 'Other sites',
    cell: ({ sites }) =>
      entries(
        sites.filter((site) => !isOffice(site)),
        siteEntry,
      ),
  },
  ...keysOf(statusFlags).map(flagColumn),
  { heading: 'Contacts', cell: ({ contacts }) => entries(contacts, contactEntry) },
  { heading: 'Latest year end', cell: (organisation, today) => endedYears(organisation, today)[0]?.yearEnd ?? '' },
  {
    heading: 'Latest turnover (£)',
    cell: (organisation, today) => pounds(endedYears(organisation, today)[0]?.turnover),
  },
  { heading: 'Year end before', cell: (organisation, today) => endedYears(organisation, today)[1]?.yearEnd ?? '' },
  {
    heading: 'Turnover before (£)',
    cell: (organisation, today) => pounds(endedYears(organisation, today)[1]?.turnover),
  },
  {
    heading: 'Earlier turnover',
    cell: (organisation, today) => entries(endedYears(organisation, today).slice(2), turnoverEntry),
  },
  {
    heading: 'Turnover of years that have not ended',
    cell: ({ turnover }, today) =>
      entries(
        turnover.filter(({ yearEnd }) => yearEnd >= today).toSorted((a, b) => a.yearEnd.localeCompare(b.yearEnd)),
        turnoverEntry,
      ),
  },
  ...keysOf(insuranceKinds).map(insuranceColumn),
  { heading: 'Certificates', cell: ({ certificates }) => entries(certificates, certificateEntry) },
  { heading: 'Website', cell: ({ website }) => website },
  { heading: 'Notes', cell: ({ notes }) => notes },
  { heading: 'Muster id', cell: ({ id }) => id },
];

const notKnown = 'Not known';
const ternaryWords: Readonly<Record<Ternary, string>> = { yes: 'Yes', no: 'No', unknown: notKnown };

const limitBases: Readonly<Record<Insurance['basis'], string>> = {
  anyOneClaim: 'any one claim',
  aggregate: 'in the aggregate',
  unknown: '',
};

function flagColumn(flag: StatusFlag): Column {
  return { heading: statusFlags[flag], cell: ({ flags }) => ternaryWords[flags[flag]] };
}

function insuranceColumn(kind: InsuranceKind): Column {
  return {
    heading: `${insuranceKinds[kind]} insurance`,
    cell: ({ insurances }) =>
      entries(
        insurances.filter((insurance) => insurance.kind === kind),
        insuranceEntry,
      ),
  };
}

function entries<Item>(items: readonly Item[], entryOf: (item: Item) => string): string {
  return items.map(entryOf).join('\n');
}

function phrase(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function isPpon({ scheme }: Identifier): boolean {
  return scheme === 'GB-PPON';
}

function isOffice({ registeredOffice }: Site): boolean {
  return registeredOffice;
}

function identifierEntry({ scheme, id }: Identifier): string {
  return scheme.startsWith('GB-') ? `${scheme}-${id}` : `${identifierSchemes[scheme].label} ${id}`;
}

function siteEntry({ label, address, postcode }: Site): string {
  const place = phrase([address, postcode]);
  return label === '' ? place : `${label}: ${place}`;
}

function contactEntry({ name, role, purposes, email, phone }: Contact): string {
  const described = purposes.map((purpose) => contactPurposes[purpose]).join(' / ');
  return phrase([name, role, described, email, phone]);
}

/** A plain decimal number, which a spreadsheet adds up. */
function pounds(pence: Pence | undefined): string {
  return pence === undefined ? '' : (pence / 100).toFixed(2);
}

function turnoverEntry({ yearEnd, turnover }: TurnoverYear): string {
  return `${yearEnd}: ${formatPounds(turnover)}`;
}

function insuranceEntry(insurance: Insurance): string {
  const limit = insurance.limit === null ? 'limit not known' : formatPounds(insurance.limit);
  return phrase([
    `${limit} ${limitBases[insurance.basis]}`.trim(),
    insurance.state,
    insurance.insurer,
    insurance.policyNumber,
    period(insurance),
  ]);
}

function certificateEntry(certificate: Certificate): string {
  return phrase([certificate.name, certificate.issuer, certificate.reference, period(certificate)]);
}

function period({ validFrom, validTo }: Insurance | Certificate): string {
  return `${validFrom ?? '?'} to ${validTo ?? '?'}`;
}
