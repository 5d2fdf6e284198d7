import type { AttachedFile } from '../basics/attachedFile.ts';
import type { IdentifierScheme } from './identifier.ts';
import type { LegalForm } from './legalForm.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { Pence } from '../basics/money.ts';

/** Yes, no, or not yet known. Unknown is never shown as, or counted as, yes. */
export type Ternary = 'yes' | 'no' | 'unknown';

/**
 * The status flags of core supplier information that a buyer may reserve or weigh on
 * (Procurement Regulations 2024, reg. 9; Procurement Act 2023 ss.32-33).
 */
export const statusFlags = {
  sme: 'Small or medium-sized enterprise (SME)',
  vcse: 'Voluntary, community or social enterprise (VCSE)',
  supportedEmployment: 'Supported employment provider',
  publicServiceMutual: 'Public service mutual',
} as const;
export type StatusFlag = keyof typeof statusFlags;

export const contactPurposes = {
  bid: 'Bid',
  legal: 'Legal and contracts',
  finance: 'Finance',
  signatory: 'Signatory',
  delivery: 'Delivery',
  safeguarding: 'Safeguarding',
  dataProtection: 'Data protection',
} as const;
export type ContactPurpose = keyof typeof contactPurposes;

export const insuranceKinds = {
  employersLiability: "Employers' liability",
  publicLiability: 'Public liability',
  productLiability: 'Product liability',
  professionalIndemnity: 'Professional indemnity',
  cyber: 'Cyber',
  medicalMalpractice: 'Medical malpractice',
  motor: 'Motor',
  trustee: 'Trustee indemnity',
  works: 'Contract works',
} as const;
export type InsuranceKind = keyof typeof insuranceKinds;

/** A number in a public register. `id` is held in the register's own form (see `checkIdentifier`). */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly id: string;
}

/** A place the organisation has; reserved contracts look at trading addresses, not only at the registered office. */
export interface Site {
  readonly id: string;
  readonly label: string;
  readonly registeredOffice: boolean;
  readonly address: string;
  readonly postcode: string;
}

export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly purposes: readonly ContactPurpose[];
  readonly email: string;
  readonly phone: string;
}

/** Turnover for one accounting year, excluding VAT. */
export interface TurnoverYear {
  readonly id: string;
  readonly yearEnd: LocalDate;
  readonly turnover: Pence;
  readonly audited: Ternary;
}

/**
 * One insurance policy, held now or committed to by contract start: a buyer may not ask for contract
 * insurance to be in place before award (Procurement Act 2023 s.22(3)(b)).
 */
export interface Insurance {
  readonly id: string;
  readonly kind: InsuranceKind;
  readonly state: 'held' | 'committed';
  readonly limit: Pence | null;
  readonly basis: 'anyOneClaim' | 'aggregate' | 'unknown';
  readonly insurer: string;
  readonly policyNumber: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly evidence: AttachedFile | null;
}

/** A certificate, accreditation or registration, such as ISO 9001 or Cyber Essentials. */
export interface Certificate {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly reference: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly evidence: AttachedFile | null;
}

/** A body that could join a consortium. Text that is not known is empty; facts that are judged say `unknown`. */
export interface Organisation {
  readonly id: string;
  /** The legal name exactly as registered. */
  readonly name: string;
  readonly tradingName: string;
  readonly legalForm: LegalForm | 'unknown';
  readonly identifiers: readonly Identifier[];
  readonly sites: readonly Site[];
  readonly flags: Readonly<Record<StatusFlag, Ternary>>;
  readonly contacts: readonly Contact[];
  readonly turnover: readonly TurnoverYear[];
  readonly insurances: readonly Insurance[];
  readonly certificates: readonly Certificate[];
  readonly website: string;
  readonly notes: string;
}

/** An organisation of which only the legal name is known. */
export function newOrganisation(id: string, name: string): Organisation {
  return {
    id,
    name,
    tradingName: '',
    legalForm: 'unknown',
    identifiers: [],
    sites: [],
    flags: { sme: 'unknown', vcse: 'unknown', supportedEmployment: 'unknown', publicServiceMutual: 'unknown' },
    contacts: [],
    turnover: [],
    insurances: [],
    certificates: [],
    website: '',
    notes: '',
  };
}
