import type { IdentifierScheme } from '../../shared/domain/organisation/identifier.ts';
import { keysOf } from '../../shared/domain/basics/keysOf.ts';
import type { LocalDate } from '../../shared/domain/time/localDate.ts';
import type {
  Certificate,
  Contact,
  ContactPurpose,
  Insurance,
  InsuranceKind,
  Organisation,
  Site,
  StatusFlag,
  Ternary,
  TurnoverYear,
} from '../../shared/domain/organisation/organisation.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';

type Numbered<Row> = Omit<Row, 'id'>;

/** A sample organisation as it is written down: without ids, and without what is not known of it. */
export interface SampleOrganisation extends Partial<
  Pick<Organisation, 'tradingName' | 'legalForm' | 'website' | 'notes'>
> {
  readonly name: string;
  readonly numbers?: Partial<Record<IdentifierScheme, string>>;
  readonly sites?: readonly Numbered<Site>[];
  readonly flags?: Partial<Record<StatusFlag, Ternary>>;
  readonly contacts?: readonly Numbered<Contact>[];
  readonly turnover?: readonly Numbered<TurnoverYear>[];
  readonly insurances?: readonly Numbered<Insurance>[];
  readonly certificates?: readonly Numbered<Certificate>[];
}

/** The whole record. `place` (from 1) fixes its ids, so that the sample is the same at every run. */
export function toOrganisation(sample: SampleOrganisation, place: number): Organisation {
  let rows = 0;
  const withIds = <Row extends object>(list: readonly Row[] = []) =>
    list.map((row) => ({ id: sampleId(place, (rows += 1)), ...row }));
  const empty = newOrganisation(sampleId(place, 0), sample.name);
  const numbers = sample.numbers ?? {};
  return {
    ...empty,
    tradingName: sample.tradingName ?? '',
    legalForm: sample.legalForm ?? 'unknown',
    identifiers: keysOf(numbers).map((scheme) => ({ scheme, id: numbers[scheme] ?? '' })),
    sites: withIds(sample.sites),
    flags: { ...empty.flags, ...sample.flags },
    contacts: withIds(sample.contacts),
    turnover: withIds(sample.turnover),
    insurances: withIds(sample.insurances),
    certificates: withIds(sample.certificates),
    website: sample.website ?? '',
    notes: sample.notes ?? '',
  };
}

/** A UUID version 7 (RFC 9562) whose time is 2 November 2026 09:00 UTC. */
export function sampleId(place: number, row: number): string {
  return `01a19b7c-a680-7000-8000-${(place * 0x1000 + row).toString(16).padStart(12, '0')}`;
}

export function office(address: string, postcode: string): Numbered<Site> {
  return { label: 'Registered office', registeredOffice: true, address, postcode };
}

export function site(label: string, address: string, postcode: string): Numbered<Site> {
  return { label, registeredOffice: false, address, postcode };
}

export function person(
  name: string,
  role: string,
  purposes: readonly ContactPurpose[],
  email: string,
  phone = '',
): Numbered<Contact> {
  return { name, role, purposes, email, phone };
}

/** Turnover in whole pounds. */
export function year(yearEnd: LocalDate, pounds: number, audited: Ternary = 'no'): Numbered<TurnoverYear> {
  return { yearEnd, turnover: pounds * 100, audited };
}

/** A policy held, its limit in millions of pounds. */
export function held(
  kind: InsuranceKind,
  millions: number,
  [insurer, policyNumber]: readonly [string, string],
  [validFrom, validTo]: readonly [LocalDate, LocalDate],
): Numbered<Insurance> {
  const limit = millions * 100_000_000;
  const basis = kind === 'professionalIndemnity' || kind === 'cyber' ? 'aggregate' : 'anyOneClaim';
  return { kind, state: 'held', limit, basis, insurer, policyNumber, validFrom, validTo, evidence: null };
}

export function certificate(
  name: string,
  issuer: string,
  reference: string,
  [validFrom, validTo]: readonly [LocalDate | null, LocalDate | null],
): Numbered<Certificate> {
  return { name, issuer, reference, validFrom, validTo, evidence: null };
}
