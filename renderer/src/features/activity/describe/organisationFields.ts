import { identifierSchemes } from '../../../../../shared/domain/organisation/identifier.ts';
import { legalForms } from '../../../../../shared/domain/organisation/legalForm.ts';
import {
  contactPurposes,
  insuranceKinds,
  statusFlags,
} from '../../../../../shared/domain/organisation/organisation.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import {
  beginning,
  choice,
  day,
  empty,
  type Field,
  type Fields,
  group,
  isPart,
  list,
  long,
  money,
  parts,
  said,
  ternary,
  text,
  textOf,
  written,
  yesNo,
} from './field.ts';

const words: Readonly<Record<string, string>> = contactPurposes;
const kinds: Readonly<Record<string, string>> = insuranceKinds;

function file(label: string): Field {
  return { kind: 'value', label, say: (one) => (isPart(one) ? said(textOf(one['name'])) : empty) };
}

/** The fields of an organisation, as its page calls them. */
export const organisationFields: Fields = {
  name: text('Legal name'),
  tradingName: text('Trading name'),
  legalForm: choice('Legal form', legalForms),
  identifiers: parts('Numbers', {
    identity: ['scheme', 'id'],
    nameOf: ({ scheme }) => schemeLabel(textOf(scheme)),
    fields: { scheme: written('Register', (scheme) => schemeLabel(textOf(scheme))), id: text('Number') },
  }),
  sites: parts('Sites', {
    identity: ['id'],
    nameOf: ({ label, postcode }) => beginning(label, beginning(postcode, 'a site without a name')),
    fields: {
      label: text('Name'),
      registeredOffice: yesNo('Registered office'),
      address: text('Address'),
      postcode: text('Postcode'),
    },
  }),
  flags: group('Status', {
    sme: ternary(statusFlags.sme),
    vcse: ternary(statusFlags.vcse),
    supportedEmployment: ternary(statusFlags.supportedEmployment),
    publicServiceMutual: ternary(statusFlags.publicServiceMutual),
  }),
  contacts: parts('Contacts', {
    identity: ['id'],
    nameOf: ({ name, role }) => beginning(name, beginning(role, 'a contact without a name')),
    fields: {
      name: text('Name'),
      role: text('Role'),
      purposes: list('For', (one) => words[textOf(one)] ?? textOf(one)),
      email: text('E-mail'),
      phone: text('Phone'),
    },
  }),
  turnover: parts('Turnover', {
    identity: ['id'],
    nameOf: ({ yearEnd }) => `year to ${formatLocalDate(textOf(yearEnd))}`,
    fields: { yearEnd: day('Year to'), turnover: money('Turnover'), audited: ternary('Audited') },
  }),
  insurances: parts('Insurances', {
    identity: ['id'],
    nameOf: ({ kind }) => kinds[textOf(kind)] ?? textOf(kind),
    fields: {
      kind: choice('Kind', insuranceKinds),
      state: choice('Held or committed', { held: 'held', committed: 'committed by contract start' }),
      limit: money('Limit'),
      basis: choice('Basis of the limit', { anyOneClaim: 'any one claim', aggregate: 'in aggregate' }),
      insurer: text('Insurer'),
      policyNumber: text('Policy number'),
      validFrom: day('Valid from'),
      validTo: day('Valid to'),
      evidence: file('Evidence'),
    },
  }),
  certificates: parts('Certificates', {
    identity: ['id'],
    nameOf: ({ name }) => beginning(name, 'a certificate without a name'),
    fields: {
      name: text('Certificate'),
      issuer: text('Issued by'),
      reference: text('Reference'),
      validFrom: day('Valid from'),
      validTo: day('Valid to'),
      evidence: file('Evidence'),
    },
  }),
  website: text('Website'),
  notes: long('Notes'),
};

function schemeLabel(scheme: string): string {
  const known: Readonly<Record<string, { readonly label: string }>> = identifierSchemes;
  return known[scheme]?.label ?? scheme;
}
