/** Something still missing or doubtful before an organisation can stand in a bid. */
export interface MissingFact {
  readonly kind: MissingFactKind;
  /** What is missing, for a person, complete in itself. */
  readonly sentence: string;
  /** The part of the organisation's page where it is mended. */
  readonly field: OrganisationField;
}

export type OrganisationField =
  'legalForm' | 'identifiers' | 'sites' | 'flags' | 'contacts' | 'turnover' | 'insurances' | 'certificates';

/** How the dates of an insurance or certificate fall short. */
export type CoverShortfall = 'Expired' | 'Expiring' | 'NotYet' | 'DatesUnknown';

export type MissingFactKind =
  | 'legalFormUnknown'
  | 'noLegalPersonality'
  | 'noIdentifier'
  | 'noPpon'
  | 'noRegisterNumber'
  | 'identifierDoubtful'
  | 'noRegisteredOffice'
  | 'severalRegisteredOffices'
  | 'registeredOfficeIncomplete'
  | 'postcodeDoubtful'
  | 'flagsUnknown'
  | 'noSignatory'
  | 'noEmail'
  | 'turnoverMissing'
  | 'turnoverOld'
  | 'noEmployersLiability'
  | 'employersLiabilityLow'
  | 'insuranceLimitUnknown'
  | `insurance${CoverShortfall}`
  | `certificate${CoverShortfall}`;
