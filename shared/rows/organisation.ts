import { identifierSchemes } from '../domain/organisation/identifier.ts';
import { keysOf } from '../domain/basics/keysOf.ts';
import { legalForms } from '../domain/organisation/legalForm.ts';
import { contactPurposes, insuranceKinds } from '../domain/organisation/organisation.ts';
import { attachedFileSchema } from './attachment.ts';
import { id, localDate, pence, ternary } from './fields.ts';
import { z } from './zod.ts';

const evidence = attachedFileSchema.nullable();

/**
 * The stored shape of `Organisation` since schema version 1. Unknown fields are kept. It says what can be stored and shown,
 * not what is right: a doubtful register number or a certificate that ran out is a fact that a person may well record.
 */
export const organisationSchema = z.looseObject({
  id,
  name: z.string(),
  tradingName: z.string(),
  legalForm: z.enum([...keysOf(legalForms), 'unknown']),
  identifiers: z.array(z.looseObject({ scheme: z.enum(keysOf(identifierSchemes)), id: z.string() })),
  sites: z.array(
    z.looseObject({
      id,
      label: z.string(),
      registeredOffice: z.boolean(),
      address: z.string(),
      postcode: z.string(),
    }),
  ),
  flags: z.looseObject({ sme: ternary, vcse: ternary, supportedEmployment: ternary, publicServiceMutual: ternary }),
  contacts: z.array(
    z.looseObject({
      id,
      name: z.string(),
      role: z.string(),
      purposes: z.array(z.enum(keysOf(contactPurposes))),
      email: z.string(),
      phone: z.string(),
    }),
  ),
  turnover: z.array(z.looseObject({ id, yearEnd: localDate, turnover: pence, audited: ternary })),
  insurances: z.array(
    z.looseObject({
      id,
      kind: z.enum(keysOf(insuranceKinds)),
      state: z.enum(['held', 'committed']),
      limit: pence.nullable(),
      basis: z.enum(['anyOneClaim', 'aggregate', 'unknown']),
      insurer: z.string(),
      policyNumber: z.string(),
      validFrom: localDate.nullable(),
      validTo: localDate.nullable(),
      evidence,
    }),
  ),
  certificates: z.array(
    z.looseObject({
      id,
      name: z.string(),
      issuer: z.string(),
      reference: z.string(),
      validFrom: localDate.nullable(),
      validTo: localDate.nullable(),
      evidence,
    }),
  ),
  website: z.string(),
  notes: z.string(),
});
