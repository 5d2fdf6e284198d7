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

/** True where the body is not a person in law and cannot be a party to a contract in its own name. */
export function lacksLegalPersonality(form: LegalForm): boolean {
  return form === 'unincorporatedAssociation' || form === 'charitableTrust' || form === 'partnership';
}
