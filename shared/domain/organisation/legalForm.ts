import type { IdentifierScheme } from './identifier.ts';

/** The laws of the United Kingdom under which an organisation can be formed. */
export type Nation = 'England and Wales' | 'Scotland' | 'Northern Ireland';

/**
 * The legal forms of the UK social economy that decide who can contract and who signs.
 * An unincorporated association has no legal personality: its trustees or committee sign and are personally liable.
 */
export const legalForms = {
  cicGuarantee: 'CIC limited by guarantee',
  cicShares: 'CIC limited by shares',
  clg: 'Company limited by guarantee',
  ltd: 'Private company limited by shares',
  plc: 'Public limited company',
  llp: 'Limited liability partnership',
  cio: 'Charitable incorporated organisation (CIO)',
  scio: 'Scottish charitable incorporated organisation (SCIO)',
  communityBenefitSociety: 'Community benefit society',
  cooperativeSociety: 'Co-operative society',
  registeredSociety: 'Registered society (pre-2014 industrial and provident)',
  charitableTrust: 'Charitable trust (unincorporated)',
  unincorporatedAssociation: 'Unincorporated association',
  partnership: 'Partnership',
  soleTrader: 'Sole trader',
  publicBody: 'Public body',
} as const;

export type LegalForm = keyof typeof legalForms;

/**
 * True where the body is not a person in law and cannot be a party to a contract in its own name. A firm is one in Scotland
 * alone (Partnership Act 1890 s.4(2)), so that of a partnership it must be known where it is established.
 */
export function lacksLegalPersonality(form: LegalForm | 'unknown', nation: Nation | null): boolean {
  if (form === 'partnership') return nation !== 'Scotland';
  return form === 'unincorporatedAssociation' || form === 'charitableTrust';
}

/**
 * The registers of which one must list a body of this form, since entry in it is what creates the body (Companies Act
 * 2006 s.16, Limited Liability Partnerships Act 2000 s.3, Charities Act 2011 s.209, Charities and Trustee Investment
 * (Scotland) Act 2005 s.55, Co-operative and Community Benefit Societies Act 2014 s.3). Societies also appear at
 * Companies House. Empty where there is no such register.
 */
export function registersOf(form: LegalForm): readonly IdentifierScheme[] {
  return registers[form];
}

const registers: Readonly<Record<LegalForm, readonly IdentifierScheme[]>> = {
  cicGuarantee: ['GB-COH'],
  cicShares: ['GB-COH'],
  clg: ['GB-COH'],
  ltd: ['GB-COH'],
  plc: ['GB-COH'],
  llp: ['GB-COH'],
  cio: ['GB-CHC'],
  scio: ['GB-SC'],
  communityBenefitSociety: ['GB-MPR', 'GB-COH'],
  cooperativeSociety: ['GB-MPR', 'GB-COH'],
  registeredSociety: ['GB-MPR', 'GB-COH'],
  charitableTrust: [],
  unincorporatedAssociation: [],
  partnership: [],
  soleTrader: [],
  publicBody: [],
};
